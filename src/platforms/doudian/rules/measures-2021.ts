/**
 * Measures of the five-point rule of 2021 (official text as copied in 2021 sources). Recency, rank and
 * sub-weights are no part of a measure: see pack-2021.ts.
 */
import {
  add,
  and,
  choose,
  coalesce,
  compare,
  day,
  exists,
  field,
  first,
  hours,
  inSet,
  known,
  never,
  not,
  or,
  seconds,
  sub,
  unknown,
  value,
} from '../../../core/expr-build';
import type { Expr, Measure } from '../../../core/measure';
import { counted, ofChatDay } from '../../shared-rules/frames';
import {
  certainly,
  paidMs,
  paidOrPlacedMs,
  placedMs,
  signedByCarrierMs,
  signedMs,
} from '../../shared-rules/parts';
import {
  DAY_SECONDS,
  firstIsQualityDecided,
  isDamageReason,
  isPresale,
  isQualityTicket,
  neverShips,
  orderSeenMs,
  pickedUpByCarrierMs,
  pickedUpMs,
  seenOnItsWayMs,
  ticketReason,
  waitsShipping,
} from './conditions';
import { countsInScore, isUnpaid, perhapsLowPrice, ticketOrderCounts } from './exclusions';

const RULE = '2021 年体验分规则（五分制）';

export const isLogisticsReason = (reason: Expr): Expr => inSet(reason, 'reason-logistics-words');

/** By signing; what has not been signed is unknown and dated on the last sighting. */
export const bySigningDay = day(
  coalesce(signedMs, seenOnItsWayMs, choose(waitsShipping, orderSeenMs, placedMs), placedMs),
);
export const byPickupDay = day(
  coalesce(pickedUpMs, choose(waitsShipping, orderSeenMs, placedMs), placedMs),
);
const firstStars = first('reviews', field('createdMs'), field('stars'));

const isClosed = or(
  inSet(field('status'), 'ticket-ended'),
  inSet(field('status'), 'ticket-refunded'),
);
/** An end that the state does not confirm is none: the ticket was opened again. */
const closedMs = choose(isClosed, coalesce(field('closedMs'), field('refundedMs')), never);
/** Closed tickets; an open one is unknown, dated on its last sighting. */
const byClosingDay = day(
  coalesce(closedMs, choose(isClosed, never, field('seen.status')), field('appliedMs')),
);
const auditSeconds = seconds(sub(field('agreedMs'), field('appliedMs')));
const confirmSeconds = seconds(sub(closedMs, field('returnSignedMs')));
const waitSeconds = add(auditSeconds, confirmSeconds);
const isArbitrated = certainly(inSet(field('arbitration'), 'arbitration-entered'));
const isExchange = inSet(field('type'), 'type-exchange');

/** Orders whose first review is bad: also what the 80-point rule of 2026 counts. */
export const badReviewOrders = counted({
  id: 'bad-review-orders',
  unit: 'order',
  include: and(countsInScore, not(neverShips)),
  day: bySigningDay,
  num: and(exists('reviews', known(field('stars'))), compare(firstStars, 'le', value(2))),
  unknownWhen: or(isUnpaid, unknown(signedMs)),
  proxyWhen: unknown(signedByCarrierMs),
  estimateWhen: perhapsLowPrice,
  lagDays: 60,
  source: `${RULE} 商品差评率：首评为差评（1–2 星）的订单 ÷ 物流签收订单，无物流按确认收货`,
});

