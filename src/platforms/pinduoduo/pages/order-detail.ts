/** One order's own page: address public, of the markup only labels. */
import { parseDateTimeMs } from '../../../capture/dates';
import { countMissing } from '../../../capture/health';
import { labelReader } from '../../../capture/labels';
import { cellText } from '../../../capture/leaves';
import { parseMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import type { OrderRecord } from '../../../core/entities';
import { oneIdAfter } from '../../shared-pages/id-after';
import { findParcels } from '../../shared-pages/parcels';
import { plainReader } from '../../shared-pages/plain-page';
import { PATHS } from './addresses';
import { dayOfOrderId, isOrderId, isStatus } from './ids';
import { pinduoduoSite } from './shop';

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

export const orderDetailReader = plainReader(pinduoduoSite, {
  kind: 'order-detail',
  path: PATHS['order-detail'],
  marker: /订单编号|订单号/,
  hasDrawer: true,
  read: ({ url, nowMs }, root) => {
    const content = cellText(root);
    const { id, isConflict } = oneIdAfter(['订单编号', '订单号'], content.leaves, isOrderId);
    const failure = (why: string) => ({ records: [], seen: 1, parsed: 0, fatal: [why] });
    if (isConflict || (id !== undefined && id !== url.searchParams.get('sn'))) {
      return failure('id-conflict');
    }
    if (id === undefined) return failure('id-unreadable');
    const parcelAreas = '[class*="steps-item"], [class*="timeline-item"], #detail-express-box';
    const own = content.nodes.filter(({ el }) => !el.closest(parcelAreas)).map(({ text }) => text);
    const labels = readLabels(own);
    const money = readLabels(content.lines);
    const date = (text = ''): number | undefined => parseDateTimeMs(text, nowMs);
    const parcels = findParcels(root, content, nowMs)
      .filter(({ isReturn }) => !isReturn)
      .map(({ parcel }) => parcel);
    const record: OrderRecord = compact({
      kind: 'order',
      orderId: id,
      placedMs: date(labels.placed),
      placedDayMs: dayOfOrderId(id),
      paidMs: date(labels.paid),
      shipByMs: date(labels.shipBy),
      // With several parcels the label says when one of them left.
      shippedMs: parcels.length > 1 ? undefined : date(labels.shipped),
      finishedMs: date(labels.finished),
      status: labels.status && isStatus(labels.status) ? labels.status : undefined,
      paidFen: parseMoneyFen(money.amount ?? ''),
      lines: [],
      parcels: parcels.length > 0 ? parcels : undefined,
    });
    const missing = countMissing([record], ['placedMs', 'status', 'parcels']);
    // Nothing but an id and its day: the labels are others.
    if (Object.keys(record).length <= 4) return { ...failure('labels-unknown'), missing };
    const problems = missing.placedMs || missing.status ? ['fields-missing'] : [];
    return {
      records: [record],
      seen: 1,
      parsed: 1,
      missing,
      problems,
      alternatives: { id: 'label-text' },
    };
  },
});
