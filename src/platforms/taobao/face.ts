/** What is shown of the platform before any rule is needed: its name, where its pages are. */
import type { PlatformFace } from '../types';
import { taobaoHosts } from './hosts';

const BACKEND = 'https://myseller.taobao.com/home.htm';

export const taobaoFace: PlatformFace = {
  id: 'taobao',
  name: { 'zh-CN': '淘宝／天猫', en: 'Taobao / Tmall' },
  hosts: taobaoHosts,
  links: {
    orderList: `${BACKEND}/trade-platform/tp/sold`,
    aftersaleList: `${BACKEND}/trade-platform/refund-list`,
    score: `${BACKEND}/voc-tmall/serverReport`,
    order: (orderId) =>
      `${BACKEND}/trade-platform/tp/detail?bizOrderId=${encodeURIComponent(orderId)}`,
    ticket: (ticketId) =>
      `${BACKEND}/trade-platform/refund-list/detail?disputeId=${encodeURIComponent(ticketId)}&type=1`,
  },
};
