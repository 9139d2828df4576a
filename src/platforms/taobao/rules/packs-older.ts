/** 综合体验分 (2022), 新灯塔 (2020) and DSR. Third-party copies of help pages, except DSR (the platform's own rule). */
import type { Indicator, RulePack } from '../../../core/pack';
import { dimension, type IndicatorDraft, indicator, taobaoPack } from './build';
import {
  arrivalHours,
  badRating,
  chat3min,
  chatSatisfied,
  firstQualityReturn2022,
  refundHours,
} from './measures';
import { pickup24h } from './measures-pickup';
import { dsrMeasures } from './measures-reviews';

const HELP = '综合体验分（2022–2025 帮助页转载）';
const BY_RANK = `${HELP} 每项 3–5 分，按主营类目排名，曲线与权重未公布：只用页面分数`;
const ranked = (
  id: string,
  dimensionId: string,
  label: string,
  window: [number, number],
  more: Partial<IndicatorDraft> = {},
): Indicator =>
  indicator('rank', BY_RANK, {
    id,
    dimension: dimensionId,
    label,
    unit: 'ratio',
    better: 'low',
    window,
    source: `${HELP} ${label}`,
    ...more,
  });

export const taobaoComposite2022: RulePack = taobaoPack(
  [
    firstQualityReturn2022,
    badRating,
    pickup24h,
    arrivalHours,
    chat3min,
    chatSatisfied,
    refundHours,
  ],
  {
    id: 'taobao-composite-2022',
    name: '店铺综合体验分',
    from: '2022-09-26',
    to: '2025-06-29',
    scale: { min: 3, max: 5, decimals: 2 },
    gate: { minOrders: 30, windowDays: 30, source: `${HELP} 近 30 天 30 单` },
    dimensions: [
      dimension('product', '商品体验', [3, 5], BY_RANK),
      dimension('logistics', '物流体验', [3, 5], BY_RANK),
      dimension('service', '服务体验', [3, 5], BY_RANK),
    ],
    indicators: [
      ranked('first-quality-return-rate', 'product', '首次品退率', [31, 2], {
        measure: firstQualityReturn2022,
      }),
      ranked('bad-rating-rate', 'product', '商品DSR差评率', [31, 2], { measure: badRating }),
      ranked('pickup-24h-rate', 'logistics', '24小时揽收及时率', [32, 3], {
        better: 'high',
        measure: pickup24h,
      }),
      ranked('arrival-hours', 'logistics', '物流到货时长', [39, 10], {
        unit: 'hours',
        scale: 3600,
        measure: arrivalHours,
      }),
      ranked('chat-3min-reply-rate', 'service', '3分钟人工响应率', [30, 1], {
        better: 'high',
        measure: chat3min,
      }),
      ranked('chat-satisfied-rate', 'service', '旺旺满意度', [32, 3], {
        better: 'high',
        measure: chatSatisfied,
      }),
      ranked('refund-hours', 'service', '退款处理时长', [31, 2], {
        unit: 'hours',
        scale: 3600,
        measure: refundHours,
      }),
      ranked('platform-help-rate', 'service', '平台求助率', [30, 1]),
      ranked('platform-fault-rate', 'service', '平台判责率', [30, 1]),
    ],
    bonuses: [
      {
        id: 'special-services',
        labels: ['特色服务'],
        points: 0.25,
        needs: { label: '特色服务达标订单占比', threshold: 0.5 },
        source: `${HELP} 特色服务达标订单 ≥ 50 % 加 0.25，总分封顶 5（2023-02 起）`,
      },
    ],
    pageLabels: { must: ['24小时揽收及时率'], mustNot: ['48小时揽收及时率'] },
    notes: [{ id: 'waived-weight', text: '物流豁免期的权重分摊到其他维度（疫情与节假日）' }],
    source: `${HELP}；天猫国际 2022-09-26，集市 2023-10-18`,
  },
);

const TOWER = '新灯塔／基础服务考核分（2019–2022 帮助页转载）';
const BY_STEP = `${TOWER} 按类目排名分五档 5/4/3/2/0，分界与维度权重未公布：只用页面分数`;
const stepped = (
  id: string,
  dimensionId: string,
  label: string,
  more: Partial<IndicatorDraft> = {},
): Indicator =>
  indicator('five-step', BY_STEP, {
    id,
    dimension: dimensionId,
    label,
    unit: 'ratio',
    better: 'low',
    window: [30, 1],
    source: `${TOWER} ${label}`,
    ...more,
  });

