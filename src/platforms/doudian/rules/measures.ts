/**
 * The measures (口径) of the rule in force since 2026-09-08 (notice aJoPPkXuLRqc, published 2026-08-06;
 * unchanged definitions from rule 103956, texts of 2026-05-07 and 2026-07-14).
 *
 * A unit whose deciding moment is unknown stays in, dated on its order day, as an unknown fact: so that
 * an own rate is never claimed over a window that holds one.
 */
import {
  and,
  choose,
  coalesce,
  compare,
  day,
  exists,
  field,
  first,
  inSet,
  known,
  max,
  min,
  never,
  not,
  or,
  seconds,
  shift,
  sub,
  unknown,
  value,
} from '../../../core/expr-build';
import type { Expr, Measure } from '../../../core/measure';
import {
  agreedBetweenMs,
  finishedBetweenMs,
  refundedBetweenMs,
  shippedBetweenMs,
} from './between-visits';
import { countsInScore, isUnpaid, perhapsLowPrice, ticketOrderCounts } from './exclusions';

const NOTICE = '通知 aJoPPkXuLRqc（2026-08-06 公示，2026-09-08 生效）';
const RULE = '规则 103956（2026-07-14 文本）';

export const DAY_SECONDS = 86_400;

const one = value(1);
export const placedMs = field('order.placedMs');
export const paidMs = field('order.paidMs');
/** Order time stands in for payment time where lists show only the former. */
export const paidOrPlacedMs = coalesce(paidMs, placedMs);

/** Refunded before shipping: the order never leaves. */
export const neverShips = and(
  inSet(field('order.status'), 'order-closed'),
  exists('tickets', inSet(field('type'), 'type-before-shipping')),
);
/** Not shipped when last seen; what happened since is unknown, so such a fact is dated on that sighting. */
export const waitsShipping = inSet(field('order.status'), 'order-waits-shipping');
export const orderSeenMs = field('order.seen.status');

/** Reason of the order's first application: the one that counts, even if changed later. */
export const ticketReason = coalesce(field('firstReason'), field('reason'));
export const firstReason = first('tickets', field('appliedMs'), ticketReason);

/** The back-end's mark settles it; keywords second; breakage moved to logistics in 2026-09. */
const isQualityReason = (reason: Expr): Expr =>
  or(
    inSet(reason, 'reason-quality-marked'),
    and(
      inSet(reason, 'reason-quality-words'),
      not(inSet(reason, 'reason-other')),
      not(inSet(reason, 'reason-damage-words')),
    ),
  );
/** Told by the mark or by words that are certainly something else, not by a keyword's likeness. */
const isQualityDecided = (reason: Expr): Expr =>
  or(
    inSet(reason, 'reason-quality-marked'),
    inSet(reason, 'reason-other'),
    inSet(reason, 'reason-damage-named'),
  );
/** The export's own class of the reason; it belongs to the reason shown now, so to the first only if that is the same. */
const reasonTag = choose(
  coalesce(compare(field('firstReason'), 'eq', field('reason')), value(true)),
  field('reasonTag'),
  never,
);
const tagSettles = inSet(reasonTag, 'reason-quality-tag');
/** Of one ticket: its tag settles it, else its first reason. */
export const isQualityTicket = choose(
  coalesce(tagSettles, value(false)),
  inSet(field('reasonTag'), 'reason-quality-marked'),
  isQualityReason(ticketReason),
);
export const isQualityTicketDecided = or(tagSettles, isQualityDecided(ticketReason));
/** Of the order's first ticket. */
export const firstIsQuality = first('tickets', field('appliedMs'), isQualityTicket);
export const firstIsQualityDecided = first('tickets', field('appliedMs'), isQualityTicketDecided);
export const isDamageReason = (reason: Expr): Expr => inSet(reason, 'reason-damage-words');
export const isDamageDecided = (reason: Expr): Expr =>
  or(inSet(reason, 'reason-damage-named'), not(inSet(reason, 'reason-damage-words')));

