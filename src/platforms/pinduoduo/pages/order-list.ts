/**
 * The order list: a `div` per order with a strip of labels and a table of its own (markup known 2021 and
 * 2022 only). Fixed columns repeat cells in tables beside the real one, so every cell is taken once.
 */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import { bodyRows, findHeader, tableGrid } from '../../../capture/grid';
import { inFront } from '../../../capture/hidden';
import { type CellText, cellText } from '../../../capture/leaves';
import { parseCount, parseMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isReadable } from '../../../capture/text';
import type { LineRecord, OrderRecord } from '../../../core/entities';
import { type Blocks, blockReader } from '../../shared-pages/block-page';
import { oneIdAfter } from '../../shared-pages/id-after';
import type { GroupReading } from '../../shared-pages/list-outcome';
import { PATHS } from './addresses';
import { BUSY, beastFilter, beastPaging, blocksAround, OUTSIDE_BLOCK, PAGER } from './beast';
import { dayOfOrderId, isOrderId, isStatus } from './ids';
import { readProduct } from './product-cell';
import { pinduoduoSite } from './shop';
import { ORDER_COLUMNS, ORDER_LABELS, type OrderRole, readStrip } from './words';

const STATUS =
  /^(?:待付款|待支付|待发货|待成团|已发货(?:,待收货)?|待收货|已收货|待评价|已取消|交易已取消|退款成功|退款中)$/;
const COPY = '[data-clipboard-text]';
const LINE_FIELDS = ['productName', 'quantity'] as const;

const copied = (el: Element): string => el.getAttribute('data-clipboard-text')?.trim() ?? '';
const marksIn = (scope: ParentNode): Element[] =>
  [...scope.querySelectorAll(COPY)].filter((el) => isOrderId(copied(el)));
const labelsIn = (scope: ParentNode): Element[] =>
  [...scope.querySelectorAll('span, div, p')].filter(
    (el) =>
      /^\s*订单(?:编号|号)/.test(el.firstChild?.nodeValue ?? '') && !el.closest('label, form'),
  );

function findBlocks(scope: ParentNode): Blocks | undefined {
  // 2021–2022: one child of the list's box per order.
  const rows = inFront(
    [...scope.querySelectorAll('[class*="package-center-table"] > *')].filter(
      (row) => marksIn(row).length > 0 || labelsIn(row).length > 0,
    ),
  );
  if (rows.length > 0) return { id: 'list-children', value: rows };
  // The link that copies the order's number; then its label alone.
  for (const [id, marks] of [
    ['copy-link', inFront(marksIn(scope))],
    ['label-text', inFront(labelsIn(scope))],
  ] as const) {
    if (marks.length > 0) return { id, value: blocksAround(scope, marks, OUTSIDE_BLOCK) };
  }
  return undefined;
}

export const orderListReader = blockReader<OrderRecord>(pinduoduoSite, {
  kind: 'order-list',
  side: 'orders',
  path: PATHS['order-list'],
  findBlocks,
  trace: `${PAGER}, [class*="package-center-table"]`,
  busy: BUSY,
  readPaging: beastPaging,
  readFilter: ({ url, nowMs }, root, [block]) =>
    beastFilter(root, block, url, /成交时间|下单时间/, nowMs),
  dateOf: (order) => order.placedMs,
  keyFields: ['status'],
  usualFields: ['placedMs', 'paidFen', ...LINE_FIELDS],
  otherFields: ['shipByMs'],
  fieldsOf: (order) => {
    const fields: Record<string, unknown> = { ...order };
    for (const field of LINE_FIELDS) {
      const { lines } = order;
      fields[field] =
        (lines.length > 0 && lines.every((line) => line[field] !== undefined)) || undefined;
    }
    return fields;
  },
  idOrder: ['data-clipboard-text', 'label-text'],
  isTicking: ({ shipByMs }) => shipByMs !== undefined,
  readBlock,
  anchorOf: (block) => (marksIn(block)[0] ?? labelsIn(block)[0])?.parentElement ?? block,
});

