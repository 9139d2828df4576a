/**
 * 抖店 商家体验分, the version in force since 2026-09-08 (V8): total 0–100 = Σ dimension × weight
 * + bonuses − deductions; dimensions 50–100 "by performance within the industry"; neither the domestic
 * weights nor the way from indicator to dimension is published. What is not published is a prior here,
 * and every number made from it is an `estimate`.
 */
import type { RulePack } from '../../../core/pack';
import { evidenceMeasures } from './evidence';
import { evidence202609 } from './evidence-2026-09';
import { doudianExclusions } from './exclusions';
import { indicators } from './indicators-2026-09';
import { indicatorMeasures } from './measures';
import { doudianClocks, doudianDisplay, doudianListCounts } from './parts';

const NOTICE = '通知 aJoPPkXuLRqc（2026-08-06 公示，2026-09-08 生效）';
const RULE = '规则 103956（2026-07-14 文本）';
const WEIGHT_PRIOR =
  '未公布国内权重（8.6 规则公示版本未获得）：取历年与跨境公示（25–47／20–36／30–55）的中值，估算';

export const pack202609: RulePack = {
  id: 'doudian-2026-09',
  platform: 'doudian',
  name: '商家体验分',
  from: '2026-09-08',
  scale: { min: 0, max: 100, decimals: 0 },
  growth: {
    points: 70,
    fallen: 60,
    source: `${NOTICE} 成长期沿用 70／60，指标换新，虚假宣传、欺诈发货、品牌问题也会降为 60`,
  },
  gate: {
    minOrders: 30,
    windowDays: 30,
    source: `${RULE} 正式期：近 30 天有效支付订单不少于 30 单`,
  },
  dimensions: [
    {
      id: 'product',
      labels: ['商品体验', '商品体验分', '商品体验得分'],
      weightPrior: 0.42,
      min: 50,
      max: 100,
      source: `${NOTICE} 维度 50–100；权重：${WEIGHT_PRIOR}`,
    },
    {
      id: 'logistics',
      labels: ['物流体验', '物流体验分', '物流体验得分'],
      weightPrior: 0.22,
      min: 50,
      max: 100,
      source: `${NOTICE} 维度 50–100；权重：${WEIGHT_PRIOR}`,
    },
    {
      id: 'service',
      labels: ['服务体验', '服务体验分', '服务体验得分'],
      weightPrior: 0.36,
      min: 50,
      max: 100,
      source: `${NOTICE} 维度 50–100；权重：${WEIGHT_PRIOR}`,
    },
  ],
  indicators,
  evidence: evidence202609,
  listCounts: doudianListCounts,
  bonuses: [
    {
      id: 'next-day-delivery',
      labels: ['明日达'],
      points: 5,
      needs: { label: '明日达签收订单占比', threshold: 0.2 },
      source: `${NOTICE} 明日达签收订单占比 ≥ 20 %`,
    },
    {
      id: 'return-freight-insurance',
      labels: ['退换货运费险'],
      points: 2,
      source: `${NOTICE} 近 2 天开通且近 30 天有投保订单`,
    },
    {
      id: 'large-item-freight-insurance',
      labels: ['大件退换货运费险'],
      points: 2,
      source: `${NOTICE} 同上，大件险种`,
    },
    {
      id: 'home-installation',
      labels: ['上门安装'],
      points: 2,
      needs: { label: '安装订单占指定范围', threshold: 0.3, minCount: 50 },
      source: `${NOTICE} 安装订单 ≥ 50 且占指定范围 ≥ 30 %`,
    },
  ],
  deductions: [
    {
      id: 'abnormal-return-address',
      labels: ['异常售后地址'],
      pointsEach: 2,
      cap: 10,
      source: `${NOTICE} 每次 2 分，30 天上限 10 分`,
    },
    {
      id: 'refused-invoice',
      labels: ['拒开发票'],
      pointsEach: 2,
      cap: 10,
      source: `${NOTICE} 每次 2 分，30 天上限 10 分`,
    },
    {
      id: 'fake-orders',
      labels: ['刷单刷评', '炒信', '虚假交易刷体验分'],
      pointsEach: 10,
      cap: 10,
      source: `${NOTICE} 一次性 10 分`,
    },
    {
      id: 'false-advertising',
      labels: ['虚假宣传'],
      pointsEach: 10,
      cap: 10,
      source: `${NOTICE} 一次性 10 分`,
    },
    {
      id: 'fraudulent-shipping',
      labels: ['欺诈发货'],
      pointsEach: 10,
      cap: 10,
      source: `${NOTICE} 一次性 10 分`,
    },
    {
      id: 'brand-confusion',
      labels: ['混淆品牌信息', '品牌资质缺失', '品牌资质缺失不符'],
      pointsEach: 10,
      cap: 10,
      source: `${NOTICE} 一次性 10 分`,
    },
  ],
  clocks: doudianClocks,
  measures: [...indicatorMeasures, ...evidenceMeasures],
  exclusions: doudianExclusions,
  pageLabels: {
    must: ['平均揽收时长'],
    mustNot: [
      '揽收时长平均得分',
      '揽收时效达成率',
      '发货物流品退率',
      '售后处理时长达成率',
      '24小时支付-揽收率',
    ],
  },
  display: doudianDisplay,
  source: `${NOTICE}；2026-09-09 页面文字证实已生效`,
};
