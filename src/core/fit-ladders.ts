/**
 * Reference curves calibrated on the shop's own snapshots. Where a page prints an indicator's points, value
 * against points; in an opaque dimension, the dimension's score is fitted as Σ share × curve(value), each
 * curve in turn by isotonic regression on what the others leave. Used only when it beats the default curve
 * on days it never saw.
 */
import type { ScoreSnapshot } from './entities';
import { VARIED_DAYS } from './fit-weights';
import { tryHeldOut } from './held-out';
import { isotonicKnots } from './isotonic';
import { ladderPoints } from './ladder';
import type { Indicator, RulePack } from './pack';
import type { Ladder } from './points-types';
import type { FitReport } from './report-types';

/** Curves that are fitted together want so many days each. */
const DAYS_PER_CURVE = 3;
const SWEEPS = 6;
/** More days would only cost time: the newest tell most. */
const MOST_DAYS = 40;

interface Day {
  values: number[];
  score: number;
}

export interface FittedLadders {
  pack: RulePack;
  fits: FitReport[];
}

/** @param snapshots of this pack's rule, oldest first */
export function fitLadders(pack: RulePack, snapshots: readonly ScoreSnapshot[]): FittedLadders {
  if (snapshots.length < VARIED_DAYS) return { pack, fits: [] };
  const fits: FitReport[] = [];
  const ladders = new Map<string, Ladder>();
  const recent = snapshots.slice(-MOST_DAYS);
  for (const dimension of pack.dimensions) {
    const inside = pack.indicators.filter((each) => each.dimension === dimension.id);
    for (const each of inside) printedFit(each, recent, ladders, fits);
    const open = inside.filter((each) => each.points.how === 'opaque');
    if (open.length < inside.length || open.some((each) => each.points.ladder.length === 0))
      continue;
    opaqueFit(open, dimension.id, recent, ladders, fits);
  }
  if (ladders.size === 0) return { pack, fits };
  const indicators = pack.indicators.map((each): Indicator => {
    const ladder = ladders.get(each.id);
    return ladder ? { ...each, points: { ...each.points, ladder } } : each;
  });
  return { pack: { ...pack, indicators }, fits };
}

/** Points printed beside the value: a curve of their own, against their mean as the default. */
function printedFit(
  { id, better, points }: Indicator,
  snapshots: readonly ScoreSnapshot[],
  ladders: Map<string, Ladder>,
  fits: FitReport[],
): void {
  if (points.how !== 'tiers' || points.tiers) return;
  const days = distinct(
    snapshots.flatMap(({ indicators }): Day[] => {
      const { value, points: printed } = indicators[id] ?? {};
      return value === undefined || printed === undefined
        ? []
        : [{ values: [value], score: printed }];
    }),
  );
  if (days.length < VARIED_DAYS) return;
  const fit = (from: Day[]): Ladder =>
    curveOf(
      from.map((d) => [d.values[0] ?? 0, d.score]),
      better,
    );
  const trial = tryHeldOut(
    days,
    (held, others) => Math.abs((ladderPoints(fit(others), held.values[0] ?? 0) ?? 0) - held.score),
    (held, others) => Math.abs(mean(others.map((d) => d.score)) - held.score),
  );
  const { beats, ...figures } = trial;
  fits.push({ kind: 'ladder', indicator: id, ...figures, used: beats });
  if (beats) ladders.set(id, fit(days));
}

function opaqueFit(
  rules: Indicator[],
  dimension: string,
  snapshots: readonly ScoreSnapshot[],
  ladders: Map<string, Ladder>,
  fits: FitReport[],
): void {
  const days = distinct(
    snapshots.flatMap((each): Day[] => {
      const values = rules.map(({ id }) => each.indicators[id]?.value);
      const score = each.dimensions[dimension]?.score;
      const isKnown = values.every((value) => value !== undefined);
      return isKnown && score !== undefined ? [{ values: values as number[], score }] : [];
    }),
  );
  if (days.length < Math.max(VARIED_DAYS, DAYS_PER_CURVE * rules.length)) return;
  const defaults = rules.map((each) => each.points.ladder);
  const shares = sharesOf(rules);
  const miss = (curves: Ladder[], { values, score }: Day): number =>
    Math.abs(predict(curves, shares, values) - score);
  const { beats, ...figures } = tryHeldOut(
    days,
    (held, others) => miss(backfit(rules, defaults, shares, others), held),
    (held) => miss(defaults, held),
  );
  for (const { id } of rules) fits.push({ kind: 'ladder', indicator: id, ...figures, used: beats });
  if (!beats) return;
  backfit(rules, defaults, shares, days).forEach((ladder, i) => {
    const id = rules[i]?.id;
    if (id !== undefined) ladders.set(id, ladder);
  });
}

/** Each curve in turn takes up what the others leave, starting from the reference curves. */
function backfit(rules: Indicator[], defaults: Ladder[], shares: number[], days: Day[]): Ladder[] {
  const curves = [...defaults];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i];
      const share = shares[i] ?? 0;
      if (!rule || !(share > 0)) continue;
      const own = curves[i] ?? [];
      const left = days.map(({ values, score }): [number, number] => {
        const value = values[i] ?? 0;
        const rest = score - predict(curves, shares, values);
        // Half of what is left: the other half is the others' to explain.
        return [value, (ladderPoints(own, value) ?? 0) + (0.5 * rest) / share];
      });
      curves[i] = withEnds(curveOf(left, rule.better), defaults[i] ?? [], rule.better);
    }
  }
  return curves;
}

function curveOf(pairs: [number, number][], better: 'low' | 'high'): Ladder {
  const knots = isotonicKnots(
    pairs.map(([x, y]) => ({ x, y })),
    better === 'low' ? 'down' : 'up',
  );
  return knots.map(({ x, y }) => ({ value: x, points: y }));
}

/** Beyond the values seen the reference curve goes on, never back the wrong way. */
function withEnds(fitted: Ladder, reference: Ladder, better: 'low' | 'high'): Ladder {
  const first = fitted[0];
  const last = fitted.at(-1);
  if (!first || !last) return reference;
  const [least, most] = limitsOf(reference);
  const clip = (points: number): number => Math.min(most, Math.max(least, points));
  const low = better === 'low';
  const before = reference
    .filter(({ value }) => value < first.value)
    .map(({ value, points }) => ({
      value,
      points: low ? Math.max(points, first.points) : Math.min(points, first.points),
    }));
  const after = reference
    .filter(({ value }) => value > last.value)
    .map(({ value, points }) => ({
      value,
      points: low ? Math.min(points, last.points) : Math.max(points, last.points),
    }));
  return [...before, ...fitted, ...after].map(({ value, points }) => ({
    value,
    points: clip(points),
  }));
}

function limitsOf(ladder: Ladder): [number, number] {
  const points = ladder.map((each) => each.points);
  return [Math.min(...points), Math.max(...points)];
}

function predict(curves: Ladder[], shares: number[], values: number[]): number {
  return curves.reduce(
    (sum, curve, i) => sum + (shares[i] ?? 0) * (ladderPoints(curve, values[i] ?? 0) ?? 0),
    0,
  );
}

function sharesOf(rules: Indicator[]): number[] {
  const shares = rules.map((each) => each.points.weight ?? 1 / rules.length);
  const sum = shares.reduce((total, each) => total + each, 0);
  return shares.map((each) => each / sum);
}

function distinct(days: Day[]): Day[] {
  const seen = new Map(days.map((each) => [[...each.values, each.score].join(), each]));
  return [...seen.values()];
}

const mean = (numbers: number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
