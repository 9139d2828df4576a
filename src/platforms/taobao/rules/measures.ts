/**
 * Measures of 店铺真实体验分 (rule 20009524, versions of 2025-06-30 and 2026-03-16), 综合体验分. Tiers
 * and weights are the page's; what is counted is public. Dates that the rule leaves open say so.
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
  byRefundDay,
  bySigningDay,
  certainly,
  clocksAgree,
  handlingSeconds,
  isUnshippedTicket,
  isValid,
  neverShips,
  paidMs,
  paidOrPlacedMs,
  signedByCarrierMs,
  signedMs,
} from '../../shared-rules/parts';

const RULE = '规则 20009524（2026-03-16 文本）';
const RULE_2025 = '规则 20009524（2025-06-30 文本）';

const reason = coalesce(field('firstReason'), field('reason'));
/** Exchanges, reshipments and repairs are no refunds. */
const isNoRefund = inSet(field('type'), 'type-no-refund');
const isRefund = not(certainly(isNoRefund));
const firstReason = first('tickets', field('appliedMs'), reason, isRefund);
/** The buyer's first reason decides, even if edited later. */
const isQualityReturn = and(exists('tickets', isRefund), inSet(firstReason, 'reason-quality'));
const isGuess = and(
  exists('tickets', not(isNoRefund)),
  not(or(inSet(firstReason, 'reason-quality'), inSet(firstReason, 'reason-other'))),
);
const isRatedBad = exists('reviews', certainly(compare(field('stars'), 'le', value(2))));

const orderRate = (id: string, num: Expr, source: string, more: Partial<Measure> = {}): Measure =>
  counted({
    id,
    unit: 'order',
    include: and(isValid, not(neverShips)),
    day: bySigningDay,
    num,
    unknownWhen: unknown(signedMs),
    proxyWhen: unknown(signedByCarrierMs),
    lagDays: 60,
    source,
    ...more,
  });

/** Confirmed receipt; what was seen waiting for it had none until then. */
const waitsReceipt = or(
  inSet(field('status'), 'order-waits-shipping'),
  inSet(field('status'), 'order-shipped'),
);
const byReceiptDay = day(
  coalesce(
    field('finishedMs'),
    choose(waitsReceipt, field('seen.status'), never),
    field('placedMs'),
  ),
);

export const negativeFeedback = orderRate(
  'negative-feedback-rate',
  or(isQualityReturn, isRatedBad),
  `${RULE} 商品负反馈率：首次退款原因为品质或描述相符 1–2 星的签收订单（同单只计一次）÷ 签收订单`,
  { estimateWhen: isGuess },
);
export const arrivalHours = counted({
  id: 'arrival-hours',
  unit: 'order',
  include: and(isValid, not(neverShips)),
  day: day(paidOrPlacedMs),
  num: seconds(sub(signedMs, paidOrPlacedMs)),
  // Unknown too while either instant is.
  unknownWhen: compare(signedMs, 'lt', paidOrPlacedMs),
  proxyWhen: or(unknown(signedByCarrierMs), unknown(paidMs)),
  offends: value(false),
  lagDays: 2,
  source: `${RULE} 物流到货时长：Σ（签收 − 支付）÷ 已支付且签收订单；按支付日计（规则未写明）`,
});
export const logisticsBadRating: Measure = orderRate(
  'logistics-bad-rating-rate',
  exists('reviews', certainly(compare(field('logisticsStars'), 'le', value(2)))),
  `${RULE} 物流差评率（部分类目）：物流 1–2 星 ÷ 确认收货订单`,
  {
    day: byReceiptDay,
    unknownWhen: unknown(field('finishedMs')),
    proxyWhen: undefined,
  },
);
export const chat3min = ofChatDay({
  id: 'chat-3min-reply-rate',
  num: field('answeredIn3Min'),
  den: field('rounds'),
  source: `${RULE} 3分钟人工响应率：3 分钟内人工回复的轮次 ÷ 08:00–23:00 全部轮次`,
});
export const chatSatisfied = ofChatDay({
  id: 'chat-satisfied-rate',
  num: sub(field('ratedSessions'), field('unsatisfiedSessions')),
  den: field('ratedSessions'),
  // Answers marked 未解决 are taken off too; no table shows them.
  proxyWhen: value(true),
  source: `${RULE} 旺旺满意度：满意评价（扣除未解决）÷ 全部评价`,
});
/** Applied for while the order was still waiting to be shipped, or by its own words. */
const isUnshippedRefund = certainly(
  or(isUnshippedTicket, compare(field('appliedMs'), 'le', field('order.seen.notYetShipped'))),
);
const isOver = or(
  inSet(field('status'), 'ticket-refunded'),
  inSet(field('status'), 'ticket-ended'),
);
export const refundHours = counted({
  id: 'refund-hours',
  unit: 'ticket',
  include: and(not(isNoRefund), not(isUnshippedRefund)),
  day: byRefundDay(isOver),
  num: handlingSeconds,
  // A refused one counts until its first refusal, a withdrawn one not at all: no list tells which, or when.
  unknownWhen: not(clocksAgree),
  // What the platform's own staff decided is left out; who decided is not shown.
  estimateWhen: certainly(inSet(field('arbitration'), 'arbitration-entered')),
  offends: compare(handlingSeconds, 'gt', value(86_400)),
  lagDays: 90,
  source: `${RULE} 退款处理时长：仅退款 申请 → 成功；退货 （申请 → 同意）＋（退货签收 → 完结），按完结日；未发货退款、换货除外`,
});
export const firstQualityReturn = orderRate(
  'first-quality-return-rate',
  isQualityReturn,
  `${RULE_2025} 首次品退率：首次退款原因为品质的订单 ÷ 已支付且签收订单`,
  { estimateWhen: isGuess },
);
export const firstQualityReturn2022: Measure = {
  ...firstQualityReturn,
  id: 'first-quality-return-rate-2022',
  day: day(paidOrPlacedMs),
  unknownWhen: undefined,
  proxyWhen: unknown(paidMs),
  lagDays: 2,
  source: '综合体验分（2022–2025 帮助页）首次品退率：首次退款原因为品质的订单 ÷ 支付订单',
};
export const badRating: Measure = orderRate(
  'bad-rating-rate',
  isRatedBad,
  `${RULE_2025} 商品差评率：描述相符 1–2 星 ÷ 确认收货订单`,
  {
    day: byReceiptDay,
    unknownWhen: unknown(field('finishedMs')),
    proxyWhen: undefined,
  },
);
