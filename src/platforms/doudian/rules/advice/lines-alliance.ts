/**
 * 精选联盟: lines for shops and for single products (scoring notes §3, texts read 2026-05 … 2026-08).
 */
import type { EligibilityLine } from '../../../../core/advice-types';
import { article, line } from './line';

const LIST = article('aJnqsVF4GoLD');
const alliance = { use: 'alliance', source: LIST, confidence: 'H', date: '2026-07-29' } as const;
/** Two numbers are printed side by side; that they are total and product is our reading. */
const pair = { ...alliance, confidence: 'M' } as const;

const selection: EligibilityLine[] = [
  line('doudian-alliance-total', { ...alliance, metric: 'total', threshold: 70 }),
  line('doudian-alliance-product', { ...alliance, metric: 'dimension:product', threshold: 65 }),
  line('doudian-alliance-product-listed', {
    ...alliance,
    metric: 'dimension:product',
    threshold: 60,
    category: '精选联盟规则所列类目',
    replaces: ['doudian-alliance-product'],
    from: '2026-07-29',
  }),
  line('doudian-alliance-good-rate', {
    ...alliance,
    metric: 'page:product-good-rate',
    threshold: 0.7,
  }),
  line('doudian-alliance-cordyceps', {
    ...alliance,
    metric: 'total',
    threshold: 75,
    category: '冬虫夏草',
    replaces: ['doudian-alliance-total'],
  }),
  line('doudian-alliance-coins', {
    ...alliance,
    metric: 'total',
    threshold: 80,
    category: '钱币',
    replaces: ['doudian-alliance-total'],
  }),
  line('doudian-alliance-medical-total', {
    ...alliance,
    metric: 'total',
    threshold: 80,
    category: '医疗器械',
    replaces: ['doudian-alliance-total'],
  }),
  line('doudian-alliance-medical-product', {
    ...alliance,
    metric: 'dimension:product',
    threshold: 75,
    category: '医疗器械',
    replaces: ['doudian-alliance-product'],
  }),
  line('doudian-alliance-medical-product-mean', {
    ...alliance,
    metric: 'dimension:product',
    stat: 'mean-30',
    threshold: 75,
    category: '医疗器械',
  }),
  line('doudian-alliance-seafood-total', {
    ...pair,
    metric: 'total',
    threshold: 75,
    category: '鲜活水产',
    replaces: ['doudian-alliance-total'],
  }),
  line('doudian-alliance-seafood-product', {
    ...pair,
    metric: 'dimension:product',
    threshold: 72,
    category: '鲜活水产',
    replaces: ['doudian-alliance-product'],
  }),
  line('doudian-alliance-fruit-total', {
    ...pair,
    metric: 'total',
    threshold: 72,
    category: '部分水果',
    replaces: ['doudian-alliance-total'],
  }),
  line('doudian-alliance-fruit-product', {
    ...pair,
    metric: 'dimension:product',
    threshold: 70,
    category: '部分水果',
    replaces: ['doudian-alliance-product'],
  }),
];

const single = {
  use: 'alliance-item',
  metric: 'page:item-quality-return-rate-30d',
  direction: 'at-most',
  source: article('aJm1nUksodfG'),
  confidence: 'H',
  date: '2026-08',
} as const;

const singleItem: EligibilityLine[] = [
  line('doudian-item-womenswear', { ...single, threshold: 0.008, category: '女装' }),
  // The cell is merged with 女装 in the only copy read.
  line('doudian-item-kidswear', { ...single, threshold: 0.008, category: '童装', confidence: 'M' }),
  line('doudian-item-underwear', {
    ...single,
    threshold: 0.008,
    category: '内衣',
    confidence: 'M',
  }),
  line('doudian-item-menswear', { ...single, threshold: 0.016, category: '男装' }),
  line('doudian-item-personal-care', {
    ...single,
    threshold: 0.003,
    thresholdTo: 0.014,
    category: '个护',
  }),
  line('doudian-item-snacks', {
    ...single,
    threshold: 0.005,
    thresholdTo: 0.01,
    category: '休闲食品',
  }),
  line('doudian-item-3c', { ...single, threshold: 0.016, thresholdTo: 0.05, category: '3C' }),
];

export const allianceLines: EligibilityLine[] = [...selection, ...singleItem];
