/** From an indicator's value, rank or distribution to its points, for every kind of rule. */
import type { Provenance } from './entities';
import { ladderPoints } from './ladder';
import type { BucketPoints, PointsRule, Tier } from './points-types';
import { worstProvenance } from './provenance';
import { scoreOfRank } from './rank';

export interface PointsInput {
  better: 'low' | 'high';
  /** The indicator's value in its unit, and how sure it is. */
  value?: number;
  valueProvenance: Provenance;
  /** Points as the page prints them: they win. */
  printed?: number;
  /** Share of peers that are better (0 = best), where the page tells. */
  rank?: number;
  /** Bad units when the small-shop rule holds: its points. */
  relief?: number;
}

export interface Points {
  points: number;
  provenance: Provenance;
}

/** Undefined where the rule publishes no way and the page prints no points: never a guess without a curve. */
export function findPoints(rule: PointsRule, input: PointsInput): Points | undefined {
  const { value, rank, printed } = input;
  if (printed !== undefined) return { points: printed, provenance: 'page' };
  switch (rule.how) {
    case 'opaque':
      return value === undefined ? undefined : estimate(ladderPoints(rule.ladder, value));
    case 'rank':
      return rank === undefined ? undefined : estimate(ladderPoints(rule.ladder, rank));
    case 'percentile':
      if (rank === undefined) return undefined;
      return { points: scoreOfRank(rank, rule.full), provenance: 'page' };
    case 'five-step': {
      if (rank === undefined || !rule.cuts) return undefined;
      return { points: fiveStep(rank, rule.cuts), provenance: 'page' };
    }
    case 'tiers': {
      if (input.relief !== undefined) return { points: input.relief, provenance: 'exact' };
      if (value === undefined) return undefined;
      // Without thresholds only a curve calibrated on printed points can tell.
      if (!rule.tiers?.length) return estimate(ladderPoints(rule.ladder, value));
      return known(
        tierPoints(rule.tiers, input.better, value, rule.partial && rule.steps),
        input.valueProvenance,
        'page',
      );
    }
    case 'mean-points':
    case 'mean-rating':
      return known(value, input.valueProvenance);
  }
}

function estimate(points: number | undefined): Points | undefined {
  return points === undefined ? undefined : { points, provenance: 'estimate' };
}

function known(points: number | undefined, ...from: Provenance[]): Points | undefined {
  return points === undefined ? undefined : { points, provenance: worstProvenance(from) };
}

/**
 * The best step whose threshold is met; below all of them the lowest one. Values are never rounded first.
 * @param steps all points the steps give: a page may show only some thresholds, and between two steps that
 *   are not neighbours nothing can be told (undefined)
 */
export function tierPoints(
  tiers: Tier[],
  better: 'low' | 'high',
  value: number,
  steps?: number[],
): number | undefined {
  const best = [...tiers].sort((a, b) => b.points - a.points);
  const met = best.find((each) => (better === 'high' ? value >= each.value : value <= each.value));
  if (!steps) return (met ?? best.at(-1))?.points;
  const rising = [...steps].sort((a, b) => a - b);
  const at = met ? rising.indexOf(met.points) : lowestBelow(rising, best.at(-1)?.points);
  if (at < 0) return met?.points;
  const above = rising[at + 1];
  const isSettled = above === undefined || best.some((each) => each.points === above);
  return isSettled || !met ? rising[at] : undefined;
}

/** Index of the one step that is left when the lowest threshold shown is not met; −1 when several are. */
function lowestBelow(rising: number[], lowestShown: number | undefined): number {
  if (lowestShown === undefined) return -1;
  return rising.indexOf(lowestShown) <= 1 ? 0 : -1;
}

/** 新灯塔 and 基础服务考核分: 5 优秀 · 4 良好 · 3 一般 · 2 较差 · 0 很差; there is no 1. */
export function fiveStep(rank: number, cuts: [number, number, number, number]): number {
  const step = cuts.findIndex((cut) => rank <= cut);
  return [5, 4, 3, 2][step] ?? 0;
}

/** Mean of the points that each unit's own value earns. @param buckets raw value → units */
export function meanPoints(
  table: BucketPoints[],
  buckets: Record<string, number>,
): number | undefined {
  const sorted = [...table].sort((a, b) => (a.upTo ?? Infinity) - (b.upTo ?? Infinity));
  let units = 0;
  let sum = 0;
  for (const [bucket, count] of Object.entries(buckets)) {
    const row = sorted.find((each) => Number(bucket) <= (each.upTo ?? Infinity));
    if (!row) return undefined;
    units += count;
    sum += row.points * count;
  }
  return units > 0 ? sum / units : undefined;
}
