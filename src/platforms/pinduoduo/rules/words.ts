/** 拼多多's own words: order and after-sale states of the back-end (captures of 2026-06 and 2026-08). */
import type { WordSets } from '../../../core/measure';

export const pinduoduoWords: WordSets = {
  'order-unpaid': { includes: ['待付款', '待支付'] },
  'order-waits-shipping': { includes: ['待发货'] },
  'order-shipped': { includes: ['已发货', '待收货', '已收货', '待评价'] },
  'order-closed': { includes: ['已取消', '交易已取消'] },
  'order-never-ships': { includes: ['未发货，退款成功', '未发货,退款成功'] },
  'type-return': { includes: ['退货退款'] },
  'type-before-shipping': { includes: ['未发货', '待发货'] },
  'type-no-refund': { includes: ['换货', '补寄', '维修'] },
  /** State names 2, 3, 14, 21, 32 and 33 of the back-end: the merchant must act. */
  'ticket-waits-merchant': {
    includes: ['待商家处理', '待商家同意', '待商家审核', '待商家发货', '待商家召回'],
    not: ['待商家确认收货'],
  },
  'ticket-waits-receipt': { includes: ['待商家确认收货', '待商家收货', '买家已发货,待商家处理'] },
  'ticket-refunded': { includes: ['退款成功'] },
  /** State names 4 and 5: agreed to, by the merchant or the platform. */
  'ticket-agreed': { includes: ['退款中'] },
  'ticket-ended': {
    includes: ['已撤销', '买家撤销', '退款关闭', '退款失败', '售后关闭', '已关闭'],
  },
  /** The platform deals with the case, or has decided it. */
  'platform-intervened': {
    includes: ['平台处理中', '平台介入', '平台同意', '平台拒绝', '待举证', '待商家举证'],
    not: ['未介入', '无介入'],
  },
};
