/** One order's page and one refund's page (labels and countdown: readers of 2026). */
import { labelReader } from '../../../capture/labels';
import { aftersaleDetailReader } from '../../shared-pages/aftersale-detail';
import { orderDetailReader } from '../../shared-pages/order-detail';
import { PATHS } from './addresses';
import { isDeadline, readTicketLabels, TYPE } from './aftersale-list';
import { isStatus } from './ids';
import { ORDER_COLUMNS, PRODUCT, readHead } from './order-list';
import { taobaoSite } from './shop';

export const ORDER_LABELS = ['订单编号', '订单号'];

export const readOrderLabels = labelReader({
  status: ['订单状态', '交易状态'],
  paid: ['实收款', '实付款', '买家实付金额'],
  other: ['收货人', '收货地址', '买家留言', '商家备注', '备注', '昵称', '买家昵称', '联系电话'],
});

export const orderPageReader = orderDetailReader(taobaoSite, {
  path: PATHS['order-detail'],
  idParam: 'bizOrderId',
  idLabels: ORDER_LABELS,
  readHead,
  readMore: readOrderLabels,
  isStatus,
  columns: ORDER_COLUMNS,
  product: PRODUCT,
});

export const refundPageReader = aftersaleDetailReader(taobaoSite, {
  path: PATHS['aftersale-detail'],
  idParams: ['disputeId'],
  ticketLabels: ['退款编号'],
  orderLabels: ORDER_LABELS,
  readLabels: readTicketLabels,
  type: TYPE,
  isStatus,
  isDeadline,
});
