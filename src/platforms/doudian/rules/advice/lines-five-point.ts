/**
 * Lines of the five-point era (until 2023-06-26), for shops that look back at it. Secondary sources
 * only, and they disagree (4.0 or 4.6 for 精选联盟): kept as what was written, low confidence. The
 * month is inferred from the page's number.
 */
import type { EligibilityLine } from '../../../../core/advice-types';
import { line } from './line';

const era = {
  metric: 'total',
  until: '2023-06-26',
  confidence: 'L',
  date: '2022-04',
  source: '二手资料：CSDN scyingdi 124092649',
} as const;

export const fivePointLines: EligibilityLine[] = [
  line('doudian-five-traffic-boost', { ...era, use: 'five-traffic-boost', threshold: 4.8 }),
  line('doudian-five-qianchuan', { ...era, use: 'five-qianchuan', threshold: 4.6 }),
  line('doudian-five-traffic-limit', { ...era, use: 'five-traffic-limit', threshold: 4.3 }),
  line('doudian-five-alliance', { ...era, use: 'five-alliance', threshold: 4.6, thresholdTo: 4 }),
  line('doudian-five-removal', { ...era, use: 'five-removal', threshold: 3.2 }),
];
