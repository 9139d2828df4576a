/**
 * Schemas of the records a page may send. Strict: a key that no type has (a buyer's name, say) refuses
 * the message, so personal data cannot reach the store by accident.
 */
import * as z from 'zod/mini';
import {
  count,
  dayNumber,
  fen,
  figure,
  flag,
  fraction,
  id,
  instantMs,
  lineId,
  MAX_RECORDS,
  shortText,
  slug,
  stars,
  table,
  tags,
  text,
} from './fields';

const optional = z.optional;

export const lineRecord = z.strictObject({
  lineId,
  productName: optional(text),
  productId: optional(shortText),
  spec: optional(text),
  merchantCode: optional(text),
  quantity: optional(count),
  unitPriceFen: optional(fen),
  status: optional(text),
  aftersaleText: optional(text),
  tags: optional(tags),
});

export const parcelRecord = z.strictObject({
  parcelId: id,
  carrier: optional(shortText),
  status: optional(text),
  shippedMs: optional(instantMs),
  pickedUpMs: optional(instantMs),
  dueMs: optional(instantMs),
  signedMs: optional(instantMs),
});

export const orderRecord = z.strictObject({
  kind: z.literal('order'),
  orderId: id,
  lines: z.array(lineRecord).check(z.maxLength(MAX_RECORDS)),
  parcels: optional(z.array(parcelRecord).check(z.maxLength(MAX_RECORDS))),
  placedMs: optional(instantMs),
  placedDayMs: optional(instantMs),
  paidMs: optional(instantMs),
  shipByMs: optional(instantMs),
  shippedMs: optional(instantMs),
  finishedMs: optional(instantMs),
  status: optional(text),
  aftersaleText: optional(text),
  orderType: optional(text),
  cancelReason: optional(text),
  payMethod: optional(shortText),
  paidFen: optional(fen),
  tags: optional(tags),
  province: optional(shortText),
});

export const ticketRecord = z.strictObject({
  kind: z.literal('ticket'),
  ticketId: id,
  orderId: id,
  type: optional(text),
  reason: optional(text),
  reasonTag: optional(text),
  instantRefund: optional(shortText),
  responsibility: optional(text),
  status: optional(text),
  appliedMs: optional(instantMs),
  dueMs: optional(instantMs),
  dueAction: optional(text),
  refundFen: optional(fen),
  paidFen: optional(fen),
  itemCount: optional(count),
  shipStatus: optional(text),
  returnStatus: optional(text),
  arbitration: optional(text),
  agreedMs: optional(instantMs),
  refundedMs: optional(instantMs),
  closedMs: optional(instantMs),
  returnSignedMs: optional(instantMs),
  productName: optional(text),
});

export const reviewRecord = z.strictObject({
  kind: z.literal('review'),
  reviewId: id,
  orderId: id,
  stars: optional(stars),
  serviceStars: optional(stars),
  logisticsStars: optional(stars),
  createdMs: optional(instantMs),
});

export const chatDayRecord = z.strictObject({
  kind: z.literal('chat-day'),
  day: dayNumber,
  rounds: optional(count),
  replySeconds: optional(count),
  ratedSessions: optional(count),
  unsatisfiedSessions: optional(count),
  sessions: optional(count),
  answeredIn3Min: optional(count),
});

const tier = z.strictObject({ value: figure, points: figure });

const snapshotIndicator = z.strictObject({
  value: optional(figure),
  text,
  points: optional(figure),
  weight: optional(fraction),
  tiers: optional(z.array(tier).check(z.maxLength(12))),
  peerText: optional(text),
  met: optional(flag),
});

const snapshotDimension = z.strictObject({
  score: optional(figure),
  weight: optional(fraction),
  deltaText: optional(shortText),
});

const sheetFields = {
  kind: z.literal('score'),
  state: z.enum(['scored', 'no-score', 'no-permission']),
  updatedMs: optional(instantMs),
  day: dayNumber,
  seenMs: instantMs,
  total: optional(figure),
  dimensions: table(slug, snapshotDimension, 30),
  indicators: table(slug, snapshotIndicator, 100),
  bonus: optional(figure),
  deduction: optional(figure),
  delta: optional(figure),
  peerText: optional(text),
  packId: optional(slug),
  sheet: optional(slug),
  unknownLabels: optional(z.array(text).check(z.maxLength(100))),
};
export const scoreSnapshot = z.strictObject({
  ...sheetFields,
  sheets: optional(table(slug, z.strictObject(sheetFields), 5)),
});

export const pageRecord = z.discriminatedUnion('kind', [
  orderRecord,
  ticketRecord,
  reviewRecord,
  chatDayRecord,
  scoreSnapshot,
]);
