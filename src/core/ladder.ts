/** From a value to points, and from the merchant's score to what consumers see. */
import type { Ladder, RulePack } from './pack';

/** Piecewise linear between the knots, flat beyond them. Always an estimate. */
export function ladderPoints(ladder: Ladder, value: number): number | undefined {
  return pointsOnSorted(sortedLadder(ladder), value);
}

/** The ladder itself when its values rise already. */
export function sortedLadder(ladder: Ladder): Ladder {
  const rises = ladder.every((knot, i) => i === 0 || (ladder[i - 1]?.value ?? 0) <= knot.value);
  return rises ? ladder : [...ladder].sort((a, b) => a.value - b.value);
}

/** The same, for a ladder known to rise: calibration asks for thousands of values. */
export function pointsOnSorted(knots: Ladder, value: number): number | undefined {
  let upper = 0;
  while (upper < knots.length && (knots[upper]?.value ?? 0) < value) upper++;
  const high = knots[upper];
  const low = knots[upper - 1];
  if (!high || !low) return (high ?? low)?.points;
  const along = (value - low.value) / (high.value - low.value);
  return low.points + along * (high.points - low.points);
}

/**
 * Consumer-side display of a total. How decimals of the total are treated is not stated; they are cut,
 * so that the display is never promised too early. Undefined below the pack's lowest step.
 */
export function displayScore(display: RulePack['display'], total: number): number | undefined {
  const whole = Math.floor(total);
  const step = [...display].sort((a, b) => b.from - a.from).find((each) => whole >= each.from);
  if (!step) return undefined;
  const steps = Math.floor((whole - step.from) / step.everyPoints);
  return Math.round((step.shown + step.step * steps) * 10) / 10;
}
