/** The tables that a shop's data is exported as. Columns are named in the interface's language. */
import type { OrderCase } from '../../../core/entities';
import type { TallyRow } from '../../../core/measure';
import { formatDay, formatMinute } from '../../../core/time';
import type { MessageKey } from '../../i18n';

export interface Column<T> {
  key: MessageKey;
  cell(row: T): string | undefined;
}

const time = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : formatMinute(ms);
const yuan = (fen: number | undefined): string | undefined =>
  fen === undefined ? undefined : (fen / 100).toFixed(2);
const each = <T>(parts: Record<string, { f: T }>, read: (f: T) => unknown): string | undefined => {
  const known = Object.values(parts).flatMap(({ f }) => read(f) ?? []);
  return known.length > 0 ? known.join('; ') : undefined;
};

export const orderColumns: Column<OrderCase>[] = [
  { key: 'export.order-id', cell: (one) => one.orderId },
  { key: 'export.status', cell: (one) => one.order?.f.status },
  { key: 'export.placed', cell: (one) => time(one.order?.f.placedMs) },
  { key: 'export.paid', cell: (one) => time(one.order?.f.paidMs) },
  { key: 'export.shipped', cell: (one) => time(one.order?.f.shippedMs) },
  { key: 'export.finished', cell: (one) => time(one.order?.f.finishedMs) },
  { key: 'export.amount', cell: (one) => yuan(one.order?.f.paidFen) },
  { key: 'export.product', cell: (one) => each(one.lines, (f) => f.productName) },
  { key: 'export.product-id', cell: (one) => each(one.lines, (f) => f.productId) },
  { key: 'export.quantity', cell: (one) => each(one.lines, (f) => f.quantity) },
  { key: 'export.carrier', cell: (one) => each(one.parcels, (f) => f.carrier) },
  { key: 'export.picked-up', cell: (one) => each(one.parcels, (f) => time(f.pickedUpMs)) },
  { key: 'export.signed', cell: (one) => each(one.parcels, (f) => time(f.signedMs)) },
  { key: 'export.province', cell: (one) => one.order?.f.province },
];

export interface TicketRow {
  orderId: string;
  ticketId: string;
  f: OrderCase['tickets'][string]['f'];
}

export const ticketRows = (one: OrderCase): TicketRow[] =>
  Object.entries(one.tickets).map(([ticketId, { f }]) => ({ orderId: one.orderId, ticketId, f }));

export const ticketColumns: Column<TicketRow>[] = [
  { key: 'export.ticket-id', cell: (row) => row.ticketId },
  { key: 'export.order-id', cell: (row) => row.orderId },
  { key: 'export.type', cell: (row) => row.f.type },
  { key: 'export.status', cell: (row) => row.f.status },
  { key: 'export.reason', cell: (row) => row.f.reason },
  { key: 'export.first-reason', cell: (row) => row.f.firstReason },
  { key: 'export.applied', cell: (row) => time(row.f.appliedMs) },
  { key: 'export.agreed', cell: (row) => time(row.f.agreedMs) },
  { key: 'export.refunded', cell: (row) => time(row.f.refundedMs) },
  { key: 'export.refund', cell: (row) => yuan(row.f.refundFen) },
];

export interface DayRow {
  day: string;
  indicator: string;
  num: number;
  den: number;
  unknown: number;
}

/** One row a day and measure. */
export const dayRows = (tally: TallyRow, labelOf: (measureId: string) => string): DayRow[] =>
  Object.entries(tally.cells).map(([measureId, [num, den, , unknown]]) => ({
    day: formatDay(tally.day),
    indicator: labelOf(measureId),
    num,
    den,
    unknown,
  }));

export const dayColumns: Column<DayRow>[] = [
  { key: 'export.day', cell: (row) => row.day },
  { key: 'export.indicator', cell: (row) => row.indicator },
  { key: 'export.num', cell: (row) => String(row.num) },
  { key: 'export.den', cell: (row) => String(row.den) },
  { key: 'export.unknown', cell: (row) => String(row.unknown) },
];
