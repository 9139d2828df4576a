/**
 * 抖店 商家体验分 of 2021 (five-point): indicators by rank in the industry, 50 / 15 / 35. What the rule
 * does not publish (sub-weights, bands, rank curve, recency) is a prior, marked 估算, and can be edited.
 */
import type { Dimension, Indicator, RulePack } from '../../../core/pack';
import { evidenceMeasures } from './evidence';
import { doudianExclusions } from './exclusions';
import { measures2021 } from './measures-2021';
import { adaptEvidence, doudianClocks, doudianListCounts } from './parts';

const RULE = '2021 年体验分规则（五分制）';
const UNPUBLISHED = `${RULE} 按行业排名计分，曲线与二级权重未公布：排名线性、占比均分，估算`;

const dimension = (id: string, label: string, weightPrior: number): Dimension => ({
  id,
  labels: [label],
  weightPrior,
  weightProvenance: 'exact',
  min: 3,
  max: 5,
  source: `${RULE} ${label}占 ${weightPrior * 100} %`,
});

const indicator = (
  id: string,
  dimension: string,
  label: string,
  weight: number,
  unit: Indicator['unit'],
  window: [number, number],
  more: Partial<Indicator> = {},
): Indicator => ({
  id,
  dimension,
  labels: [label],
  unit,
  better: 'low',
  window,
  points: {
    how: 'rank',
    ladder: [
      { value: 0, points: 5 },
      { value: 1, points: 3 },
    ],
    weight,
    source: UNPUBLISHED,
  },
  source: `${RULE} ${label}`,
  ...more,
});

const QUARTER: [number, number] = [90, 1];
/** 统计前 15 天至前 104 天. */
const SETTLED: [number, number] = [104, 15];

export const pack2021: RulePack = {
  id: 'doudian-2021',
  platform: 'doudian',
  name: '商家体验分',
  from: '2021-01-01',
  to: '2021-12-31',
  scale: { min: 3, max: 5, decimals: 2 },
  updatedAt: '12:00',
  recency: { halfLifeDays: 45, source: `${RULE} 日期越近影响越大，曲线未公布：45 天减半，估算` },
  gate: { minOrders: 30, windowDays: 90, source: '2021 年二手资料：满 30 单出分，估算' },
  dimensions: [
    dimension('product', '商品体验', 0.5),
    dimension('logistics', '物流体验', 0.15),
    dimension('service', '服务体验', 0.35),
  ],
  indicators: [
    indicator('bad-review-rate', 'product', '商品差评率', 0.5, 'ratio', QUARTER, {
      measureId: 'bad-review-orders',
    }),
    indicator('quality-return-rate', 'product', '品质退货率', 0.5, 'ratio', SETTLED, {
      measureId: 'quality-return-rate-2021',
    }),
    indicator('pickup-on-time-rate', 'logistics', '揽收及时率', 0.5, 'ratio', QUARTER, {
      better: 'high',
      measureId: 'pickup-on-time-rate-2021',
      // Three bands with weights that were never published.
      valueTable: [
        { upTo: 24, points: 1 },
        { upTo: 36, points: 0.75 },
        { upTo: 48, points: 0.5 },
        { points: 0 },
      ],
      source: `${RULE} 揽收及时率：24、24–36、36–48 小时三档加权，档位权重未公布，估算`,
    }),
    indicator('delivery-hours', 'logistics', '订单配送时长', 0.5, 'hours', QUARTER, {
      scale: 3600,
      measureId: 'delivery-hours-2021',
    }),
    indicator('complaint-rate', 'service', '投诉率', 0.2, 'ratio', SETTLED, {
      source: `${RULE} 投诉率：因店铺问题的投诉 ÷ 支付订单；投诉记录不在任何列表`,
    }),
    indicator('dispute-fault-rate', 'service', '纠纷商责率', 0.2, 'ratio', QUARTER, {
      measureId: 'dispute-fault-rate-2021',
    }),
    indicator('chat-3min-reply-rate', 'service', 'IM3分钟平均回复率', 0.2, 'ratio', QUARTER, {
      better: 'high',
      measureId: 'chat-3min-reply-rate-2021',
    }),
    indicator('refund-only-hours', 'service', '仅退款自主完结时长', 0.2, 'hours', QUARTER, {
      scale: 3600,
      measureId: 'refund-only-hours-2021',
    }),
    indicator('return-refund-hours', 'service', '退货退款自主完结时长', 0.2, 'hours', QUARTER, {
      scale: 3600,
      measureId: 'return-refund-hours-2021',
    }),
  ],
  evidence: adaptEvidence(
    {
      'orders-placed': 'pickup-on-time-rate',
      'unshipped-day-orders': 'pickup-on-time-rate',
      'aftersale-tickets': 'dispute-fault-rate',
      'quality-reason-tickets': 'quality-return-rate',
      'arbitration-tickets': 'dispute-fault-rate',
    },
    QUARTER,
  ),
  listCounts: doudianListCounts,
  bonuses: [],
  deductions: [],
  clocks: doudianClocks,
  measures: [
    ...measures2021,
    ...evidenceMeasures.filter(
      ({ id }) => id !== 'damage-reason-tickets' && id !== 'open-audit-tickets',
    ),
  ],
  exclusions: doudianExclusions,
  pageLabels: { must: ['揽收及时率', '品质退货率'], mustNot: ['综合负向反馈率', '商品基础分'] },
  display: [],
  notes: [
    {
      id: 'prose-not-table',
      text: '正文提到服务好评率与 IM 平均回复时长，计分表没有：按表，不计分',
    },
    { id: 'no-shipping', text: '无需发货的订单应排除，列表看不出的仍在内' },
  ],
  source: RULE,
};
