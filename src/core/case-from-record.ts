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
  const empty: OrderCase = {
    platform: shop.platform,
    orderId: record.orderId,
    shopId: shop.shopId,
    lines: {},
    parcels: {},
    tickets: {},
    reviews: {},
  };
  switch (record.kind) {
    case 'order':
      return {
        ...empty,
        order: partFromFields(record, ORDER_RULES, seenMs),
        lines: partsById(record.lines, (line) => line.lineId, LINE_RULES, seenMs),
        parcels: partsById(record.parcels ?? [], (one) => one.parcelId, PARCEL_RULES, seenMs),
      };
    case 'ticket': {
      // The first reason is derived here and nowhere else: it keeps its own sighting.
      const fields = { ...record, firstReason: record.reason };
      return {
        ...empty,
        tickets: partsById([fields], (one) => one.ticketId, TICKET_RULES, seenMs),
      };
    }
    case 'review':
      return {
        ...empty,
        reviews: partsById([record], (one) => one.reviewId, REVIEW_RULES, seenMs),
      };
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
  return Object.fromEntries(
    records.map((record) => [idOf(record), partFromFields<F>(record, rules, seenMs)]),
  );
}
