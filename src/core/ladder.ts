/** From a value to points, and from the merchant's score to what consumers see. */
import type { Ladder, RulePack } from './pack';

/** Piecewise linear between the knots, flat beyond them. Always an estimate. */
export function ladderPoints(ladder: Ladder, value: number): number | undefined {
  const knots = [...ladder].sort((a, b) => a.value - b.value);
  const upper = knots.findIndex((knot) => knot.value >= value);
  if (upper <= 0) return (upper === 0 ? knots[0] : knots.at(-1))?.points;
  const [low, high] = [knots[upper - 1], knots[upper]];
  if (!low || !high) return undefined;
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
