/** The after-sale workbench (2026): a head row with both ids, then a data row, in a same-origin frame. */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import { type ColumnRole, tableGrid } from '../../../capture/grid';
import { labelReader } from '../../../capture/labels';
import { type CellText, cellText, elementText, textLeaves } from '../../../capture/leaves';
import type { RowGroup } from '../../../capture/list-table';
import { parseCount, parseMoneyFen } from '../../../capture/numbers';
import { isNone, isReadable } from '../../../capture/text';
import type { TicketRecord } from '../../../core/entities';
import type { PageContext } from '../../types';
import { headAnchor } from './anchor';
import { idAfter, isOrderId, isTicketId } from './ids';
import { type GroupReading, listReader } from './list-page';

type Role = 'product' | 'order' | 'info' | 'status' | 'arbitration' | 'logistics';
type Columns = Partial<Record<Role, number>>;

const COLUMNS: readonly ColumnRole<Role>[] = [
  { role: 'product', words: ['商品信息', '商品'] },
  { role: 'order', words: ['订单信息'] },
  { role: 'info', words: ['售后信息'] },
  { role: 'status', words: ['售后状态'] },
  { role: 'arbitration', words: ['纠纷仲裁', '仲裁'] },
  { role: 'logistics', words: ['物流信息', '物流'] },
];

/** `other` holds the buyer's own words and neighbours of our labels: recognised so as not to be read. */
const readLabels = labelReader<'paid' | 'refund' | 'count' | 'reason' | 'applied' | 'other'>({
  paid: ['应付金额'],
  refund: ['售后退款', '退款金额'],
  count: ['申请件数'],
  reason: ['申请原因', '售后原因'],
  applied: ['申请时间', '售后申请时间'],
  other: [
    '购买件数',
    '售后说明',
    '用户售后说明',
    '买家留言',
    '备注',
    '售后备注',
    '订单备注',
    '收件人',
    '退货地址',
  ],
});
const readShipping = labelReader<'ship' | 'back'>({ ship: ['订单发货'], back: ['买家退货'] });

const TYPES =
  /^(?:已发货退款|未发货退款|已发货仅退款|未发货仅退款|退货退款|仅退款|换货|补寄|维修|价保)$/;
/** Words of the logistics cell (2026-09), after an optional `1/1`. */
const SHIPPING =
  /^(?:\d+ ?\/ ?\d+ ?)?(已退回|已取消|待取件|待发货|待揽收|已揽收|已签收|运输中|派送中|已发货|未发货)/;

export const aftersaleListReader = listReader<Role, TicketRecord>({
  kind: 'aftersale-list',
  side: 'aftersales',
  paths: ['/ffa/merchant-aftersale-workbench/aftersale/list'],
  columns: COLUMNS,
  isKnown: (columns) => columns.info !== undefined && columns.status !== undefined,
  isHeadText: (text) =>
    /售后编号[\s:]*\d{16,20}/.test(text) && /订单编号[\s:]*\d{18,19}/.test(text),
  isRowKey: isTicketId,
  listDate: ['申请时间', '售后申请时间'],
  dateOf: (record) => record.appliedMs,
  fields: [
    'type',
    'reason',
    'status',
    'appliedMs',
    'refundFen',
    'paidFen',
    'itemCount',
    'productName',
    'shipStatus',
  ],
  keyFields: ['appliedMs', 'status'],
  usualFields: ['type', 'reason'],
  missingOf: (record) => ({ ...record }),
  idOrder: ['data-kora-json', 'label-text'],
  readGroup,
});

function readGroup(
  group: RowGroup,
  columns: Columns,
  page: PageContext,
): GroupReading<TicketRecord> {
  const { head } = group;
  const anchor = headAnchor(head);
  const texts = textLeaves(head).map((leaf) => leaf.text);
  const kora = koraIds(head);
  const ticketText = idAfter('售后编号', texts, isTicketId);
  const orderText = idAfter('订单编号', texts, isOrderId);
  if (
    kora &&
    ((ticketText && ticketText !== kora.ticketId) || (orderText && orderText !== kora.orderId))
  ) {
    return { problem: 'id-conflict', anchor };
  }
  const ticketId = kora?.ticketId ?? ticketText;
  const orderId = kora?.orderId ?? orderText;
  if (!ticketId || !orderId || ticketId === orderId) return { problem: 'id-unreadable', anchor };
  const record: TicketRecord = { kind: 'ticket', ticketId, orderId };
  const type = texts.flatMap((text) => text.split(' ')).find((word) => TYPES.test(word));
  if (type) record.type = type;

  // The data row is the first with cells for the columns; measured, as helper rows may come between.
  const row = tableGrid(group.items).find(
    (cells) => cells.filter((cell) => cell?.starts).length >= 5,
  );
  if (row) addCells(record, (role) => cellAt(row, columns[role]), page.nowMs);
  return { record, key: ticketId, idFrom: kora ? 'data-kora-json' : 'label-text', anchor };
}

