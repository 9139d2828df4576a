/** Isotonic regression by pooling adjacent violators (PAV): the best curve that never goes the wrong way. */

/** One knot of the fit: the mean x of a pooled block, its level, how many points it holds. */
export interface Knot {
  x: number;
  y: number;
  weight: number;
}

/**
 * Least-squares fit that never falls (or never rises) with x. Points of one x are pooled first. Empty
 * without points. @param xs never falling; @param ys as many
 */
export function isotonicKnots(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  direction: 'up' | 'down',
): Knot[] {
  const sign = direction === 'up' ? 1 : -1;
  const knots: Knot[] = [];
  for (let i = 0; i < xs.length; i++) {
    let x = xs[i] ?? 0;
    let y = ys[i] ?? 0;
    let weight = 1;
    for (let last = knots.at(-1); last; last = knots.at(-1)) {
      if (last.x !== x && sign * (last.y - y) < 0) break;
      const sum = last.weight + weight;
      x = (last.x * last.weight + x * weight) / sum;
      y = (last.y * last.weight + y * weight) / sum;
      weight = sum;
      knots.pop();
    }
    knots.push({ x, y, weight });
  }
  return knots;
}
