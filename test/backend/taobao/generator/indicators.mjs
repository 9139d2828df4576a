/**
 * The indicators of 店铺真实体验分 in force since 2026-03-16: windows [from, to] in days back from today (rule
 * and page payloads of 2026-08), and made-up steps, as a category's would be printed in 千牛 only.
 */
export const DIMENSIONS = [
  { id: 'product', label: '宝贝质量' },
  { id: 'logistics', label: '物流速度' },
  { id: 'service', label: '服务保障' },
];

/** Points of the steps, best first; below the last step's threshold the lowest stays. */
export const STEPS = [5, 4.8, 4.5, 4.3, 4, 3.5, 3];

const low = (...values) => ({ better: 'low', tiers: values });
const high = (...values) => ({ better: 'high', tiers: values });

/** `good` and `bad`: what a healthy shop and a shop with this fault aim at. */
export const INDICATORS = [
  {
    id: 'negative-feedback-rate',
    label: '商品负反馈率',
    dimension: 'product',
    unit: '%',
    window: [31, 2],
    ...low(0.012, 0.016, 0.02, 0.026, 0.034, 0.05, 0.07),
    good: 0.004,
    bad: 0.075,
  },
  {
    id: 'good-rating-rate',
    label: '商品好评率',
    dimension: 'product',
    unit: '%',
    window: [31, 2],
    ...high(0.94, 0.92, 0.9, 0.87, 0.84, 0.78, 0.7),
    good: 0.98,
    bad: 0.72,
  },
  {
    id: 'pickup-48h-rate',
    label: '48小时揽收及时率',
    dimension: 'logistics',
    unit: '%',
    window: [33, 4],
    ...high(0.975, 0.965, 0.95, 0.93, 0.9, 0.85, 0.78),
    good: 0.995,
    bad: 0.78,
  },
  {
    id: 'arrival-hours',
    label: '物流到货时长',
    dimension: 'logistics',
    unit: '小时',
    window: [40, 11],
    ...low(60, 66, 72, 80, 88, 100, 115),
    good: 50,
    bad: 112,
  },
  {
    id: 'chat-3min-reply-rate',
    label: '3分钟人工响应率',
    dimension: 'service',
    unit: '%',
    window: [30, 1],
    ...high(0.95, 0.92, 0.89, 0.86, 0.82, 0.75, 0.65),
    good: 0.98,
    bad: 0.68,
  },
  {
    id: 'chat-satisfied-rate',
    label: '旺旺满意度',
    dimension: 'service',
    unit: '%',
    window: [32, 3],
    ...high(0.92, 0.9, 0.87, 0.84, 0.8, 0.72, 0.62),
    good: 0.97,
    bad: 0.66,
  },
  {
    id: 'refund-hours',
    label: '退款处理时长',
    dimension: 'service',
    unit: '小时',
    window: [31, 2],
    ...low(14, 17, 20, 24, 28, 34, 42),
    good: 6,
    bad: 36,
  },
  {
    id: 'platform-help-rate',
    label: '平台求助率',
    dimension: 'service',
    unit: '%',
    window: [30, 1],
    ...low(0.006, 0.008, 0.01, 0.013, 0.017, 0.024, 0.034),
    good: 0.001,
    bad: 0.034,
  },
];

const FAULT_OF = {
  quality: 'negative-feedback-rate',
  rating: 'good-rating-rate',
  pickup: 'pickup-48h-rate',
  delivery: 'arrival-hours',
  response: 'chat-3min-reply-rate',
  unsatisfied: 'chat-satisfied-rate',
  audit: 'refund-hours',
  help: 'platform-help-rate',
};
export const SINGLE_FAULTS = Object.keys(FAULT_OF);
export const FAULTS = [...SINGLE_FAULTS, 'none'];
export const indicatorOfFault = (fault) => FAULT_OF[fault];

/** Points of a value: the best step whose threshold it meets. */
export function pointsFor({ better, tiers }, value) {
  const at = tiers.findIndex((limit) => (better === 'low' ? value <= limit : value >= limit));
  return STEPS[at < 0 ? STEPS.length - 1 : at];
}
