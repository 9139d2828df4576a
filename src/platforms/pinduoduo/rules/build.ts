/** The frame that both 拼多多 packs fill. */
import type { Dimension, Indicator } from '../../../core/pack';
import { commonExclusions, listCounts } from '../../shared-rules/parts';

export const dimension = (id: string, label: string, max: number, source: string): Dimension => ({
  id,
  labels: [label],
  min: 0,
  max,
  source,
});

type Row = Pick<Indicator, 'id' | 'dimension' | 'unit' | 'better' | 'window'> & {
  label: string;
  more?: Partial<Indicator>;
};
export const indicator =
  (points: Indicator['points'], source: string) =>
  ({ label, more, ...row }: Row): Indicator => ({
    ...row,
    labels: [label],
    points,
    source: `${source} ${label}`,
    ...more,
  });

export const frame = (firstIndicator: string) => ({
  platform: 'pinduoduo',
  evidence: Object.values(listCounts).map((id) => ({
    id,
    measureId: id,
    indicator: firstIndicator,
    window: [30, 1] as [number, number],
    source: '列表自身的条数',
  })),
  listCounts,
  bonuses: [],
  deductions: [],
  clocks: {},
  exclusions: commonExclusions('未付款订单不成团'),
  display: [],
});
