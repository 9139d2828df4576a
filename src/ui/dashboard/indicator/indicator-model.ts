/** One indicator over time: what the platform printed, what our own counts give, and what each day added. */
import { calendarOf, type ExcludedSpan, spansDuring } from '../../../core/calendar';
import { countedValue } from '../../../core/own-value';
import { countOwn } from '../../../core/report-own';
import { findIndicator, type ScoreModel } from '../../../core/score-model';
import type { LoggedAction } from '../../../core/shop-choices';
import type { ShopSettings } from '../../../core/shop-settings';
import { findDay } from '../../../core/time';
import { windowEndingOn } from '../../../core/window';
import { builtInCalendar } from '../../../platforms/calendar';
import type { ChartPoint } from '../chart/chart-model';

/** Days drawn: two windows of a month. */
export const SHOWN_DAYS = 60;

export interface DayCount {
  day: number;
  num: number;
  den: number;
}

export interface IndicatorTrend {
  /** First and last day drawn; the last is today. */
  days: [number, number];
  /** Days of the window in force. */
  window: [number, number];
  official: ChartPoint[];
  ours: ChartPoint[];
  /** What each day of the window added, in the measure's integers. */
  counts: DayCount[];
}

export function indicatorTrend(model: ScoreModel, id: string): IndicatorTrend | undefined {
  const found = findIndicator(model, id);
  if (!found) return undefined;
  const { rule } = found;
  const { context, asOf } = model;
  const { pack, sums, snapshots } = context;
  const from = asOf - SHOWN_DAYS + 1;
  const { dayFrom, dayTo } = windowEndingOn(rule.window, asOf);
  const official = snapshots.flatMap((each): ChartPoint[] => {
    const value = each.indicators[id]?.value;
    // A reading speaks of the days up to the one before it.
    const day = each.day - 1;
    return value === undefined || day < from ? [] : [{ day, value }];
  });
  const measure = pack.measures.find((each) => each.id === rule.measureId);
  const ours: ChartPoint[] = [];
  const counts: DayCount[] = [];
  if (measure) {
    for (let day = from; day <= asOf; day++) {
      const window = windowEndingOn(rule.window, day);
      if (!countOwn(context, measure, window).rateAllowed) continue;
      const value = countedValue(pack, sums, rule, window);
      if (value !== undefined) ours.push({ day, value });
    }
    for (let day = dayFrom; day <= dayTo; day++) {
      const [num, den, known] = sums.sum(measure.id, day, day);
      if (known > 0) counts.push({ day, num, den });
    }
  }
  return { days: [from, asOf + 1], window: [dayFrom, dayTo], official, ours, counts };
}

export interface LadderRow {
  value: number;
  points: number;
  /** The value now lies at or below this row and above the next. */
  isHere: boolean;
}

export interface LadderRows {
  /** Best first. */
  rows: LadderRow[];
  sure: boolean;
  /** The value now is worse than the last row. */
  isBelow: boolean;
}

/** Steps of the rule, else the reference curve's knots; best first. */
export function ladderRows(model: ScoreModel, id: string): LadderRows {
  const found = findIndicator(model, id);
  if (!found) return { rows: [], sure: false, isBelow: false };
  const { points } = found.rule;
  const steps = points.how === 'tiers' ? (points.tiers ?? []) : points.ladder;
  const sorted = [...steps].sort((a, b) => b.points - a.points);
  const { value } = found.report;
  const isMet = (line: number): boolean =>
    value !== undefined && (found.rule.better === 'low' ? value <= line : value >= line);
  const here = value === undefined ? -1 : sorted.findIndex((each) => isMet(each.value));
  return {
    rows: sorted.map((each, i) => ({ value: each.value, points: each.points, isHere: i === here })),
    sure: points.how === 'tiers',
    isBelow: value !== undefined && here < 0,
  };
}

/** Spans of the exclusion calendar that touch this indicator among the days drawn. */
export function leftOutDays(
  model: ScoreModel,
  id: string,
  settings: ShopSettings | undefined,
  [from, to]: [number, number],
): { days: [number, number]; span: ExcludedSpan }[] {
  const calendar = calendarOf(builtInCalendar(model.report.shop.platform), settings?.calendar);
  return spansDuring(calendar, id, from, to).map((span) => ({
    days: [findDay(span.from) ?? from, findDay(span.to) ?? to],
    span,
  }));
}

/** Actions that speak of this indicator, or of none in particular. */
export function actionsOf(
  actions: readonly LoggedAction[],
  indicator: string,
): { day: number; action: LoggedAction }[] {
  return actions.flatMap((action) => {
    const day = findDay(action.day);
    const isMine = action.indicator === undefined || action.indicator === indicator;
    return isMine && day !== undefined ? [{ day, action }] : [];
  });
}
