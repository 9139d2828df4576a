/** The order list: a table of paired rows, one group per order (markup known 2022-11 … 2025). */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import { type GridRow, tableGrid } from '../../../capture/grid';
import { labelReader } from '../../../capture/labels';
import { cellText, textLeaves } from '../../../capture/leaves';
import type { RowGroup } from '../../../capture/list-table';
import { findMoneyFen } from '../../../capture/numbers';
import { isNone, isReadable } from '../../../capture/text';
import type { LineRecord, OrderRecord } from '../../../core/entities';
import type { PageContext } from '../../types';
import { headAnchor } from './anchor';
import { idAfter, isOrderId } from './ids';
import { type GroupReading, listReader } from './list-page';
import {
  HEAD_LABELS,
  ORDER_COLUMNS,
  ORDER_STATUSES,
  ORDER_TAG,
  type OrderRole,
} from './order-columns';
import { readLine } from './product-cell';

type Columns = Partial<Record<OrderRole, number>>;

const readHead = labelReader(HEAD_LABELS);

export const orderListReader = listReader<OrderRole, OrderRecord>({
  kind: 'order-list',
  side: 'orders',
  paths: ['/ffa/morder/order/list'],
  columns: ORDER_COLUMNS,
  isKnown: (columns) => columns.product !== undefined && Object.keys(columns).length >= 2,
  isHeadText: (text) => /订单编号[\s:]*\d{18,19}(?!\d)/.test(text),
  isRowKey: isOrderId,
  listDate: ['下单时间'],
  dateOf: (record) => record.placedMs,
  fields: ['placedMs', 'status', 'paidFen', 'productName', 'quantity', 'unitPriceFen'],
  keyFields: ['placedMs', 'status'],
  usualFields: ['paidFen', 'productName', 'quantity', 'unitPriceFen'],
  missingOf: (record) => {
    const common = <K extends keyof LineRecord>(key: K): unknown =>
      record.lines.length > 0 && record.lines.every((line) => line[key] !== undefined)
        ? true
        : undefined;
    const lines = {
      productName: common('productName'),
      quantity: common('quantity'),
      unitPriceFen: common('unitPriceFen'),
    };
    return { ...record, ...lines };
  },
  idOrder: ['data-row-key', 'label-text'],
  readGroup,
});

function readGroup(
  group: RowGroup,
  columns: Columns,
  page: PageContext,
): GroupReading<OrderRecord> {
  const { head } = group;
  const texts = textLeaves(head).map((leaf) => leaf.text);
  const anchor = headAnchor(head);
  const rowKey = head.getAttribute('data-row-key') ?? '';
  const fromKey = isOrderId(rowKey) ? rowKey : undefined;
  const fromText = idAfter('订单编号', texts, isOrderId);
  if (fromKey && fromText && fromKey !== fromText) return { problem: 'id-conflict', anchor };
  const orderId = fromKey ?? fromText;
  if (!orderId) return { problem: 'id-unreadable', anchor };
  const record: OrderRecord = {
    kind: 'order',
    orderId,
    ...headFields(texts, page.nowMs),
    tags: [...new Set(texts.filter((text) => ORDER_TAG.test(text)))].sort(),
    lines: [],
  };
  addItems(record, group, columns, page.nowMs);
  return { record, key: orderId, idFrom: fromKey ? 'data-row-key' : 'label-text', anchor };
}

function headFields(texts: readonly string[], nowMs: number): Partial<OrderRecord> {
  const head = readHead(texts);
  const fields: Partial<OrderRecord> = {};
  const date = (
    key: 'placedMs' | 'paidMs' | 'shipByMs' | 'shippedMs' | 'finishedMs',
    text = '',
  ): void => {
    const ms = parseDateTimeMs(text, nowMs);
    if (ms !== undefined) fields[key] = ms;
  };
  date('placedMs', head.placed);
  date('paidMs', head.paid);
  date('shipByMs', head.shipBy);
  date('shippedMs', head.shipped);
  date('finishedMs', head.finished);
  if (head.orderType && /^[\u4e00-\u9fff]{2,10}$/.test(head.orderType))
    fields.orderType = head.orderType;
  return fields;
}

interface Item {
  row: GridRow;
  line: LineRecord;
}

