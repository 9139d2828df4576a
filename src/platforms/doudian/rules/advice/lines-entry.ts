/**
 * What a score opens or closes, from official texts read 2026-05 … 2026-08 (scoring notes §3).
 * Records of texts, not promises: the platform's own page decides.
 */
import type { EligibilityLine } from '../../../../core/advice-types';
import { article, line, rule } from './line';

const traffic: EligibilityLine[] = [
  line('doudian-qianchuan', {
    use: 'qianchuan',
    metric: 'total',
    threshold: 60,
    source: '千川开放接口的报错文案；规则正文只写“低于管控线”',
    confidence: 'M',
    date: '2026-08',
  }),
  line('doudian-campaign', {
    use: 'campaign',
    metric: 'total',
    stat: 'mean-7',
    threshold: 70,
    source: article('aJogfFBShQ25'),
    confidence: 'H',
    date: '2026-08',
  }),
  line('doudian-campaign-item-kept', {
    use: 'campaign-kept',
    metric: 'total',
    stat: 'mean-7-every-day-7',
    threshold: 70,
    source: article('aJogfFBShQ25'),
    confidence: 'H',
    date: '2026-08',
  }),
  line('doudian-mall', {
    use: 'mall',
    metric: 'total',
    threshold: 60,
    source: article('aJngrvhjoCzW'),
    confidence: 'H',
    date: '2026-08',
  }),
  line('doudian-brand-badge', {
    use: 'brand-badge',
    metric: 'total',
    stat: 'mean-30',
    threshold: 80,
    consultation: true,
    source: article('aJpATNzewtG1'),
    confidence: 'H',
    date: '2026-08',
  }),
];

const bag = {
  use: 'lucky-bag',
  source: article('aJnqsVF4GdbF'),
  confidence: 'H',
  date: '2026-08',
} as const;
const apple = {
  use: 'lucky-bag-apple',
  source: article('aJpMrrQ5oEpd'),
  confidence: 'H',
  date: '2026-07-22',
} as const;

const luckyBag: EligibilityLine[] = [
  line('doudian-lucky-bag-total', { ...bag, metric: 'total', threshold: 80 }),
  line('doudian-lucky-bag-product', { ...bag, metric: 'dimension:product', threshold: 75 }),
  line('doudian-lucky-bag-logistics', { ...bag, metric: 'dimension:logistics', threshold: 75 }),
  line('doudian-lucky-bag-service', { ...bag, metric: 'dimension:service', threshold: 70 }),
  line('doudian-lucky-bag-apple-before', {
    ...apple,
    metric: 'total',
    threshold: 88,
    category: 'Apple 品牌奖品',
    replaces: ['doudian-lucky-bag-total'],
    until: '2026-07-21',
    source: article('aJnqsVF4GdbF'),
    date: '2026-07',
  }),
  line('doudian-lucky-bag-apple', {
    ...apple,
    metric: 'total',
    threshold: 80,
    category: 'Apple 品牌奖品',
    replaces: ['doudian-lucky-bag-total'],
    from: '2026-07-22',
  }),
  // Indicator points ended on 2026-09-08; no later text of this rule was found.
  line('doudian-lucky-bag-apple-pickup', {
    ...apple,
    metric: 'indicator-points:pickup-on-time-rate',
    threshold: 55,
    category: 'Apple 品牌奖品',
    until: '2026-09-07',
  }),
];

const shops: EligibilityLine[] = [
  line('doudian-extra-shop', {
    use: 'extra-shop',
    metric: 'total',
    threshold: 75,
    source: rule('101821'),
    confidence: 'H',
    date: '2026-08',
  }),
  line('doudian-to-flagship', {
    use: 'to-flagship',
    metric: 'total',
    stat: 'mean-30',
    source: `${rule('101821')}：30 天均值不低于同行均值，均值以后台显示为准`,
    confidence: 'H',
    date: '2026-08',
  }),
  line('doudian-flagship-review', {
    use: 'flagship-review',
    metric: 'total',
    stat: 'mean-30',
    source: `${article('aHX96AgRnJEZ')}：每月考核，目标值以后台显示为准`,
    confidence: 'H',
    date: '2026-08',
  }),
];

export const entryLines: EligibilityLine[] = [...traffic, ...luckyBag, ...shops];
