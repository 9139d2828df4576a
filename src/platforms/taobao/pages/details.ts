/** One order's page and one refund's page (labels and countdown: readers of 2026). */
import { aftersaleDetailReader } from '../../shared-pages/aftersale-detail';
import { orderDetailReader } from '../../shared-pages/order-detail';
import { PATHS } from './addresses';
import { isStatus } from './ids';
import { ORDER_COLUMNS, ORDER_LABELS, PRODUCT, readHead, readOrderLabels } from './order-columns';
import { isDeadline, readTicketLabels, TYPE } from './refund-words';
import { taobaoSite } from './shop';

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
