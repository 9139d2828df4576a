/**
 * A merchant's own figures for a pack, copied from the platform's page or assumed: weights, tiers, points
 * per hour, curves. The result is a pack like any other; a bad edit is refused with field and reason.
 */
import type { Dimension, Indicator, RulePack } from './pack';
import type { BucketPoints, Ladder, PointsRule, Tier } from './points-types';

export interface PackSettings {
  /** Dimension id → weight, 0..1: all of them, summing to 1. */
  dimensionWeights?: Record<string, number>;
  indicators?: Record<
    string,
    { weight?: number; tiers?: Tier[]; table?: BucketPoints[]; ladder?: Ladder }
  >;
  /** Half-life of the recency assumption, days. */
  recencyHalfLifeDays?: number;
}

export interface SettingsProblem {
  /** e.g. `indicators.quality-return-rate.tiers`. */
  field: string;
  /** Machine code for the form. */
  reason:
    | 'unknown-id'
    | 'not-a-share'
    | 'sum-not-one'
    | 'missing-weight'
    | 'not-used-by-this-rule'
    | 'out-of-scale'
    | 'wrong-order'
    | 'empty'
    | 'not-positive';
}

/** Rounded percentages may sum to 99 or 101. */
const SUM_SLACK = 0.02;

/** The pack with the merchant's figures, or every problem found. */
export function applySettings(
  pack: RulePack,
  settings: PackSettings,
): { pack: RulePack } | { problems: SettingsProblem[] } {
  const problems = [...dimensionProblems(pack, settings), ...indicatorProblems(pack, settings)];
  const { recencyHalfLifeDays: halfLife } = settings;
  if (halfLife !== undefined && (!pack.recency || !(halfLife > 0))) {
    const reason = pack.recency ? 'not-positive' : 'not-used-by-this-rule';
    problems.push({ field: 'recencyHalfLifeDays', reason });
  }
  if (problems.length > 0) return { problems };
  return {
    pack: {
      ...pack,
      dimensions: pack.dimensions.map((each) => withWeight(each, settings)),
      indicators: pack.indicators.map((each) => withFigures(each, settings)),
      ...(pack.recency && halfLife !== undefined
        ? { recency: { ...pack.recency, halfLifeDays: halfLife } }
        : {}),
    },
  };
}

function withWeight(dimension: Dimension, settings: PackSettings): Dimension {
  const weight = settings.dimensionWeights?.[dimension.id];
  if (weight === undefined) return dimension;
  return { ...dimension, weightPrior: weight, weightProvenance: 'page' };
}

function withFigures(indicator: Indicator, settings: PackSettings): Indicator {
  const { weight, tiers, table, ladder } = settings.indicators?.[indicator.id] ?? {};
  const points: PointsRule = {
    ...indicator.points,
    ...(weight === undefined ? {} : { weight, weightProvenance: 'page' as const }),
    ...(ladder ? { ladder } : {}),
  };
  if (points.how === 'tiers' && tiers) points.tiers = tiers;
  if (points.how === 'mean-points' && table) points.table = table;
  const bands = table && indicator.valueTable ? { valueTable: table } : {};
  return { ...indicator, points, ...bands };
}

function dimensionProblems(pack: RulePack, { dimensionWeights }: PackSettings): SettingsProblem[] {
  if (!dimensionWeights) return [];
  const field = (id: string): string => `dimensionWeights.${id}`;
  const problems: SettingsProblem[] = [];
  for (const [id, weight] of Object.entries(dimensionWeights)) {
    if (!pack.dimensions.some((each) => each.id === id)) {
      problems.push({ field: field(id), reason: 'unknown-id' });
    } else if (!(weight >= 0 && weight <= 1)) {
      problems.push({ field: field(id), reason: 'not-a-share' });
    }
  }
  for (const { id } of pack.dimensions) {
    if (!Object.hasOwn(dimensionWeights, id)) {
      problems.push({ field: field(id), reason: 'missing-weight' });
    }
  }
  const sum = Object.values(dimensionWeights).reduce((total, each) => total + each, 0);
  if (problems.length === 0 && Math.abs(sum - 1) > SUM_SLACK) {
    problems.push({ field: 'dimensionWeights', reason: 'sum-not-one' });
  }
  return problems;
}

function indicatorProblems(pack: RulePack, { indicators = {} }: PackSettings): SettingsProblem[] {
  return Object.entries(indicators).flatMap(([id, { weight, tiers, table, ladder }]) => {
    const field = `indicators.${id}`;
    const indicator = pack.indicators.find((each) => each.id === id);
    if (!indicator) return [{ field, reason: 'unknown-id' as const }];
    const { how } = indicator.points;
    const problems: SettingsProblem[] = [];
    const refuse = (part: string, reason: SettingsProblem['reason'] | undefined): void => {
      if (reason) problems.push({ field: `${field}.${part}`, reason });
    };
    if (weight !== undefined && !(weight >= 0 && weight <= 1)) refuse('weight', 'not-a-share');
    if (tiers) {
      refuse(
        'tiers',
        how === 'tiers' ? tiersReason(pack, indicator, tiers) : 'not-used-by-this-rule',
      );
    }
    if (table) {
      const used = how === 'mean-points' || indicator.valueTable !== undefined;
      const scale = indicator.valueTable ? { min: 0, max: 1 } : pack.scale;
      refuse('table', used ? tableReason(scale, table) : 'not-used-by-this-rule');
    }
    if (ladder) {
      const used = how === 'opaque' || how === 'rank';
      refuse('ladder', used ? pointsReason(pack.scale, ladder) : 'not-used-by-this-rule');
    }
    return problems;
  });
}

type Reason = SettingsProblem['reason'] | undefined;

function pointsReason(
  { min, max }: { min: number; max: number },
  rows: { points: number; value?: number }[],
): Reason {
  if (rows.length === 0) return 'empty';
  const inScale = rows.every(({ points }) => points >= min && points <= max);
  return inScale ? undefined : 'out-of-scale';
}

/** More points must ask for a better value. */
function tiersReason(pack: RulePack, { better }: Indicator, tiers: Tier[]): Reason {
  const sorted = [...tiers].sort((a, b) => a.points - b.points);
  const rising = sorted.every((each, i) => {
    const before = sorted[i - 1];
    if (!before) return Number.isFinite(each.value);
    const harder = better === 'high' ? each.value > before.value : each.value < before.value;
    return harder && each.points > before.points;
  });
  return pointsReason(pack.scale, tiers) ?? (rising ? undefined : 'wrong-order');
}

/** Later is never worth more, and the last row has no limit, so that every value has points. */
function tableReason(scale: { min: number; max: number }, table: BucketPoints[]): Reason {
  const falling = table.every((each, i) => {
    const before = table[i - 1];
    const last = i === table.length - 1;
    if (last !== (each.upTo === undefined)) return false;
    return (
      !before || ((each.upTo ?? Infinity) > (before.upTo ?? 0) && each.points <= before.points)
    );
  });
  return pointsReason(scale, table) ?? (falling ? undefined : 'wrong-order');
}
