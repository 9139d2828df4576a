/**
 * The indicators of 店铺领航员 (names and definitions: page payloads and help pages of 2026) and how a
 * made-up field of peers stands in each: `peers` is a curve [value, share of peers beaten]. What peers
 * really reach is shown to nobody.
 */
export const NAVIGATOR_DIMENSIONS = [
  { id: 'aftersale', label: '售后服务' },
  { id: 'product', label: '商品品质' },
  { id: 'logistics', label: '物流服务' },
  { id: 'activity', label: '店铺活跃' },
];

/** The page calls a value 未达标 that beats fewer peers than this. */
export const STANDARD = 0.3;

/** `good` and `bad`: what a healthy shop and a shop with this fault aim at. */
export const INDICATORS = [
  {
    id: 'platform-help-rate',
    label: '近30天平台求助率',
    dimension: 'aftersale',
    unit: '%',
    days: 30,
    better: 'low',
    good: 0.006,
    bad: 0.036,
    peers: [
      [0, 0.99],
      [0.004, 0.9],
      [0.008, 0.72],
      [0.013, 0.5],
      [0.022, 0.3],
      [0.033, 0.1],
      [0.06, 0.02],
    ],
  },
  {
    id: 'chat-3min-reply-rate',
    label: '近30天3分钟人工回复率',
    dimension: 'aftersale',
    unit: '%',
    days: 30,
    better: 'high',
    good: 0.94,
    bad: 0.54,
    peers: [
      [0.3, 0.02],
      [0.56, 0.1],
      [0.72, 0.3],
      [0.82, 0.5],
      [0.9, 0.7],
      [0.96, 0.88],
      [1, 0.99],
    ],
  },
  {
    id: 'transit-refund-hours',
    label: '近30天在途订单退款时长',
    dimension: 'aftersale',
    unit: '小时',
    days: 30,
    better: 'low',
    good: 3,
    bad: 34,
    peers: [
      [0, 0.99],
      [1, 0.93],
      [4, 0.75],
      [10, 0.5],
      [19, 0.3],
      [30, 0.1],
      [60, 0.02],
    ],
  },
  {
    id: 'return-signed-refund-hours',
    label: '近30天商家签收消费者退货订单后的平均退款时长',
    dimension: 'aftersale',
    unit: '小时',
    days: 30,
    better: 'low',
    good: 4,
    bad: 42,
    peers: [
      [0, 0.99],
      [1, 0.93],
      [5, 0.75],
      [12, 0.5],
      [24, 0.3],
      [37, 0.1],
      [70, 0.02],
    ],
  },
  {
    id: 'review-score-rank',
    label: '近90天用户评价得分排名',
    dimension: 'product',
    unit: 'rank',
    days: 90,
    better: 'high',
    good: 0.96,
    bad: 0.76,
    peers: [
      [4, 0.02],
      [4.42, 0.1],
      [4.6, 0.3],
      [4.72, 0.5],
      [4.82, 0.7],
      [4.94, 0.9],
      [5, 0.99],
    ],
  },
  {
    id: 'positive-comment-rate',
    label: '近30天积极评论率',
    dimension: 'product',
    unit: '%',
    days: 30,
    better: 'high',
    good: 0.955,
    bad: 0.74,
    peers: [
      [0.6, 0.02],
      [0.76, 0.1],
      [0.86, 0.3],
      [0.91, 0.5],
      [0.95, 0.72],
      [0.98, 0.9],
      [1, 0.99],
    ],
  },
  {
    id: 'severe-inferior-rate',
    label: '近30天严重劣质率',
    dimension: 'product',
    unit: '%',
    days: 30,
    better: 'low',
    good: 0.0035,
    bad: 0.024,
    peers: [
      [0, 0.99],
      [0.003, 0.85],
      [0.005, 0.7],
      [0.009, 0.45],
      [0.013, 0.3],
      [0.021, 0.1],
      [0.04, 0.02],
    ],
  },
  {
    id: 'group-to-sign-days',
    label: '近30天成团-签收时效',
    dimension: 'logistics',
    unit: '天',
    days: 30,
    better: 'low',
    good: 2.3,
    bad: 4.9,
    peers: [
      [1, 0.99],
      [1.8, 0.9],
      [2.3, 0.72],
      [2.9, 0.5],
      [3.6, 0.3],
      [4.6, 0.1],
      [7, 0.02],
    ],
  },
  {
    id: 'logistics-violation-rate',
    label: '近30天物流综合违规处理率',
    dimension: 'logistics',
    unit: '%',
    days: 30,
    better: 'low',
    good: 0.0035,
    bad: 0.028,
    peers: [
      [0, 0.99],
      [0.002, 0.9],
      [0.005, 0.7],
      [0.009, 0.5],
      [0.015, 0.3],
      [0.025, 0.1],
      [0.05, 0.02],
    ],
  },
  {
    id: 'shop-activity',
    label: '近30天店铺活跃度',
    dimension: 'activity',
    unit: 'rank',
    days: 30,
    better: 'high',
    // New goods a day.
    good: 0.55,
    bad: 0.07,
    peers: [
      [0, 0.02],
      [3, 0.1],
      [6, 0.3],
      [10, 0.5],
      [15, 0.7],
      [22, 0.9],
      [40, 0.99],
    ],
  },
];

/** The five parts of 消费者服务体验分 and what is made to drive them here: nobody publishes it. */
export const SERVICE_PARTS = [
  { id: 'attitude', label: '服务态度', drivers: ['chat-3min-reply-rate', 'platform-help-rate'] },
  {
    id: 'basic',
    label: '基础服务',
    drivers: ['platform-help-rate', 'transit-refund-hours', 'return-signed-refund-hours'],
  },
  {
    id: 'product',
    label: '商品服务',
    drivers: ['severe-inferior-rate', 'review-score-rank', 'positive-comment-rate'],
  },
  { id: 'shipping', label: '发货服务', drivers: ['logistics-violation-rate'] },
  { id: 'logistics', label: '物流服务', drivers: ['group-to-sign-days'] },
];

const FAULT_OF = {
  help: 'platform-help-rate',
  response: 'chat-3min-reply-rate',
  audit: 'transit-refund-hours',
  returns: 'return-signed-refund-hours',
  rating: 'review-score-rank',
  comments: 'positive-comment-rate',
  quality: 'severe-inferior-rate',
  delivery: 'group-to-sign-days',
  violation: 'logistics-violation-rate',
  activity: 'shop-activity',
};
export const SINGLE_FAULTS = Object.keys(FAULT_OF);
/** Two miss their standards, one of them by more. */
const TWO_BELOW = { planted: 'chat-3min-reply-rate', decoy: 'positive-comment-rate', weak: 0.81 };
export const FAULTS = [...SINGLE_FAULTS, 'two-below', 'none'];
/** @returns {{planted?: string, decoy?: string, weak?: number}} what a fault makes bad */
export const planOfFault = (fault) =>
  fault === 'two-below' ? TWO_BELOW : { planted: FAULT_OF[fault] };

/** Share of peers that a value beats: straight lines between the points of the curve. */
export function beatenBy({ peers }, value) {
  const after = peers.findIndex(([at]) => at >= value);
  if (after < 0) return peers.at(-1)[1];
  if (after === 0) return peers[0][1];
  const [[x0, y0], [x1, y1]] = [peers[after - 1], peers[after]];
  return y0 + ((value - x0) / (x1 - x0)) * (y1 - y0);
}

/** The value that beats just enough peers to be 已达标. */
export const standardOf = ({ peers }) => peers.find(([, beaten]) => beaten === STANDARD)[0];
