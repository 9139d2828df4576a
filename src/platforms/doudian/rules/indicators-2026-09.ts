/**
 * The nine indicators in force since 2026-09-08. Ladders and shares inside a dimension are priors: the
 * rule abolished both the tiers and the sub-weights and publishes no mapping. Sources of the knots:
 * the only observed page with tiers (one shop, 2026-02-07), the page values of 2026-07, older targets.
 */
import type { Indicator } from '../../../core/pack';

const NOTICE = '通知 aJoPPkXuLRqc（2026-09-08 生效）';
const PAGE_V5 = '2026-02-07 单店页面阶梯（行业未注明），估算';
const EVEN = '2026-07-14 服务子权重表 101 行中 38 行为 25/25/25/25，已于 2026-09-08 取消，估算';

const WINDOW: [number, number] = [30, 1];

export const indicators: Indicator[] = [
  {
    id: 'product-rating',
    dimension: 'product',
    labels: ['商品综合评分', '商品综合评价分'],
    unit: 'stars',
    better: 'high',
    best: 5,
    measureId: 'product-rating',
    window: WINDOW,
    points: {
      how: 'opaque',
      ladder: [
        { value: 4.45, points: 50 },
        { value: 4.568, points: 60 },
        { value: 4.64, points: 70 },
        { value: 4.791, points: 100 },
      ],
      weight: 0.6,
      source: `${PAGE_V5}；占比介于历史 90/10 与取消后的均等之间，估算`,
    },
    source: `${NOTICE} 商品综合评分（定义同规则 103956）`,
  },
  {
    id: 'quality-return-rate',
    dimension: 'product',
    labels: ['商品品质退货率', '商品品退率', '品质退货率'],
    unit: 'ratio',
    better: 'low',
    measureId: 'quality-return-rate',
    window: WINDOW,
    points: {
      how: 'opaque',
      ladder: [
        { value: 0.0026, points: 100 },
        { value: 0.0131, points: 60 },
        { value: 0.0157, points: 50 },
      ],
      weight: 0.4,
      source: `${PAGE_V5}；占比介于历史 90/10 与取消后的均等之间，估算`,
    },
    source: `${NOTICE} 商品品质退货率（定义同规则 103956）`,
  },
  {
    id: 'pickup-hours',
    dimension: 'logistics',
    labels: ['平均揽收时长', '揽收平均时长'],
    unit: 'hours',
    better: 'low',
    measureId: 'pickup-hours',
    scale: 3600,
    window: WINDOW,
    points: {
      how: 'opaque',
      ladder: [
        { value: 12, points: 100 },
        { value: 24, points: 80 },
        { value: 36, points: 65 },
        { value: 48, points: 50 },
      ],
      weight: 0.3,
      source: '未公布小时阶梯：以 24 小时揽收线（2023–2025）与 48 小时发货线为节点，估算',
    },
    source: `${NOTICE} 平均揽收时长`,
  },
  {
    id: 'delivery-on-time-rate',
    dimension: 'logistics',
    labels: ['运单配送时效达成率', '配送时效达成率'],
    unit: 'ratio',
    better: 'high',
    best: 1,
    measureId: 'delivery-on-time-rate',
    window: WINDOW,
    points: {
      how: 'opaque',
      ladder: [
        { value: 0.7933, points: 50 },
        { value: 0.8656, points: 70 },
        { value: 0.9334, points: 100 },
      ],
      weight: 0.45,
      source: `${PAGE_V5}；占比介于历史 15/70/15 与取消后的均等之间，估算`,
    },
    source: `${NOTICE} 运单配送时效达成率（定义同规则 103956）`,
  },
  {
    id: 'damage-return-rate',
    dimension: 'logistics',
    labels: [
      '商品/包装破损退货订单率',
      '商品/包装破损退货率',
      '商品包装破损退货订单率',
      '包装破损退货订单率',
    ],
    unit: 'ratio',
    better: 'low',
    measureId: 'damage-return-rate',
    window: WINDOW,
    points: {
      how: 'opaque',
      ladder: [
        { value: 0.001, points: 100 },
        { value: 0.0025, points: 80 },
        { value: 0.005, points: 60 },
        { value: 0.0065, points: 50 },
      ],
      weight: 0.25,
      source: '未公布：参照发货物流品退率阶梯（0.026 %–0.334 %，2026-02-07 单店页面）放宽，估算',
    },
    source: `${NOTICE} 商品/包装破损退货订单率`,
  },
  {
    id: 'chat-response-seconds',
    dimension: 'service',
    labels: ['飞鸽人工会话平响时长', '飞鸽平均响应时长', '飞鸽人工会话平均响应时长'],
    unit: 'seconds',
    better: 'low',
    measureId: 'chat-response-seconds',
    window: WINDOW,
    points: {
      how: 'opaque',
      ladder: [
        { value: 15, points: 100 },
        { value: 120, points: 70 },
        { value: 180, points: 50 },
      ],
      weight: 0.25,
      source: `${PAGE_V5}；占比：${EVEN}`,
    },
    source: `${NOTICE} 飞鸽人工会话平响时长（定义同规则 103956）`,
  },
  {
    id: 'chat-unsatisfied-rate',
    dimension: 'service',
    labels: ['飞鸽人工会话不满意率', '飞鸽会话不满意率'],
    unit: 'ratio',
    better: 'low',
    measureId: 'chat-unsatisfied-rate',
    window: WINDOW,
    points: {
      how: 'opaque',
      ladder: [
        { value: 0.05, points: 100 },
        { value: 0.1111, points: 90 },
        { value: 0.25, points: 65 },
        { value: 0.35, points: 50 },
      ],
      weight: 0.25,
      source: `2026-07 页面 11.1111 % → 90 分，其余节点外推，估算；占比：${EVEN}`,
    },
    source: `${NOTICE} 飞鸽人工会话不满意率（定义同规则 103956）`,
  },
  {
    id: 'aftersale-audit-hours',
    dimension: 'service',
    labels: ['售后平均审核时长', '售后审核平均时长'],
    unit: 'hours',
    better: 'low',
    measureId: 'aftersale-audit-hours',
    scale: 3600,
    window: WINDOW,
    points: {
      how: 'opaque',
      ladder: [
        { value: 2, points: 100 },
        { value: 8, points: 85 },
        { value: 24, points: 60 },
        { value: 36, points: 50 },
      ],
      weight: 0.25,
      source: `2026-07 页面 1.7712 小时 → 100 分，48 小时自动同意为下界，其余外推，估算；占比：${EVEN}`,
    },
    source: `${NOTICE} 售后平均审核时长（定义同规则 103956）`,
  },
  {
    id: 'platform-help-rate',
    dimension: 'service',
    labels: ['平台求助率'],
    unit: 'ratio',
    better: 'low',
    window: WINDOW,
    points: {
      how: 'opaque',
      ladder: [
        { value: 0.002, points: 100 },
        { value: 0.0039, points: 90 },
        { value: 0.01, points: 70 },
        { value: 0.02, points: 50 },
      ],
      weight: 0.25,
      source: `2026-07 页面 0.3937 % → 90 分，其余节点外推，估算；占比：${EVEN}`,
    },
    source: `${NOTICE} 平台求助率（定义同规则 103956）`,
  },
];
