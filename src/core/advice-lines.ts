/** Where a shop stands on its eligibility lines, and which one it is about to lose. */
import { findStat, monthEndDay, type StatValue } from './advice-stats';
import type {
  DayValue,
  EligibilityLine,
  LineMetric,
  LineStanding,
  MetricHistory,
} from './advice-types';
import { findDay } from './time';

/** What is known per metric; a metric that nobody read is absent. */
export type MetricHistories = Partial<Record<LineMetric, MetricHistory>>;

/**
 * The lines that apply to a shop: in force on the day, general or of one of its categories; a
 * general line gives way to the category line that replaces it.
 * @param categories the shop's categories in the platform's words; empty when unknown
 */
export function linesFor(
  lines: readonly EligibilityLine[],
  where: { day: number; categories: readonly string[] },
): EligibilityLine[] {
  const mine = lines.filter(
    (line) =>
      (findDay(line.from ?? '') ?? -Infinity) <= where.day &&
      where.day <= (findDay(line.until ?? '') ?? Infinity) &&
      (line.category === undefined || where.categories.includes(line.category)),
  );
  const replaced = new Set(mine.flatMap((line) => line.replaces ?? []));
  return mine.filter((line) => !replaced.has(line.id));
}

/**
 * One line today and, where a path is given, on the deciding day: the month's last day for a
 * `month-end` line, else `decideDay`, else the last day of the path.
 * @param asOf last day that was read
 */
export function assessLine(
  line: EligibilityLine,
  history: MetricHistory,
  asOf: number,
  decideDay?: number,
): LineStanding {
  const past = (history.series ?? []).filter((entry) => entry.day <= asOf);
  const printed = history.stats?.[line.stat];
  const today: StatValue | undefined =
    printed === undefined
      ? findStat(past, line.stat, line.direction, asOf)
      : { value: printed, complete: true };
  const standing: LineStanding = { line, provenance: provenanceOf(today) };
  if (today) Object.assign(standing, measure(line, today.value));
  const path = (history.path ?? []).filter((entry) => entry.day > asOf);
  return {
    ...standing,
    ...project(line, standing.holds, [...past, ...path], path, asOf, decideDay),
  };
}

/**
 * The line to look at first: one that is held today and turns first on the path; else the held one
 * with the least relative margin; else, when none is held, the one missed by least.
 * Lines without a threshold or a value are passed over; undefined when none is left.
 */
export function nearestLine(
  lines: readonly EligibilityLine[],
  histories: MetricHistories,
  asOf: number,
  decideDay?: number,
): LineStanding | undefined {
  const known = lines
    .map((line) => assessLine(line, histories[line.metric] ?? {}, asOf, decideDay))
    .filter((standing) => standing.holds !== undefined);
  const held = known.filter((standing) => standing.holds);
  const turning = held.filter((standing) => standing.turnsOn !== undefined);
  if (turning.length > 0)
    return least(turning, (s) => [s.turnsOn ?? Infinity, s.relativeMargin ?? Infinity]);
  if (held.length > 0) return least(held, (s) => [s.relativeMargin ?? Infinity]);
  return least(known, (s) => [-(s.relativeMargin ?? -Infinity)]);
}

/** Margin and answer for a value. Between a strict and a loose sub-category the answer is open. */
function measure(
  line: EligibilityLine,
  value: number,
): Pick<LineStanding, 'value' | 'margin' | 'relativeMargin' | 'holds'> {
  if (line.threshold === undefined) return { value };
  const margin = marginTo(line, line.threshold, value);
  const loose = line.thresholdTo === undefined ? margin : marginTo(line, line.thresholdTo, value);
  const isGood = (m: number): boolean => (isStrict(line) ? m > 0 : m >= 0);
  const holds = isGood(margin) ? true : isGood(loose) ? undefined : false;
  const relativeMargin = line.threshold === 0 ? undefined : margin / Math.abs(line.threshold);
  return { value, margin, relativeMargin, holds };
}

function marginTo(line: EligibilityLine, threshold: number, value: number): number {
  return line.direction === 'at-least' || line.direction === 'above'
    ? value - threshold
    : threshold - value;
}

const isStrict = (line: EligibilityLine): boolean =>
  line.direction === 'above' || line.direction === 'below';

function project(
  line: EligibilityLine,
  holdsToday: boolean | undefined,
  days: readonly DayValue[],
  path: readonly DayValue[],
  asOf: number,
  decideDay?: number,
): Partial<LineStanding> {
  if (path.length === 0) return {};
  const lastDay = Math.max(...path.map((entry) => entry.day));
  const decidingDay = line.stat === 'month-end' ? monthEndDay(asOf) : (decideDay ?? lastDay);
  const at = (day: number): Partial<LineStanding> => {
    const found = findStat(days, line.stat, line.direction, day);
    return found ? measure(line, found.value) : {};
  };
  const decided = at(decidingDay);
  const judged: number[] = [];
  for (let day = asOf + 1; day <= lastDay; day++)
    if (line.stat !== 'month-end' || day === monthEndDay(day)) judged.push(day);
  const turnsOn =
    holdsToday === undefined ? undefined : judged.find((day) => at(day).holds === !holdsToday);
  return {
    decidingDay,
    projected: decided.value,
    projectedMargin: decided.margin,
    projectedHolds: decided.holds,
    turnsOn,
  };
}

const provenanceOf = (stat: StatValue | undefined): LineStanding['provenance'] =>
  stat ? (stat.complete ? 'page' : 'estimate') : 'missing';

/** First item with the smallest rank, compared number by number. */
function least<T>(items: readonly T[], rank: (item: T) => number[]): T | undefined {
  let best: T | undefined;
  for (const item of items) {
    if (best === undefined || isBefore(rank(item), rank(best))) best = item;
  }
  return best;
}

function isBefore(a: number[], b: number[]): boolean {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}
