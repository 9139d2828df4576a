/** The frame that all 淘宝／天猫 packs fill: no tiers, curves or weights unless a source gives them. */

import type { Measure } from '../../../core/measure';
import type { Dimension, Indicator, RulePack } from '../../../core/pack';
import type { PointsRule } from '../../../core/points-types';
import { commonExclusions, listCounts, listMeasures } from '../../shared-rules/parts';

type How = 'tiers' | 'rank' | 'five-step' | 'mean-rating';

export interface IndicatorDraft {
  id: string;
  dimension: string;
  label: string;
  unit: Indicator['unit'];
  better: Indicator['better'];
  window: [number, number];
  measure?: Measure;
  best?: number;
  scale?: number;
  weight?: number;
  source: string;
}

export function indicator(how: How, pointsSource: string, draft: IndicatorDraft): Indicator {
  const { label, measure, weight, ...rest } = draft;
  const points: PointsRule = {
    how,
    ladder: [],
    source: pointsSource,
    ...(weight === undefined ? {} : { weight }),
  };
  return { ...rest, labels: [label], points, ...(measure ? { measureId: measure.id } : {}) };
}

export const dimension = (
  id: string,
  label: string,
  [min, max]: [number, number],
  source: string,
): Dimension => ({ id, labels: [label], min, max, source });

type Draft = Pick<
  RulePack,
  'id' | 'name' | 'from' | 'scale' | 'gate' | 'dimensions' | 'indicators' | 'source'
> &
  Partial<RulePack>;

/** Measures are those that the indicators name, and the two list counts. */
export function taobaoPack(measures: Measure[], draft: Draft): RulePack {
  const [firstIndicator] = draft.indicators;
  return {
    platform: 'taobao',
    listCounts,
    bonuses: [],
    deductions: [],
    clocks: {},
    measures: [...measures, ...listMeasures],
    exclusions: commonExclusions('有效支付订单：未付款的订单不计'),
    pageLabels: { must: [], mustNot: [] },
    display: [],
    ...draft,
    evidence: [
      ...['orders-placed', 'aftersale-tickets'].map((id) => ({
        id,
        measureId: id,
        indicator: firstIndicator?.id ?? '',
        window: [30, 1] as [number, number],
        source: '列表自身的条数',
      })),
      ...(draft.evidence ?? []),
    ],
  };
}
