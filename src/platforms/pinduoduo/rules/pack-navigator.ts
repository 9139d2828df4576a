/** 店铺领航员: the page prints how many peers each indicator beats; the composite's weights are not published. */
import type { RulePack } from '../../../core/pack';
import { dimension, frame, indicator } from './build';
import { byId } from './measures';

const NAVIGATOR = '店铺领航员（2026-06 与 2026-08 后台页面，定义见帮助页转载）';

const beats = indicator(
  {
    how: 'percentile',
    full: 100,
    ladder: [],
    source: `${NAVIGATOR} 显示“超过 x % 同行”；综合权重未公布`,
  },
  NAVIGATOR,
);
const MONTH: [number, number] = [31, 2];

export const pddNavigator: RulePack = {
  ...frame('platform-help-rate'),
  id: 'pdd-navigator',
  name: '店铺综合体验星级',
  from: '2021-10-01',
  scale: { min: 0, max: 100, decimals: 1 },
  totalFromRank: true,
  stars: [
    { above: 80, stars: 5 },
    { above: 30, stars: 4.5 },
  ],
  gate: {
    minOrders: 0,
    windowDays: 30,
    source: `${NAVIGATOR} 活跃过低或评价不足 50 条无星级，低可信`,
  },
  dimensions: [
    dimension('aftersale', '售后服务', 100, NAVIGATOR),
    dimension('product', '商品品质', 100, NAVIGATOR),
    dimension('logistics', '物流服务', 100, NAVIGATOR),
    dimension('activity', '店铺活跃', 100, NAVIGATOR),
  ],
  indicators: [
    beats({
      id: 'platform-help-rate',
      dimension: 'aftersale',
      label: '近30天平台求助率',
      unit: 'ratio',
      better: 'low',
      window: MONTH,
    }),
    beats({
      id: 'chat-3min-reply-rate',
      dimension: 'aftersale',
      label: '近30天3分钟人工回复率',
      unit: 'ratio',
      better: 'high',
      window: MONTH,
      more: { measureId: 'chat-3min-reply-rate' },
    }),
    beats({
      id: 'transit-refund-hours',
      dimension: 'aftersale',
      label: '近30天在途订单退款时长',
      unit: 'hours',
      better: 'low',
      window: MONTH,
      more: { scale: 3600, measureId: 'transit-refund-hours' },
    }),
    beats({
      id: 'return-signed-refund-hours',
      dimension: 'aftersale',
      label: '近30天商家签收消费者退货订单后的平均退款时长',
      unit: 'hours',
      better: 'low',
      window: MONTH,
      more: { scale: 3600, measureId: 'return-signed-refund-hours' },
    }),
    beats({
      id: 'review-score-rank',
      dimension: 'product',
      label: '近90天用户评价得分排名',
      unit: 'ratio',
      better: 'high',
      window: [91, 2],
    }),
    beats({
      id: 'positive-comment-rate',
      dimension: 'product',
      label: '近30天积极评论率',
      unit: 'ratio',
      better: 'high',
      window: MONTH,
    }),
    beats({
      id: 'severe-inferior-rate',
      dimension: 'product',
      label: '近30天严重劣质率',
      unit: 'ratio',
      better: 'low',
      window: MONTH,
    }),
    beats({
      id: 'group-to-sign-days',
      dimension: 'logistics',
      label: '近30天成团-签收时效',
      unit: 'days',
      better: 'low',
      window: MONTH,
      more: { scale: 86_400, measureId: 'group-to-sign-days' },
    }),
    beats({
      id: 'logistics-violation-rate',
      dimension: 'logistics',
      label: '近30天物流综合违规处理率',
      unit: 'ratio',
      better: 'low',
      window: MONTH,
    }),
    beats({
      id: 'shop-activity',
      dimension: 'activity',
      label: '近30天店铺活跃度',
      unit: 'ratio',
      better: 'high',
      window: MONTH,
    }),
  ],
  measures: byId(
    'transit-refund-hours',
    'return-signed-refund-hours',
    'group-to-sign-days',
    'chat-3min-reply-rate',
  ),
  pageLabels: { must: ['店铺综合体验星级'], mustNot: [] },
  notes: [
    { id: 'experience-plan', text: '消费者体验提升计划（原退货包运费）只看开通与否，5 星需开通' },
    { id: 'lower-stars', text: '4 星及以下的分界未公布' },
    { id: 'data-day', text: '数据是前天的（T-2）' },
  ],
  source: `${NAVIGATOR}；5 星 超过 80 % 同行，4.5 星 超过 30 %`,
};
