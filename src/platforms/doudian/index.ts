import type { Platform } from '../types';
import { doudianHosts } from './hosts';
import { doudianDuties, doudianPacks, doudianWords } from './rules';
import { doudianOpenStates } from './rules/open-states';
import { doudianTransitions } from './rules/transitions';
import { doudianWaits } from './rules/waits';
import { doudianSources } from './sources';

const BACKEND = 'https://fxg.jinritemai.com';

export const doudian: Platform = {
  id: 'doudian',
  name: { 'zh-CN': '抖店', en: 'Doudian' },
  hosts: doudianHosts,
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
  links: {
    orderList: `${BACKEND}/ffa/morder/order/list`,
    aftersaleList: `${BACKEND}/ffa/merchant-aftersale-workbench/aftersale/list`,
    score: `${BACKEND}/ffa/eco/experience-score`,
    // One public source only for this address (2026), so the list stays one click away beside it.
    order: (orderId) => `${BACKEND}/ffa/order/detail?order_id=${encodeURIComponent(orderId)}`,
    ticket: (ticketId) =>
      `${BACKEND}/ffa/maftersale/aftersale/detail-v3?aftersale_id=${encodeURIComponent(ticketId)}`,
  },
};
