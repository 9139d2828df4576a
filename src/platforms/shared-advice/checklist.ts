/**
 * What the source articles advise and no platform's table counts. Shown with target and done-date,
 * never with points.
 */
import type { ChecklistItem } from '../../core/advice-types';
import { checklistItem as item } from './define';

const goods = [
  item('goods', 'source-papers', ['S1', 'S2']),
  item('goods', 'sample-each-batch', ['S1'], { every: 'batch' }),
  item('goods', 'hold-supplier-to-account', ['S1']),
  item('goods', 'quality-patrol', ['S0', 'S1', 'S3'], { every: 'week' }),
  item('goods', 'clear-description', ['S1', 'S2', 'S3']),
  item('goods', 'rich-product-information', ['S0']),
  item('goods', 'no-unqualified-goods', ['S2']),
];

const logistics = [
  item('logistics', 'compare-carriers', ['S0', 'S1', 'S4'], { every: 'month' }),
  item('logistics', 'carrier-contract', ['S1', 'S3']),
  item('logistics', 'warehouse-zones', ['S1']),
  item('logistics', 'stock-forecast', ['S1', 'S4'], { every: 'week' }),
  item('logistics', 'proactive-parcel-updates', ['S0', 'S1', 'S4']),
  item('logistics', 'logistics-feedback', ['S1'], { every: 'month' }),
];

const service = [
  item('service', 'reply-within-24-hours', ['S1'], {
    target: { to: 24, unit: 'hours' },
    every: 'day',
  }),
  item('service', 'urgent-complaints-at-once', ['S1', 'S3'], { every: 'day' }),
  item('service', 'train-support', ['S1', 'S3', 'S4'], { every: 'month' }),
  item('service', 'several-contact-channels', ['S3']),
  item('service', 'complaint-team', ['S3', 'S4']),
  item('service', 'personal-service', ['S0']),
  item('service', 'care-messages', ['S4']),
  item('service', 'coupons-for-regulars', ['S4']),
  item('service', 'answer-reviews', ['S4'], { every: 'day' }),
  item('service', 'invite-honest-reviews', ['S4']),
];

const aftersale = [
  item('aftersale', 'return-window', ['S1'], { target: { from: 7, to: 15, unit: 'days' } }),
  item('aftersale', 'several-ways-to-return', ['S1']),
  item('aftersale', 'clear-return-policy', ['S1', 'S4']),
  item('aftersale', 'keep-returned-goods', ['S1']),
  item('aftersale', 'revisit-after-return', ['S1'], { every: 'week' }),
];

const shop = [
  item('shop', 'decoration-theme', ['S1']),
  item('shop', 'decoration-colours', ['S1']),
  item('shop', 'decoration-details', ['S0', 'S1'], { every: 'month' }),
  item('shop', 'join-promotions', ['S0', 'S4'], { every: 'campaign' }),
  item('shop', 'stock-before-promotions', ['S2', 'S4'], { every: 'campaign' }),
  item('shop', 'response-during-promotions', ['S4'], { every: 'campaign' }),
];

const learning = [
  item('learning', 'collect-feedback', ['S1', 'S3', 'S4'], { every: 'month' }),
  item('learning', 'buying-habits', ['S4'], { every: 'month' }),
  item('learning', 'watch-aftersales', ['S4'], { every: 'week' }),
  item('learning', 'score-plan', ['S4'], { every: 'month' }),
];

export const sharedChecklist: ChecklistItem[] = [
  ...goods,
  ...logistics,
  ...service,
  ...aftersale,
  ...shop,
  ...learning,
];
