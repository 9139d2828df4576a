/** One playbook per deduction of the rule in force since 2026-09-08 (notice aJoPPkXuLRqc). */
import type { Playbook } from '../../../../core/advice-types';
import { playbook } from '../../../shared-advice/define';
import { fakeReasons, mismatchReasons, outOfStockReasons } from '../../../shared-advice/reasons';

const NOTICE = 'notice-aJoPPkXuLRqc';

export const deductionPlaybooks: Playbook[] = [
  playbook({
    id: 'abnormal-return-address',
    deductions: ['abnormal-return-address', 'passive-service'],
    actions: [
      ['check-addresses', 'no-new-deduction'],
      ['change-on-moving-day', 'no-new-deduction'],
      ['someone-signs', 'no-new-deduction'],
    ],
    sources: [NOTICE],
  }),
  playbook({
    id: 'refused-invoice',
    deductions: ['refused-invoice', 'passive-service'],
    actions: [
      ['always-issue', 'no-new-deduction'],
      ['invoice-owner', 'no-new-deduction'],
      ['reply-template', 'no-new-deduction'],
    ],
    replies: 3,
    sources: [NOTICE],
  }),
  playbook({
    id: 'fake-orders',
    deductions: ['fake-orders'],
    actions: [
      ['stop-now', 'no-new-deduction'],
      ['refuse-services', 'no-new-deduction'],
      ['check-partners', 'no-new-deduction'],
      ['appeal-in-time', 'find-cause'],
    ],
    sources: ['S2', 'S4', NOTICE, 'rule-113470', 'rule-101706'],
  }),
  playbook({
    id: 'false-advertising',
    deductions: ['false-advertising'],
    actions: [
      ['claims-of-product', 'no-new-deduction', { by: 'sku' }],
      ['claims-buyers-doubt', 'no-new-deduction', { by: 'reason', reasonSet: mismatchReasons }],
      ['proof-for-claims', 'no-new-deduction'],
      ['live-scripts', 'no-new-deduction'],
    ],
    sources: ['S2', 'S3', NOTICE],
  }),
  playbook({
    id: 'fraudulent-shipping',
    deductions: ['fraudulent-shipping'],
    actions: [
      [
        'short-products',
        'no-new-deduction',
        { by: 'reason', reasonSet: outOfStockReasons, minShare: 0.1 },
      ],
      ['number-matches-parcel', 'no-new-deduction'],
      ['tell-when-short', 'no-new-deduction'],
    ],
    replies: 3,
    sources: ['S3', NOTICE],
  }),
  playbook({
    id: 'brand-confusion',
    deductions: ['brand-confusion'],
    actions: [
      [
        'doubted-products',
        'no-new-deduction',
        { by: 'reason', reasonSet: fakeReasons, minShare: 0.1 },
      ],
      ['authorisation-dates', 'no-new-deduction'],
      ['titles-and-pictures', 'no-new-deduction'],
    ],
    sources: ['S1', NOTICE],
  }),
];
