/**
 * 已卖出的宝贝 (2026): one table per order, whose first row is the order's and each further row a sub-order.
 */
import { orderTableReader } from '../../shared-pages/order-table';
import { PATHS } from './addresses';
import { isStatus } from './ids';
import { ORDER_COLUMNS, PRODUCT, readHead } from './order-columns';
import { taobaoSite } from './shop';

/** 发货未超时 stands in the same cell and is about shipping. */
export const AFTERSALE_WORD = /退款|退货|换货|补寄|维修|售后|商家处理|小二/;

export const orderListReader = orderTableReader(taobaoSite, {
  path: PATHS['order-list'],
  columns: ORDER_COLUMNS,
  idLabels: ['订单号', '订单编号'],
  headText: /订单(?:编)?号[\s:]*\d{15,19}(?!\d)/,
  listDate: ['创建时间', '成交时间', '下单时间', '拍下时间'],
  readHead,
  isStatus,
  orderStatus:
    /^(?:等待买家付款|买家已付款|卖家(?:已|部分)发货|等待(?:卖家发货|买家确认)|买家已签收|交易(?:成功|关闭))/,
  promiseWord: /^发货(?:未超时|即将超时|已超时)$/,
  aftersaleWord: AFTERSALE_WORD,
  product: PRODUCT,
});
