/** What one order costs: its share of the indicator's loss, and its marginal: the score with and without it. */
import { badnessOf, indicatorOfMeasure } from './pack-lookup';
import type { OffenderRef } from './report-types';
import {
  countBehind,
  findIndicator,
  lossAt,
  type ModelIndicator,
  pointsAt,
  type ScoreModel,
} from './score-model';

export interface OrderShare {
  orderId: string;
  unitId: string;
  indicator: string;
  /** Points of the total; shares of all units sum to the indicator's loss. Absent while lists are partial. */
  share?: number;
  /** Points of the total that the indicator would win without this unit; 0 inside a step. */
  marginal?: number;
}

/** In the order given; units of measures that stand behind no indicator are left out. */
export function orderShares(model: ScoreModel, units: readonly OffenderRef[]): OrderShare[] {
  const known = new Map<string, Behind | undefined>();
  return units.flatMap((unit): OrderShare[] => {
    if (!known.has(unit.measureId)) known.set(unit.measureId, behindOf(model, unit.measureId));
    const behind = known.get(unit.measureId);
    if (!behind) return [];
    const { found, use, rate } = behind;
    const share = rate === undefined ? undefined : rate * badnessOf(use, unit.num, unit.den);
    const marginal = marginalOf(model, behind, unit);
    return [
      {
        orderId: unit.orderId,
        unitId: unit.unitId,
        indicator: found.rule.id,
        ...(share === undefined ? {} : { share }),
        ...(marginal === undefined ? {} : { marginal }),
      },
    ];
  });
}

interface Behind {
  found: ModelIndicator;
  use: NonNullable<ReturnType<typeof indicatorOfMeasure>>;
  /** Points for one unit of badness. */
  rate?: number;
  /** Denominator of the indicator's own count. */
  den?: number;
}

function behindOf(model: ScoreModel, measureId: string): Behind | undefined {
  const use = indicatorOfMeasure(model.context.pack, measureId);
  const found = use && findIndicator(model, use.indicator.id);
  if (!use || !found) return undefined;
  const { behind } = found.report;
  const rate = behind?.measureId === measureId ? behind.lossPerBadness : undefined;
  const den = use.own ? countBehind(model, found.rule)?.den : undefined;
  return {
    found,
    use,
    ...(rate === undefined ? {} : { rate }),
    ...(den === undefined ? {} : { den }),
  };
}

/** Only where the unit's own part of the value is known: num ÷ den, without curves over buckets. */
function marginalOf(
  model: ScoreModel,
  { found, den }: Behind,
  unit: OffenderRef,
): number | undefined {
  const { rule, report } = found;
  const isPlain = rule.points.how !== 'mean-points' && !rule.valueTable;
  if (!isPlain || den === undefined || report.value === undefined || den <= unit.den) {
    return undefined;
  }
  const without = report.value * den - unit.num / (rule.scale ?? 1);
  const points = pointsAt(model, found, Math.max(0, without / (den - unit.den)))?.points;
  const loss = points === undefined ? undefined : lossAt(model, found, points);
  return loss === undefined ? undefined : (report.pointsLost ?? 0) - loss;
}