export const signedByCarrierMs = max('parcels', field('signedMs'));
/** Confirmed receipt stands in for signing. */
export const signedMs = coalesce(signedByCarrierMs, field('order.finishedMs'));
/** A parcel seen on its way may have been signed since. */
export const seenOnItsWayMs = min(
  'parcels',
  field('seen.status'),
  coalesce(not(inSet(field('status'), 'parcel-signed')), value(false)),
);

export const pickedUpByCarrierMs = min('parcels', field('pickedUpMs'));
/** The upload of the number stands in for the carrier's first scan. */
export const pickedUpMs = coalesce(
  pickedUpByCarrierMs,
  min('parcels', field('shippedMs')),
  field('order.shippedMs'),
);
export const pickupStartMs = shift(paidOrPlacedMs, 'pickup');
export const isPresale = or(
  coalesce(inSet(field('order.tags'), 'presale'), value(false)),
  coalesce(inSet(field('order.orderType'), 'presale'), value(false)),
);

/** Where nothing prints the instant, the states of two visits may bound it: an estimate. */
const pickedUpOrSeenMs = coalesce(pickedUpMs, shippedBetweenMs(pickupStartMs));
const signedOrSeenMs = coalesce(signedMs, finishedBetweenMs);
const auditStartMs = shift(field('appliedMs'), 'aftersale');
const agreedOrSeenMs = coalesce(field('agreedMs'), agreedBetweenMs(auditStartMs));
const refundedOrSeenMs = coalesce(field('refundedMs'), refundedBetweenMs);

/** Without the instant of signing, a sighting decides: signed before the limit, or still not after it. */
const signedInTimeWhenSeen = and(
  inSet(field('status'), 'parcel-signed'),
  compare(field('seen.status'), 'le', field('dueMs')),
);
const lateWhenSeen = and(
  not(inSet(field('status'), 'parcel-signed')),
  compare(field('seen.status'), 'gt', field('dueMs')),
);

const signedInTime = coalesce(
  compare(field('signedMs'), 'le', field('dueMs')),
  inSet(field('status'), 'parcel-signed'),
);

