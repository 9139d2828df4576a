/** Parts of a rule's own arithmetic: weighted sums, and how far a bonus is. */
import type { Bonus } from './pack';

/** Σ weight × points. Undefined when a weight or points are missing. */
export function weightedSum(
  parts: { weight?: number | undefined; points?: number | undefined }[],
): number | undefined {
  let sum = 0;
  for (const { weight, points } of parts) {
    if (weight === undefined || points === undefined) return undefined;
    sum += weight * points;
  }
  return parts.length > 0 ? sum : undefined;
}

export interface BonusProgress {
  reached: boolean;
  /** Share now, 0..1; undefined with nothing in the denominator. */
  share?: number;
  /** Good units more, all else equal, until the bonus; 0 when reached. */
  more: number;
}

/** How far a bonus by share is away: each further good unit adds to both sides. */
export function bonusProgress(bonus: Bonus, good: number, all: number): BonusProgress | undefined {
  if (!bonus.needs) return undefined;
  const { threshold, minCount = 0 } = bonus.needs;
  const byShare = threshold < 1 ? Math.ceil((threshold * all - good) / (1 - threshold) - 1e-9) : 0;
  const more = Math.max(0, byShare, minCount - good);
  return {
    reached: more === 0 && all > 0,
    ...(all > 0 ? { share: good / all } : {}),
    more: all > 0 ? more : Math.max(1, more),
  };
}
