/** 店铺真实体验分 (3–5): tiers and weights are visible only in 千牛; each indicator has its own window. */
import type { Bonus, Indicator, RulePack } from '../../../core/pack';
import { dimension, type IndicatorDraft, indicator, taobaoPack } from './build';
import { qualityEvidence, qualityTickets } from './evidence';
import {
  arrivalHours,
  badRating,
  chat3min,
  chatSatisfied,
  firstQualityReturn,
  logisticsBadRating,
  negativeFeedback,
  refundHours,
} from './measures';
import { pickup48h } from './measures-pickup';
import { goodRating } from './measures-reviews';

const RULE = '规则 20009524（2026-03-16 文本）';
const RULE_2025 = '规则 20009524（2025-06-30 文本）';
const CAPTURE = '2026-08-02 后台页面周期';
const PAGE_ONLY = `${RULE} 档位与权重按主营类目，仅见于千牛`;
const tiers = (draft: IndicatorDraft): Indicator => indicator('tiers', PAGE_ONLY, draft);

const dimensions = [
  dimension('product', '宝贝质量', [3, 5], PAGE_ONLY),
  dimension('logistics', '物流速度', [3, 5], PAGE_ONLY),
  dimension('service', '服务保障', [3, 5], PAGE_ONLY),
];
const gate = {
  minOrders: 30,
  windowDays: 30,
  source: `${RULE} 近 30 天有效支付订单不少于 30 单才出分，部分类目看 90 天`,
};
const scale = { min: 3, max: 5, decimals: 2 };

const pickupAndArrival: Indicator[] = [
  tiers({
    id: 'pickup-48h-rate',
    dimension: 'logistics',
    label: '48小时揽收及时率',
    unit: 'ratio',
    better: 'high',
    window: [33, 4],
    measure: pickup48h,
    source: `${RULE}；${CAPTURE} 前 33 天至前 4 天`,
  }),
  tiers({
    id: 'arrival-hours',
    dimension: 'logistics',
    label: '物流到货时长',
    unit: 'hours',
    better: 'low',
    scale: 3600,
    window: [40, 11],
    measure: arrivalHours,
    source: `${RULE}；${CAPTURE} 前 40 天至前 11 天`,
  }),
];
const service: Indicator[] = [
  tiers({
    id: 'chat-3min-reply-rate',
    dimension: 'service',
    label: '3分钟人工响应率',
    unit: 'ratio',
    better: 'high',
    window: [30, 1],
    measure: chat3min,
    source: `${RULE}；${CAPTURE} 前 30 天至前 1 天`,
  }),
  tiers({
    id: 'chat-satisfied-rate',
    dimension: 'service',
    label: '旺旺满意度',
    unit: 'ratio',
    better: 'high',
    window: [32, 3],
    measure: chatSatisfied,
    source: `${RULE}；${CAPTURE} 前 32 天至前 3 天`,
  }),
  tiers({
    id: 'refund-hours',
    dimension: 'service',
    label: '退款处理时长',
    unit: 'hours',
    better: 'low',
    scale: 3600,
    window: [31, 2],
    measure: refundHours,
    source: `${RULE}；${CAPTURE} 前 31 天至前 2 天`,
  }),
  tiers({
    id: 'platform-help-rate',
    dimension: 'service',
    label: '平台求助率',
    unit: 'ratio',
    better: 'low',
    window: [30, 1],
    source: `${RULE} 纠纷、投诉与平台咨询 ÷ 支付订单；${CAPTURE} 前 30 天至前 1 天；优质用户 3 倍计，记录不在列表`,
  }),
];
const serviceBonus: Bonus = {
  id: 'special-services',
  labels: ['特色服务'],
  // How much is on the product page; 0 until the merchant enters it.
  points: 0,
  source: `${RULE} 附加分按行业，分值见产品页；总分封顶 5`,
};

