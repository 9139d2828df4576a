/** What rule packs of several platforms have in common: validity of orders, list counts, instants. */
import {
  add,
  and,
  choose,
  coalesce,
  compare,
  day,
  exists,
  field,
  inSet,
  known,
  max,
  min,
  never,
  not,
  or,
  seconds,
  sub,
  value,
} from '../../core/expr-build';
import type { Exclusion, Expr, Measure } from '../../core/measure';

export const one = value(1);
export const certainly = (expr: Expr): Expr => coalesce(expr, value(false));

export const placedMs = field('order.placedMs');
export const paidMs = field('order.paidMs');
export const paidOrPlacedMs = coalesce(paidMs, placedMs);
export const isUnpaid = certainly(inSet(field('order.status'), 'order-unpaid'));
const closedUnpaid = certainly(
  and(inSet(field('order.status'), 'order-closed'), not(or(known(paidMs), exists('tickets')))),
);
/** Platforms judge validity by more than a list shows; what it shows is at least this. */
export const isValid = not(or(isUnpaid, closedUnpaid));

export const signedByCarrierMs = max('parcels', field('signedMs'));
/** Confirmed receipt stands in for signing. */
export const signedMs = coalesce(signedByCarrierMs, field('order.finishedMs'));
export const lastShippedMs = coalesce(max('parcels', field('shippedMs')), field('order.shippedMs'));
/** One late parcel makes the order late: the last pickup decides. */
export const lastPickupMs = coalesce(
  max('parcels', field('pickedUpMs')),
  max('parcels', field('shippedMs')),
  field('order.shippedMs'),
);
export const firstPickupMs = min('parcels', field('pickedUpMs'));
const listedMs = coalesce(placedMs, field('order.placedDayMs'));
const waitsShipping = inSet(field('order.status'), 'order-waits-shipping');
/**
 * By signing. What waited to be shipped when last seen had not been signed until then: unknown, dated on that
 * sighting. Anything else may have been signed on any day since it was placed, and is dated there.
 */
export const bySigningDay = day(
  coalesce(signedMs, choose(waitsShipping, field('order.seen.status'), never), listedMs),
);

/** The goods had not left when the refund was asked for, as the ticket says. */
export const isUnshippedTicket = or(
  inSet(field('type'), 'type-before-shipping'),
  inSet(field('shipStatus'), 'type-before-shipping'),
);
/** Closed after such a refund: the order never leaves, so it will never be signed. */
export const neverShips = certainly(
  and(inSet(field('order.status'), 'order-closed'), exists('tickets', isUnshippedTicket)),
);

const isRefunded = inSet(field('status'), 'ticket-refunded');
/** The end of a refund that succeeded; a closing that the state does not confirm is none. */
export const refundedMs = coalesce(
  field('refundedMs'),
  choose(isRefunded, field('closedMs'), never),
);
/**
 * By the refund. A ticket seen open was not refunded until then: unknown, dated on that sighting. One that is
 * over, its end unknown, may have ended on any day since the application, and is dated there.
 */
export const byRefundDay = (isOver: Expr = isRefunded): Expr =>
  day(coalesce(refundedMs, choose(isOver, never, field('seen.status')), field('appliedMs')));

/** (apply → refunded) for a refund; for a return (apply → agree) and (return signed → refunded): its transit is out. */
export const handlingSeconds = choose(
  inSet(field('type'), 'type-return'),
  add(
    seconds(sub(field('agreedMs'), field('appliedMs'))),
    seconds(sub(refundedMs, field('returnSignedMs'))),
  ),
  seconds(sub(refundedMs, field('appliedMs'))),
);
/** Unknown while either instant is. */
export const clocksAgree = not(compare(refundedMs, 'lt', field('appliedMs')));

/** Every record of both lists by its list date: coverage is measured against these. */
export const listMeasures: Measure[] = [
  {
    id: 'orders-placed',
    version: 1,
    unit: 'order',
    include: value(true),
    // A number that begins with the day tells it where the time is left blank.
    day: day(coalesce(field('placedMs'), field('placedDayMs'))),
    num: one,
    den: one,
    proxyWhen: not(known(field('placedMs'))),
    offends: value(false),
    source: '订单列表：下单时间，全部订单',
  },
  {
    id: 'aftersale-tickets',
    version: 1,
    unit: 'ticket',
    include: value(true),
    day: day(field('appliedMs')),
    num: one,
    den: one,
    offends: value(false),
    source: '售后列表：申请时间，全部售后单',
  },
];
export const listCounts = { orders: 'orders-placed', aftersales: 'aftersale-tickets' };

export const commonExclusions = (source: string): Exclusion[] => [
  { id: 'unpaid', when: isUnpaid, reason: '未付款', source },
  { id: 'closed-unpaid', when: closedUnpaid, reason: '未付款已关闭', source },
];
