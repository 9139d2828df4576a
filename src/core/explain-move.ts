/**
 * Why the score moved between two official snapshots: what entered and left each indicator's window, what was
 * revised in between, bonus, deduction, a change of rule; what none of these explains is said. The parts sum
 * to the difference exactly.
 */
import type { Movement, MovePart } from './answers-types';
import type { Provenance, ScoreSnapshot } from './entities';
import { countedValue } from './own-value';
import type { Indicator } from './pack';
import { findPoints } from './points-rule';
import { countOwn } from './report-own';
import type { OffenderRef } from './report-types';
import { findIndicator, type ScoreModel } from './score-model';
import { formatDay } from './time';
import { windowEndingOn } from './window';

/** Sums of floats: what is smaller than this is nobody's. */
const NOTHING = 1e-9;

/**
 * Undefined while a total is missing. Weights are those of the model's report.
 * @param facts offending units of the days at the edges, where known: they are named with their part
 */
export function explainMove(
  model: ScoreModel,
  before: ScoreSnapshot,
  after: ScoreSnapshot,
  facts: readonly OffenderRef[] = [],
): Movement | undefined {
  if (before.total === undefined || after.total === undefined) return undefined;
  const difference = after.total - before.total;
  const movement: Movement = {
    fromDay: formatDay(before.day),
    toDay: formatDay(after.day),
    difference,
    parts: [],
    ...(before.packId === undefined ? {} : { fromPack: before.packId }),
    ...(after.packId === undefined ? {} : { toPack: after.packId }),
  };
  if (before.packId !== after.packId) {
    movement.parts = [{ kind: 'rule-change', points: difference, provenance: 'page' }];
    return movement;
  }
  const parts = model.report.dimensions.flatMap(({ id, weight }) =>
    weight === undefined ? [] : dimensionParts(model, id, weight, before, after, facts),
  );
  parts.push(...adjustmentParts(before, after));
  const rest = difference - sumOf(parts);
  if (Math.abs(rest) > NOTHING) {
    parts.push({ kind: 'unexplained', points: rest, provenance: 'estimate' });
  }
  movement.parts = parts.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return movement;
}

/** Printed signs differ from page to page: both are read as amounts. */
function adjustmentParts(before: ScoreSnapshot, after: ScoreSnapshot): MovePart[] {
  return (['bonus', 'deduction'] as const).flatMap((kind): MovePart[] => {
    const [from, to] = [before[kind], after[kind]];
    if (from === undefined || to === undefined) return [];
    const points = (Math.abs(to) - Math.abs(from)) * (kind === 'bonus' ? 1 : -1);
    return points === 0 ? [] : [{ kind, points, provenance: 'page' }];
  });
}

/** The dimension's own change, divided among what its indicators' values did. */
function dimensionParts(
  model: ScoreModel,
  dimension: string,
  weight: number,
  before: ScoreSnapshot,
  after: ScoreSnapshot,
  facts: readonly OffenderRef[],
): MovePart[] {
  const from = before.dimensions[dimension]?.score;
  const to = after.dimensions[dimension]?.score;
  if (from === undefined || to === undefined) return [];
  const change = weight * (to - from);
  const inside = model.report.indicators
    .filter((each) => each.dimension === dimension)
    .flatMap((each) => indicatorParts(model, each.id, before, after, facts));
  const told = fitted(inside, change);
  const rest = change - sumOf(told);
  if (Math.abs(rest) <= NOTHING) return told;
  const kind = told.length > 0 ? 'unexplained' : 'dimension';
  const provenance = kind === 'dimension' ? 'page' : 'estimate';
  return [...told, { kind, dimension, points: rest, provenance }];
}

/**
 * Estimates never claim more than the dimension really moved, and none of a movement the other way: what
 * the curves say beyond that is theirs, not the score's.
 */
function fitted(parts: MovePart[], change: number): MovePart[] {
  const told = sumOf(parts);
  if (parts.every((each) => each.provenance !== 'estimate')) return parts;
  if (told * change <= 0) return [];
  const scale = Math.min(1, change / told);
  return parts.map((each) => ({ ...each, points: each.points * scale }));
}

