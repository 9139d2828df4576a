/**
 * The records that pages and files yield, and the cases that they merge into (DESIGN §5).
 * Plain data only: everything here survives structured clone and JSON.
 *
 * Conventions: ids are strings; money is integer fen; `…Ms` is a UTC instant in milliseconds;
 * `day` is a Beijing day number (see time.ts); an absent field is *unknown*, never zero.
 */

import type { ScoreSnapshot } from './snapshot-types';
import type { OrderInstant, TicketInstant, TransitionMarks } from './transition-types';

export type { HealthVerdict, ListReading, PageHealth } from './reading-types';
export type { ScoreSnapshot, SnapshotIndicator } from './snapshot-types';

/** How sure a number is; every number carries one. */
export type Provenance = 'exact' | 'page' | 'proxy' | 'estimate' | 'missing';

export type PageKind =
  | 'order-list'
  | 'aftersale-list'
  | 'score'
  | 'order-detail'
  | 'aftersale-detail'
  | 'parcel-list'
  | 'review-list'
  | 'chat-stats';

/** Where a record came from. Used for diagnostics only: merging never looks at it. */
export type SourceKind = PageKind | 'order-export' | 'aftersale-export' | 'restore';

export interface ShopRef {
  /** Platform id from the registry. */
  platform: string;
  /** Stable inside the platform; derived from what the back-end shows (today: the shop's name). */
  shopId: string;
  /** As displayed. */
  name: string;
}

export interface OrderFields extends TransitionMarks<OrderInstant> {
  placedMs: number;
  /** Midnight of the day that the order's own number names, on platforms whose numbers begin with one. */
  placedDayMs: number;
  paidMs: number;
  /** Promise to ship by. */
  shipByMs: number;
  shippedMs: number;
  finishedMs: number;
  /** The platform's own status words, normalised (NFKC, single spaces). */
  status: string;
  /** After-sale cell of the order row, when it applies to the whole order. */
  aftersaleText: string;
  orderType: string;
  cancelReason: string;
  payMethod: string;
  /** What the buyer paid. */
  paidFen: number;
  /** Tags shown on the order, e.g. presale. Sorted, unique. */
  tags: string[];
  province: string;
  /** See `TicketFields.handledMs`. */
  handledMs: number;
}

export interface LineFields {
  productName: string;
  productId: string;
  spec: string;
  merchantCode: string;
  quantity: number;
  unitPriceFen: number;
  status: string;
  aftersaleText: string;
  /** Tags shown on the line, e.g. gift. Sorted, unique. */
  tags: string[];
}

export interface ParcelFields {
  carrier: string;
  status: string;
  shippedMs: number;
  pickedUpMs: number;
  /** Route limit: the parcel is due to be signed by then. */
  dueMs: number;
  signedMs: number;
}

export interface TicketFields extends TransitionMarks<TicketInstant> {
  /** e.g. 退货退款, 已发货退款 — the platform's own words. */
  type: string;
  /** The reason displayed. `firstReason` keeps the earliest one seen. */
  reason: string;
  firstReason: string;
  /** The platform's own class of the reason (售后原因标签), in exports only. */
  reasonTag: string;
  /** 是否极速退款 as the export says it, or the tag that the list shows. */
  instantRefund: string;
  /** Who was found responsible in a dispute (纠纷责任方), in exports only. */
  responsibility: string;
  status: string;
  appliedMs: number;
  /** The page's own deadline: observation time + countdown, or an exported deadline. */
  dueMs: number;
  /** What happens when it passes, e.g. 自动同意. */
  dueAction: string;
  refundFen: number;
  paidFen: number;
  itemCount: number;
  shipStatus: string;
  returnStatus: string;
  arbitration: string;
  agreedMs: number;
  refundedMs: number;
  closedMs: number;
  returnSignedMs: number;
  productName: string;
  /**
   * A full list of its state did not hold it at this instant: handled elsewhere, unless its status was
   * seen later (handled.ts). Derived by the store; no page and no file says so.
   */
  handledMs: number;
}

export interface ReviewFields {
  /** Product stars 1–5. */
  stars: number;
  serviceStars: number;
  logisticsStars: number;
  createdMs: number;
}

export interface LineRecord extends Partial<LineFields> {
  /** Sub-order id when shown, else a position inside the order: "#1", "#2" … */
  lineId: string;
}
export interface ParcelRecord extends Partial<ParcelFields> {
  parcelId: string;
}
export interface OrderRecord
  extends Partial<Omit<OrderFields, 'handledMs' | keyof TransitionMarks<OrderInstant>>> {
  kind: 'order';
  orderId: string;
  lines: LineRecord[];
  parcels?: ParcelRecord[];
}
export interface TicketRecord
  extends Partial<
    Omit<TicketFields, 'firstReason' | 'handledMs' | keyof TransitionMarks<TicketInstant>>
  > {
  kind: 'ticket';
  ticketId: string;
  orderId: string;
}
export interface ReviewRecord extends Partial<ReviewFields> {
  kind: 'review';
  reviewId: string;
  orderId: string;
}
export type CaseRecord = OrderRecord | TicketRecord | ReviewRecord;

export interface ChatDayFields {
  rounds: number;
  replySeconds: number;
  ratedSessions: number;
  unsatisfiedSessions: number;
  sessions: number;
  answeredIn3Min: number;
}
export interface ChatDayRecord extends Partial<ChatDayFields> {
  kind: 'chat-day';
  /** Beijing day number. */
  day: number;
}

export type PageRecord = CaseRecord | ChatDayRecord | ScoreSnapshot;

/** A set of fields with the instant each was seen. `at` is the newest; `was` holds those that differ. */
export interface Part<F> {
  f: Partial<F>;
  at: number;
  was?: Partial<Record<keyof F & string, number>>;
}

/** One shop's chat statistics of one Beijing day, as stored (客服日统计). */
export interface ChatDay {
  day: number;
  part: Part<ChatDayFields>;
}

/** One order with everything known about it: one stored row (订单案). */
export interface OrderCase {
  platform: string;
  orderId: string;
  shopId: string;
  /** Absent while only a ticket or a review was seen: a stub. */
  order?: Part<OrderFields>;
  lines: Record<string, Part<LineFields>>;
  parcels: Record<string, Part<ParcelFields>>;
  tickets: Record<string, Part<TicketFields>>;
  reviews: Record<string, Part<ReviewFields>>;
  /** Tombstone: deleted at. Anything seen at or before this instant stays deleted. */
  deletedMs?: number;
}
