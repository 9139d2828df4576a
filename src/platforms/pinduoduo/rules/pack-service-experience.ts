/**
 * 拼多多. 消费者服务体验分 = 5 × (1 − peer rank), derived from two captured payloads: a rank cannot be computed
 * from one shop's orders, so no pack here pretends to. What drives it is shown beside it. 领航员:
 * pack-navigator.ts.
 */
import type { RulePack } from '../../../core/pack';
import { dimension, frame, indicator } from './build';
import { byId } from './measures';

const CAPTURE = '2026-06 与 2026-08 后台页面数据';

const driver = indicator(
  {
    how: 'opaque',
    ladder: [],
    source: '同行排名决定得分，内部权重未公布：只列影响因素，不给分',
  },
  CAPTURE,
);

export const pddServiceExperience: RulePack = {
  ...frame('platform-help-rate'),
  id: 'pdd-service-experience',
  name: '消费者服务体验分',
  from: '2022-01-01',
  scale: { min: 0, max: 5, decimals: 1 },
  totalFromRank: true,
  gate: {
    minOrders: 0,
    windowDays: 30,
    source: '“评价超过 50 才显示”仅见文章，可能与店铺评价分混淆：低可信，只作提示',
  },
  dimensions: [
    dimension('attitude', '服务态度', 5, CAPTURE),
    dimension('basic', '基础服务', 5, CAPTURE),
    dimension('product', '商品服务', 5, CAPTURE),
    dimension('shipping', '发货服务', 5, CAPTURE),
    dimension('logistics', '物流服务', 5, CAPTURE),
  ],
  indicators: [
    driver({
      id: 'platform-help-rate',
      dimension: 'basic',
      label: '平台求助率',
      unit: 'ratio',
      better: 'low',
      window: [30, 1],
    }),
    driver({
      id: 'dispute-refund-rate',
      dimension: 'basic',
      label: '纠纷退款率',
      unit: 'ratio',
      better: 'low',
      window: [30, 1],
    }),
    driver({
      id: 'transit-refund-hours',
      dimension: 'basic',
      label: '在途订单退款时长',
      unit: 'hours',
      better: 'low',
      window: [30, 1],
      more: { scale: 3600, measureId: 'transit-refund-hours' },
    }),
    driver({
      id: 'return-signed-refund-hours',
      dimension: 'basic',
      label: '商家签收退货后的平均退款时长',
      unit: 'hours',
      better: 'low',
      window: [30, 1],
      more: { scale: 3600, measureId: 'return-signed-refund-hours' },
    }),
    driver({
      id: 'review-score-rank',
      dimension: 'product',
      label: '近90天用户评价得分排名',
      unit: 'ratio',
      better: 'high',
      window: [90, 1],
    }),
    driver({
      id: 'positive-comment-rate',
      dimension: 'product',
      label: '积极评论率',
      unit: 'ratio',
      better: 'high',
      window: [30, 1],
    }),
    driver({
      id: 'severe-inferior-rate',
      dimension: 'product',
      label: '严重劣质率',
      unit: 'ratio',
      better: 'low',
      window: [30, 1],
    }),
    driver({
      id: 'group-to-sign-days',
      dimension: 'logistics',
      label: '成团-签收时效',
      unit: 'days',
      better: 'low',
      window: [30, 1],
      more: { scale: 86_400, measureId: 'group-to-sign-days' },
    }),
    driver({
      id: 'logistics-violation-rate',
      dimension: 'logistics',
      label: '物流综合违规处理率',
      unit: 'ratio',
      better: 'low',
      window: [30, 1],
    }),
    driver({
      id: 'chat-3min-reply-rate',
      dimension: 'attitude',
      label: '3分钟人工回复率',
      unit: 'ratio',
      better: 'high',
      window: [30, 1],
      more: { measureId: 'chat-3min-reply-rate' },
    }),
  ],
  measures: byId(
    'transit-refund-hours',
    'return-signed-refund-hours',
    'group-to-sign-days',
    'chat-3min-reply-rate',
  ),
  pageLabels: { must: ['消费者服务体验分'], mustNot: [] },
  notes: [
    {
      id: 'rank-only',
      text: '总分 = 5 ×（1 − 同行排名），五个子分的均值不等于总分：不能由订单算出',
    },
    {
      id: 'grouping',
      text: '影响因素归入哪个子分由我们安排，平台未公布；数值与同行排名取自店铺领航员页',
    },
    { id: 'reviews-gate', text: '超过 50 条评价才出分：低可信' },
  ],
  source: `${CAPTURE}；总分 = 5 ×（1 − 同行排名）`,
};
