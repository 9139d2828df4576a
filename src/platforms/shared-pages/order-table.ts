/** An order list in tables, one group of rows per order: a head row, then a row per SKU. */
import { dueAtMs, findCountdown } from '../../capture/countdown';
import { parseDateTimeMs } from '../../capture/dates';
import type { ColumnRole, GridRow } from '../../capture/grid';
import { type CellText, cellText } from '../../capture/leaves';
import { findMoneyFen, parseMoneyFen } from '../../capture/numbers';
import { compact } from '../../capture/record';
import { isNone, isReadable } from '../../capture/text';
import type { LineRecord, OrderRecord } from '../../core/entities';
import type { PageReader } from '../types';
import { idAfter } from './id-after';
import { type Group, type GroupReading, listReader } from './list-page';
import { type ProductWords, readLine } from './product-cell';
import type { Site } from './site';

export type OrderRole = 'product' | 'price' | 'quantity' | 'aftersale' | 'amount' | 'status';

type HeadField = 'placed' | 'paid' | 'shipBy' | 'shipped' | 'finished' | 'orderType';

/** What a platform's order list says, as words. */
export interface OrderWords {
  /** Path of the address; all of it. */
  path: RegExp;
  columns: readonly ColumnRole<OrderRole>[];
  /** Words before the order's number in a head row; with the number: `headText`. */
  idLabels: readonly string[];
  headText: RegExp;
  /** Words for the list's own date, for a range filter on it. */
  listDate: readonly string[];
  readHead(texts: readonly string[]): Partial<Record<HeadField, string>>;
  /** Any status word, and the order's own for tables whose status column has an unknown header. */
  isStatus(text: string): boolean;
  orderStatus: RegExp;
  /** What of the after-sale cell is about an after-sale; absent: its first word is. */
  aftersaleWord?: RegExp;
  /** What of that cell is about the promise to ship by: a tag of the order. */
  promiseWord?: RegExp;
  product: ProductWords;
}

type OrderGroup = Group<OrderRole>;

const LINE_FIELDS = ['productName', 'quantity', 'unitPriceFen'] as const;

export const orderTableReader = (site: Site, words: OrderWords): PageReader =>
  listReader<OrderRole, OrderRecord>(site, {
    kind: 'order-list',
    side: 'orders',
    path: words.path,
    roles: words.columns,
    isKnown: (columns) => columns.product !== undefined && Object.keys(columns).length > 1,
    headText: words.headText,
    isRowKey: site.isOrderId,
    listDate: words.listDate,
    dateOf: (order) => order.placedMs,
    keyFields: ['placedMs', 'status'],
    usualFields: ['paidFen', ...LINE_FIELDS],
    otherFields: [],
    // A line's field counts as known when every line has it.
    fieldsOf: (order) => {
      const fields: Record<string, unknown> = { ...order };
      for (const field of LINE_FIELDS) {
        const isKnown =
          order.lines.length > 0 && order.lines.every((line) => line[field] !== undefined);
        fields[field] = isKnown || undefined;
      }
      return fields;
    },
    idOrder: ['data-row-key', 'label-text'],
    hooks: ['data-row-key'],
    hookOf: (head) => head.getAttribute('data-row-key') ?? '',
    isTicking: ({ shipByMs }) => shipByMs !== undefined,
    readGroup: (group, nowMs) => readGroup(site, words, group, nowMs),
  });

function readGroup(
  { isOrderId }: Site,
  words: OrderWords,
  group: OrderGroup,
  nowMs: number,
): GroupReading<OrderRecord> {
  const texts = group.headTexts;
  const fromKey = isOrderId(group.hook) ? group.hook : undefined;
  const fromText = words.idLabels.map((label) => idAfter(label, texts, isOrderId)).find(Boolean);
  if (fromKey && fromText && fromKey !== fromText) return { problem: 'id-conflict' };
  const orderId = fromKey ?? fromText;
  if (!orderId) return { problem: 'id-unreadable' };

  const head = words.readHead(texts);
  const date = (text = ''): number | undefined => parseDateTimeMs(text, nowMs);
  const { first, lines } = readLines(words, group);
  const status = first && statusCell(words, first, group);
  const promises = promisesOf(words, group, lines);
  const record: OrderRecord = compact({
    kind: 'order',
    orderId,
    placedMs: date(head.placed),
    paidMs: date(head.paid),
    shipByMs: date(head.shipBy) ?? shipByFrom(status, nowMs),
    shippedMs: date(head.shipped),
    finishedMs: date(head.finished),
    orderType: /^[\u4e00-\u9fff]{2,10}$/.exec(head.orderType ?? '')?.[0],
    status: wordOf(words, status) || undefined,
    ...(first ? payment(group.text(first, 'amount')) : {}),
    aftersaleText: sharedAftersale(group, lines),
    tags: [
      ...new Set([...texts.filter((text) => words.product.tag.test(text)), ...promises]),
    ].sort(),
    lines: lines.map(({ line }) => line),
  });
  return { record, key: orderId, idFrom: fromKey ? 'data-row-key' : 'label-text' };
}

interface Item {
  row: GridRow;
  line: LineRecord;
}

