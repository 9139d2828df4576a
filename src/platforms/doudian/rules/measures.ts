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
  min,
  never,
  not,
  or,
  seconds,
  sub,
  unknown,
  value,
} from '../../../core/expr-build';
import type { Measure } from '../../../core/measure';
import { counted, ofChatDay } from '../../shared-rules/frames';
import {
  paidMs,
  paidOrPlacedMs,
  placedMs,
  signedByCarrierMs,
  signedMs,
} from '../../shared-rules/parts';
import {
  agreedOrSeenMs,
  auditStartMs,
  DAY_SECONDS,
  firstIsQuality,
  firstIsQualityDecided,
  firstReason,
  isDamageDecided,
  isDamageReason,
  isPresale,
  lateWhenSeen,
  neverShips,
  orderSeenMs,
  pickedUpByCarrierMs,
  pickedUpMs,
  pickedUpOrSeenMs,
  pickupStartMs,
  refundedOrSeenMs,
  seenOnItsWayMs,
  signedInTime,
  signedInTimeWhenSeen,
  signedOrSeenMs,
  waitsShipping,
} from './conditions';
import { countsInScore, isUnpaid, perhapsLowPrice, ticketOrderCounts } from './exclusions';

const NOTICE = '通知 aJoPPkXuLRqc（2026-08-06 公示，2026-09-08 生效）';
const RULE = '规则 103956（2026-07-14 文本）';

export const indicatorMeasures: Measure[] = [
  counted({
    id: 'product-rating',
    unit: 'order',
    include: and(countsInScore, exists('reviews', known(field('stars')))),
    day: day(coalesce(signedMs, min('reviews', field('createdMs')))),
    num: first('reviews', field('createdMs'), field('stars')),
    proxyWhen: unknown(signedByCarrierMs),
    estimateWhen: perhapsLowPrice,
    offends: compare(first('reviews', field('createdMs'), field('stars')), 'le', value(2)),
    lagDays: 60,
    source: `${RULE} 商品综合评分：签收 30 天内有商品评分的订单的商品星级均值；差评 1–2 星`,
  }),
  counted({
    id: 'quality-return-rate',
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
    unknownWhen: or(isUnpaid, unknown(signedOrSeenMs)),
    proxyWhen: unknown(signedByCarrierMs),
    estimateWhen: or(
      perhapsLowPrice,
      unknown(signedMs),
      and(exists('tickets'), not(firstIsQualityDecided)),
    ),
    lagDays: 60,
    source: `${RULE} 商品品质退货率：签收 30 天内订单中首次售后原因为商品品质的订单 ÷ 签收订单`,
  }),
  counted({
    id: 'pickup-hours',
    unit: 'order',
    include: and(countsInScore, not(neverShips)),
    day: day(coalesce(pickedUpOrSeenMs, choose(waitsShipping, orderSeenMs, placedMs), placedMs)),
    num: seconds(sub(pickedUpOrSeenMs, pickupStartMs)),
    // Unknown too when either instant is; before payment it cannot have been.
    unknownWhen: or(isUnpaid, compare(pickedUpOrSeenMs, 'lt', paidOrPlacedMs)),
    proxyWhen: or(unknown(pickedUpByCarrierMs), unknown(paidMs)),
    estimateWhen: or(perhapsLowPrice, isPresale, unknown(pickedUpMs)),
    offends: compare(seconds(sub(pickedUpOrSeenMs, pickupStartMs)), 'gt', value(DAY_SECONDS)),
    lagDays: 60,
    source: `${NOTICE} 平均揽收时长：揽收时长之和 ÷ 揽收订单，18:00–06:00 支付从 06:00 起算`,
  }),
  counted({
    id: 'delivery-on-time-rate',
    unit: 'parcel',
    include: and(countsInScore, not(neverShips)),
    day: day(coalesce(field('dueMs'), placedMs)),
    num: signedInTime,
    unknownWhen: or(
      unknown(field('dueMs')),
      and(unknown(field('signedMs')), not(signedInTimeWhenSeen), not(lateWhenSeen)),
    ),
    estimateWhen: perhapsLowPrice,
    offends: not(signedInTime),
    lagDays: 60,
    source: `${RULE} 运单配送时效达成率：应签收 30 天内达成线路时效的运单 ÷ 应签收运单`,
  }),
  counted({
    id: 'damage-return-rate',
    unit: 'order',
    include: countsInScore,
    day: day(paidOrPlacedMs),
    num: and(exists('tickets'), isDamageReason(firstReason)),
    unknownWhen: isUnpaid,
    proxyWhen: unknown(paidMs),
    estimateWhen: or(perhapsLowPrice, and(exists('tickets'), not(isDamageDecided(firstReason)))),
    lagDays: 2,
    source: `${NOTICE} 商品/包装破损退货订单率：首次售后原因为商品/包装破损的支付订单 ÷ 支付订单`,
  }),
  ofChatDay({
    id: 'chat-response-seconds',
    num: field('replySeconds'),
    den: field('rounds'),
    source: `${RULE} 飞鸽平均响应时长：08:00–22:59:59 人工回复时长之和 ÷ 对话轮次，未回复计 600 秒`,
  }),
  ofChatDay({
    id: 'chat-unsatisfied-rate',
    num: field('unsatisfiedSessions'),
    den: field('ratedSessions'),
    source: `${RULE} 飞鸽会话不满意率：1–3 星会话 ÷ 有人工服务评价的会话`,
  }),
  counted({
    id: 'aftersale-audit-hours',
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
        choose(inSet(field('status'), 'ticket-refunded'), never, field('seen.status')),
        field('appliedMs'),
      ),
    ),
    num: seconds(sub(agreedOrSeenMs, auditStartMs)),
    // Unknown too when either instant is; before the application it cannot have been.
    unknownWhen: or(unknown(refundedOrSeenMs), compare(agreedOrSeenMs, 'lt', field('appliedMs'))),
    estimateWhen: or(unknown(field('agreedMs')), unknown(field('refundedMs'))),
    offends: compare(seconds(sub(agreedOrSeenMs, auditStartMs)), 'gt', value(DAY_SECONDS)),
    lagDays: 30,
    source: `${RULE} 售后平均审核时长：申请到同意退款／同意退货，23:00–08:00 申请从 08:00 起算，÷ 退款成功售后单`,
  }),
];
