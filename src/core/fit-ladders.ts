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
import { ladderPoints, pointsOnSorted, sortedLadder } from './ladder';
import type { Indicator, RulePack } from './pack';
import type { Ladder } from './points-types';
import type { FitReport } from './report-types';

/** Curves that are fitted together want so many days each. */
const DAYS_PER_CURVE = 3;
const SWEEPS = 4;
/** More days would only cost time: the newest tell most. */
const MOST_DAYS = 20;

interface Day {
  values: number[];
  score: number;
}

export interface FittedLadders {
  pack: RulePack;
  fits: FitReport[];
}

/**
 * @param snapshots of this pack's rule, oldest first; the answer is remembered while the same readings are
 *   explained by the same indicators: a dashboard asks again with every question
 */
export function fitLadders(pack: RulePack, snapshots: readonly ScoreSnapshot[]): FittedLadders {
  const newest = snapshots.at(-1);
  if (snapshots.length < VARIED_DAYS || !newest) return { pack, fits: [] };
  const known = remembered.get(newest);
  const isSame =
    known?.indicators === pack.indicators &&
    known.snapshots.length === snapshots.length &&
    known.snapshots.every((each, i) => each === snapshots[i]);
  const fitted = isSame ? known.fitted : computeLadders(pack, snapshots);
  if (!isSame) remembered.set(newest, { indicators: pack.indicators, snapshots, fitted });
  return { pack: { ...pack, indicators: fitted.pack.indicators }, fits: fitted.fits };
}

interface Remembered {
  indicators: Indicator[];
  snapshots: readonly ScoreSnapshot[];
  fitted: FittedLadders;
}
/** By the newest reading, so that it goes when the readings go. */
const remembered = new WeakMap<ScoreSnapshot, Remembered>();

function computeLadders(pack: RulePack, snapshots: readonly ScoreSnapshot[]): FittedLadders {
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
  days.sort((a, b) => (a.values[0] ?? 0) - (b.values[0] ?? 0));
  const fit = (from: Day[]): Ladder =>
    curveOf(
      from.map((day) => day.values[0] ?? 0),
      from.map((day) => day.score),
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
  const defaults = rules.map((each) => sortedLadder(each.points.ladder));
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

/**
 * Each curve in turn takes up half of what the others leave, starting from the reference curves. What every
 * curve says of every day is kept, and the days are sorted once per curve: a sweep costs a few steps a day.
 */
function backfit(rules: Indicator[], defaults: Ladder[], shares: number[], days: Day[]): Ladder[] {
  const curves = [...defaults];
  const tracks = rules.map((_, i) => {
    const order = days
      .map((_day, t) => t)
      .sort((a, b) => valueAt(days, a, i) - valueAt(days, b, i));
    const xs = order.map((t) => valueAt(days, t, i));
    return { order, xs, said: xs.map((x) => pointsOnSorted(defaults[i] ?? [], x) ?? 0) };
  });
  const left = days.map(({ score }) => score);
  tracks.forEach(({ order, said }, i) => {
    for (const [k, t] of order.entries()) {
      left[t] = (left[t] ?? 0) - (shares[i] ?? 0) * (said[k] ?? 0);
    }
  });
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const [i, { order, xs, said }] of tracks.entries()) {
      const share = shares[i] ?? 0;
      const better = rules[i]?.better ?? 'low';
      if (!(share > 0)) continue;
      const wanted = said.map((now, k) => now + (0.5 * (left[order[k] ?? 0] ?? 0)) / share);
      const curve = withEnds(curveOf(xs, wanted, better), defaults[i] ?? [], better);
      curves[i] = curve;
      for (let k = 0; k < xs.length; k++) {
        const now = pointsOnSorted(curve, xs[k] ?? 0) ?? 0;
        const t = order[k] ?? 0;
        left[t] = (left[t] ?? 0) - share * (now - (said[k] ?? 0));
        said[k] = now;
      }
    }
  }
  return curves;
}

const valueAt = (days: Day[], t: number, i: number): number => days[t]?.values[i] ?? 0;

/** @param xs never falling */
function curveOf(xs: number[], ys: number[], better: 'low' | 'high'): Ladder {
  return isotonicKnots(xs, ys, better === 'low' ? 'down' : 'up').map(({ x, y }) => ({
    value: x,
    points: y,
  }));
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
    (sum, curve, i) => sum + (shares[i] ?? 0) * (pointsOnSorted(curve, values[i] ?? 0) ?? 0),
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
