import type { RulePack } from '../../../core/pack';
import { pack2021 } from './pack-2021';
import { pack202604, pack202607 } from './pack-2026-04';
import { pack202609 } from './pack-2026-09';

export { doudianDuties } from './duties';
export { findServiceWeights, type ShopType } from './service-weights';
export { doudianWords } from './words';

/** Newest first: what the extension counts by. Each pack's measures cost every page read and the background's size. */
export const doudianPacks: RulePack[] = [pack202609, pack2021];

/** Ended this year, ready to be counted by: their own score pages can no longer be met. */
export const doudianEndedPacks: RulePack[] = [pack202607, pack202604];
