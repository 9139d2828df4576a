/**
 * Dimension weights that the page does not print, from the scores that it does: every snapshot says
 * Σ weight × score = total − bonus + deduction, up to rounding. The weights nearest to the priors that
 * agree with the snapshots, each trusted as far as its rounding allows, are the estimate.
 */

export interface WeightObservation {
  /** Dimension scores, in the order of the priors. */
  scores: number[];
  /** total − bonus + deduction. */
  sum: number;
  /** What rounding may have moved: half a unit of the last printed digit. */
  roundingHalf: number;
}

/** No published weight, of any industry or year, lies outside (25–55 %, once 15 and 50). */
const LOWEST = 0.1;
const HIGHEST = 0.7;
/** How far published weights of industries lie around the priors. */
const PRIOR_SPREAD = 0.12;

/**
 * Sums to 1, each within [0.1, 0.7] unless the priors leave no room. Deterministic.
 * @param start weights to begin from, near the answer: the answer is the same, sooner
 */
export function estimateWeights(
  priors: number[],
  observations: WeightObservation[],
  start?: number[],
): number[] {
  const sum = priors.reduce((total, each) => total + each, 0);
  const targets = priors.map((each) => each / sum);
  const trust = 1 / PRIOR_SPREAD ** 2;
  const size = targets.length;
  const curve = targets.map((_, i) => targets.map((_, j) => (i === j ? trust : 0)));
  const pull = targets.map((each) => each * trust);
  for (const { scores, sum: seen, roundingHalf } of observations) {
    const precision = 1 / roundingHalf ** 2;
    for (let i = 0; i < size; i++) {
      pull[i] = (pull[i] ?? 0) + precision * (scores[i] ?? 0) * seen;
      for (let j = 0; j < size; j++) {
        const row = curve[i];
        if (row) row[j] = (row[j] ?? 0) + precision * (scores[i] ?? 0) * (scores[j] ?? 0);
      }
    }
  }
  return descend((start ?? targets).map(clamp), curve, pull);
}

const clamp = (weight: number): number => Math.min(HIGHEST, Math.max(LOWEST, weight));

/** Moves weight between pairs, which keeps the sum, until nothing improves. The problem is convex. */
function descend(start: number[], curve: number[][], pull: number[]): number[] {
  const weights = rescale(start);
  const slopes = weights.map((_, k) => slopeAt(weights, curve, pull, k));
  for (let sweep = 0; sweep < 5_000; sweep++) {
    let moved = 0;
    for (let i = 0; i < weights.length; i++) {
      for (let j = i + 1; j < weights.length; j++) {
        const bend = at(curve[i], i) + at(curve[j], j) - 2 * at(curve[i], j);
        if (!(bend > 0)) continue;
        const most = Math.min(HIGHEST - at(weights, i), at(weights, j) - LOWEST);
        const least = Math.max(LOWEST - at(weights, i), at(weights, j) - HIGHEST);
        const wanted = (at(slopes, j) - at(slopes, i)) / bend;
        const step = Math.max(least, Math.min(most, wanted));
        if (step === 0) continue;
        weights[i] = at(weights, i) + step;
        weights[j] = at(weights, j) - step;
        // The slopes follow, instead of being summed anew.
        for (let k = 0; k < slopes.length; k++) {
          slopes[k] = at(slopes, k) + step * (at(curve[k], i) - at(curve[k], j));
        }
        moved = Math.max(moved, Math.abs(step));
      }
    }
    if (moved < 1e-11) break;
  }
  return weights;
}

function slopeAt(w: number[], curve: number[][], pull: number[], i: number): number {
  return w.reduce((sum, each, k) => sum + at(curve[i], k) * each, 0) - at(pull, i);
}

function rescale(weights: number[]): number[] {
  const sum = weights.reduce((total, each) => total + each, 0);
  return weights.map((each) => each / sum);
}

function at(row: number[] | undefined, index: number): number {
  return row?.[index] ?? 0;
}
