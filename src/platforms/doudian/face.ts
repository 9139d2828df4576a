/** What is shown of the platform before any rule is needed: its name, where its pages are. */
import type { PlatformFace } from '../types';
import { doudianHosts } from './hosts';

const BACKEND = 'https://fxg.jinritemai.com';

export const doudianFace: PlatformFace = {
  id: 'doudian',
  name: { 'zh-CN': '抖店', en: 'Doudian' },
  hosts: doudianHosts,
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
