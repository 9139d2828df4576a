import type { RulePack } from '../../../core/pack';
import { pack2021 } from './pack-2021';
import { pack202604, pack202607 } from './pack-2026-04';
import { pack202609 } from './pack-2026-09';

export { doudianDuties } from './duties';
export { findServiceWeights, type ShopType } from './service-weights';
export { doudianWords } from './words';

/**
 * Newest first: what the extension counts and explains by. Versions that ended stay: an older page (a saved
 * one, an archive) and an older day are explained by their own rule.
 */
export const doudianPacks: RulePack[] = [pack202609, pack202607, pack202604, pack2021];