/** From the old value to the new: what left, what entered, the rest revised. */
function indicatorParts(
  model: ScoreModel,
  id: string,
  before: ScoreSnapshot,
  after: ScoreSnapshot,
  facts: readonly OffenderRef[],
): MovePart[] {
  const found = findIndicator(model, id);
  const from = before.indicators[id]?.value;
  const to = after.indicators[id]?.value;
  const weight = found?.report.weight;
  if (!found || weight === undefined || from === undefined || to === undefined || from === to) {
    return [];
  }
  const { rule } = found;
  const base = { dimension: rule.dimension, indicator: id };
  const pointsOf = (value: number): { points: number; provenance: Provenance } | undefined =>
    findPoints(rule.points, {
      better: rule.better,
      value: Math.max(0, value),
      valueProvenance: 'page',
    });
  const steps = windowSteps(model, rule, before.day - 1, after.day - 1, facts) ?? [];
  const parts: MovePart[] = [];
  let value = from;
  const stepTo = (next: number, part: Omit<MovePart, 'points' | 'provenance'>): boolean => {
    const here = pointsOf(value);
    const there = pointsOf(next);
    if (!here || !there) return false;
    const points = weight * (there.points - here.points);
    value = next;
    if (points !== 0 || part.num) parts.push({ ...part, points, provenance: there.provenance });
    return true;
  };
  for (const { change, ...part } of steps) {
    if (!stepTo(value + change, { ...base, ...part })) return [];
  }
  const kind = steps.length > 0 ? 'revised' : 'value';
  return stepTo(to, { ...base, kind }) ? parts : [];
}

type WindowStep = Omit<MovePart, 'points' | 'provenance'> & { change: number };

/** Undefined unless both windows are known in full. */
function windowSteps(
  { context }: ScoreModel,
  rule: Indicator,
  fromAsOf: number,
  toAsOf: number,
  facts: readonly OffenderRef[],
): WindowStep[] | undefined {
  const { pack, sums } = context;
  const measure = pack.measures.find((each) => each.id === rule.measureId);
  const older = windowEndingOn(rule.window, fromAsOf);
  const newer = windowEndingOn(rule.window, toAsOf);
  if (!measure || toAsOf <= fromAsOf) return undefined;
  const isKnown = [older, newer].every((one) => countOwn(context, measure, one).rateAllowed);
  const was = countedValue(pack, sums, rule, older);
  const is = countedValue(pack, sums, rule, newer);
  if (!isKnown || was === undefined || is === undefined) return undefined;
  // Without a day in common there is no value in between: all of it is the new window's.
  const between =
    newer.dayFrom <= older.dayTo
      ? countedValue(pack, sums, rule, { dayFrom: newer.dayFrom, dayTo: older.dayTo })
      : undefined;
  const middle = between ?? was;
  const edge = (
    kind: 'left' | 'entered',
    dayFrom: number,
    dayTo: number,
  ): Omit<WindowStep, 'change'> => {
    const [num, den] = sums.sum(measure.id, dayFrom, dayTo);
    const orders = facts
      .filter((each) => each.measureId === measure.id && each.day >= dayFrom && each.day <= dayTo)
      .sort((a, b) => b.num - a.num || b.day - a.day || (a.orderId < b.orderId ? -1 : 1))
      .map(({ orderId, unitId, day, num: own, reason }) => ({
        orderId,
        unitId,
        day,
        num: own,
        ...(reason === undefined ? {} : { reason }),
      }));
    return {
      kind,
      num,
      den,
      dayFrom: formatDay(dayFrom),
      dayTo: formatDay(dayTo),
      ...(orders.length > 0 ? { orders } : {}),
    };
  };
  const lastGone = Math.min(older.dayTo, newer.dayFrom - 1);
  const firstNew = Math.max(newer.dayFrom, older.dayTo + 1);
  return [
    { ...edge('left', older.dayFrom, lastGone), change: middle - was },
    { ...edge('entered', firstNew, newer.dayTo), change: is - middle },
  ];
}

const sumOf = (parts: MovePart[]): number => parts.reduce((sum, each) => sum + each.points, 0);
