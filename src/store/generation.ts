/**
 * Generations of tallies. Tallies belong to one version of the measures; when the version changes, a
 * second generation is made beside the first, chunk by chunk, and then they swap: reports stay
 * readable (from the old one) all the while.
 *
 * While a generation is being made, cases up to the cursor are in it and the others are not yet, so a
 * batch adds the facts of the former and leaves the latter to the rebuild.
 */
import type { StoredGeneration } from './database';
import type { PlatformRules } from './rules';

export interface GenerationPlan {
  /** The row to store, when it differs from the stored one. */
  write?: StoredGeneration;
  /** Generation that facts go to. */
  gen: number;
  /** Cases with a greater order id are counted later, by the rebuild. Undefined: every case now. */
  cursor?: string;
  /** Days (chat statistics) are counted at the rebuild's end. */
  countsDays: boolean;
}

/** What a batch under these measures writes to, given the stored row. */
export function planGeneration(
  stored: StoredGeneration | undefined,
  {
    platform,
    version,
    measureVersions,
  }: Pick<PlatformRules, 'platform' | 'version' | 'measureVersions'>,
): GenerationPlan {
  if (!stored) {
    const write = { platform, current: 1, version, measures: measureVersions() };
    return { write, gen: 1, countsDays: true };
  }
  const { building, ...rest } = stored;
  if (isOfVersion(stored, version)) return { gen: stored.current, countsDays: true };
  if (building?.version === version) {
    return { gen: building.gen, cursor: building.cursor, countsDays: false };
  }
  // Also when the measures went back to what they were: batches since then are not in `current`.
  const gen = Math.max(stored.current, building?.gen ?? 0) + 1;
  const write = { ...rest, building: { gen, version, cursor: '' } };
  return { write, gen, cursor: '', countsDays: false };
}

/** The valid tallies are of these measures, and no others are being made. */
export const isOfVersion = (stored: StoredGeneration, version: string): boolean =>
  stored.version === version && stored.building === undefined;

/** The stored row, made to be followed by a new generation: its tallies hold what is no longer stored. */
export function outdated(stored: StoredGeneration | undefined): StoredGeneration | undefined {
  if (!stored) return undefined;
  const { building } = stored;
  return { ...stored, version: '', ...(building && { building: { ...building, version: '' } }) };
}

/** Whether a case's facts go to the plan's generation now. */
export const countsCase = (plan: GenerationPlan, orderId: string): boolean =>
  plan.cursor === undefined || orderId <= plan.cursor;
