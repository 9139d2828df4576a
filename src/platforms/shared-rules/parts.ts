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
/** What is not signed yet is unknown, dated on the last sighting. */
export const bySigningDay = day(coalesce(signedMs, field('order.seen.status'), placedMs));

export const closedMs = coalesce(field('refundedMs'), field('closedMs'));
/** (apply → agree) for a refund; for a return also (return signed → refunded); return transit is out. */
export const handlingSeconds = choose(
  inSet(field('type'), 'type-return'),
  add(
    seconds(sub(field('agreedMs'), field('appliedMs'))),
    seconds(sub(closedMs, field('returnSignedMs'))),
  ),
  seconds(
    sub(coalesce(field('refundedMs'), field('agreedMs'), field('closedMs')), field('appliedMs')),
  ),
);
export const clocksAgree = not(compare(closedMs, 'lt', field('appliedMs')));

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
