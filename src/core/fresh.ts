/**
 * Open states in counts: a count that looks at what waits believes a sighting for a few days only. What
 * nobody saw since is stale: in no count, no list of offenders, no alert.
 */
import type { EvidenceCount } from './pack';

/** First Beijing day whose sightings are believed on `today`; undefined when the count is no open state. */
export function freshFromDay(
  { freshDays }: Pick<EvidenceCount, 'freshDays'>,
  today: number,
): number | undefined {
  return freshDays === undefined ? undefined : today - freshDays + 1;
}

/** @param seenDay the bucket of the measure: the day the open state was last seen. */
export function isStaleDay(
  seenDay: number | undefined,
  use: Pick<EvidenceCount, 'freshDays'>,
  today: number,
): boolean {
  const from = freshFromDay(use, today);
  return from !== undefined && seenDay !== undefined && seenDay < from;
}