/** SKU rows. Cells of the whole order stand in the first and span the others. */
function readLines(words: OrderWords, group: OrderGroup): { first?: GridRow; lines: Item[] } {
  const lines: Item[] = [];
  for (const row of group.grid) {
    const product = row[group.columns.product ?? -1];
    // A wide or reaching cell is a remark row's, or belongs to the row above.
    if (!product?.starts || product.colSpan > 2) continue;
    const isOneCell = group.columns.quantity === group.columns.price;
    const line = readLine(
      words.product,
      product.el,
      group.text(row, 'product'),
      group.text(row, 'price'),
      isOneCell ? cellText(undefined) : group.text(row, 'quantity'),
      lines.length + 1,
    );
    if (!line) continue;
    const aftersaleText = aftersaleOf(words, group.text(row, 'aftersale'));
    if (aftersaleText !== undefined) line.aftersaleText = aftersaleText;
    lines.push({ row, line });
  }
  return { first: lines[0]?.row, lines };
}

/** The after-sale word of an order whose lines share one cell. */
function sharedAftersale(group: OrderGroup, lines: readonly Item[]): string | undefined {
  const cells = new Set(lines.map(({ row }) => group.cell(row, 'aftersale')));
  return cells.size === 1 ? lines[0]?.line.aftersaleText : undefined;
}

/** What the lines say of the promise to ship by, while they say one thing: one late line makes the order late. */
function promisesOf(words: OrderWords, group: OrderGroup, lines: readonly Item[]): string[] {
  const { promiseWord } = words;
  if (!promiseWord) return [];
  const said = lines.flatMap(
    ({ row }) => group.text(row, 'aftersale').leaves.find((text) => promiseWord.test(text)) ?? [],
  );
  return new Set(said).size === 1 ? said.slice(0, 1) : [];
}

const NO_AFTERSALE = /^(?:暂?无|未申请|没有)售后$/;

/** First word of a cell: '' where the page says there is none, undefined where nothing is shown yet. */
function wordOf({ isStatus, product }: OrderWords, cell: CellText | undefined): string | undefined {
  // 预售 may stand before the state, a count after it: 售后中(2).
  const leaf = cell?.leaves.find((text) => !product.tag.test(text));
  const text = leaf?.replace(/ ?\(\d+\)$/, '');
  if (text === undefined || !isReadable(text)) return undefined;
  if (isNone(text) || NO_AFTERSALE.test(text)) return '';
  return isStatus(text) ? text : undefined;
}

/** The after-sale word of a cell that may say other things too (发货未超时). */
function aftersaleOf(words: OrderWords, cell: CellText): string | undefined {
  const { aftersaleWord } = words;
  if (!aftersaleWord) return wordOf(words, cell);
  const { leaves } = cell;
  const found = leaves.find((text) => words.isStatus(text) && aftersaleWord.test(text));
  return found ?? (leaves.length > 0 && leaves.every(isReadable) ? '' : undefined);
}

/** By header; else a cell without a known header whose text is a known status word. */
function statusCell(
  words: OrderWords,
  row: GridRow,
  { columns, text }: OrderGroup,
): CellText | undefined {
  if (columns.status !== undefined) return text(row, 'status');
  const known = Object.values(columns);
  return row
    .filter((cell, index) => cell && !known.includes(index))
    .map((cell) => cellText(cell?.el))
    .find(({ leaves }) => words.orderStatus.test(leaves[0] ?? ''));
}

/** A ship-by countdown in the status cell: `剩余 22小时31分发货`. How rows write it is not public. */
function shipByFrom(cell: CellText | undefined, nowMs: number): number | undefined {
  const line = cell?.lines.find((text) => text.includes('发货') && findCountdown(text));
  const countdown = line && findCountdown(line);
  return countdown ? dueAtMs(nowMs, countdown.remainingMs) : undefined;
}

const PAY_METHOD =
  /^[A-Za-z\u4e00-\u9fff]{0,6}(?:支付宝?|微信|银行卡|货到付款|放心花|月付|分期|白条|零钱)[\u4e00-\u9fff]{0,4}$/;
const NOT_A_METHOD = /金额|^[已未待]支付$/;
const NOT_PAID =
  /运费|邮费|快递|手续费|优惠|立减|满减|券|补贴|收入|佣金|结算|到账|应收|退|税|定金|尾款/;
/** `59.90`, `59.90元`: no count looks so. */
const BARE_AMOUNT = /^[\d,]+(?:\.\d{2}元?|元)$/;

/** `<支付方式>¥<金额>`: the buyer's payment, not freight, discounts or the shop's income. */
function payment({ lines }: CellText): Pick<OrderRecord, 'paidFen' | 'payMethod'> {
  const bare = lines.map((line) => line.replace(/\([^()]*\)/g, ''));
  // What an amount is stands in its line or in the one before.
  const amounts = bare.flatMap((line, at) => {
    const before = bare[at - 1] ?? '';
    const label = line.startsWith('¥') && !before.includes('¥') ? before : '';
    const what = `${label} ${line}`;
    return line.includes('¥') && !NOT_PAID.test(what) ? { what, line } : [];
  });
  const paid = amounts.find(({ what }) => /实付|实收|支付/.test(what)) ?? amounts[0];
  const plain = bare.some((line) => line.includes('¥'))
    ? []
    : bare.filter((line) => BARE_AMOUNT.test(line));
  return {
    paidFen: plain.length === 1 ? parseMoneyFen(plain[0] ?? '') : findMoneyFen(paid?.line ?? ''),
    payMethod: lines
      .map((line) => line.replace(/[ :]*(?:¥.*)?$/, ''))
      .find((word) => PAY_METHOD.test(word) && !NOT_A_METHOD.test(word)),
  };
}