/** Lines and order-level cells. Those cells stand in the first item row and span the others. */
function addItems(record: OrderRecord, group: RowGroup, columns: Columns, nowMs: number): void {
  const grid = tableGrid(group.items);
  const items: Item[] = [];
  const at = (row: GridRow, role: OrderRole): Element | undefined =>
    columns[role] === undefined ? undefined : row[columns[role]]?.el;
  for (const row of grid) {
    const product = columns.product === undefined ? undefined : row[columns.product];
    // A wide or reaching cell is a remark row's, or belongs to the row above.
    if (!product?.starts || product.colSpan > 2) continue;
    const price = at(row, 'price');
    const quantity = at(row, 'quantity');
    const line = readLine(
      {
        product: product.el,
        ...(price ? { price } : {}),
        ...(quantity && quantity !== price ? { quantity } : {}),
      },
      items.length + 1,
    );
    if (line) items.push({ row, line });
  }
  record.lines = items.map((item) => item.line);
  const first = items[0];
  if (!first) return;

  const aftersales = items.map(({ row }) => at(row, 'aftersale'));
  aftersales.forEach((cell, index) => {
    const text = wordOf(cell);
    const item = items[index];
    if (text !== undefined && item) item.line.aftersaleText = text;
  });
  const isShared = aftersales.every((cell) => cell === aftersales[0]);
  if (isShared && first.line.aftersaleText !== undefined) {
    record.aftersaleText = first.line.aftersaleText;
  }

  const statusCell = at(first.row, 'status') ?? cellWithStatus(first.row, columns);
  const status = wordOf(statusCell);
  if (status) record.status = status;
  const dueMs = shipByFrom(statusCell, nowMs);
  if (record.shipByMs === undefined && dueMs !== undefined) record.shipByMs = dueMs;
  addPayment(record, at(first.row, 'amount'));
}

/** First word of a cell: '' where the page says there is none, undefined where nothing is shown yet. */
function wordOf(cell: Element | undefined): string | undefined {
  const text = cellText(cell).leaves[0];
  if (text === undefined || !isReadable(text)) return undefined;
  if (isNone(text)) return '';
  // No status is that long or has an id or phone in it.
  return text.length <= 20 && !/\d{5}/.test(text) && !findCountdown(text) ? text : undefined;
}

/** A cell without a known header whose text is a known status word. */
function cellWithStatus(row: GridRow, columns: Columns): Element | undefined {
  const known = new Set(Object.values(columns));
  return row.find(
    (cell, index) =>
      cell && !known.has(index) && ORDER_STATUSES.has(cellText(cell.el).leaves[0] ?? ''),
  )?.el;
}

/** A ship-by countdown in the status cell: `剩余 22小时31分发货`. How rows write it is not public. */
function shipByFrom(cell: Element | undefined, nowMs: number): number | undefined {
  for (const line of cellText(cell).lines) {
    const countdown = line.includes('发货') ? findCountdown(line) : undefined;
    if (countdown) return dueAtMs(nowMs, countdown.remainingMs);
  }
  return undefined;
}

const PAY_METHOD =
  /^[A-Za-z\u4e00-\u9fff]{0,6}(?:支付|支付宝|微信|银行卡|货到付款|放心花|月付|分期|白条|零钱)[\u4e00-\u9fff]{0,4}$/;
const NOT_PAID = /运费|优惠|立减|券|补贴|收入|退|税/;

/** `<支付方式>¥<金额>`: the buyer's payment, not freight, discounts or the shop's income. */
function addPayment(record: OrderRecord, cell: Element | undefined): void {
  const { lines } = cellText(cell);
  const amounts = lines.filter((line) => line.includes('¥') && !NOT_PAID.test(line));
  const paid = amounts.find((line) => /实付|实收|支付/.test(line)) ?? amounts[0];
  const fen = paid === undefined ? undefined : findMoneyFen(paid);
  if (fen !== undefined) record.paidFen = fen;
  for (const line of lines) {
    const method = line.split('¥')[0]?.trim().replace(/:$/, '') ?? '';
    if (PAY_METHOD.test(method) && !/金额|^(?:已|未|待)支付$/.test(method)) {
      record.payMethod = method;
      return;
    }
  }
}
