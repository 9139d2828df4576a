/** Pages of one order (address from one source of 2026) and of one after-sale case (`detail-v3`, 2026). */
import { labelReader } from '../../../capture/labels';
import { aftersaleDetailReader } from '../../shared-pages/aftersale-detail';
import { orderDetailReader } from '../../shared-pages/order-detail';
import { PATHS } from './addresses';
import { isOrderId, isStatus } from './ids';
import { ORDER_COLUMNS, ORDER_TAG, readHead, readProduct } from './order-columns';
import { doudianSite } from './shop';

const ORDER_LABELS = ['订单编号', '主订单编号', '订单号'];
/** What the platform does when time runs out. */
const ACTION = /^(?:将?自动|系统|平台|售后|逾期|超时)/;

/** Labels of the workbench and of the export; `other` are a person's own words. */
export const readDetailLabels = labelReader({
  type: ['售后类型'],
  reason: ['申请原因', '售后原因', '退款原因'],
  status: ['售后状态'],
  applied: ['申请时间', '售后申请时间'],
  agreed: ['同意售后申请时间', '商家同意时间'],
  refunded: ['商家退款时间', '退款成功时间'],
  closed: ['售后完结时间', '售后关闭时间'],
  refund: ['退款金额', '售后退款', '退款总额'],
  paid: ['应付金额'],
  count: ['申请件数'],
  other: [
    '售后说明',
    '用户售后说明',
    '买家留言',
    '备注',
    '售后备注',
    '订单备注',
    '退货地址',
    '收件人',
  ],
});

export const orderPageReader = orderDetailReader(doudianSite, {
  path: PATHS['order-detail'],
  idParam: 'order_id',
  idLabels: ORDER_LABELS,
  readHead,
  readMore: labelReader({
    status: ['订单状态'],
    paid: ['实付金额', '实付款', '买家实付', '实收金额'],
    other: ['收件人', '收货人', '收货地址', '买家留言', '商家备注', '备注', '昵称', '买家昵称'],
  }),
  isStatus,
  columns: ORDER_COLUMNS,
  product: { tag: ORDER_TAG, isLineId: isOrderId, readLabels: readProduct },
});

export const aftersalePageReader = aftersaleDetailReader(doudianSite, {
  path: PATHS['aftersale-detail'],
  idParams: ['aftersale_id', 'after_sale_id'],
  ticketLabels: ['售后编号', '售后单号'],
  orderLabels: ORDER_LABELS,
  readLabels: readDetailLabels,
  type: /^(?:[已未]发货仅?退款|退货退款|仅退款|换货|补寄|维修|价保)$/,
  isStatus,
  isDeadline: (_line, action) => action !== undefined && ACTION.test(action),
});
