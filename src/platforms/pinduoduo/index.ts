import type { Platform } from '../types';
import { pinduoduoFace } from './face';
import { pinduoduoPacks, pinduoduoWords } from './rules';
import { pinduoduoDuties } from './rules/duties';
import { pinduoduoTransitions } from './rules/transitions';
import { pinduoduoSources } from './sources';

export const pinduoduo: Platform = {
  ...pinduoduoFace,
  skeletonFile: 'pinduoduo-skeleton.js',
  moreReadersFile: {
    'order-list': 'pinduoduo-lists.js',
    'aftersale-list': 'pinduoduo-lists.js',
    score: 'pinduoduo-score.js',
    'order-detail': 'pinduoduo-more.js',
    'aftersale-detail': 'pinduoduo-more.js',
    'parcel-list': 'pinduoduo-more.js',
    'review-list': 'pinduoduo-more.js',
    'chat-stats': 'pinduoduo-more.js',
  },
  // The day, then 15 digits (12 and more in readers of all years).
  orderIdPattern: /^\d{6}-\d{12,18}$/,
  words: pinduoduoWords,
  packs: pinduoduoPacks,
  duties: pinduoduoDuties,
  // No mean that grows with an order is published here.
  waits: [],
  transitions: pinduoduoTransitions,
  sources: pinduoduoSources,
};
