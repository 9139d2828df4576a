/**
 * One merge for pages, files, restores and other seats: associative, commutative, idempotent, so that
 * re-sending, reordering or splitting a batch changes nothing. Inputs are never changed.
 */
import { canonicalJson } from './canonical';
import type { ChatDay, OrderCase, ScoreSnapshot } from './entities';
import { mergePartMaps, mergeParts } from './merge-part';
import {
  CHAT_DAY_RULES,
  LINE_RULES,
  ORDER_RULES,
  PARCEL_RULES,
  REVIEW_RULES,
  TICKET_RULES,
} from './merge-rules';

/**
 * Two sightings of one order.
 * @throws when they are of different orders or shops: an order never belongs to two shops.
 */
export function mergeCases(a: OrderCase, b: OrderCase): OrderCase {
  if (a.platform !== b.platform || a.orderId !== b.orderId || a.shopId !== b.shopId) {
    throw new Error('cannot merge cases of different orders or shops');
  }
  const deletedMs = maxKnown(a.deletedMs, b.deletedMs);
  const order = mergeParts(a.order, b.order, ORDER_RULES, deletedMs);
  return {
    platform: a.platform,
    orderId: a.orderId,
    shopId: a.shopId,
    ...(order ? { order } : {}),
    lines: mergePartMaps(a.lines, b.lines, LINE_RULES, deletedMs),
    parcels: mergePartMaps(a.parcels, b.parcels, PARCEL_RULES, deletedMs),
    tickets: mergePartMaps(a.tickets, b.tickets, TICKET_RULES, deletedMs),
    reviews: mergePartMaps(a.reviews, b.reviews, REVIEW_RULES, deletedMs),
    ...(deletedMs === undefined ? {} : { deletedMs }),
  };
}

/** What remains of a case that was deleted: a tombstone that keeps older sightings out. */
export function deleteCase(orderCase: OrderCase, deletedMs: number): OrderCase {
  return mergeCases(orderCase, { ...orderCase, deletedMs });
}

/** @throws when the days differ. */
export function mergeChatDays(a: ChatDay, b: ChatDay): ChatDay {
  if (a.day !== b.day) throw new Error('cannot merge chat statistics of different days');
  return { day: a.day, part: mergeParts(a.part, b.part, CHAT_DAY_RULES) ?? a.part };
}

const STATE_RANK = { scored: 2, 'no-score': 1, 'no-permission': 0 } as const;

/**
 * Two readings of the score pages of one day: of each page the latest wins whole (numbers of two readings
 * are never mixed), but a colleague without permission does not hide a score. A page beside the main one
 * (`sheet`) is kept in `sheets`.
 * @throws when the days differ.
 */
export function mergeSnapshots(a: ScoreSnapshot, b: ScoreSnapshot): ScoreSnapshot {
  if (a.day !== b.day) throw new Error('cannot merge score snapshots of different days');
  const pages = new Map<string, Sheet>();
  for (const each of [...pagesOf(a), ...pagesOf(b)]) {
    const name = each.sheet ?? '';
    const known = pages.get(name);
    pages.set(name, known ? newerPage(known, each) : each);
  }
  // '' sorts first: the main page, when it was read.
  const [first, ...rest] = [...pages].sort(([one], [other]) => (one < other ? -1 : 1));
  const main = first?.[1] ?? a;
  return rest.length > 0 ? { ...main, sheets: Object.fromEntries(rest) } : main;
}

type Sheet = Omit<ScoreSnapshot, 'sheets'>;

function pagesOf(snapshot: ScoreSnapshot): Sheet[] {
  if (!snapshot.sheets) return [snapshot];
  const { sheets, ...own } = snapshot;
  return [own, ...Object.values(sheets)];
}

function newerPage(a: Sheet, b: Sheet): Sheet {
  const rank = (one: Sheet): number => (one.state === 'no-permission' ? 0 : 1);
  if (rank(a) !== rank(b)) return rank(a) > rank(b) ? a : b;
  if (a.seenMs !== b.seenMs) return a.seenMs > b.seenMs ? a : b;
  if (a.state !== b.state) return STATE_RANK[a.state] > STATE_RANK[b.state] ? a : b;
  return canonicalJson(a) >= canonicalJson(b) ? a : b;
}

function maxKnown(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
