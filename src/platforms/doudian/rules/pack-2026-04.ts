/**
 * 抖店 商家体验分 of 2026-04-07 and 2026-07-14 (rule 103956): 50–100, six steps per indicator whose
 * thresholds only the shop's own page shows. Service shares: service-weights.ts; all other weights, and
 * every threshold, come from the page. Without them there are no points, and none are invented.
 */
import type { Deduction, Dimension, Indicator, PointsRule, RulePack } from '../../../core/pack';
import { evidenceMeasures } from './evidence';
import { doudianExclusions } from './exclusions';
import { indicators as indicators202609 } from './indicators-2026-09';
import { indicatorMeasures } from './measures';
import { badReviewOrders } from './measures-2021';
import { measures202604 } from './measures-2026-04';
import { adaptEvidence, doudianClocks, doudianDisplay, doudianListCounts } from './parts';

const RULE = '规则 103956（2026-05-07 文本）';
const RULE_07 = '规则 103956（2026-07-14 文本）';
const WINDOW: [number, number] = [30, 1];
const STEPS = [50, 60, 70, 80, 90, 100];

type Relief = Extract<PointsRule, { how: 'tiers' }>['relief'];

const tiers = (relief?: Relief): PointsRule => ({
  how: 'tiers',
  ladder: [],
  steps: STEPS,
  ...(relief ? { relief } : {}),
  source: `${RULE} 六档 50–100，行业阈值与权重仅见于商家后台`,
});

/** As in the rule in force, but by steps. */
function kept(id: string, relief?: Relief): Indicator {
  const indicator = indicators202609.find((each) => each.id === id);
  if (!indicator) throw new Error(`no indicator "${id}" in the rule in force`);
  return { ...indicator, points: tiers(relief), source: `${RULE} ${indicator.labels[0]}` };
}

const dimension = (id: string, label: string): Dimension => ({
  id,
  labels: [label, `${label}分`, `${label}得分`],
  min: 50,
  max: 100,
  source: `${RULE} 维度 50–100；权重按行业与店铺类型，见页面`,
});

const goodsAndLogistics: Indicator[] = [
  kept('product-rating', { countMeasureId: 'bad-review-orders' }),
  kept('quality-return-rate', {}),
  {
    id: 'pickup-points',
    dimension: 'logistics',
    labels: ['揽收时长平均得分'],
    unit: 'points',
    better: 'high',
    best: 100,
    measureId: 'pickup-points',
    window: WINDOW,
    points: {
      how: 'mean-points',
      ladder: [],
      source: `${RULE} 得分直接使用；每小时得分表未公布，欺诈与轨迹异常单计 50 分`,
    },
    source: `${RULE} 揽收时长平均得分`,
  },
  kept('delivery-on-time-rate'),
  {
    id: 'logistics-quality-return-rate',
    dimension: 'logistics',
    labels: ['发货物流品退率', '发货物流品质退货率'],
    unit: 'ratio',
    better: 'low',
    measureId: 'logistics-quality-return-rate',
    window: WINDOW,
    points: tiers({}),
    source: `${RULE} 发货物流品退率`,
  },
];

const aftersaleOnTime: Indicator = {
  id: 'aftersale-on-time-rate',
  dimension: 'service',
  labels: ['售后处理时长达成率'],
  unit: 'ratio',
  better: 'high',
  window: WINDOW,
  points: tiers(),
  source: `${RULE} 售后处理时长达成率：行业时限未公布，无法自算`,
};

const FAKE: Deduction = {
  id: 'fake-orders',
  labels: ['虚假交易刷体验分', '刷单刷评'],
  pointsEach: 15,
  cap: 15,
  source: `${RULE} 一次性 15 分`,
};
const passive = (labels: string[], source: string): Deduction => ({
  id: 'passive-service',
  labels,
  pointsEach: 3,
  cap: 15,
  source,
});

