import type { Platform } from '../types';
import { pinduoduoHosts } from './hosts';
import { pinduoduoPacks, pinduoduoWords } from './rules';
import { pinduoduoDuties } from './rules/duties';
import { pinduoduoTransitions } from './rules/transitions';
import { pinduoduoSources } from './sources';

const BACKEND = 'https://mms.pinduoduo.com';
const AFTERSALES = `${BACKEND}/aftersales/aftersale_list`;

export const pinduoduo: Platform = {
  id: 'pinduoduo',
  name: { 'zh-CN': '拼多多', en: 'Pinduoduo' },
  hosts: pinduoduoHosts,
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
  links: {
    orderList: `${BACKEND}/orders/list`,
    aftersaleList: AFTERSALES,
    score: `${BACKEND}/sycm/goods_quality/help`,
    order: (orderId) => `${BACKEND}/orders/detail?sn=${encodeURIComponent(orderId)}`,
    // A case's page wants its 售后编号, which the list does not show.
    ticket: () => AFTERSALES,
  },
};
