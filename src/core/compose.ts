/** The rule's own arithmetic: from points to dimensions, bonuses and deductions to the total. */
import type { Bonus, RulePack } from './pack';

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

/** Deductions in one window: each cause up to its cap. @param times cause id → how often */
export function deductionTotal(pack: RulePack, times: Record<string, number>): number {
  return pack.deductions.reduce(
    (sum, { id, pointsEach, cap }) => sum + Math.min(cap, pointsEach * (times[id] ?? 0)),
    0,
  );
}

/** Bonuses on the total, each once. @param got ids of the bonuses earned */
export function bonusTotal(pack: RulePack, got: string[]): number {
  return pack.bonuses
    .filter((each) => each.dimension === undefined && got.includes(each.id))
    .reduce((sum, each) => sum + each.points, 0);
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

/** Σ weight × dimension + bonus − deduction, within the scale, rounded half up to its decimals. */
export function composeTotal(
  pack: RulePack,
  scores: Record<string, number>,
  weights: Record<string, number>,
  { bonus = 0, deduction = 0 }: { bonus?: number; deduction?: number } = {},
): number | undefined {
  const sum = weightedSum(
    pack.dimensions.map(({ id }) => ({ weight: weights[id], points: scores[id] })),
  );
  if (sum === undefined) return undefined;
  const { min, max, decimals } = pack.scale;
  const unit = 10 ** decimals;
  const inScale = Math.min(max, Math.max(min, sum + bonus - deduction));
  return Math.round(inScale * unit + 1e-9) / unit;
}
