import type { Platform } from '../types';
import { taobaoFace } from './face';
import { taobaoPacks, taobaoWords } from './rules';
import { taobaoDuties } from './rules/duties';
import { taobaoOpenStates } from './rules/open-states';
import { taobaoTransitions } from './rules/transitions';
import { taobaoSources } from './sources';

export const taobao: Platform = {
  ...taobaoFace,
  skeletonFile: 'taobao-skeleton.js',
  moreReadersFile: {
    'order-list': 'taobao-lists.js',
    'aftersale-list': 'taobao-lists.js',
    score: 'taobao-score.js',
    'order-detail': 'taobao-details.js',
    'aftersale-detail': 'taobao-details.js',
    'parcel-list': 'taobao-more.js',
    'review-list': 'taobao-more.js',
    'chat-stats': 'taobao-more.js',
  },
  orderIdPattern: /^\d{15,19}$/,
  words: taobaoWords,
  packs: taobaoPacks,
  duties: taobaoDuties,
  // Pickup has a due time of its own here (48 hours or the promise): no mean that only grows.
  waits: [],
  openStates: taobaoOpenStates,
  transitions: taobaoTransitions,
  sources: taobaoSources,
};
