/**
 * Answers in orders: how many more good ones until a rate reaches a threshold, and how many bad ones it
 * can still bear. Nothing leaves the window meanwhile. Bad units count in num where low is better, good
 * ones where high is better; every unit adds one to den.
 */

export interface RateCount {
  num: number;
  den: number;
  better: 'low' | 'high';
}

const SLACK = 1e-9;

function meets({ num, den, better }: RateCount, threshold: number): boolean {
  if (den <= 0) return false;
  return better === 'low' ? num <= threshold * den + SLACK : num >= threshold * den - SLACK;
}

/** Good units more until the threshold is met; 0 when it is; undefined when no number of them can. */
export function goodUntil(count: RateCount, threshold: number): number | undefined {
  if (meets(count, threshold)) return 0;
  const { num, den, better } = count;
  const [lacking, gain] =
    better === 'low' ? [num - threshold * den, threshold] : [threshold * den - num, 1 - threshold];
  if (gain <= 0) return lacking <= 0 && den === 0 ? 1 : undefined;
  return Math.max(1, Math.ceil(lacking / gain - SLACK));
}

/** Bad units that fit before the threshold is no longer met; undefined when it is not met now, Infinity when none can break it. */
export function badBefore(count: RateCount, threshold: number): number | undefined {
  if (!meets(count, threshold)) return undefined;
  const { num, den, better } = count;
  const [room, cost] =
    better === 'low' ? [threshold * den - num, 1 - threshold] : [num - threshold * den, threshold];
  return cost <= 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(room / cost + SLACK));
}
