/** Causes that lie in the goods and in how they are described. */
import type { Playbook } from '../../core/advice-types';
import { playbook } from './define';
import { damageReasons, faultyReasons, mismatchReasons, sizeReasons } from './reasons';

const GOODS = [
  'quality-return-rate',
  'product-rating',
  'bad-review-rate',
  'bad-rating-rate',
  'first-quality-return-rate',
  'negative-feedback-rate',
];
const RATINGS = [
  'good-rating-rate',
  'description-rating',
  'dsr-description',
  'review-score-rank',
  'positive-comment-rate',
];

export const goodsCauses: Playbook[] = [
  playbook({
    id: 'quality-poor',
    indicators: [...GOODS, ...RATINGS, 'severe-inferior-rate'],
    actions: [
      ['stop-and-check', 'fewer-quality-returns', { by: 'sku' }],
      ['genuine-sources', 'fewer-quality-returns'],
      ['sample-batches', 'fewer-quality-returns'],
    ],
    sources: ['S0', 'S1', 'S2', 'S3'],
  }),
  playbook({
    id: 'quality-faulty',
    indicators: [...GOODS, 'severe-inferior-rate'],
    actions: [
      ['trace-fault', 'fewer-quality-returns', { by: 'reason', reasonSet: faultyReasons }],
      ['regular-tests', 'fewer-quality-returns'],
      ['check-before-packing', 'fewer-quality-returns'],
    ],
    sources: ['S0', 'S1', 'S3'],
  }),
  playbook({
    id: 'below-expectation',
    indicators: [...GOODS, ...RATINGS],
    actions: [
      ['rework-product', 'higher-rating', { by: 'sku' }],
      ['tell-supplier', 'higher-rating'],
      ['fair-price', 'higher-rating'],
    ],
    sources: ['S0', 'S2', 'S3'],
  }),
  playbook({
    id: 'description-mismatch',
    indicators: [...GOODS, ...RATINGS],
    actions: [
      ['correct-page', 'fewer-quality-returns', { by: 'reason', reasonSet: mismatchReasons }],
      ['size-notes', 'trust', { by: 'reason', reasonSet: sizeReasons, minShare: 0.2 }],
      ['page-of-product', 'fewer-quality-returns', { by: 'sku', amongReasons: mismatchReasons }],
      ['honest-details', 'fewer-quality-returns'],
    ],
    sources: ['S1', 'S2', 'S3'],
  }),
  playbook({
    id: 'fragile-goods',
    indicators: [...GOODS, 'damage-return-rate'],
    actions: [
      ['stronger-packing', 'fewer-damages', { by: 'reason', reasonSet: damageReasons }],
      ['fragile-product', 'fewer-damages', { by: 'sku', amongReasons: damageReasons }],
      ['safer-material', 'fewer-damages'],
    ],
    sources: ['S2'],
  }),
  playbook({
    id: 'pressure-to-exaggerate',
    indicators: ['quality-return-rate', 'negative-feedback-rate'],
    deductions: ['false-advertising'],
    actions: [
      ['remove-claims', 'fewer-quality-returns', { by: 'reason', reasonSet: mismatchReasons }],
      ['proof-for-claims', 'no-new-deduction'],
      ['compete-on-service', 'trust'],
    ],
    sources: ['S2', 'S3'],
  }),
  playbook({
    id: 'bad-review',
    indicators: ['product-rating', 'bad-review-rate', 'negative-feedback-rate', ...RATINGS],
    actions: [
      ['same-complaint', 'higher-rating', { by: 'sku' }],
      ['calm-then-solve', 'trust'],
      ['answer-in-public', 'trust'],
    ],
    replies: 5,
    sources: ['S2', 'S4'],
  }),
  playbook({
    id: 'feedback-unused',
    indicators: [...GOODS, 'chat-unsatisfied-rate', 'platform-help-rate'],
    actions: [
      ['largest-reason', 'find-cause', { by: 'reason' }],
      ['collect-weekly', 'find-cause'],
      ['check-effect', 'find-cause'],
    ],
    sources: ['S1', 'S3', 'S4'],
  }),
];