export const taobaoReal202603: RulePack = taobaoPack(
  [
    negativeFeedback,
    goodRating,
    pickup48h,
    arrivalHours,
    logisticsBadRating,
    chat3min,
    chatSatisfied,
    refundHours,
    qualityTickets,
  ],
  {
    id: 'taobao-real-2026-03',
    evidence: qualityEvidence('negative-feedback-rate'),
    name: '店铺真实体验分',
    from: '2026-03-16',
    scale,
    gate,
    dimensions,
    indicators: [
      tiers({
        id: 'negative-feedback-rate',
        dimension: 'product',
        label: '商品负反馈率',
        unit: 'ratio',
        better: 'low',
        window: [31, 2],
        measure: negativeFeedback,
        source: `${RULE}；${CAPTURE} 前 31 天至前 2 天`,
      }),
      tiers({
        id: 'good-rating-rate',
        dimension: 'product',
        label: '商品好评率',
        unit: 'ratio',
        better: 'high',
        window: [31, 2],
        measure: goodRating,
        source: `${RULE}；${CAPTURE} 前 31 天至前 2 天`,
      }),
      ...pickupAndArrival,
      tiers({
        id: 'logistics-bad-rating-rate',
        dimension: 'logistics',
        label: '物流差评率',
        unit: 'ratio',
        better: 'low',
        window: [30, 1],
        measure: logisticsBadRating,
        source: `${RULE} 仅部分类目；周期未见，按近 30 天，估算`,
      }),
      ...service,
    ],
    bonuses: [serviceBonus],
    pageLabels: { must: ['商品负反馈率'], mustNot: ['首次品退率'] },
    notes: [
      {
        id: 'deductions-unknown',
        text: '售假、描述不符、混淆、物流轨迹异常会扣分（2025-10-09 起），幅度与时长未公布：不计算',
      },
      { id: 'help-inquiries', text: '平台求助率是否含咨询平台，规则与帮助页不一致：以页面为准' },
      {
        id: 'same-day-share',
        text: '当日／次日达订单占比 2026-02 通知下线，8 月页面仍在附加分：可选',
      },
    ],
    source: `${RULE}，2026-03-16 起执行`,
  },
);

export const taobaoReal202506: RulePack = taobaoPack(
  [
    firstQualityReturn,
    badRating,
    pickup48h,
    arrivalHours,
    chat3min,
    chatSatisfied,
    refundHours,
    qualityTickets,
  ],
  {
    id: 'taobao-real-2025-06',
    evidence: qualityEvidence('first-quality-return-rate'),
    name: '店铺真实体验分',
    from: '2025-06-30',
    to: '2026-03-15',
    scale,
    gate,
    dimensions,
    indicators: [
      tiers({
        id: 'first-quality-return-rate',
        dimension: 'product',
        label: '首次品退率',
        unit: 'ratio',
        better: 'low',
        window: [31, 2],
        measure: firstQualityReturn,
        source: RULE_2025,
      }),
      tiers({
        id: 'bad-rating-rate',
        dimension: 'product',
        label: '商品差评率',
        unit: 'ratio',
        better: 'low',
        window: [31, 2],
        measure: badRating,
        source: RULE_2025,
      }),
      ...pickupAndArrival,
      tiers({
        id: 'logistics-abnormal-rate',
        dimension: 'logistics',
        label: '物流异常率',
        unit: 'ratio',
        better: 'low',
        window: [33, 4],
        source: `${RULE_2025} 异常物流订单 ÷ 应揽收订单；周期未见，同揽收，估算；轨迹不在列表`,
      }),
      ...service,
    ],
    bonuses: [
      {
        id: 'next-day-delivery',
        labels: ['当日/次日达订单占比'],
        points: 0,
        source: `${RULE_2025} 附加分，分值见产品页`,
      },
      serviceBonus,
    ],
    pageLabels: { must: ['首次品退率'], mustNot: ['商品负反馈率'] },
    source: `${RULE_2025}，2025-06-30 至 2026-03-15`,
  },
);
