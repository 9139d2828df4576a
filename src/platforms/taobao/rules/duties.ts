/**
 * What waits for the merchant on a refund, and orders to be shipped. The page's own date or countdown is the
 * deadline; without one the public tables give it: the notice of 2026-01-27 for refunds (24, 36 and 48 hours from
 * the application), the rule of the pickup rate for orders (48 hours from payment, unless the page shows more).
 */
import type { OrderCase, Part, TicketFields } from '../../../core/entities';
import { choose, field, inSet, never, or } from '../../../core/expr-build';
import { HOUR_MS } from '../../../core/time';
import type { DutyRule } from '../../../core/verdict-types';
import { compileWordSet } from '../../../core/words';
import { certainly } from '../../shared-rules/parts';
import { shipBy } from '../../shared-rules/ship-by';
import { dueByRuleMs, PICKUP_RULE } from './measures-pickup';
import { taobaoWords } from './words';

const NOTICE = '退款时效通知（2026-01-27）';

const matcher = (set: string): ((text: string | undefined) => boolean) => {
  const matches = compileWordSet(taobaoWords[set] ?? {});
  return (text) => text !== undefined && matches(text);
};
const waitsForMerchant = matcher('ticket-waits-merchant');
const waitsForReceipt = matcher('ticket-waits-receipt');
const waitsForEvidence = matcher('ticket-waits-evidence');
const isWithPlatform = matcher('ticket-platform');
const isArbitrated = matcher('arbitration-open');
const isBeforeShipping = matcher('type-before-shipping');
const isRepair = matcher('type-repair');
const isExchange = matcher('type-exchange');
const waitsShipping = matcher('order-waits-shipping');

type Ticket = Part<TicketFields>;
const open =
  (test: (ticket: Ticket, order: OrderCase) => boolean) => (ticket: Ticket, order: OrderCase) =>
    !paused(ticket) && test(ticket, order);
/** Timers stand still while the platform decides. */
const paused = ({ f }: Ticket): boolean =>
  isWithPlatform(f.status) ||
  (isArbitrated(f.arbitration) && (waitsForMerchant(f.status) || waitsForReceipt(f.status)));

/** Known to be unshipped: by the ticket's own words, or by the order's as last seen. */
const isUnshipped = (ticket: Ticket, { order }: OrderCase): boolean =>
  isBeforeShipping(ticket.f.type) ||
  (ticket.f.shipStatus !== undefined && isBeforeShipping(ticket.f.shipStatus)) ||
  waitsShipping(order?.f.status);

/** Hours from the application; a changed application starts anew, which only the page's countdown knows. */
const after =
  (hours: number) =>
  (ticket: Ticket): number | undefined =>
    ticket.f.appliedMs === undefined ? undefined : ticket.f.appliedMs + hours * HOUR_MS;

/** Its promise is a date of its own, which only the page or an export says. */
const isByAgreement = or(
  certainly(inSet(field('tags'), 'agreed-date')),
  certainly(inSet(field('orderType'), 'agreed-date')),
);

export const taobaoDuties: DutyRule[] = [
  {
    id: 'repair-application',
    indicator: 'platform-help-rate',
    open: open(({ f }) => waitsForMerchant(f.status) && isRepair(f.type)),
    paused: (ticket) => paused(ticket) && isRepair(ticket.f.type),
    dueFrom: after(48),
    clause: `${NOTICE} 维修：申请起 48 小时；以页面倒计时为准`,
  },
  {
    id: 'exchange-application',
    indicator: 'platform-help-rate',
    open: open(({ f }) => waitsForMerchant(f.status) && isExchange(f.type)),
    dueFrom: after(24),
    clause: `${NOTICE} 换货、补寄：申请起 24 小时；以页面倒计时为准`,
  },
  {
    id: 'unshipped-refund',
    indicator: 'platform-help-rate',
    open: open((ticket, order) => waitsForMerchant(ticket.f.status) && isUnshipped(ticket, order)),
    dueFrom: after(24),
    clause: `${NOTICE} 未发货退款：申请起 24 小时；不计入退款处理时长；以页面倒计时为准`,
  },
  {
    id: 'refund-application',
    indicator: 'refund-hours',
    open: open(({ f }) => waitsForMerchant(f.status)),
    paused,
    dueFrom: after(36),
    clause: `${NOTICE} 已发货退款、退货退款：申请或修改起 36 小时；以页面倒计时为准`,
  },
  {
    id: 'return-receipt',
    indicator: 'refund-hours',
    open: open(({ f }) => waitsForReceipt(f.status)),
    // Seven days from posting is not on a list; signed for, 48 hours are the shorter.
    dueFrom: ({ f }) =>
      f.returnSignedMs === undefined ? undefined : f.returnSignedMs + 48 * HOUR_MS,
    clause: `${NOTICE} 买家退货后：7 天与签收后 48 小时取短；以页面倒计时为准`,
  },
  {
    id: 'evidence',
    indicator: 'platform-help-rate',
    open: ({ f }) => waitsForEvidence(f.status),
    clause: `${NOTICE} 举证：以页面倒计时为准`,
  },
  shipBy({
    words: taobaoWords,
    indicator: 'pickup-48h-rate',
    partly: 'order-part-shipped',
    refunded: ['ticket-refunded', 'ticket-agreed'],
    dueByRuleMs: choose(isByAgreement, never, dueByRuleMs(48)),
    overWhen: inSet(field('tags'), 'ship-overdue'),
    clause: `发货：以页面时间为准；页面不写时按支付起 48 小时估算（不显示支付时间的从下单算），页面写“发货未超时”的以页面为准；${PICKUP_RULE}`,
  }),
];
