/** Causes that lie in after-sale handling and in customer service. */
import type { Playbook } from '../../core/advice-types';
import { playbook } from './define';
import { attitudeReasons, changedMindReasons, lateReasons } from './reasons';

const HANDLING_TIME = [
  'aftersale-audit-hours',
  'aftersale-on-time-rate',
  'refund-only-hours',
  'return-refund-hours',
  'refund-hours',
  'transit-refund-hours',
  'return-signed-refund-hours',
];
const DISPUTES = [
  'platform-help-rate',
  'complaint-rate',
  'complaint-upheld-rate',
  'dispute-fault-rate',
  'dispute-refund-rate',
  'platform-fault-rate',
];
const REPLY_TIME = ['chat-response-seconds', 'chat-3min-reply-rate', 'chat-reply-rate'];
const SATISFACTION = ['chat-unsatisfied-rate', 'chat-satisfied-rate', 'dsr-service'];

export const aftersaleCauses: Playbook[] = [
  playbook({
    id: 'aftersale-late',
    indicators: [...HANDLING_TIME, 'platform-help-rate', 'complaint-rate'],
    actions: [
      ['cover-hours', 'faster-audit', { by: 'hour', span: 4, minShare: 0.4 }],
      ['cover-days', 'faster-audit', { by: 'weekday', span: 2, minShare: 0.4 }],
      ['agree-at-once', 'faster-audit', { by: 'reason', reasonSet: changedMindReasons }],
      ['owner-and-rounds', 'faster-audit'],
    ],
    replies: 4,
    sources: ['S0', 'S1', 'S3', 'S4'],
  }),
  playbook({
    id: 'aftersale-unprofessional',
    indicators: [...DISPUTES, ...SATISFACTION],
    actions: [
      ['solution-per-reason', 'fewer-escalations', { by: 'reason' }],
      ['clear-policy', 'fewer-escalations'],
      ['train-aftersale', 'fewer-escalations'],
    ],
    sources: ['S1', 'S3', 'S4'],
  }),
  playbook({
    id: 'complaints-ignored',
    indicators: DISPUTES,
    actions: [
      ['worst-reason', 'fewer-escalations', { by: 'reason' }],
      ['complaint-owner', 'fewer-escalations'],
      ['follow-up', 'fewer-escalations'],
    ],
    replies: 4,
    sources: ['S1', 'S3', 'S4'],
  }),
  playbook({
    id: 'reply-slow',
    indicators: REPLY_TIME,
    actions: [
      ['shift-hours', 'faster-reply', { by: 'hour', span: 3 }],
      ['shift-days', 'faster-reply', { by: 'weekday', span: 2, minShare: 0.4 }],
      ['quick-replies', 'faster-reply'],
      ['bot-then-human', 'faster-reply'],
      ['response-goal', 'faster-reply'],
    ],
    sources: ['S1', 'S2', 'S3'],
  }),
  playbook({
    id: 'answers-unskilled',
    indicators: SATISFACTION,
    actions: [
      ['product-notes', 'fewer-unsatisfied', { by: 'sku' }],
      ['train-knowledge', 'fewer-unsatisfied'],
      ['question-book', 'fewer-unsatisfied'],
    ],
    sources: ['S1', 'S2', 'S3'],
  }),
  playbook({
    id: 'communication-poor',
    indicators: [...SATISFACTION, 'complaint-rate'],
    actions: [
      [
        'attitude',
        'fewer-unsatisfied',
        { by: 'reason', reasonSet: attitudeReasons, minShare: 0.2 },
      ],
      ['courtesy', 'fewer-unsatisfied'],
      ['allowed-channels', 'fewer-unsatisfied'],
    ],
    replies: 3,
    sources: ['S1', 'S2', 'S3'],
  }),
  playbook({
    id: 'parcel-unknown',
    indicators: ['platform-help-rate', 'complaint-rate', ...SATISFACTION],
    actions: [
      ['tell-before-asked', 'fewer-escalations', { by: 'reason', reasonSet: lateReasons }],
      ['tell-this-province', 'fewer-escalations', { by: 'province' }],
      ['three-messages', 'fewer-escalations'],
    ],
    replies: 3,
    sources: ['S0', 'S1', 'S4'],
  }),
];
