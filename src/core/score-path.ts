/**
 * The score for the next days (走势): what is counted leaves its window day by day, and new days bring what
 * is assumed. An indicator whose own rate is known moves by the change of our rate from today's value; the
 * others are held, and named.
 */
import type { PathAssumption, PathDay, PathPoint, ScorePath } from './answers-types';
import type { TallyRow } from './measure';
import { countedValue } from './own-value';
import type { Indicator } from './pack';
import { type RollOffDay, rollOffCalendar } from './roll-off';
import {
  countBehind,
  findIndicator,
  lossAt,
  type ModelIndicator,
  pointsAt,
  type ScoreModel,
  totalWith,
  worthOf,
} from './score-model';
import { createTallySums, type TallySums } from './tally-sums';
import { formatDay } from './time';
import { windowEndingOn } from './window';

export const DEFAULT_ASSUMPTION: PathAssumption = { kind: 'as-recent', days: 7 };
export const PATH_DAYS = 30;

/** One day's expected cell of one measure. */
interface Expected {
  num: number;
  den: number;
  buckets?: Record<string, number>;
}

/** @param days how far ahead, 30 by default */
export function scorePath(
  model: ScoreModel,
  assumption: PathAssumption = model.context.settings?.path ?? DEFAULT_ASSUMPTION,
  days: number = PATH_DAYS,
): ScorePath {
  const { asOf, context, report } = model;
  const found = context.pack.indicators.flatMap(({ id }) => findIndicator(model, id) ?? []);
  const moving = found.filter(
    (each) => each.report.value !== undefined && countBehind(model, each.rule) !== undefined,
  );
  const future = createTallySums([...context.tallies, ...newDays(model, moving, assumption, days)]);
  const leaving = new Map(
    found.flatMap(({ rule, report: { behind } }) => {
      const measureId = moving.some((each) => each.rule === rule)
        ? rule.measureId
        : behind?.measureId;
      return measureId === undefined
        ? []
        : [[rule.id, rollOffCalendar(context.sums, measureId, rule.window, asOf, days)] as const];
    }),
  );
  const path = Array.from({ length: days }, (_, i): PathDay => {
    const at = asOf + i + 1;
    const indicators: Record<string, PathPoint> = {};
    const losses: Record<string, number> = {};
    for (const each of found) {
      const isMoving = moving.includes(each);
      const point = isMoving ? movedPoint(model, each, future, at) : heldPoint(each);
      Object.assign(point, leavingOf(leaving.get(each.rule.id)?.[i]));
      indicators[each.rule.id] = point;
      if (point.pointsLost !== undefined) losses[each.rule.id] = point.pointsLost;
    }
    const { total, dimensions } = totalWith(model, losses);
    return {
      asOfDay: at,
      asOf: formatDay(at),
      ...(total === undefined ? {} : { total }),
      dimensions,
      indicators,
    };
  });
  return {
    assumption,
    days: path,
    projected: moving.map((each) => each.rule.id),
    held: found.filter((each) => !moving.includes(each)).map((each) => each.rule.id),
    provenance: report.total || moving.length > 0 ? 'estimate' : 'missing',
  };
}

function movedPoint(
  model: ScoreModel,
  found: ModelIndicator,
  future: TallySums,
  asOf: number,
): PathPoint {
  const { rule, report } = found;
  const { pack, sums } = model.context;
  const today = countedValue(pack, sums, rule, windowEndingOn(rule.window, model.asOf));
  const then = countedValue(pack, future, rule, windowEndingOn(rule.window, asOf));
  // An empty window has no rate: nothing to show, and what it costs stays as it is.
  if (report.value === undefined || today === undefined || then === undefined) return {};
  const value = Math.max(0, report.value + then - today);
  const points = pointsAt(model, found, value)?.points;
  const loss = points === undefined ? undefined : lossAt(model, found, points);
  return {
    value,
    ...(points === undefined ? {} : { points }),
    ...(loss === undefined ? {} : { pointsLost: loss }),
  };
}

function heldPoint({ report }: ModelIndicator): PathPoint {
  const { value, points, pointsLost } = report;
  return {
    ...(value === undefined ? {} : { value }),
    ...(points === undefined ? {} : { points }),
    ...(pointsLost === undefined ? {} : { pointsLost }),
  };
}

const leavingOf = (day: RollOffDay | undefined): PathPoint =>
  day && (day.num !== 0 || day.den !== 0) ? { leavingNum: day.num, leavingDen: day.den } : {};

/** The days to come, as tallies: so that projections and history are counted by one way. */
function newDays(
  model: ScoreModel,
  moving: ModelIndicator[],
  assumption: PathAssumption,
  days: number,
): TallyRow[] {
  if (assumption.kind === 'nothing-new') return [];
  const cells: TallyRow['cells'] = {};
  const buckets: NonNullable<TallyRow['buckets']> = {};
  for (const { rule } of moving) {
    const { measureId } = rule;
    if (measureId === undefined) continue;
    const { num, den, buckets: units } = expectedOf(model, rule, assumption);
    cells[measureId] = [num, den, den, 0, 0, 0];
    if (units) buckets[measureId] = units;
  }
  return Array.from({ length: days }, (_, i) => ({ day: model.asOf + i + 1, cells, buckets }));
}

/** A mean day of the last complete ones the measure has reached. */
function expectedOf(
  { context, asOf }: ScoreModel,
  rule: Indicator,
  assumption: Exclude<PathAssumption, { kind: 'nothing-new' }>,
): Expected {
  const { days } = assumption;
  const { measureId = '', scale = 1 } = rule;
  const [num, den] = context.sums.sum(measureId, asOf - days + 1, asOf);
  const units: Record<string, number> = {};
  for (const { buckets } of context.sums.rows(asOf - days + 1, asOf)) {
    for (const [bucket, count] of Object.entries(buckets?.[measureId] ?? {})) {
      units[bucket] = (units[bucket] ?? 0) + count / days;
    }
  }
  if (assumption.kind === 'as-recent') return { num: num / days, den: den / days, buckets: units };
  const all = Object.values(units).reduce((sum, each) => sum + each, 0);
  return {
    num: ((worthOf(rule)?.good ?? 0) * scale * den) / days,
    den: den / days,
    ...(all > 0 ? { buckets: { 0: all } } : {}),
  };
}
