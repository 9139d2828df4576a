/**
 * Evidence: counts that the order list and the after-sale list prove by themselves. They are no rates
 * of the rule; they say which orders stand behind an indicator.
 */
import {
  and,
  choose,
  coalesce,
  compare,
  day,
  field,
  handledElsewhere,
  inSet,
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
  DAY_SECONDS,
  isDamageDecided,
  isDamageReason,
  isPresale,
  isQualityTicket,
  isQualityTicketDecided,
} from './conditions';
import { countsInScore, ticketExcluded } from './exclusions';

const one = value(1);
const reason = coalesce(field('firstReason'), field('reason'));
const isInArbitration = or(
  inSet(field('arbitration'), 'arbitration-entered'),
  inSet(field('status'), 'ticket-arbitrating'),
);
const waitsForAudit = and(inSet(field('status'), 'ticket-waits-audit'), not(handledElsewhere));
/** Such tickets wait too, but never enter the audit mean. */
const isOutsideAudit = coalesce(
  or(inSet(field('type'), 'type-before-shipping'), inSet(field('type'), 'type-no-refund')),
  value(false),
);
const unshippedSeconds = seconds(
  sub(field('seen.status'), shift(coalesce(field('paidMs'), field('placedMs')), 'pickup')),
);
const unshippedForADay = and(
  inSet(field('status'), 'order-waits-shipping'),
  not(handledElsewhere),
  compare(unshippedSeconds, 'gt', value(DAY_SECONDS)),
);

/** The day an open state was last seen; unknown, so in no bucket, for what is not open. */
const seenDayOf = (isOpen: Expr): Expr => choose(isOpen, day(field('seen.status')), never);

/** Counts one kind of ticket by its application day. */
function ticketCount(
  id: string,
  counts: Expr,
  source: string,
  more: Partial<Measure> = {},
): Measure {
  return {
    id,
    version: 1,
    unit: 'ticket',
    include: value(true),
    day: day(field('appliedMs')),
    num: counts,
    den: one,
    offends: and(counts, not(ticketExcluded)),
    source,
    ...more,
  };
}

export const evidenceMeasures: Measure[] = [
  {
    id: 'orders-placed',
    version: 1,
    unit: 'order',
    include: value(true),
    day: day(field('placedMs')),
    num: one,
    den: one,
    offends: value(false),
    source: '订单列表：下单时间，全部订单（含未付款、已关闭、赠品）',
  },
  ticketCount('aftersale-tickets', one, '售后列表：申请时间，全部售后单', {
    offends: value(false),
  }),
  ticketCount(
    'quality-reason-tickets',
    isQualityTicket,
    '售后列表：申请原因，先认“商品品质原因”标记（列表或导出的原因标签），再认关键词（估算）',
    { estimateWhen: not(isQualityTicketDecided) },
  ),
  ticketCount(
    'damage-reason-tickets',
    isDamageReason(reason),
    '售后列表：申请原因为商品／包装破损，其他破损字样为估算',
    { estimateWhen: not(isDamageDecided(reason)) },
  ),
  ticketCount('arbitration-tickets', isInArbitration, '售后列表：纠纷仲裁列与售后状态'),
  ticketCount(
    'open-audit-tickets',
    waitsForAudit,
    '售后列表：最近两天看到过、售后状态为待商家处理',
    {
      bucket: seenDayOf(waitsForAudit),
      offends: and(waitsForAudit, not(isOutsideAudit), not(ticketExcluded)),
    },
  ),
  {
    id: 'unshipped-day-orders',
    version: 1,
    unit: 'order',
    include: countsInScore,
    day: day(field('placedMs')),
    num: unshippedForADay,
    bucket: seenDayOf(unshippedForADay),
    den: one,
    proxyWhen: unknown(field('paidMs')),
    estimateWhen: isPresale,
    source: '订单列表：最近两天看到仍待发货，且揽收计时已满 24 小时（2023–2025 考核的 24 小时线）',
  },
];