const base = {
  platform: 'doudian',
  name: '商家体验分',
  scale: { min: 50, max: 100, decimals: 0 },
  growth: {
    points: 70,
    fallen: 60,
    source: `${RULE} 成长期：不足 30 单，完成任务得 70 分；差行为、虚假交易或任一成长指标不达标为 60 分`,
  },
  smallShop: {
    points: 80,
    maxCount: 3,
    ordersBelow: { listed: 300, other: 500 },
    listedIndustries:
      '高端3C数码 二手奢侈品 二手数码百货 光学眼镜 农用物资 大件玩具 大件电器 定制珠宝文玩 宠物活体 家具家装 家电 手工艺/非遗技艺 教育培训 旅行箱 潮品鞋服 翡翠玉石 花卉/绿植盆栽 菩提/核桃 遥控电动类玩具 钟表 黄金珠宝 大件婴童用品'.split(
        ' ',
      ),
    ordersMeasureId: 'logistics-quality-return-rate',
    source: `${RULE} 80 分规则：有效支付单少于 300（所列行业或旗舰）／500（其他）且坏单不超过 3`,
  },
  gate: {
    minOrders: 30,
    windowDays: 30,
    source: `${RULE} 正式期：近 30 天有效支付订单不少于 30 单`,
  },
  dimensions: [
    dimension('product', '商品体验'),
    dimension('logistics', '物流体验'),
    dimension('service', '服务体验'),
  ],
  listCounts: doudianListCounts,
  bonuses: [
    {
      id: 'remote-area-logistics',
      labels: ['偏远地区物流服务'],
      points: 3,
      dimension: 'logistics',
      source: `${RULE} 已开通且近 30 天有无售后的偏远中转签收单：物流分 +3，封顶 100`,
    },
  ],
  clocks: doudianClocks,
  exclusions: doudianExclusions,
  display: doudianDisplay,
} satisfies Partial<RulePack>;

const EVIDENCE = {
  'orders-placed': 'pickup-points',
  'unshipped-day-orders': 'pickup-points',
  'quality-reason-tickets': 'quality-return-rate',
};
const badReviews = {
  id: 'bad-review-orders',
  measureId: 'bad-review-orders',
  indicator: 'product-rating',
  explains: true,
  window: WINDOW,
  source: `${RULE} 80 分规则的差评订单：首评 1–2 星`,
};
const measuresOf = (...without: string[]): RulePack['measures'] =>
  [...indicatorMeasures, ...evidenceMeasures, ...measures202604, badReviewOrders].filter(
    ({ id }) =>
      !['pickup-hours', 'damage-return-rate', 'damage-reason-tickets', ...without].includes(id),
  );

export const pack202604: RulePack = {
  ...base,
  id: 'doudian-2026-04',
  from: '2026-04-07',
  to: '2026-07-13',
  indicators: [...goodsAndLogistics, aftersaleOnTime, kept('chat-response-seconds')],
  evidence: [
    ...adaptEvidence(
      {
        ...EVIDENCE,
        'aftersale-tickets': 'aftersale-on-time-rate',
        'arbitration-tickets': 'aftersale-on-time-rate',
        'open-audit-tickets': 'aftersale-on-time-rate',
      },
      WINDOW,
    ),
    badReviews,
  ],
  deductions: [
    passive(
      ['嘲讽贬低', '无故拒绝售后', '异常售后地址', '拒开发票'],
      `${RULE} 每次 3 分，30 天上限 15 分`,
    ),
    FAKE,
  ],
  measures: measuresOf('chat-unsatisfied-rate', 'aftersale-audit-hours'),
  pageLabels: { must: ['揽收时长平均得分', '售后处理时长达成率'], mustNot: ['售后平均审核时长'] },
  source: `${RULE}，2026-04-07 起`,
};

export const pack202607: RulePack = {
  ...base,
  id: 'doudian-2026-07',
  from: '2026-07-14',
  to: '2026-09-07',
  indicators: [
    ...goodsAndLogistics,
    kept('chat-response-seconds'),
    kept('chat-unsatisfied-rate', { countsDen: true, anyVolume: true }),
    kept('aftersale-audit-hours'),
    kept('platform-help-rate', {}),
  ],
  evidence: [
    ...adaptEvidence(
      {
        ...EVIDENCE,
        'aftersale-tickets': 'platform-help-rate',
        'arbitration-tickets': 'platform-help-rate',
        'open-audit-tickets': 'aftersale-audit-hours',
      },
      WINDOW,
    ),
    badReviews,
  ],
  deductions: [
    passive(['异常售后地址', '拒开发票'], `${RULE_07} 每次 3 分，30 天上限 15 分`),
    FAKE,
  ],
  measures: measuresOf(),
  pageLabels: { must: ['揽收时长平均得分', '售后平均审核时长'], mustNot: ['售后处理时长达成率'] },
  source: `${RULE_07}，2026-07-14 起`,
};
