import type { RulePack } from '../../../core/pack';
import { pack202609 } from './pack-2026-09';

export { doudianDuties } from './duties';
export { doudianWords } from './words';

/** Newest first. */
export const doudianPacks: RulePack[] = [pack202609];
