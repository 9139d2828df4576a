/** From the platform's score page to what each dimension costs, and what remains unaccounted for. */
import { weightedSum } from './compose';
import type { Provenance, ScoreSnapshot } from './entities';
import { fitWeights } from './fit-weights';
import type { Trial } from './held-out';
import type { RulePack } from './pack';
import { worstProvenance } from './provenance';
import type { DimensionReport, Residual } from './report-types';
import type { WeightObservation } from './weights';

/** Older snapshots still help to estimate the weights, but a shop may change its industry. */
const FIT_DAYS = 60;

export interface ScoreBreakdown {
  dimensions: DimensionReport[];
  weightsEstimated: boolean;
  /** How the weights fared on days they never saw; absent where none were fitted. */
  weightsTrial?: Trial;
  residuals: Residual[];
  /** Σ weight × score + bonus − deduction, within the scale. */
  ours?: number;
}

/** A dimension's score as its indicators' points give it, where the page prints none. */
export type DerivedScores = Record<string, { score: number; provenance: Provenance }>;

/** @param snapshots of this pack's rule, any order; used for the weights only */
export function breakDown(
  pack: RulePack,
  official: ScoreSnapshot | undefined,
  snapshots: ScoreSnapshot[],
  derived: DerivedScores = {},
): ScoreBreakdown {
  const { weights, provenance, trial } = findWeights(pack, official, snapshots);
  const dimensions = pack.dimensions.map((dimension, i): DimensionReport => {
    const printed = official?.dimensions[dimension.id]?.score;
    const own = derived[dimension.id];
    const score = printed ?? own?.score;
    const weight = weights[i];
    const base = {
      id: dimension.id,
      label: dimension.labels[0] ?? dimension.id,
      ...(weight === undefined ? {} : { weight }),
      weightProvenance: provenance,
    };
    if (score === undefined) return { ...base, provenance: 'missing' };
    const sure = printed === undefined ? (own?.provenance ?? 'missing') : 'page';
    if (weight === undefined) return { ...base, score, provenance: sure };
    return {
      ...base,
      score,
      pointsLost: weight * (pack.scale.max - score),
      // With a published weight the page's score is what is left to be sure of.
      provenance: worstProvenance([sure, provenance]),
    };
  });
  const sum = sumOfDimensions(dimensions);
  return {
    dimensions,
    weightsEstimated: provenance === 'estimate',
    ...(trial ? { weightsTrial: trial } : {}),
    residuals:
      official && sum !== undefined ? findResiduals(pack, official, sum, sumOf(weights)) : [],
    ...(official && sum !== undefined
      ? { ours: clampTotal(pack, sum + adjustments(official)) }
      : {}),
  };
}

function findWeights(
  pack: RulePack,
  official: ScoreSnapshot | undefined,
  snapshots: ScoreSnapshot[],
): { weights: (number | undefined)[]; provenance: Provenance; trial?: Trial } {
  const printed = pack.dimensions.map((each) => official?.dimensions[each.id]?.weight);
  const sum = sumOf(printed);
  if (printed.every((each) => each !== undefined) && Math.abs(sum - 1) < 0.02) {
    return { weights: printed as number[], provenance: 'page' };
  }
  const priors = pack.dimensions.map((each) => each.weightPrior);
  if (!priors.every((each) => each !== undefined)) {
    return { weights: printed, provenance: 'missing' };
  }
  const known = pack.dimensions.flatMap((each) => each.weightProvenance ?? []);
  if (known.length === priors.length)
    return { weights: priors, provenance: worstProvenance(known) };
  const today = official && findObservation(pack, official);
  const before = snapshots.filter(
    (each) => each !== official && (!official || official.day - each.day <= FIT_DAYS),
  );
  const observations = before.flatMap((each) => findObservation(pack, each) ?? []);
  return { ...fitWeights(priors, today, observations), provenance: 'estimate' };
}

/** Undefined when a number is missing, or the total stands at an end of the scale. */
function findObservation(pack: RulePack, from: ScoreSnapshot): WeightObservation | undefined {
  const scores = pack.dimensions.map((each) => from.dimensions[each.id]?.score);
  if (from.total === undefined || !scores.every((each) => each !== undefined)) return undefined;
  if (from.total >= pack.scale.max || from.total <= pack.scale.min) return undefined;
  const sum = from.total - adjustments(from);
  return { scores: scores as number[], sum, roundingHalf: roundingHalf(from, pack) };
}

/** Half a unit of the last digit: the coarser of the total's and the dimensions' decimals. */
function roundingHalf(from: ScoreSnapshot, pack: RulePack): number {
  const decimals = (numbers: (number | undefined)[]): number =>
    Math.max(pack.scale.decimals, ...numbers.map(decimalsOf));
  const scores = pack.dimensions.map((each) => from.dimensions[each.id]?.score);
  return 0.5 * 10 ** -Math.min(decimals([from.total]), decimals(scores));
}

function decimalsOf(number: number | undefined): number {
  return number === undefined ? 0 : (String(number).split('.')[1]?.length ?? 0);
}

/** Bonus − deduction. The page may print a deduction with its sign. */
function adjustments(from: ScoreSnapshot): number {
  return Math.abs(from.bonus ?? 0) - Math.abs(from.deduction ?? 0);
}

function sumOfDimensions(dimensions: DimensionReport[]): number | undefined {
  return weightedSum(dimensions.map(({ weight, score }) => ({ weight, points: score })));
}

function sumOf(numbers: (number | undefined)[]): number {
  return numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
}

function clampTotal(pack: RulePack, total: number): number {
  return Math.min(pack.scale.max, Math.max(pack.scale.min, total));
}

/** So that Σ losses + Σ residuals = full − (total − bonus + deduction), always. */
function findResiduals(
  pack: RulePack,
  official: ScoreSnapshot,
  sum: number,
  weightSum: number,
): Residual[] {
  if (official.total === undefined) return [];
  const raw = sum + adjustments(official);
  const clamped = clampTotal(pack, raw);
  const residuals: Residual[] = [];
  if (clamped !== raw) residuals.push({ kind: 'clamp', points: raw - clamped });
  // Printed weights are rounded too and may sum to 99 or 101 %.
  const ofWeights = pack.scale.max * (1 - weightSum);
  const rest = clamped - official.total + ofWeights;
  // The total's rounding and that of every dimension: one whole unit at most.
  const most = 2 * roundingHalf(official, pack) + Math.abs(ofWeights) + 1e-9;
  const rounding = Math.abs(rest) <= most;
  if (Math.abs(rest) > 1e-12) {
    residuals.push({ kind: rounding ? 'rounding' : 'unexplained', points: rest });
  }
  return residuals;
}