export const measures2021: Measure[] = [
  badReviewOrders,
  counted({
    id: 'quality-return-rate-2021',
    unit: 'order',
    include: countsInScore,
    day: day(paidOrPlacedMs),
    num: exists(
      'tickets',
      and(
        not(certainly(inSet(field('type'), 'type-no-refund'))),
        or(isQualityTicket, isDamageReason(ticketReason), isLogisticsReason(ticketReason)),
      ),
    ),
    unknownWhen: isUnpaid,
    proxyWhen: unknown(paidMs),
    estimateWhen: or(perhapsLowPrice, and(exists('tickets'), not(firstIsQualityDecided))),
    lagDays: 2,
    source: `${RULE} 品质退货率：因品质或物流问题退货退款、仅退款的订单 ÷ 支付订单`,
  }),
  counted({
    id: 'pickup-on-time-rate-2021',
    unit: 'order',
    include: and(countsInScore, not(neverShips), not(isPresale)),
    day: byPickupDay,
    num: compare(seconds(sub(pickedUpMs, paidOrPlacedMs)), 'lt', value(DAY_SECONDS)),
    unknownWhen: or(isUnpaid, compare(pickedUpMs, 'lt', paidOrPlacedMs)),
    proxyWhen: or(unknown(pickedUpByCarrierMs), unknown(paidMs)),
    estimateWhen: perhapsLowPrice,
    bucket: hours(sub(pickedUpMs, paidOrPlacedMs)),
    offends: compare(seconds(sub(pickedUpMs, paidOrPlacedMs)), 'ge', value(DAY_SECONDS)),
    lagDays: 60,
    source: `${RULE} 揽收及时率：支付至揽收分 24、24–36、36–48 小时三档；预售与无需发货除外`,
  }),
  counted({
    id: 'delivery-hours-2021',
    unit: 'order',
    include: and(countsInScore, not(neverShips)),
    day: bySigningDay,
    num: seconds(sub(signedMs, pickedUpMs)),
    unknownWhen: or(isUnpaid, compare(signedMs, 'lt', pickedUpMs)),
    proxyWhen: or(unknown(signedByCarrierMs), unknown(pickedUpByCarrierMs)),
    estimateWhen: perhapsLowPrice,
    offends: value(false),
    lagDays: 60,
    source: `${RULE} 订单配送时长：Σ（签收 − 揽收）÷ 签收订单`,
  }),
  counted({
    id: 'dispute-fault-rate-2021',
    unit: 'ticket',
    include: ticketOrderCounts,
    day: byClosingDay,
    num: certainly(
      or(
        inSet(field('responsibility'), 'fault-merchant'),
        inSet(field('arbitration'), 'fault-merchant'),
      ),
    ),
    unknownWhen: not(isClosed),
    proxyWhen: unknown(closedMs),
    lagDays: 90,
    source: `${RULE} 纠纷商责率：仲裁判商责的售后单 ÷ 完结售后单`,
  }),
  ofChatDay({
    id: 'chat-3min-reply-rate-2021',
    num: field('answeredIn3Min'),
    den: field('sessions'),
    source: `${RULE} IM3分钟平均回复率：08:00:00–22:59:59 发起且找过人工的会话`,
  }),
  counted({
    id: 'refund-only-hours-2021',
    unit: 'ticket',
    include: and(
      ticketOrderCounts,
      not(isArbitrated),
      or(inSet(field('type'), 'type-shipped-refund'), inSet(field('type'), 'type-before-shipping')),
    ),
    day: byClosingDay,
    num: auditSeconds,
    unknownWhen: or(unknown(closedMs), compare(field('agreedMs'), 'lt', field('appliedMs'))),
    offends: compare(auditSeconds, 'gt', value(DAY_SECONDS)),
    lagDays: 90,
    source: `${RULE} 仅退款自主完结时长：Σ 等待商家（申请 → 同意）÷ 仅退款单`,
  }),
  counted({
    id: 'return-refund-hours-2021',
    unit: 'ticket',
    include: and(
      ticketOrderCounts,
      not(isArbitrated),
      or(inSet(field('type'), 'type-return-refund'), isExchange),
    ),
    day: byClosingDay,
    num: waitSeconds,
    // Unknown too while an instant of the wait is.
    unknownWhen: or(
      compare(field('agreedMs'), 'lt', field('appliedMs')),
      compare(closedMs, 'lt', field('returnSignedMs')),
    ),
    // An exchange has no refund: its closing stands in for the second agreement.
    proxyWhen: unknown(field('refundedMs')),
    offends: compare(waitSeconds, 'gt', value(2 * DAY_SECONDS)),
    lagDays: 90,
    source: `${RULE} 退货退款自主完结时长：Σ［（申请 → 同意退货）＋（退货签收 → 同意退款）］÷ 退货退款与换货单`,
  }),
];