export const indicatorMeasures: Measure[] = [
  {
    id: 'product-rating',
    version: 1,
    unit: 'order',
    include: and(countsInScore, exists('reviews', known(field('stars')))),
    day: day(coalesce(signedMs, min('reviews', field('createdMs')))),
    num: first('reviews', field('createdMs'), field('stars')),
    den: one,
    proxyWhen: unknown(signedByCarrierMs),
    estimateWhen: perhapsLowPrice,
    offends: compare(first('reviews', field('createdMs'), field('stars')), 'le', value(2)),
    lagDays: 60,
    source: `${RULE} 商品综合评分：签收 30 天内有商品评分的订单的商品星级均值；差评 1–2 星`,
  },
  {
    id: 'quality-return-rate',
    version: 1,
    unit: 'order',
    include: and(countsInScore, not(neverShips)),
    day: day(
      coalesce(
        signedOrSeenMs,
        seenOnItsWayMs,
        choose(waitsShipping, orderSeenMs, placedMs),
        placedMs,
      ),
    ),
    num: and(exists('tickets'), firstIsQuality),
    den: one,
    unknownWhen: or(isUnpaid, unknown(signedOrSeenMs)),
    proxyWhen: unknown(signedByCarrierMs),
    estimateWhen: or(
      perhapsLowPrice,
      unknown(signedMs),
      and(exists('tickets'), not(firstIsQualityDecided)),
    ),
    lagDays: 60,
    source: `${RULE} 商品品质退货率：签收 30 天内订单中首次售后原因为商品品质的订单 ÷ 签收订单`,
  },
  {
    id: 'pickup-hours',
    version: 1,
    unit: 'order',
    include: and(countsInScore, not(neverShips)),
    day: day(coalesce(pickedUpOrSeenMs, choose(waitsShipping, orderSeenMs, placedMs), placedMs)),
    num: seconds(sub(pickedUpOrSeenMs, pickupStartMs)),
    den: one,
    // Unknown too when either instant is; before payment it cannot have been.
    unknownWhen: or(isUnpaid, compare(pickedUpOrSeenMs, 'lt', paidOrPlacedMs)),
    proxyWhen: or(unknown(pickedUpByCarrierMs), unknown(paidMs)),
    estimateWhen: or(perhapsLowPrice, isPresale, unknown(pickedUpMs)),
    offends: compare(seconds(sub(pickedUpOrSeenMs, pickupStartMs)), 'gt', value(DAY_SECONDS)),
    lagDays: 60,
    source: `${NOTICE} 平均揽收时长：揽收时长之和 ÷ 揽收订单，18:00–06:00 支付从 06:00 起算`,
  },
  {
    id: 'delivery-on-time-rate',
    version: 1,
    unit: 'parcel',
    include: and(countsInScore, not(neverShips)),
    day: day(coalesce(field('dueMs'), placedMs)),
    num: signedInTime,
    den: one,
    unknownWhen: or(
      unknown(field('dueMs')),
      and(unknown(field('signedMs')), not(signedInTimeWhenSeen), not(lateWhenSeen)),
    ),
    estimateWhen: perhapsLowPrice,
    offends: not(signedInTime),
    lagDays: 60,
    source: `${RULE} 运单配送时效达成率：应签收 30 天内达成线路时效的运单 ÷ 应签收运单`,
  },
  {
    id: 'damage-return-rate',
    version: 1,
    unit: 'order',
    include: countsInScore,
    day: day(paidOrPlacedMs),
    num: and(exists('tickets'), isDamageReason(firstReason)),
    den: one,
    unknownWhen: isUnpaid,
    proxyWhen: unknown(paidMs),
    estimateWhen: or(perhapsLowPrice, and(exists('tickets'), not(isDamageDecided(firstReason)))),
    lagDays: 2,
    source: `${NOTICE} 商品/包装破损退货订单率：首次售后原因为商品/包装破损的支付订单 ÷ 支付订单`,
  },
  {
    id: 'chat-response-seconds',
    version: 1,
    unit: 'chatDay',
    include: value(true),
    day: field('day'),
    num: field('replySeconds'),
    den: field('rounds'),
    offends: value(false),
    source: `${RULE} 飞鸽平均响应时长：08:00–22:59:59 人工回复时长之和 ÷ 对话轮次，未回复计 600 秒`,
  },
  {
    id: 'chat-unsatisfied-rate',
    version: 1,
    unit: 'chatDay',
    include: value(true),
    day: field('day'),
    num: field('unsatisfiedSessions'),
    den: field('ratedSessions'),
    offends: value(false),
    source: `${RULE} 飞鸽会话不满意率：1–3 星会话 ÷ 有人工服务评价的会话`,
  },
  {
    id: 'aftersale-audit-hours',
    version: 1,
    unit: 'ticket',
    include: and(
      ticketOrderCounts,
      or(inSet(field('type'), 'type-shipped-refund'), inSet(field('type'), 'type-return-refund')),
      or(known(refundedOrSeenMs), not(inSet(field('status'), 'ticket-ended'))),
    ),
    // Neither refunded nor ended when last seen: what happened since is unknown.
    day: day(
      coalesce(
        refundedOrSeenMs,
        choose(inSet(field('status'), 'ticket-refunded'), field('appliedMs'), field('seen.status')),
      ),
    ),
    num: seconds(sub(agreedOrSeenMs, auditStartMs)),
    den: one,
    // Unknown too when either instant is; before the application it cannot have been.
    unknownWhen: or(unknown(refundedOrSeenMs), compare(agreedOrSeenMs, 'lt', field('appliedMs'))),
    estimateWhen: or(unknown(field('agreedMs')), unknown(field('refundedMs'))),
    offends: compare(seconds(sub(agreedOrSeenMs, auditStartMs)), 'gt', value(DAY_SECONDS)),
    lagDays: 30,
    source: `${RULE} 售后平均审核时长：申请到同意退款／同意退货，23:00–08:00 申请从 08:00 起算，÷ 退款成功售后单`,
  },
];
