/**
 * Orders that count nowhere. Rule 103956 (texts of 2026-05-07 and 2026-07-14; the 2026-09-08 notice
 * leaves it unchanged): valid paid orders only; gifts, 福袋, low-price, instantly-refunded and abnormal
 * orders excluded. The low-price line is not stated in the text (2 yuan in 2023 sources), so such orders
 * stay in, as estimates.
 */
import {
  and,
  coalesce,
  compare,
  exists,
  field,
  inSet,
  known,
  not,
  or,
  sub,
  value,
} from '../../../core/expr-build';
import type { Exclusion, Expr } from '../../../core/measure';

const RULE = '规则 103956（2026-07-14 文本）考核订单范围';

/** An unknown text is no sign: the absence of a cell never excludes an order. */
const certainly = (expr: Expr): Expr => coalesce(expr, value(false));

export const isUnpaid: Expr = inSet(field('order.status'), 'order-unpaid');

/** Orders close unpaid within hours; one still seen unpaid a day later will not be paid (assumption). */
const DAY_MS = 86_400_000;
const unpaidForGood = and(
  isUnpaid,
  compare(sub(field('order.seen.status'), field('order.placedMs')), 'gt', value(DAY_MS)),
);

/**
 * A closed order that nobody refunded had never been paid. An after-sale cell that says nothing (exports
 * leave it empty) is no sign of a refund; a refund that the cell hides has its ticket, and without the
 * after-sale list no rate is given.
 */
const closedUnpaid = and(
  inSet(field('order.status'), 'order-closed'),
  not(
    or(
      known(field('order.paidMs')),
      known(field('order.shippedMs')),
      exists('tickets'),
      certainly(inSet(field('order.aftersaleText'), 'refund-text')),
      certainly(exists('lines', inSet(field('aftersaleText'), 'refund-text'))),
    ),
  ),
);

/** The order is marked, or every line of it is; one gift among other lines excludes nothing. */
const isGift = or(
  inSet(field('order.tags'), 'gift'),
  inSet(field('order.orderType'), 'gift'),
  and(exists('lines'), not(exists('lines', not(inSet(field('tags'), 'gift'))))),
);

const isFree = compare(field('order.paidFen'), 'le', value(0));

const isInstantlyRefunded = or(
  inSet(field('order.aftersaleText'), 'instant-refund'),
  exists('lines', inSet(field('aftersaleText'), 'instant-refund')),
  exists('tickets', inSet(field('status'), 'instant-refund')),
  // 是 in an export, the tag's own words on a page.
  exists('tickets', inSet(field('instantRefund'), 'said-yes')),
  exists('tickets', inSet(field('instantRefund'), 'instant-refund')),
);

const isMarkedOut = certainly(or(isGift, isFree, isInstantlyRefunded));

/** What a badge says about an excluded order: the first of these that holds. */
export const doudianExclusions: Exclusion[] = [
  { id: 'unpaid', when: isUnpaid, reason: '未付款', source: RULE },
  { id: 'closed-unpaid', when: closedUnpaid, reason: '未付款已关闭', source: RULE },
  { id: 'gift', when: isGift, reason: '赠品／福袋', source: RULE },
  { id: 'zero-paid', when: isFree, reason: '0 元订单', source: RULE },
  { id: 'instant-refund', when: isInstantlyRefunded, reason: '极速退款', source: RULE },
];

/** The order counts, or may yet once it is paid (`isUnpaid`); unknown while its status is. */
export const countsInScore: Expr = not(or(unpaidForGood, closedUnpaid, isMarkedOut));

/** The same seen from a ticket: an order with a ticket had been paid, even if it is closed now. */
export const ticketOrderCounts: Expr = not(or(isUnpaid, isMarkedOut));

/** Certainly excluded, seen from a ticket; an order not seen yet (stub) is not. */
export const ticketExcluded: Expr = certainly(or(isUnpaid, isGift, isFree, isInstantlyRefunded));

/** Perhaps below the unpublished low-price line (2 yuan in 2023 sources). */
export const perhapsLowPrice: Expr = certainly(compare(field('order.paidFen'), 'le', value(200)));
