/**
 * How two sightings of one field become one (DESIGN §5). Every stored field is named here: what is not
 * named is not stored, and leaving one out does not compile.
 *
 * - `state`: the latest sighting wins.
 * - `time`: fills a gap; of two sightings the later one is a correction and wins.
 * - `list`: like `state`, normalised (sorted, unique) first.
 * - `first`: the earliest sighting wins, and is forgotten for good once the case was deleted: what came
 *   first can no longer be told.
 *
 * An absent field never erases a known one. Ties at one instant go to the greater canonical JSON
 * (`first`: the smaller), so that the order of arrival never shows.
 */
import type {
  ChatDayFields,
  LineFields,
  OrderFields,
  ParcelFields,
  ReviewFields,
  TicketFields,
} from './entities';

export type FieldRule = 'state' | 'time' | 'list' | 'first';
export type FieldRules<F> = Record<keyof F & string, FieldRule>;

export const ORDER_RULES: FieldRules<OrderFields> = {
  placedMs: 'time',
  placedDayMs: 'time',
  paidMs: 'time',
  shipByMs: 'time',
  shippedMs: 'time',
  finishedMs: 'time',
  status: 'state',
  aftersaleText: 'state',
  orderType: 'state',
  cancelReason: 'state',
  payMethod: 'state',
  paidFen: 'state',
  tags: 'list',
  province: 'state',
  handledMs: 'time',
  notYetShipped: 'state',
  alreadyShipped: 'first',
  notYetFinished: 'state',
  alreadyFinished: 'first',
  notYetOverdue: 'state',
  alreadyOverdue: 'first',
};

export const LINE_RULES: FieldRules<LineFields> = {
  productName: 'state',
  productId: 'state',
  spec: 'state',
  merchantCode: 'state',
  quantity: 'state',
  unitPriceFen: 'state',
  status: 'state',
  aftersaleText: 'state',
  tags: 'list',
};

export const PARCEL_RULES: FieldRules<ParcelFields> = {
  carrier: 'state',
  status: 'state',
  shippedMs: 'time',
  pickedUpMs: 'time',
  dueMs: 'time',
  signedMs: 'time',
};

export const TICKET_RULES: FieldRules<TicketFields> = {
  type: 'state',
  reason: 'state',
  firstReason: 'first',
  reasonTag: 'state',
  instantRefund: 'state',
  responsibility: 'state',
  status: 'state',
  appliedMs: 'time',
  dueMs: 'time',
  dueAction: 'state',
  refundFen: 'state',
  paidFen: 'state',
  itemCount: 'state',
  shipStatus: 'state',
  returnStatus: 'state',
  arbitration: 'state',
  agreedMs: 'time',
  refundedMs: 'time',
  closedMs: 'time',
  returnSignedMs: 'time',
  productName: 'state',
  handledMs: 'time',
  notYetAgreed: 'state',
  alreadyAgreed: 'first',
  notYetRefunded: 'state',
  alreadyRefunded: 'first',
};

export const REVIEW_RULES: FieldRules<ReviewFields> = {
  stars: 'state',
  serviceStars: 'state',
  logisticsStars: 'state',
  createdMs: 'time',
};

export const CHAT_DAY_RULES: FieldRules<ChatDayFields> = {
  rounds: 'state',
  replySeconds: 'state',
  ratedSessions: 'state',
  unsatisfiedSessions: 'state',
  sessions: 'state',
  answeredIn3Min: 'state',
};
