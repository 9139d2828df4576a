/** One order's own page (address known from one source of 2026, markup from none) and its parcels. */
import { parseDateTimeMs } from '../../../capture/dates';
import { countMissing } from '../../../capture/health';
import { labelReader } from '../../../capture/labels';
import { type CellText, cellText } from '../../../capture/leaves';
import { parseMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import type { LineRecord, OrderRecord } from '../../../core/entities';
import { readFlatTable } from '../../shared-pages/flat-table';
import { oneIdAfter } from '../../shared-pages/id-after';
import type { OrderRole } from '../../shared-pages/order-table';
import { findParcels } from '../../shared-pages/parcels';
import { plainReader } from '../../shared-pages/plain-page';
import { readLine } from '../../shared-pages/product-cell';
import { PATHS } from './addresses';
import { isOrderId, isStatus } from './ids';
import { ORDER_COLUMNS, ORDER_TAG, readHead, readProduct } from './order-columns';
import { doudianSite } from './shop';

const readMore = labelReader({
  status: ['订单状态'],
  paid: ['实付金额', '实付款', '买家实付', '实收金额'],
  other: ['收件人', '收货人', '收货地址', '买家留言', '商家备注', '备注', '昵称', '买家昵称'],
});

const WORDS = { tag: ORDER_TAG, isLineId: isOrderId, readLabels: readProduct };

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
      lines: readLines(root),
      parcels: parcels.length > 0 ? parcels : undefined,
    });
    const missing = countMissing([record], ['placedMs', 'status', 'parcels']);
    // Nothing but an id: the labels are others.
    if (Object.keys(record).length <= 3 && record.lines.length === 0)
      return { ...failure('labels-unknown'), missing };
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

/**
 * SKU lines of the product table, by column titles. Only lines that print their own number (商品单ID): a
 * line by position might be one that the list knows by number, and would stand in the order twice.
 */
function readLines(root: Element): LineRecord[] {
  const table = readFlatTable<OrderRole>(root, ORDER_COLUMNS, ['product', 'price']);
  const none = cellText(undefined);
  const lines = new Map<string, LineRecord>();
  for (const { cell, cellOf } of table.rows ?? []) {
    const product = cellOf('product');
    const isOneCell = table.columns.quantity === table.columns.price;
    const quantity: CellText = isOneCell ? none : cell('quantity');
    const line = product && readLine(WORDS, product, cell('product'), cell('price'), quantity, 0);
    if (line && isOrderId(line.lineId)) lines.set(line.lineId, line);
  }
  return [...lines.values()];
}
