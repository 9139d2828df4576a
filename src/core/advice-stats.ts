/** The number that an eligibility line looks at, from a series of days. */
import type { DayValue, LineDirection, LineStat } from './advice-types';
import { DAY_MS } from './time';

/** A statistic, and whether every day it needs was known. */
export interface StatValue {
  value: number;
  complete: boolean;
}

/** With fewer than half of its days a mean says nothing. Our own choice, not a rule. */
const MIN_KNOWN = 0.5;

/**
 * @param days one value per Beijing day
 * @param direction of the line: "every day fails" is decided by the best day, which is the largest
 *   for a line that wants much and the smallest for one that wants little
 * @param day the day judged (for `month-end`: any day of the month, the value of that day)
 * @returns undefined when too few days are known
 */
export function findStat(
  days: readonly DayValue[],
  stat: LineStat,
  direction: LineDirection,
  day: number,
): StatValue | undefined {
  const values = new Map(days.map((entry) => [entry.day, entry.value]));
  const best = direction === 'at-least' || direction === 'above' ? maxOf : minOf;
  const valueOf = (d: number): number | undefined => values.get(d);
  switch (stat) {
    case 'now':
    case 'month-end':
      return over(1, day, valueOf, mean);
    case 'mean-7':
      return over(7, day, valueOf, mean);
    case 'mean-30':
      return over(30, day, valueOf, mean);
    case 'every-day-14':
      return over(14, day, valueOf, best);
    case 'every-day-90':
      return over(90, day, valueOf, best);
    case 'mean-7-every-day-7': {
      const means = new Map<number, StatValue>();
      for (let d = day - 6; d <= day; d++) {
        const found = over(7, d, valueOf, mean);
        if (found) means.set(d, found);
      }
      const found = over(7, day, (d) => means.get(d)?.value, best);
      const complete = [...means.values()].every((entry) => entry.complete);
      return found && { value: found.value, complete: found.complete && complete };
    }
  }
}

/** Last Beijing day number of the month that `day` lies in. */
export function monthEndDay(day: number): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / DAY_MS;
}

function over(
  length: number,
  lastDay: number,
  valueOf: (day: number) => number | undefined,
  fold: (values: number[]) => number,
): StatValue | undefined {
  const known: number[] = [];
  for (let day = lastDay - length + 1; day <= lastDay; day++) {
    const value = valueOf(day);
    if (value !== undefined) known.push(value);
  }
  if (known.length === 0 || known.length < length * MIN_KNOWN) return undefined;
  return { value: fold(known), complete: known.length === length };
}

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const maxOf = (values: number[]): number => Math.max(...values);
const minOf = (values: number[]): number => Math.min(...values);
