/**
 * The evidence pack of an appeal: for each chosen order its numbers, its instants as the platform showed
 * them, and the clause that counts it, with the clause's date. Nothing of the buyer. Pure.
 */
import type { OrderCase } from '../../../core/entities';
import { linesOf } from '../../../core/lines';
import type { RulePack } from '../../../core/pack';
import { indicatorOfMeasure } from '../../../core/pack-lookup';
import type { Report } from '../../../core/report-types';
import { formatDay, formatMinute } from '../../../core/time';
import type { MessageKey } from '../../i18n';
import type { OrderRow } from '../../ports';

export interface AppealRow {
  orderId: string;
  /** Column id → text; absent = not known. */
  cells: Partial<Record<AppealColumn, string>>;
}

export const APPEAL_COLUMNS = [
  'ticketId',
  'product',
  'reason',
  'reasonNow',
  'status',
  'placed',
  'paid',
  'shipBy',
  'shipped',
  'carrier',
  'pickedUp',
  'signed',
  'finished',
  'applied',
  'agreed',
  'refunded',
  'countedOn',
  'leavesOn',
] as const;
export type AppealColumn = (typeof APPEAL_COLUMNS)[number];

export const columnTitle = (column: AppealColumn): MessageKey => `appeal.col.${column}`;

export interface AppealData {
  indicator: string;
  clause: string;
  rule: string;
  /** What a column says that no row knows is left out of the printed page. */
  columns: AppealColumn[];
  rows: AppealRow[];
  /** Chosen orders of which nothing is stored any more. */
  gone: string[];
}

export function appealData(
  report: Report,
  pack: RulePack,
  indicatorId: string,
  chosen: OrderRow[],
  cases: OrderCase[],
): AppealData {
  const indicator = report.indicators.find((each) => each.id === indicatorId);
  const use = indicator?.behind && indicatorOfMeasure(pack, indicator.behind.measureId);
  const byId = new Map(cases.map((each) => [each.orderId, each]));
  const rows = chosen.flatMap((row): AppealRow[] => {
    const orderCase = byId.get(row.orderId);
    return orderCase ? [{ orderId: row.orderId, cells: cellsOf(row, orderCase) }] : [];
  });
  return {
    indicator: indicator?.label ?? indicatorId,
    clause: use?.source ?? pack.source,
    rule: pack.source,
    columns: APPEAL_COLUMNS.filter((column) => rows.some(({ cells }) => cells[column])),
    rows,
    gone: [...new Set(chosen.map((row) => row.orderId))].filter((id) => !byId.has(id)),
  };
}

function cellsOf(row: OrderRow, orderCase: OrderCase): AppealRow['cells'] {
  const order = orderCase.order?.f ?? {};
  const ticketId = row.ticketId ?? Object.keys(orderCase.tickets).sort()[0];
  const ticket = ticketId === undefined ? {} : (orderCase.tickets[ticketId]?.f ?? {});
  const parcel = (orderCase.parcels[row.unitId] ?? Object.values(orderCase.parcels)[0])?.f ?? {};
  const lines = linesOf(orderCase);
  const line = (lines[row.unitId] ?? Object.values(lines)[0])?.f ?? {};
  const first = ticket.firstReason ?? ticket.reason;
  return withoutUnknown({
    ticketId,
    product: line.productName ?? ticket.productName,
    reason: first ?? order.cancelReason,
    reasonNow: ticket.reason === first ? undefined : ticket.reason,
    status: ticket.status ?? order.status,
    placed: moment(order.placedMs),
    paid: moment(order.paidMs),
    shipBy: moment(order.shipByMs),
    shipped: moment(parcel.shippedMs ?? order.shippedMs),
    carrier: parcel.carrier,
    pickedUp: moment(parcel.pickedUpMs),
    signed: moment(parcel.signedMs),
    finished: moment(order.finishedMs),
    applied: moment(ticket.appliedMs),
    agreed: moment(ticket.agreedMs),
    refunded: moment(ticket.refundedMs),
    countedOn: formatDay(row.day),
    leavesOn: row.leavesOn,
  });
}

const moment = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : formatMinute(ms);

function withoutUnknown(cells: Record<AppealColumn, string | undefined>): AppealRow['cells'] {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== undefined));
}
