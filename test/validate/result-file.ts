/** What `--json FILE` writes: docs/validation.md describes it. */
import type { Drag } from '../../src/core/report-types';
import type { ScoredShop } from './check';
import { INDICATORS, type MeasureKey } from './indicators';
import { totalOf } from './score';

export type MeasureResult = { num: number; den: number; value?: number };

export interface ShopResult {
  shop: string;
  orders: number;
  /** Over all the shop's orders. */
  measures: Record<MeasureKey, MeasureResult>;
  drag: Drag;
  /** Over its delivered orders: the values that the drag comes from, with their points. */
  scored: Record<MeasureKey, MeasureResult & { points?: number; pointsLost?: number }>;
}

export function shopResult({ tallies, report }: ScoredShop): ShopResult {
  const entries = <T>(of: (spec: (typeof INDICATORS)[number]) => T) =>
    Object.fromEntries(INDICATORS.map((spec) => [spec.key, of(spec)])) as Record<MeasureKey, T>;
  const result = (rows: typeof tallies.all, spec: (typeof INDICATORS)[number]): MeasureResult => {
    const { unknown: _unknown, ...rest } = totalOf(rows, spec);
    return rest;
  };
  return {
    shop: tallies.shop,
    orders: tallies.orders,
    measures: entries((spec) => result(tallies.all, spec)),
    drag: report.drag,
    scored: entries((spec) => {
      const reported = report.indicators.find((each) => each.id === spec.id);
      return {
        ...result(tallies.scored, spec),
        points: reported?.points,
        pointsLost: reported?.pointsLost,
      };
    }),
  };
}
