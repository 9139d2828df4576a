/**
 * The nine indicators of the rule in force since 2026-09-08 and the rough scale on which the sample
 * shops are judged. The scale is the generator's own: nobody publishes the platform's.
 * `knots`: values worth 100, 90, 80, 70, 60 and 50 points before the seed's jitter.
 * `badSpan`: how far past the last knot a planted fault goes, in widths of the scale.
 */
export const DIMENSIONS = [
  { id: 'product', label: '商品体验' },
  { id: 'logistics', label: '物流体验' },
  { id: 'service', label: '服务体验' },
];

export const INDICATORS = [
  {
    id: 'product-rating',
    fault: 'rating',
    dimension: 'product',
    label: '商品综合评分',
    unit: '分',
    knots: [4.79, 4.756, 4.712, 4.662, 4.615, 4.568],
    best: 5,
    badSpan: [0.5, 1.2],
  },
  {
    id: 'quality-return-rate',
    fault: 'quality',
    dimension: 'product',
    label: '商品品质退货率',
    unit: '%',
    knots: [0.0026, 0.0043, 0.0064, 0.0087, 0.011, 0.0131],
    best: 0,
    badSpan: [0.8, 1.6],
  },
  {
    id: 'pickup-hours',
    fault: 'pickup',
    dimension: 'logistics',
    label: '平均揽收时长',
    unit: '小时',
    knots: [10, 13.2, 17.2, 21.6, 25.8, 30],
    best: 0.5,
    badSpan: [0.4, 0.9],
  },
  {
    id: 'delivery-on-time-rate',
    fault: 'delivery',
    dimension: 'logistics',
    label: '运单配送时效达成率',
    unit: '%',
    knots: [0.9334, 0.911, 0.883, 0.852, 0.823, 0.7933],
    best: 1,
    badSpan: [0.5, 1.2],
  },
  {
    id: 'damage-return-rate',
    fault: 'damage',
    dimension: 'logistics',
    label: '商品/包装破损退货订单率',
    unit: '%',
    knots: [0.0006, 0.0019, 0.0034, 0.0052, 0.0068, 0.0085],
    best: 0,
    badSpan: [1.3, 2.4],
  },
  {
    id: 'chat-response-seconds',
    fault: 'response',
    dimension: 'service',
    label: '飞鸽人工会话平响时长',
    unit: '秒',
    knots: [15, 41, 74, 110, 146, 180],
    best: 4,
    badSpan: [0.5, 1.2],
  },
  {
    id: 'aftersale-audit-hours',
    fault: 'audit',
    dimension: 'service',
    label: '售后平均审核时长',
    unit: '小时',
    knots: [2.5, 5.8, 10, 14.8, 19.5, 24],
    best: 0.3,
    badSpan: [0.35, 0.6],
  },
  {
    id: 'chat-unsatisfied-rate',
    fault: 'unsatisfied',
    dimension: 'service',
    label: '飞鸽人工会话不满意率',
    unit: '%',
    knots: [0.06, 0.111, 0.18, 0.26, 0.33, 0.4],
    best: 0,
    badSpan: [0.4, 0.9],
  },
  {
    id: 'platform-help-rate',
    fault: 'help',
    dimension: 'service',
    label: '平台求助率',
    unit: '%',
    knots: [0.0015, 0.0045, 0.011, 0.018, 0.024, 0.03],
    best: 0,
    badSpan: [0.6, 1.3],
  },
];

export const SINGLE_FAULTS = INDICATORS.map((indicator) => indicator.fault);
export const FAULTS = [...SINGLE_FAULTS, 'none', 'light-vs-heavy'];

export const indicatorOfFault = (fault) => INDICATORS.find((i) => i.fault === fault);