export const taobaoLighthouse2020: RulePack = taobaoPack([pickup24h, chat3min], {
  id: 'taobao-lighthouse-2020',
  name: '新灯塔分',
  from: '2020-01-01',
  to: '2022-09-25',
  scale: { min: 0, max: 5, decimals: 2 },
  gate: { minOrders: 0, windowDays: 30, source: `${TOWER} 未见门槛` },
  dimensions: [
    dimension('product', '商品体验', [0, 5], BY_STEP),
    dimension('logistics', '物流体验', [0, 5], BY_STEP),
    dimension('aftersale', '售后体验', [0, 5], BY_STEP),
    dimension('dispute', '纠纷投诉', [0, 5], BY_STEP),
    dimension('consulting', '咨询体验', [0, 5], BY_STEP),
  ],
  indicators: [
    stepped('description-rating', 'product', '商品评价', {
      unit: 'stars',
      better: 'high',
      best: 5,
    }),
    stepped('pickup-24h-rate', 'logistics', '24小时揽收及时率', {
      better: 'high',
      measure: pickup24h,
    }),
    stepped('refund-only-hours', 'aftersale', '仅退款自主完结时长', { unit: 'hours', weight: 0.5 }),
    stepped('return-refund-hours', 'aftersale', '退货退款自主完结时长', {
      unit: 'hours',
      weight: 0.5,
    }),
    stepped('dispute-refund-rate', 'dispute', '纠纷退款率', { weight: 0.5 }),
    stepped('complaint-upheld-rate', 'dispute', '投诉成立率', { window: [36, 7], weight: 0.5 }),
    stepped('chat-reply-rate', 'consulting', '旺旺回复率', { better: 'high', weight: 0.5 }),
    stepped('chat-3min-reply-rate', 'consulting', '3分钟响应率', {
      better: 'high',
      weight: 0.5,
      measure: chat3min,
    }),
  ],
  pageLabels: { must: ['纠纷投诉'], mustNot: ['宝贝质量'] },
  notes: [
    {
      id: 'shares-by-case',
      text: '维度内 50/50 为 2019–2021 写法，估算；售后体验后改为按两类退款占比',
    },
    { id: 'no-hundred', text: '“新灯塔 60 分、满分 100、权重 20/30/50”查无依据，不采用' },
  ],
  source: TOWER,
});

const DSR = '店铺评分规则（2026-08-12 修订）';
const HALF_YEAR: [number, number] = [183, 1];
const MEAN = `${DSR} 近六个月全部评价的算术平均；30 天占 60 % 之说查无依据`;
const rated = (id: string, dimensionId: string, label: string, i: number): Indicator =>
  indicator('mean-rating', MEAN, {
    id,
    dimension: dimensionId,
    label,
    unit: 'stars',
    better: 'high',
    best: 5,
    window: HALF_YEAR,
    weight: 1,
    source: `${DSR} ${label}；买家每自然月前 3 次上限需要身份，我们不存：替代口径`,
    ...(dsrMeasures[i] ? { measure: dsrMeasures[i] } : {}),
  });

export const taobaoDsr: RulePack = taobaoPack(dsrMeasures, {
  id: 'taobao-dsr',
  name: '店铺动态评分',
  from: '2009-01-01',
  scale: { min: 1, max: 5, decimals: 2 },
  gate: { minOrders: 0, windowDays: 183, source: `${DSR} 有评价即有分` },
  dimensions: [
    dimension('product', '描述相符', [1, 5], MEAN),
    dimension('service', '服务态度', [1, 5], MEAN),
    dimension('logistics', '物流服务', [1, 5], MEAN),
  ],
  indicators: [
    rated('dsr-description', 'product', '描述相符', 0),
    rated('dsr-service', 'service', '服务态度', 1),
    rated('dsr-logistics', 'logistics', '物流服务', 2),
  ],
  pageLabels: { must: ['描述相符', '服务态度', '物流服务'], mustNot: [] },
  notes: [{ id: 'six-months', text: '六个月按 183 天计；三项各自成分，没有总分' }],
  source: DSR,
});
