/** One order's own page, whose markup is not public, and its parcels. */
import { parseDateTimeMs } from '../../capture/dates';
import { type ColumnRole } from '../../capture/grid';
import { countMissing } from '../../capture/health';
import { type CellText, cellText } from '../../capture/leaves';
import { parseMoneyFen } from '../../capture/numbers';
import { compact } from '../../capture/record';
import type { LineRecord, OrderRecord } from '../../core/entities';
import type { PageReader } from '../types';
import { readFlatTable } from './flat-table';
import { oneIdAfter } from './id-after';
import type { OrderRole } from './order-table';
import { findParcels } from './parcels';
import { plainReader } from './plain-page';
import { type ProductWords, readLine } from './product-cell';
import type { Site } from './site';

type Field = 'placed' | 'paid' | 'shipBy' | 'shipped' | 'finished';
type More = 'status' | 'paid';

export interface OrderDetailWords {
  /** Path of the address; all of it. `idParam`: its parameter with the order's number. */
  path: RegExp;
  idParam: string;
  idLabels: readonly string[];
  readHead(texts: readonly string[]): Partial<Record<Field, string>>;
  readMore(texts: readonly string[]): Partial<Record<More, string>>;
  isStatus(text: string): boolean;
  /** Columns and words of the product table, where lines print a number of their own. */
  columns?: readonly ColumnRole<OrderRole>[];
  product?: ProductWords;
  /** Midnight of the day that an order's number begins with, ms. */
  findDayMs?(orderId: string): number | undefined;
  /** Where parcels stand, beside the usual places. */
  parcelArea?: string;
}

/** Events of a parcel carry labels of the same words (发货时间): they are read with their parcel. */
const PARCEL = '[class*="timeline-item"], [class*="drawer"]';

export const orderDetailReader = (site: Site, words: OrderDetailWords): PageReader =>
  plainReader(site, {
    kind: 'order-detail',
    path: words.path,
    marker: new RegExp(words.idLabels.join('|')),
    hasDrawer: true,
    read: ({ url, nowMs }, root) => {
      const content = cellText(root);
      const { nodes, leaves } = content;
      const asked = url.searchParams.get(words.idParam) ?? '';
      const { id, isConflict } = oneIdAfter(words.idLabels, leaves, site.isOrderId);
      const failure = (why: string) => ({ records: [], seen: 1, parsed: 0, fatal: [why] });
      // The page before this one may still stand there.
      if (isConflict || (id !== undefined && id !== asked)) return failure('id-conflict');
      if (id === undefined) return failure('id-unreadable');

      const area = words.parcelArea ? `${PARCEL}, ${words.parcelArea}` : PARCEL;
      const own = nodes.filter(({ el }) => !el.closest(area)).map(({ text }) => text);
      const head = words.readHead(own);
      const more = words.readMore(own);
      const money = words.readMore(content.lines);
      const date = (text = ''): number | undefined => parseDateTimeMs(text, nowMs);
      const parcels = findParcels(root, content, nowMs)
        .filter(({ isReturn }) => !isReturn)
        .map(({ parcel }) => parcel);
      const placedDayMs = words.findDayMs?.(id);
      const record: OrderRecord = compact({
        kind: 'order',
        orderId: id,
        placedMs: date(head.placed),
        placedDayMs,
        paidMs: date(head.paid),
        shipByMs: date(head.shipBy),
        // With several parcels the label says when one of them left.
        shippedMs: parcels.length > 1 ? undefined : date(head.shipped),
        finishedMs: date(head.finished),
        status: more.status && words.isStatus(more.status) ? more.status : undefined,
        paidFen: parseMoneyFen(money.paid ?? ''),
        lines: readLines(words, root),
        parcels: parcels.length > 0 ? parcels : undefined,
      });
      const missing = countMissing([record], ['placedMs', 'status', 'parcels']);
      // Nothing but an id, and what it says itself: the labels are others.
      const { kind: _kind, orderId: _id, placedDayMs: _day, lines, ...told } = record;
      if (Object.keys(told).length === 0 && lines.length === 0)
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
function readLines({ columns, product: words }: OrderDetailWords, root: Element): LineRecord[] {
  if (!columns || !words) return [];
  const table = readFlatTable<OrderRole>(root, columns, ['product', 'price']);
  const none = cellText(undefined);
  const lines = new Map<string, LineRecord>();
  for (const { cell, cellOf } of table.rows ?? []) {
    const product = cellOf('product');
    const isOneCell = table.columns.quantity === table.columns.price;
    const quantity: CellText = isOneCell ? none : cell('quantity');
    const line = product && readLine(words, product, cell('product'), cell('price'), quantity, 0);
    if (line && words.isLineId(line.lineId)) lines.set(line.lineId, line);
  }
  return [...lines.values()];
}
