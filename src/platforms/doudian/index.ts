import type { Platform } from '../types';
import { doudianFace } from './face';
import { doudianDuties, doudianPacks, doudianWords } from './rules';
import { doudianOpenStates } from './rules/open-states';
import { doudianTransitions } from './rules/transitions';
import { doudianWaits } from './rules/waits';
import { doudianSources } from './sources';

export const doudian: Platform = {
  ...doudianFace,
  skeletonFile: 'doudian-skeleton.js',
  moreReadersFile: {
    'order-list': 'doudian-lists.js',
    'aftersale-list': 'doudian-lists.js',
    score: 'doudian-score.js',
    'order-detail': 'doudian-more.js',
    'aftersale-detail': 'doudian-more.js',
    'parcel-list': 'doudian-more.js',
    'review-list': 'doudian-more.js',
    'chat-stats': 'doudian-more.js',
  },
  // 18–19 digits on every page and export seen.
  orderIdPattern: /^\d{18,19}$/,
  words: doudianWords,
  packs: doudianPacks,
  duties: doudianDuties,
  waits: doudianWaits,
  openStates: doudianOpenStates,
  transitions: doudianTransitions,
  sources: doudianSources,
};
