/** A record as a page or file yields it → the case it is a sighting of. */
import type { CaseRecord, ChatDay, ChatDayRecord, OrderCase, Part, ShopRef } from './entities';
import { partFromFields } from './merge-part';
import {
  CHAT_DAY_RULES,
  type FieldRules,
  LINE_RULES,
  ORDER_RULES,
  PARCEL_RULES,
  REVIEW_RULES,
  TICKET_RULES,
} from './merge-rules';

/** A ticket or review alone makes a stub: a case without `order`. */
export function caseFromRecord(record: CaseRecord, shop: ShopRef, seenMs: number): OrderCase {
  const { platform, shopId } = shop;
  const { orderId } = record;
  switch (record.kind) {
    // Members one by one: an import makes a hundred thousand of these, and spreading costs as much as the rest.
    case 'order':
      return {
        platform,
        orderId,
        shopId,
        order: partFromFields(record, ORDER_RULES, seenMs),
        lines: partsById(record.lines, (line) => line.lineId, LINE_RULES, seenMs),
        parcels: partsById(record.parcels ?? [], (one) => one.parcelId, PARCEL_RULES, seenMs),
        tickets: {},
        reviews: {},
      };
    case 'ticket': {
      // The first reason is derived here and nowhere else: it keeps its own sighting.
      const fields = { ...record, firstReason: record.reason };
      const tickets = partsById([fields], (one) => one.ticketId, TICKET_RULES, seenMs);
      return { platform, orderId, shopId, lines: {}, parcels: {}, tickets, reviews: {} };
    }
    case 'review': {
      const reviews = partsById([record], (one) => one.reviewId, REVIEW_RULES, seenMs);
      return { platform, orderId, shopId, lines: {}, parcels: {}, tickets: {}, reviews };
    }
  }
}

export function chatDayFromRecord(record: ChatDayRecord, seenMs: number): ChatDay {
  return { day: record.day, part: partFromFields(record, CHAT_DAY_RULES, seenMs) };
}

function partsById<R, F>(
  records: (R & Partial<F>)[],
  idOf: (record: R) => string,
  rules: FieldRules<F>,
  seenMs: number,
): Record<string, Part<F>> {
  const [only] = records;
  // A computed member is a plain own key: an id such as "__proto__" stays an id.
  if (only && records.length === 1) return { [idOf(only)]: partFromFields<F>(only, rules, seenMs) };
  const parts = records.map(
    (record) => [idOf(record), partFromFields<F>(record, rules, seenMs)] as const,
  );
  // Ids in one order, so that equal cases are equal as text too.
  return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
