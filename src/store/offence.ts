/** One offence as a list shows it, and the order of lists. */
import type { OrderCase } from '../core/entities';
import { linesOf } from '../core/lines';
import type { Fact } from '../core/measure';
import type { OffenderRef } from '../core/report-types';
import { beijingDay } from '../core/time';
import type { OffenceEntry } from './database';

/** What a list shows of an offence: the first reason given, its product or the order's main one, and the day the order was placed. */
export function offenderRef(orderCase: OrderCase, fact: Fact, isOpenState = false): OffenderRef {
  const { measureId, day } = fact;
  return { ...offenceEntry(orderCase, fact, isOpenState), measureId, day };
}

/** The same inside a list of one measure and day. */
export function offenceEntry(
  orderCase: OrderCase,
  fact: Fact,
  isOpenState: boolean,
  lines = linesOf(orderCase),
): OffenceEntry {
  const { unitId, num, den, bucket } = fact;
  const ticket = orderCase.tickets[unitId] ?? firstTicket(orderCase);
  const reason = ticket?.f.firstReason ?? ticket?.f.reason ?? orderCase.order?.f.cancelReason;
  const productName =
    lines[unitId]?.f.productName ??
    orderCase.tickets[unitId]?.f.productName ??
    mainLine(lines)?.f.productName ??
    ticket?.f.productName;
  const entry: OffenceEntry = { orderId: orderCase.orderId, unitId, num, den };
  if (isOpenState && bucket !== undefined) entry.seenDay = bucket;
  if (reason !== undefined) entry.reason = reason;
  if (productName !== undefined) entry.productName = productName;
  const placedMs = orderCase.order?.f.placedMs ?? orderCase.order?.f.placedDayMs;
  if (placedMs !== undefined) entry.placedDay = beijingDay(placedMs);
  return entry;
}

/** The line that the buyer paid most for, of equal ones the first: a gift goes along with what was bought. */
function mainLine(lines: OrderCase['lines']): OrderCase['lines'][string] | undefined {
  const priceOf = ({ f }: OrderCase['lines'][string]): number =>
    (f.unitPriceFen ?? 0) * (f.quantity ?? 1);
  let main: OrderCase['lines'][string] | undefined;
  for (const line of Object.values(lines)) {
    if (!main || priceOf(line) > priceOf(main)) main = line;
  }
  return main;
}

/** The ticket applied for first; ties and unknown times by id. */
function firstTicket({ tickets }: OrderCase): OrderCase['tickets'][string] | undefined {
  const ids = Object.keys(tickets);
  if (ids.length === 0) return undefined;
  const byTime = ids
    .sort()
    .map((id) => tickets[id])
    .sort((a, b) => (a?.f.appliedMs ?? Infinity) - (b?.f.appliedMs ?? Infinity) || 0);
  return byTime[0];
}

/** Worst first, then newest; the rest makes the order total. */
export function worstFirst(a: Rank, b: Rank): number {
  if (a.num !== b.num) return b.num - a.num;
  const later = (b.day ?? 0) - (a.day ?? 0);
  if (later !== 0) return later;
  if (a.orderId !== b.orderId) return a.orderId < b.orderId ? 1 : -1;
  return a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0;
}

/** Within one day's list the day is not repeated. */
type Rank = Pick<OffenderRef, 'num' | 'orderId' | 'unitId'> & { day?: number };
