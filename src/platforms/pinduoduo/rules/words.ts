/** 拼多多's own words: order and after-sale states of the back-end (captures of 2026-06 and 2026-08). */
import type { WordSets } from '../../../core/measure';

export const pinduoduoWords: WordSets = {
  'order-unpaid': { includes: ['待付款', '待支付'] },
  'order-waits-shipping': { includes: ['待发货'] },
  'order-closed': { includes: ['已取消', '交易已取消'] },
  'type-return': { includes: ['退货退款'] },
  'type-no-refund': { includes: ['换货', '补寄', '维修'] },
};
