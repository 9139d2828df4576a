/**
 * What waits for the merchant on an after-sale ticket, and orders to be shipped. The page's own date or countdown
 * is the deadline; where none is shown nothing is computed from a rule: the waiting is then a running clock, not a date.
 */
import type { OrderCase, Part, TicketFields } from '../../../core/entities';
import type { DutyRule } from '../../../core/verdict-types';
import { compileWordSet } from '../../../core/words';
import { shipBy } from '../../shared-rules/ship-by';
import { doudianWords } from './words';

const matcher = (set: string): ((text: string | undefined) => boolean) => {
  const matches = compileWordSet(doudianWords[set] ?? {});
  return (text) => text !== undefined && matches(text);
};
const waitsForAudit = matcher('ticket-waits-audit');
const waitsForHandling = matcher('ticket-waits-handling');
const isBeforeShipping = matcher('type-before-shipping');
const isNoRefund = matcher('type-no-refund');
const negotiates = matcher('ticket-negotiating');

/** Both sides negotiate: the rule leaves that time out of the merchant's waiting. */
const isPaused = (ticket: Part<TicketFields>, _order: OrderCase): boolean =>
  negotiates(ticket.f.status) || negotiates(ticket.f.arbitration);

/** Only refunds after shipping are in the mean; a type that says neither (仅退款) may be one. */
const isAudited = (ticket: Part<TicketFields>): boolean =>
  !isBeforeShipping(ticket.f.type) && !isNoRefund(ticket.f.type);

export const doudianDuties: DutyRule[] = [
  {
    id: 'audit-application',
    indicator: 'aftersale-audit-hours',
    clock: 'aftersale',
    open: (ticket, order) =>
      waitsForAudit(ticket.f.status) && isAudited(ticket) && !isPaused(ticket, order),
    paused: (ticket, order) => isAudited(ticket) && isPaused(ticket, order),
    clause:
      '售后审核：以页面倒计时为准，超时系统自动同意（规则 103956，2026-07-14；已发货退款与退货退款一般 48 小时）',
  },
  {
    id: 'handle-application',
    indicator: 'platform-help-rate',
    open: (ticket, order) =>
      waitsForAudit(ticket.f.status) && !isAudited(ticket) && !isPaused(ticket, order),
    clause:
      '未发货退款、换货、补寄、维修：以页面倒计时为准，不计入售后平均审核时长（规则 103956，2026-07-14）',
  },
  {
    id: 'handle-return',
    indicator: 'platform-help-rate',
    open: (ticket, order) => waitsForHandling(ticket.f.status) && !isPaused(ticket, order),
    clause: '退货收货与换货发货：以页面倒计时为准（2026-11 页面文字）',
  },
  // 48 hours, the same day or the shop's own promise: which one an order has, only the page says.
  shipBy({
    words: doudianWords,
    indicator: 'pickup-hours',
    partly: 'order-part-shipped',
    refunded: ['ticket-refunded', 'ticket-agreed'],
    clause:
      '发货：以页面的承诺发货时间或倒计时为准，快递揽收才算发出（规则 101706《商家发货行为管理规则》，2026-07-08）',
  }),
];
