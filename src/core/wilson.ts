/** Small-sample interval of a rate (Wilson, 1927): stays within 0..1 and is honest at 0 of few. */

/** 95 %, two-sided. */
const Z95 = 1.959963984540054;

/** Undefined without a denominator: nothing is known, which is not 0. */
export function wilsonInterval(
  num: number,
  den: number,
  z: number = Z95,
): [low: number, high: number] | undefined {
  if (!(den > 0) || num < 0 || num > den) return undefined;
  const rate = num / den;
  const spread = z * z;
  const middle = rate + spread / (2 * den);
  const half = z * Math.sqrt((rate * (1 - rate)) / den + spread / (4 * den * den));
  const whole = 1 + spread / den;
  // The formula meets 0 and 1 exactly; floating point does not.
  const low = num === 0 ? 0 : Math.max(0, (middle - half) / whole);
  const high = num === den ? 1 : Math.min(1, (middle + half) / whole);
  return [low, high];
}
