/** One order's own page: address public, of the markup only labels. An order has one product, without a number. */
import { labelReader } from '../../../capture/labels';
import { orderDetailReader } from '../../shared-pages/order-detail';
import { PATHS } from './addresses';
import { dayOfOrderId, isStatus } from './ids';
import { pinduoduoSite } from './shop';

/** All labels in one reader: where one is left empty, the next is no value of it. */
const readLabels = labelReader({
  placed: ['订单成交时间', '成交时间', '下单时间'],
  paid: ['支付时间', '付款时间'],
  shipBy: ['承诺发货时间', '最晚发货时间'],
  shipped: ['发货时间'],
  finished: ['确认收货时间'],
  status: ['订单状态'],
  amount: ['用户实付', '用户实付金额', '实收金额', '商家实收'],
  other: [
    '收件人',
    '收货人',
    '收货地址',
    '手机号',
    '买家留言',
    '商家备注',
    '备注',
    '昵称',
    '买家昵称',
  ],
});

export const orderPageReader = orderDetailReader(pinduoduoSite, {
  path: PATHS['order-detail'],
  idParam: 'sn',
  idLabels: ['订单编号', '订单号'],
  readHead: readLabels,
  readMore: (texts) => {
    const { status, amount } = readLabels(texts);
    return { status, paid: amount };
  },
  isStatus,
  findDayMs: dayOfOrderId,
  parcelArea: '[class*="steps-item"], #detail-express-box',
});
