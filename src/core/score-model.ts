/**
 * What a report says about numbers that are not there yet: an indicator's points at another value, and what
 * that is worth of the total. Anchored at the report: at today's value it gives today's points and losses.
 */
import type { NoAnswer, UnitWorth } from './answers-types';
import type { Provenance } from './entities';
import type { Indicator } from './pack';
import { findPoints } from './points-rule';
import { worstProvenance } from './provenance';
import { findRelief } from './relief';
import { type Explained, explain } from './report';
import { countOwn, type OwnCount } from './report-own';
import type { IndicatorReport, Report, ReportInput } from './report-types';
import { findDay } from './time';
import { windowEndingOn } from './window';

export interface ScoreModel extends Explained {
  /** The report's last complete Beijing day. */
  asOf: number;
}

/** The report of this input, ready to be asked. */
export function modelOf(input: ReportInput): ScoreModel {
  const explained = explain(input);
  return { ...explained, asOf: findDay(explained.report.asOf) ?? 0 };
}

export interface ModelIndicator {
  rule: Indicator;
  report: IndicatorReport;
}

export function findIndicator(
  { report, context }: Pick<ScoreModel, 'report' | 'context'>,
  id: string,
): ModelIndicator | undefined {
  const rule = context.pack.indicators.find((each) => each.id === id);
  const found = report.indicators.find((each) => each.id === id);
  return rule && found ? { rule, report: found } : undefined;
}

/** Our count behind an indicator, when it covers the window: its den is how much one unit weighs. */
export function countBehind({ context, asOf }: ScoreModel, rule: Indicator): OwnCount | undefined {
  const measure = context.pack.measures.find((each) => each.id === rule.measureId);
  const own = measure && countOwn(context, measure, windowEndingOn(rule.window, asOf));
  return own?.rateAllowed ? own : undefined;
}

/** What one good and one bad unit are worth; undefined where nothing says what a bad one is. */
export function worthOf(rule: Indicator): UnitWorth | undefined {
  const { points, better, unit, best = 1, valueTable } = rule;
  const table = valueTable ?? (points.how === 'mean-points' ? points.table : undefined);
  if (table || points.how === 'mean-points') {
    const worth = table?.map((each) => each.points) ?? [50, 100];
    return { good: Math.max(...worth), bad: Math.min(...worth), assumed: table === undefined };
  }
  if (unit === 'ratio') {
    return better === 'low'
      ? { good: 0, bad: 1, assumed: false }
      : { good: 1, bad: 0, assumed: false };
  }
  if (unit === 'stars') return { good: best, bad: 1, assumed: false };
  const lines = (points.how === 'tiers' && points.tiers) || points.ladder;
  const sorted = [...lines].sort((a, b) => b.points - a.points);
  const [full, least] = [sorted[0], sorted.at(-1)];
  if (!full || !least) return undefined;
  // A time twice as good as full points ask for, and one at the bottom of the curve.
  return { good: better === 'low' ? full.value / 2 : full.value, bad: least.value, assumed: true };
}

export interface ModelPoints {
  points: number;
  provenance: Provenance;
}

/**
 * Points of an indicator at another value. Printed points stay the anchor: the rule's way from value to
 * points gives the difference. @param moreBad bad units supposed on top, for the small-shop rule
 */
export function pointsAt(
  model: Pick<ScoreModel, 'report' | 'context' | 'asOf'>,
  { rule, report }: ModelIndicator,
  value: number,
  moreBad = 0,
): ModelPoints | undefined {
  const { context, asOf } = model;
  const ask = (at: number, bad: number) =>
    findPoints(rule.points, {
      better: rule.better,
      value: at,
      valueProvenance: report.provenance,
      relief:
        report.reliefLeft === undefined ? undefined : findRelief(context, rule, asOf, bad)?.points,
    });
  const there = ask(value, moreBad);
  if (!there) return undefined;
  const here = report.value === undefined ? undefined : ask(report.value, 0);
  if (report.points === undefined || !here) return there;
  const { min } = context.pack.dimensions.find((each) => each.id === rule.dimension) ?? { min: 0 };
  const max = context.pack.scale.max;
  const moved = report.points + there.points - here.points;
  return {
    points: Math.min(max, Math.max(Math.min(min, there.points), moved)),
    provenance: worstProvenance([there.provenance, report.pointsProvenance]),
  };
}

/**
 * Points of the total that an indicator costs at other points of its own. A gain takes its share of the
 * loss that was attributed; a further fall costs at least the indicator's weight.
 */
export function lossAt(
  { context }: Pick<ScoreModel, 'context'>,
  { report }: ModelIndicator,
  points: number,
): number | undefined {
  const { weight, pointsLost, points: here } = report;
  if (weight === undefined || pointsLost === undefined || here === undefined) return undefined;
  const full = context.pack.scale.max;
  const gap = full - here;
  const gapThere = full - points;
  if (gapThere <= gap) return gap > 0 ? (pointsLost * gapThere) / gap : pointsLost;
  const rate = gap > 0 ? Math.max(weight, pointsLost / gap) : weight;
  return pointsLost + rate * (gapThere - gap);
}

/** Total, and dimension scores, when indicators cost so much instead. Missing ids cost what they cost. */
export function totalWith(
  { report, context }: Pick<ScoreModel, 'report' | 'context'>,
  losses: Record<string, number>,
): { gain: number; total?: number; dimensions: Record<string, number> } {
  const { pack } = context;
  const dimensions: Record<string, number> = {};
  let gain = 0;
  for (const { id, score, weight, pointsLost } of report.dimensions) {
    if (score === undefined) continue;
    dimensions[id] = score;
    if (weight === undefined || pointsLost === undefined || weight === 0) continue;
    const before = report.indicators.filter((each) => each.dimension === id);
    const change = before.reduce(
      (sum, each) => sum + (losses[each.id] ?? each.pointsLost ?? 0) - (each.pointsLost ?? 0),
      0,
    );
    const min = pack.dimensions.find((each) => each.id === id)?.min ?? pack.scale.min;
    const most = Math.max(pointsLost, weight * (pack.scale.max - min));
    const lost = Math.min(most, Math.max(0, pointsLost + change));
    gain += pointsLost - lost;
    dimensions[id] = score + (pointsLost - lost) / weight;
  }
  const total = totalOf(report);
  if (total === undefined) return { gain, dimensions };
  const clamped = report.residuals.find((each) => each.kind === 'clamp')?.points ?? 0;
  const raw = total + clamped + gain;
  return {
    gain,
    total: Math.min(pack.scale.max, Math.max(pack.scale.min, raw)),
    dimensions,
  };
}

/** The platform's total, else ours. */
export function totalOf({ total }: Report): number | undefined {
  return total?.official ?? total?.ours;
}

/** Why points at other values cannot be told. */
export function whyNoPoints({ rule, report }: ModelIndicator): NoAnswer {
  const { how } = rule.points;
  if (how === 'rank' || how === 'five-step' || how === 'percentile') return 'by-rank';
  return report.value === undefined ? 'no-value' : 'no-points';
}