function readBlock(block: Element, nowMs: number): GroupReading<OrderRecord> {
  const tables = [...block.querySelectorAll('table')];
  const { leaves, nodes } = cellText(block);
  const strip = nodes.filter(({ el }) => !tables.some((table) => table.contains(el)));
  const copies = new Set(marksIn(block).map(copied));
  const { id: printed, isConflict } = oneIdAfter(ORDER_LABELS, leaves, isOrderId);
  const [hook] = copies;
  if (copies.size > 1 || isConflict || (hook && printed && hook !== printed)) {
    return { problem: 'id-conflict' };
  }
  const orderId = hook ?? printed;
  if (!orderId) return { problem: 'id-unreadable' };

  const labels = readStrip(strip.map(({ text }) => text));
  const date = (text = ''): number | undefined => parseDateTimeMs(text, nowMs);
  const rows = readRows(tables);
  const [first] = rows;
  const status = first?.('status') ?? cellText(undefined);
  const waiting = status.lines.find((text) => text.includes('发货') && findCountdown(text));
  const countdown = waiting && findCountdown(waiting);
  const record: OrderRecord = compact({
    kind: 'order',
    orderId,
    placedMs: date(labels.placed),
    placedDayMs: dayOfOrderId(orderId),
    paidMs: date(labels.paid),
    shipByMs:
      date(labels.shipBy) ?? (countdown ? dueAtMs(nowMs, countdown.remainingMs) : undefined),
    shippedMs: date(labels.shipped),
    finishedMs: date(labels.finished),
    status: word(status) ?? strayStatus(tables),
    aftersaleText: word(first?.('aftersale')),
    paidFen: parseMoneyFen(first?.('paid').lines[0] ?? ''),
    lines: rows.flatMap((cell, at): LineRecord[] => {
      const product = readProduct(cell('product'));
      const quantity = parseCount(cell('quantity').lines[0] ?? '') ?? product?.quantity;
      return product ? [compact({ ...product, lineId: `#${at + 1}`, quantity })] : [];
    }),
  });
  return { record, key: orderId, idFrom: hook ? 'data-clipboard-text' : 'label-text' };
}

type ReadCell = (role: OrderRole) => CellText;

/** One reading function per item row; a cell comes from the table that shows most, else from its copies. */
function readRows(tables: readonly Element[]): ReadCell[] {
  const known = tables
    .filter((table) => !table.parentElement?.closest('td'))
    .flatMap((table) => {
      const header = findHeader(table, ORDER_COLUMNS);
      const rows = bodyRows(table);
      return header && rows.length > 0
        ? [{ columns: header.columns, known: header.known, rows }]
        : [];
    })
    .sort((a, b) => b.known - a.known);
  const count = known[0]?.rows.length ?? 0;
  const grids = known
    .filter(({ rows }) => rows.length === count)
    .map(({ columns, rows }) => ({ columns, grid: tableGrid(rows) }));
  return Array.from({ length: count }, (_, at) => (role: OrderRole): CellText => {
    for (const { columns, grid } of grids) {
      const cell = grid[at]?.[columns[role] ?? -1];
      const text = cellText(cell?.el);
      if (text.leaves.length > 0) return text;
    }
    return cellText(undefined);
  });
}

/** 即将逾期 and the like may stand before the state. */
function word(cell: CellText | undefined): string | undefined {
  return cell?.leaves.slice(0, 2).find((text) => isStatus(text) && isReadable(text));
}

/** Without a known header: the one cell that begins with a known status word. */
function strayStatus(tables: readonly Element[]): string | undefined {
  const cells = tables.flatMap((table) => [...table.querySelectorAll('td')]);
  const words = new Set(
    cells.map((td) => cellText(td).leaves[0] ?? '').filter((text) => STATUS.test(text)),
  );
  return words.size === 1 ? [...words][0] : undefined;
}
