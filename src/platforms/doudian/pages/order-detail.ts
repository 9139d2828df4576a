/** One order's own page (address known from one source of 2026, markup from none) and its parcels. */
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
import { isOrderId, isStatus } from './ids';
import { readHead } from './order-columns';
import { doudianSite } from './shop';

const readMore = labelReader({
  status: ['订单状态'],
  paid: ['实付金额', '实付款', '买家实付', '实收金额'],
  other: ['收件人', '收货人', '收货地址', '买家留言', '商家备注', '备注', '昵称', '买家昵称'],
});

/** Events of a parcel carry labels of the same words (发货时间): they are read with their parcel. */
const PARCEL = '[class*="timeline-item"], [class*="drawer"]';

export const orderDetailReader = plainReader(doudianSite, {
  kind: 'order-detail',
  path: PATHS['order-detail'],
  marker: /订单编号/,
  hasDrawer: true,
  read: ({ url, nowMs }, root) => {
    const content = cellText(root);
    const { nodes, leaves } = content;
    const asked = url.searchParams.get('order_id') ?? '';
    const { id, isConflict } = oneIdAfter(['订单编号', '主订单编号', '订单号'], leaves, isOrderId);
    const failure = (why: string) => ({ records: [], seen: 1, parsed: 0, fatal: [why] });
    // The page before this one may still stand there.
    if (isConflict || (id !== undefined && id !== asked)) return failure('id-conflict');
    if (id === undefined) return failure('id-unreadable');

    const own = nodes.filter(({ el }) => !el.closest(PARCEL)).map(({ text }) => text);
    const head = readHead(own);
    const more = readMore(own);
    const money = readMore(content.lines);
    const date = (text = ''): number | undefined => parseDateTimeMs(text, nowMs);
    const parcels = findParcels(root, content, nowMs)
      .filter(({ isReturn }) => !isReturn)
      .map(({ parcel }) => parcel);
    const record: OrderRecord = compact({
      kind: 'order',
      orderId: id,
      placedMs: date(head.placed),
      paidMs: date(head.paid),
      shipByMs: date(head.shipBy),
      // With several parcels the label says when one of them left.
      shippedMs: parcels.length > 1 ? undefined : date(head.shipped),
      finishedMs: date(head.finished),
      status: more.status && isStatus(more.status) ? more.status : undefined,
      paidFen: parseMoneyFen(money.paid ?? ''),
      lines: [],
      parcels: parcels.length > 0 ? parcels : undefined,
    });
    const missing = countMissing([record], ['placedMs', 'status', 'parcels']);
    // Nothing but an id: the labels are others.
    if (Object.keys(record).length <= 3) return { ...failure('labels-unknown'), missing };
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
