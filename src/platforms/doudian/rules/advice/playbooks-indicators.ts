/** One playbook per indicator of the rule in force since 2026-09-08 (notice aJoPPkXuLRqc, rule 103956). */
import type { Playbook } from '../../../../core/advice-types';
import { playbook } from '../../../shared-advice/define';
import {
  changedMindReasons,
  damageReasons,
  fakeReasons,
  faultyReasons,
  lateReasons,
  mismatchReasons,
} from '../../../shared-advice/reasons';

const RULE = ['rule-103956', 'notice-aJoPPkXuLRqc'];

const product: Playbook[] = [
  playbook({
    id: 'product-rating',
    indicators: ['product-rating'],
    actions: [
      ['worst-product', 'higher-rating', { by: 'sku' }],
      ['damaged-on-arrival', 'higher-rating', { by: 'reason', reasonSet: damageReasons }],
      ['correct-page', 'higher-rating', { by: 'reason', reasonSet: mismatchReasons }],
      ['answer-in-public', 'trust'],
      ['report-untrue', 'trust'],
    ],
    replies: 5,
    sources: ['S0', 'S1', 'S2', 'S3', ...RULE],
  }),
  playbook({
    id: 'quality-return-rate',
    indicators: ['quality-return-rate'],
    actions: [
      ['worst-product', 'fewer-quality-returns', { by: 'sku' }],
      ['trace-fault', 'fewer-quality-returns', { by: 'reason', reasonSet: faultyReasons }],
      ['correct-page', 'fewer-quality-returns', { by: 'reason', reasonSet: mismatchReasons }],
      [
        'keep-proof',
        'fewer-quality-returns',
        { by: 'reason', reasonSet: fakeReasons, minShare: 0.1 },
      ],
      ['sample-batches', 'fewer-quality-returns'],
      ['ask-before-reason', 'trust'],
    ],
    replies: 4,
    sources: ['S0', 'S1', 'S2', 'S3', ...RULE],
  }),
];

const logistics: Playbook[] = [
  playbook({
    id: 'pickup-hours',
    indicators: ['pickup-hours'],
    actions: [
      ['these-days', 'faster-pickup', { by: 'weekday', span: 2, minShare: 0.4 }],
      ['these-hours', 'faster-pickup', { by: 'hour', span: 4, minShare: 0.4 }],
      ['this-carrier', 'faster-pickup', { by: 'carrier' }],
      ['this-product', 'fewer-stockouts', { by: 'sku' }],
      ['morning-round', 'faster-pickup'],
      ['scan-not-click', 'faster-pickup'],
    ],
    sources: ['S0', 'S1', 'S2', 'S3', ...RULE],
  }),
  playbook({
    id: 'delivery-on-time-rate',
    indicators: ['delivery-on-time-rate'],
    actions: [
      ['this-carrier', 'on-time-delivery', { by: 'carrier' }],
      ['this-province', 'on-time-delivery', { by: 'province' }],
      ['stalled-parcels', 'on-time-delivery'],
      ['nearer-warehouse', 'on-time-delivery'],
      ['remote-service', 'on-time-delivery'],
    ],
    replies: 4,
    sources: ['S0', 'S1', 'S3', 'S4', ...RULE],
  }),
  playbook({
    id: 'damage-return-rate',
    indicators: ['damage-return-rate'],
    actions: [
      ['this-product', 'fewer-damages', { by: 'sku' }],
      ['this-carrier', 'fewer-damages', { by: 'carrier' }],
      ['this-province', 'fewer-damages', { by: 'province' }],
      ['drop-test', 'fewer-damages'],
      ['photo-before-packing', 'fewer-damages'],
    ],
    replies: 4,
    sources: ['S2', 'S3', ...RULE],
  }),
];

const service: Playbook[] = [
  playbook({
    id: 'chat-response-seconds',
    indicators: ['chat-response-seconds'],
    actions: [
      ['these-hours', 'faster-reply', { by: 'hour', span: 3 }],
      ['these-days', 'faster-reply', { by: 'weekday', span: 2, minShare: 0.4 }],
      ['clear-before-closing', 'faster-reply'],
      ['bot-then-human', 'faster-reply'],
      ['quick-replies', 'faster-reply'],
      ['twenty-four-hours-is-no-rule', 'faster-reply'],
    ],
    sources: ['S1', 'S2', 'S3', ...RULE],
  }),
  playbook({
    id: 'aftersale-audit-hours',
    indicators: ['aftersale-audit-hours'],
    actions: [
      ['night-tickets', 'faster-audit', { by: 'hour', span: 4, minShare: 0.4 }],
      ['weekend-duty', 'faster-audit', { by: 'weekday', span: 2, minShare: 0.4 }],
      ['agree-at-once', 'faster-audit', { by: 'reason', reasonSet: changedMindReasons }],
      ['this-product', 'faster-audit', { by: 'sku' }],
      ['oldest-first', 'faster-audit'],
      ['owner-and-rounds', 'faster-audit'],
    ],
    replies: 3,
    sources: ['S0', 'S1', 'S3', 'S4', ...RULE],
  }),
  playbook({
    id: 'chat-unsatisfied-rate',
    indicators: ['chat-unsatisfied-rate'],
    actions: [
      ['these-hours', 'fewer-unsatisfied', { by: 'hour', span: 3 }],
      ['this-product', 'fewer-unsatisfied', { by: 'sku' }],
      ['read-low-sessions', 'fewer-unsatisfied'],
      ['close-with-a-question', 'fewer-unsatisfied'],
      ['train-support', 'fewer-unsatisfied'],
    ],
    replies: 4,
    sources: ['S1', 'S2', 'S3', 'rule-103956'],
  }),
  playbook({
    id: 'platform-help-rate',
    indicators: ['platform-help-rate'],
    actions: [
      ['late-parcels', 'fewer-escalations', { by: 'reason', reasonSet: lateReasons }],
      ['worst-reason', 'fewer-escalations', { by: 'reason' }],
      ['this-product', 'fewer-escalations', { by: 'sku' }],
      ['this-carrier', 'fewer-escalations', { by: 'carrier' }],
      ['owner-for-hard-cases', 'fewer-escalations'],
      ['refuse-with-reasons', 'fewer-escalations'],
    ],
    replies: 4,
    sources: ['S0', 'S1', 'S3', 'S4', 'rule-103956'],
  }),
];

export const indicatorPlaybooks: Playbook[] = [...product, ...logistics, ...service];
