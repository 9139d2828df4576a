/** The order list: a table of paired rows, one group per order (markup known 2022-11 … 2025). */
import { orderTableReader } from '../../shared-pages/order-table';
import { PATHS } from './addresses';
import { isOrderId, isStatus } from './ids';
import { ORDER_COLUMNS, ORDER_STATUS, ORDER_TAG, readHead, readProduct } from './order-columns';
import { doudianSite } from './shop';

export const orderListReader = orderTableReader(doudianSite, {
  path: PATHS['order-list'],
  columns: ORDER_COLUMNS,
  idLabels: ['订单编号', '订单号'],
  headText: /订单(?:编)?号[\s:]*\d{18,19}(?!\d)/,
  listDate: ['下单时间'],
  readHead,
  isStatus,
  orderStatus: ORDER_STATUS,
  product: { tag: ORDER_TAG, isLineId: isOrderId, readLabels: readProduct },
});
