/** One order's own page: address public, of the markup only labels. An order has one product, without a number. */
import { orderDetailReader } from '../../shared-pages/order-detail';
import { PATHS } from './addresses';
import { dayOfOrderId, isStatus } from './ids';
import { pinduoduoSite } from './shop';
import { ORDER_LABELS, readOrderLabels } from './words';

export const orderPageReader = orderDetailReader(pinduoduoSite, {
  path: PATHS['order-detail'],
  idParam: 'sn',
  idLabels: ORDER_LABELS,
  readHead: readOrderLabels,
  readMore: (texts) => {
    const { status, amount } = readOrderLabels(texts);
    return { status, paid: amount };
  },
  isStatus,
  findDayMs: dayOfOrderId,
  parcelArea: '[class*="steps-item"], #detail-express-box',
});
