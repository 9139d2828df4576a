/** From the peers' values to a ladder: points follow the rank among them. */
import type { Ladder } from '../../src/core/pack';

const STEPS = 10;
const BEST_POINTS = 100;
const WORST_POINTS = 50;

/**
 * A knot at every tenth of the peers, 100 points for the best of them down to 50 for the worst. Peers
 * with one and the same value get what the best placed of them would.
 */
export function rankLadder(values: number[], better: 'low' | 'high'): Ladder {
  const bestFirst = [...values].sort((a, b) => (better === 'low' ? a - b : b - a));
  const pointsOf = new Map<number, number>();
  for (let step = 0; step <= STEPS; step++) {
    const value = quantile(bestFirst, step / STEPS);
    const points = BEST_POINTS - ((BEST_POINTS - WORST_POINTS) * step) / STEPS;
    if (value !== undefined && !pointsOf.has(value)) pointsOf.set(value, points);
  }
  return [...pointsOf].map(([value, points]) => ({ value, points }));
}

/** Between two neighbours in proportion. Undefined when there are none. */
export function quantile(sorted: number[], share: number): number | undefined {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) return undefined;
  return low + (high - low) * (place - Math.floor(place));
}
