/** What is shown of the platform before any rule is needed: its name, where its pages are. */
import type { PlatformFace } from '../types';
import { pinduoduoHosts } from './hosts';

const BACKEND = 'https://mms.pinduoduo.com';
const AFTERSALES = `${BACKEND}/aftersales/aftersale_list`;

export const pinduoduoFace: PlatformFace = {
  id: 'pinduoduo',
  name: { 'zh-CN': '拼多多', en: 'Pinduoduo' },
  hosts: pinduoduoHosts,
  links: {
    orderList: `${BACKEND}/orders/list`,
    aftersaleList: AFTERSALES,
    score: `${BACKEND}/sycm/goods_quality/help`,
    order: (orderId) => `${BACKEND}/orders/detail?sn=${encodeURIComponent(orderId)}`,
    // A case's page wants its 售后编号, which the list does not show.
    ticket: () => AFTERSALES,
  },
};
