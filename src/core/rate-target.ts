/**
 * Answers in orders: how many more good ones until a value reaches a threshold, and how many bad ones it
 * can still bear. Nothing leaves the window meanwhile. Every value here is a mean num ÷ den; one unit adds
 * its worth to num and one to den. In a rate bad units count 1 where low is better, good ones where high is.
 */

export interface RateCount {
  num: number;
  den: number;
  better: 'low' | 'high';
  /** What one good and one bad unit add to num; default 0 and 1, or 1 and 0 where high is better. */
  good?: number;
  bad?: number;
}

const SLACK = 1e-9;

/** Relative too: a sum of seconds is large. */
function slackOf(count: RateCount, threshold: number): number {
  return SLACK * Math.max(1, Math.abs(count.num), Math.abs(threshold * count.den));
}

function meets(count: RateCount, threshold: number): boolean {
  const { num, den, better } = count;
  if (den <= 0) return false;
  const slack = slackOf(count, threshold);
  return better === 'low' ? num <= threshold * den + slack : num >= threshold * den - slack;
}

function worthOf({ better, good, bad }: RateCount): { good: number; bad: number } {
  const [g, b] = better === 'low' ? [0, 1] : [1, 0];
  return { good: good ?? g, bad: bad ?? b };
}

/** Good units more until the threshold is met; 0 when it is; undefined when no number of them can. */
export function goodUntil(count: RateCount, threshold: number): number | undefined {
  if (meets(count, threshold)) return 0;
  const { num, den, better } = count;
  const { good } = worthOf(count);
  const [lacking, gain] =
    better === 'low'
      ? [num - threshold * den, threshold - good]
      : [threshold * den - num, good - threshold];
  if (gain <= 0) return lacking <= 0 && den === 0 && gain === 0 ? 1 : undefined;
  return Math.max(1, Math.ceil(lacking / gain - SLACK));
}

/** Bad units that fit before the threshold is no longer met; undefined when it is not met now, Infinity when none can break it. */
export function badBefore(count: RateCount, threshold: number): number | undefined {
  if (!meets(count, threshold)) return undefined;
  const { num, den, better } = count;
  const { bad } = worthOf(count);
  const [room, cost] =
    better === 'low'
      ? [threshold * den - num, bad - threshold]
      : [num - threshold * den, threshold - bad];
  return cost <= 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(room / cost + SLACK));
}

/** Bad units that must turn good (they stay in den) until the threshold is met; undefined when none can. */
export function turnedUntil(count: RateCount, threshold: number): number | undefined {
  if (meets(count, threshold)) return 0;
  const { num, den, better } = count;
  const { good, bad } = worthOf(count);
  const step = Math.abs(bad - good);
  if (den <= 0 || step === 0) return undefined;
  const lacking = better === 'low' ? num - threshold * den : threshold * den - num;
  const turned = Math.max(1, Math.ceil(lacking / step - SLACK));
  return turned <= den ? turned : undefined;
}
