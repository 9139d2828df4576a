/**
 * Picked up in time: within so many hours of payment, or by the shop's own promise. The list prints no
 * promise; it says 发货未超时 until it runs out. Said after the hours of the rule, the promise is longer: the
 * due instant is then unknown, until 发货已超时 bounds it from the other side.
 */
import {
  add,
  and,
  between,
  choose,
  coalesce,
  compare,
  day,
  exists,
  field,
  inSet,
  max,
  never,
  not,
  or,
  unknown,
  value,
} from '../../../core/expr-build';
import type { Expr, Measure } from '../../../core/measure';
import { HOUR_MS } from '../../../core/time';
import { counted } from '../../shared-rules/frames';
import {
  certainly,
  firstPickupMs,
  isUnshippedTicket,
  isValid,
  lastPickupMs,
  lastShippedMs,
  paidMs,
  paidOrPlacedMs,
} from '../../shared-rules/parts';

const inTimeMs = field('seen.notYetOverdue');
const waitedMs = field('order.seen.notYetShipped');

/** When the order was last known to wait: as the page was loaded, or as a file, which leaves no marks, says. */
const lastWaitedMs = coalesce(
  waitedMs,
  choose(inSet(field('order.status'), 'order-waits-shipping'), field('order.seen.status'), never),
);
/** Refund asked for before pickup: out of the pickup rate. One that still waits afterwards was not picked up then. */
const refundedFirst = exists(
  'tickets',
  certainly(
    or(
      isUnshippedTicket,
      compare(field('appliedMs'), 'lt', coalesce(firstPickupMs, lastShippedMs, lastWaitedMs)),
    ),
  ),
);

const byRule = (hours: number): Expr => add(paidOrPlacedMs, value(hours * HOUR_MS));
const isLongerThan = (byRuleMs: Expr): Expr => certainly(compare(inTimeMs, 'gt', byRuleMs));

/** When an order is due whose promise is not printed. */
export function dueByRuleMs(hours: number): Expr {
  const byRuleMs = byRule(hours);
  const untilMs = between(inTimeMs, field('seen.alreadyOverdue'));
  return choose(isLongerThan(byRuleMs), untilMs, byRuleMs);
}

/** Dated on the due day; while that is unknown, on the last day it lay ahead. */
function pickupRate(hours: number, id: string, source: string): Measure {
  const isLonger = isLongerThan(byRule(hours));
  const dueMs = coalesce(field('shipByMs'), dueByRuleMs(hours));
  const shippedByMs = field('seen.alreadyShipped');
  const isInTime = coalesce(
    compare(coalesce(lastPickupMs, shippedByMs), 'le', dueMs),
    value(false),
  );
  /** Without a pickup: it waited after the end, or was shipped before. */
  const isDecided = or(compare(lastWaitedMs, 'gt', dueMs), compare(shippedByMs, 'le', dueMs));
  return counted({
    id,
    version: 2,
    unit: 'order',
    include: and(isValid, not(refundedFirst)),
    day: day(coalesce(dueMs, inTimeMs)),
    num: isInTime,
    unknownWhen: or(unknown(dueMs), and(unknown(lastPickupMs), not(isDecided))),
    proxyWhen: or(unknown(paidMs), unknown(max('parcels', field('pickedUpMs')))),
    estimateWhen: and(unknown(field('shipByMs')), isLonger),
    offends: not(isInTime),
    lagDays: 60,
    source,
  });
}

export const PICKUP_RULE = '规则 20009524（2026-03-16 文本）';

export const pickup48h = pickupRate(
  48,
  'pickup-48h-rate',
  `${PICKUP_RULE} 48小时揽收及时率：支付起 48 小时或承诺时间内揽收 ÷ 应揽收订单；多包裹以最晚为准；按应揽收日计；过了 48 小时页面仍写“发货未超时”，承诺更长，不算晚`,
);
export const pickup24h = pickupRate(
  24,
  'pickup-24h-rate',
  '综合体验分（2022–2025 帮助页）24小时揽收及时率：24 小时或承诺时间内揽收',
);
