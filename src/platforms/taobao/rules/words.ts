/**
 * 淘宝／天猫's own words. States: order and refund export labels (scoring notes §6). Quality reasons
 * differ by category and year (2021 lists): guesses wherever the category is unknown.
 */
import type { WordSets } from '../../../core/measure';

export const taobaoWords: WordSets = {
  'order-unpaid': { includes: ['等待买家付款', '待付款'] },
  // The list says 买家已付款, exports 买家已付款，等待卖家发货.
  'order-waits-shipping': { includes: ['等待卖家发货', '待发货', '买家已付款'] },
  'order-part-shipped': { includes: ['部分发货'] },
  /** Shipped by a date that was agreed on: presale, made to order. */
  'agreed-date': { includes: ['预售', '定金', '定制', '预约'] },
  'order-shipped': { includes: ['卖家已发货', '等待买家确认', '买家已签收'] },
  'order-done': { includes: ['交易成功'] },
  // Beside the state of an order that waits: the promise to ship by, which is printed nowhere.
  'ship-in-time': { includes: ['发货未超时', '发货即将超时'] },
  'ship-overdue': { includes: ['发货已超时'] },
  'order-closed': { includes: ['交易关闭'] },
  'type-return': { includes: ['退货退款', '退货'], not: ['无需退货', '不退货'] },
  'type-no-refund': { includes: ['换货', '补寄', '维修'] },
  // Lists and notices say 待商家处理, exports 等待卖家同意.
  'ticket-waits-merchant': { includes: ['待商家处理', '待卖家处理', '等待卖家同意'] },
  'ticket-waits-receipt': {
    includes: ['待商家确认收货', '待商家收货', '等待卖家确认收货', '待卖家确认收货'],
  },
  'ticket-platform': { includes: ['小二', '平台处理', '平台介入', '客服介入'] },
  // The words of an export's own column: 不需客服介入 and 客服处理完成 are no case.
  'arbitration-open': {
    includes: ['需要客服介入', '客服已经介入', '客服初审', '客服主管复审'],
    not: ['不需'],
  },
  /** Whatever came of it. */
  'arbitration-entered': { includes: ['客服'], not: ['不需'] },
  'ticket-agreed': {
    includes: [
      '等待买家退货',
      '待买家退货',
      '待买家发货',
      '等待卖家确认收货',
      '待商家确认收货',
      '待商家收货',
      '待卖家确认收货',
    ],
  },
  'ticket-waits-evidence': { includes: ['待举证', '待商家举证', '待卖家举证'] },
  'type-before-shipping': { includes: ['未发货'] },
  'type-repair': { includes: ['维修'] },
  'type-exchange': { includes: ['换货', '补寄'] },
  'ticket-refunded': { includes: ['退款成功'] },
  'ticket-ended': { includes: ['退款关闭'] },
  'reason-quality': {
    includes: [
      '材质面料不符',
      '材质不符',
      '做工问题',
      '缩水',
      '褪色',
      '开线',
      '走丝',
      '假冒品牌',
      '质量问题',
      '描述不符',
      '屏幕问题',
      '配件问题',
      '规格不符',
      '参数不符',
      '商品变质',
      '日期/年份不符',
      '功能/效果不符',
      '安全隐患',
    ],
    not: ['无质量问题', '非质量'],
  },
  'reason-other': {
    includes: ['无理由', '不想要', '拍错', '多拍', '快递', '未按约定时间发货', '协商一致'],
  },
};
