/** Lines of single categories and of after-sale rights (scoring notes §3, texts read 2026-05 … 2026-08). */
import type { EligibilityLine } from '../../../../core/advice-types';
import { article, line } from './line';

const text = (id: string) => ({ source: article(id), confidence: 'H', date: '2026-08' }) as const;

const fresh = { use: 'fresh', category: '生鲜', ...text('aJnnov7ou3q1') } as const;
const freshKept = { ...fresh, use: 'fresh-kept' } as const;

const freshFood: EligibilityLine[] = [
  line('doudian-fresh-total', { ...fresh, metric: 'total', threshold: 75 }),
  line('doudian-fresh-product', {
    ...fresh,
    metric: 'dimension:product',
    threshold: 72,
    thresholdTo: 70,
  }),
  line('doudian-fresh-kept', { ...freshKept, metric: 'total', threshold: 70 }),
  line('doudian-crab-kept', {
    ...freshKept,
    metric: 'total',
    stat: 'mean-30',
    threshold: 72,
    category: '卡券、蟹类',
  }),
];

const others: EligibilityLine[] = [
  line('doudian-landmark-total', {
    use: 'landmark',
    metric: 'total',
    stat: 'mean-30',
    threshold: 70,
    ...text('aJkA9jpMYubX'),
  }),
  // The text says 商品品质分; that it means the dimension is our reading.
  line('doudian-landmark-product', {
    use: 'landmark',
    metric: 'dimension:product',
    threshold: 70,
    ...text('aJkA9jpMYubX'),
    confidence: 'M',
  }),
  line('doudian-seeds', {
    use: 'farm-goods',
    metric: 'total',
    threshold: 75,
    category: '农资园艺 种子/农药',
    ...text('aJmtjqDgvAtS'),
  }),
  line('doudian-shop-authorisation', {
    use: 'authorisation-number',
    metric: 'total',
    threshold: 70,
    source: '抖店规则中心：店铺授权号（原文地址未记录）',
    confidence: 'H',
    date: '2026-08',
  }),
  line('doudian-caring-goods', {
    use: 'caring-goods',
    metric: 'total',
    threshold: 70,
    source: '抖店规则中心：爱心好物（原文地址未记录）',
    confidence: 'H',
    date: '2026-08',
  }),
  line('doudian-caring-goods-kept', {
    use: 'caring-goods-kept',
    metric: 'total',
    stat: 'every-day-90',
    threshold: 70,
    source: '抖店规则中心：爱心好物（原文地址未记录）',
    confidence: 'H',
    date: '2026-08',
  }),
  line('doudian-dispute-intervention', {
    use: 'dispute-intervention',
    metric: 'page:product-good-rate',
    threshold: 0.7,
    ...text('aJkboynit5yb'),
  }),
];

/** Four texts, read together; which of them holds which category was not recorded. */
const CLEARANCE = ['aJoR7xZX1itz', 'aJoU3XubXQTs', 'aJk9ker5Wxr9', 'aJk9gQtUs3dc']
  .map(article)
  .join(' ');

const clearance = (
  [
    ['baby', '母婴', 60],
    ['tonics', '滋补', 60],
    ['alcohol', '酒类', 60],
    ['books', '图书', 60],
    ['appliances', '家电', 65],
    ['3c', '3C', 70],
    ['live-pets', '宠物活体', 75],
    ['pet-fresh-food', '冷鲜粮', 75],
  ] as const
).map(([id, category, threshold]) =>
  line(`doudian-clearance-${id}`, {
    use: 'category-clearance',
    metric: 'total',
    stat: 'every-day-14',
    threshold,
    category,
    source: CLEARANCE,
    confidence: 'H',
    date: '2026-08',
  }),
);

export const categoryLines: EligibilityLine[] = [...freshFood, ...others, ...clearance];