function cellAt(
  row: ReturnType<typeof tableGrid>[number],
  column: number | undefined,
): Element | undefined {
  return column === undefined ? undefined : row[column]?.el;
}

/**
 * Ids from the analytics attribute. Its numbers have 19 digits and no quotes: JSON.parse would round
 * them, so they are taken as text.
 */
function koraIds(head: Element): { orderId: string; ticketId: string } | undefined {
  const holders = [head, ...head.querySelectorAll('[data-kora-json]')];
  for (const holder of holders) {
    const json = holder.getAttribute('data-kora-json') ?? '';
    const orderId = /"order_id"\s*:\s*"?(\d{18,19})"?\s*[,}]/.exec(json)?.[1];
    const ticketId = /"after_sale_id"\s*:\s*"?(\d{16,20})"?\s*[,}]/.exec(json)?.[1];
    if (orderId && ticketId) return { orderId, ticketId };
  }
  return undefined;
}

function addCells(
  record: TicketRecord,
  cell: (role: Role) => Element | undefined,
  nowMs: number,
): void {
  const product = cell('product');
  const nameEl = product?.querySelector('[class*="name-"], [class*="name_"], [class*="ellipsis"]');
  const productName = nameEl ? elementText(nameEl) : cellText(product).leaves[0];
  if (productName && isReadable(productName)) record.productName = productName;

  const order = labelled(cellText(cell('order')));
  const info = labelled(cellText(cell('info')));
  const paidFen = order.money('paid') ?? info.money('paid');
  if (paidFen !== undefined) record.paidFen = paidFen;
  const refundFen = info.money('refund');
  if (refundFen !== undefined) record.refundFen = refundFen;
  const itemCount = info.pick('count', parseCount);
  if (itemCount !== undefined) record.itemCount = itemCount;
  const appliedMs = info.pick('applied', (text) => parseDateTimeMs(text, nowMs));
  if (appliedMs !== undefined) record.appliedMs = appliedMs;
  const reason = info.pick('reason', reasonOf);
  if (reason !== undefined) record.reason = reason;

  addStatus(record, cellText(cell('status')), nowMs);
  const arbitration = cellText(cell('arbitration')).lines[0];
  if (arbitration !== undefined && isReadable(arbitration) && !/\d{5}/.test(arbitration)) {
    record.arbitration = isNone(arbitration) ? '' : arbitration.slice(0, 40);
  }
  addShipping(record, cellText(cell('logistics')));
}

/** Values of a cell by label. Lines first (amounts come in pieces), then single elements. */
function labelled(text: CellText) {
  const byLine = readLabels(text.lines);
  const byLeaf = readLabels(text.leaves);
  const pick = <V>(field: keyof typeof byLine, parse: (text: string) => V | undefined) =>
    parse(byLine[field] ?? '') ?? parse(byLeaf[field] ?? '');
  return { pick, money: (field: keyof typeof byLine) => pick(field, parseMoneyFen) };
}

/** A reason is chosen from a list; anything with a long number in it is the buyer's own text. */
function reasonOf(text: string): string | undefined {
  if (text === '' || isNone(text) || !isReadable(text) || /\d{5}/.test(text)) return undefined;
  return text.slice(0, 60);
}

/** First line = status, then a countdown such as `22小时31分12秒后自动同意`. */
function addStatus(record: TicketRecord, text: CellText, nowMs: number): void {
  const status = text.leaves[0];
  if (
    status &&
    isReadable(status) &&
    !/\d/.test(status) &&
    status.length <= 30 &&
    !isNone(status)
  ) {
    record.status = status;
  }
  for (const line of [...text.lines, ...text.leaves]) {
    const countdown = findCountdown(line);
    if (!countdown) continue;
    record.dueMs = dueAtMs(nowMs, countdown.remainingMs);
    if (countdown.action) record.dueAction = countdown.action;
    return;
  }
}

/** The cell fills in after the row: empty means not loaded, never "none" (so does a dash). */
function addShipping(record: TicketRecord, text: CellText): void {
  const byLine = readShipping(text.lines);
  const byLeaf = readShipping(text.leaves);
  const ship = SHIPPING.exec(byLine.ship ?? '') ?? SHIPPING.exec(byLeaf.ship ?? '');
  const back = SHIPPING.exec(byLine.back ?? '') ?? SHIPPING.exec(byLeaf.back ?? '');
  if (ship?.[1]) record.shipStatus = ship[1];
  if (back?.[1]) record.returnStatus = back[1];
}
