/**
 * What the source articles advise and no platform's table counts. Shown with target and done-date,
 * never with points.
 */
import type { ChecklistItem } from '../../core/advice-types';
import { checklistItem as item } from './define';

const goods = [
  item('source-papers', ['S1', 'S2']),
  item('sample-each-batch', ['S1'], { every: 'batch' }),
  item('hold-supplier-to-account', ['S1']),
  item('quality-patrol', ['S0', 'S1', 'S3'], { every: 'week' }),
  item('clear-description', ['S1', 'S2', 'S3']),
  item('rich-product-information', ['S0']),
  item('no-unqualified-goods', ['S2']),
];

const logistics = [
  item('compare-carriers', ['S0', 'S1', 'S4'], { every: 'month' }),
  item('carrier-contract', ['S1', 'S3']),
  item('warehouse-zones', ['S1']),
  item('stock-forecast', ['S1', 'S4'], { every: 'week' }),
  item('proactive-parcel-updates', ['S0', 'S1', 'S4']),
  item('logistics-feedback', ['S1'], { every: 'month' }),
];

const service = [
  item('reply-within-24-hours', ['S1'], { target: { to: 24, unit: 'hours' }, every: 'day' }),
  item('urgent-complaints-at-once', ['S1', 'S3'], { every: 'day' }),
  item('train-support', ['S1', 'S3', 'S4'], { every: 'month' }),
  item('several-contact-channels', ['S3']),
  item('complaint-team', ['S3', 'S4']),
  item('personal-service', ['S0']),
  item('care-messages', ['S4']),
  item('coupons-for-regulars', ['S4']),
  item('answer-reviews', ['S4'], { every: 'day' }),
  item('invite-honest-reviews', ['S4']),
];

const aftersale = [
  item('return-window', ['S1'], { target: { from: 7, to: 15, unit: 'days' } }),
  item('several-ways-to-return', ['S1']),
  item('clear-return-policy', ['S1', 'S4']),
  item('keep-returned-goods', ['S1']),
  item('revisit-after-return', ['S1'], { every: 'week' }),
];

const shop = [
  item('decoration-theme', ['S1']),
  item('decoration-colours', ['S1']),
  item('decoration-details', ['S0', 'S1'], { every: 'month' }),
  item('join-promotions', ['S0', 'S4'], { every: 'campaign' }),
  item('stock-before-promotions', ['S2', 'S4'], { every: 'campaign' }),
  item('response-during-promotions', ['S4'], { every: 'campaign' }),
];

const learning = [
  item('collect-feedback', ['S1', 'S3', 'S4'], { every: 'month' }),
  item('buying-habits', ['S4'], { every: 'month' }),
  item('watch-aftersales', ['S4'], { every: 'week' }),
  item('score-plan', ['S4'], { every: 'month' }),
];

export const sharedChecklist: ChecklistItem[] = [
  ...goods,
  ...logistics,
  ...service,
  ...aftersale,
  ...shop,
  ...learning,
];
