/** After-sale cases: why they are applied for, and their steps (what the state cell shows). */
import { DAY, HOUR, MINUTE } from '../../shared/beijing.mjs';
import { REASONS } from './words.mjs';

/** What happens when the merchant does nothing; the real limits are not public, these are made up. */
const LIMIT = 48 * HOUR;
const RETURN_LIMIT = 7 * DAY;
const AUTO_REFUND = '系统将自动退款';
const NO_TRACE = '物流无退回轨迹，系统将自动退款';

const step = (atMs, status, dueMs, dueAction) => ({ atMs, status, dueMs, dueAction });

/** What an order's buyer applies for; undefined: nothing. */
export function planTicket(random, order, plan, quota) {
  const draft = (type, kind, appliedMs) => ({
    order,
    type,
    appliedMs,
    reason: random.pick(REASONS[kind]),
  });
  if (random.chance(0.03))
    return draft('仅退款', 'other', order.placedMs + random.between(0.1, 3) * HOUR);
  if (order.inferiorMs !== undefined)
    return draft(
      random.chance(0.6) ? '退货退款' : '仅退款',
      'quality',
      order.inferiorMs - 6 * HOUR,
    );
  if (random.chance(0.06)) {
    const share = random.between(0.2, 0.9);
    const appliedMs = order.shippedMs + share * (order.signedMs - order.shippedMs);
    return draft('仅退款', 'waiting', appliedMs);
  }
  if (!random.chance(0.07)) return undefined;
  const type = random.weighted([
    ['退货退款', 80],
    ['仅退款', 12],
    ['换货', 8],
  ]);
  const kind = quota.complaint(0.4) ? 'quality' : 'other';
  return draft(type, kind, order.signedMs + random.between(3, 120) * HOUR);
}

/** The life of a case. Applied for twice: the first is withdrawn, and a second one follows. */
export function makeTickets(random, draft, plan) {
  if (draft.type === '退货退款' && random.chance(0.06)) {
    const again = draft.appliedMs + random.between(1, 20) * HOUR;
    const first = base(random, draft);
    first.closedMs = draft.appliedMs + random.between(0.2, 0.9) * HOUR;
    first.steps.push(step(first.closedMs, '买家撤销'));
    return [first, makeTicket(random, { ...draft, appliedMs: again }, plan)];
  }
  return [makeTicket(random, draft, plan)];
}

function base(random, { order, type, appliedMs, reason }) {
  const beforeShipping = appliedMs < order.shippedMs;
  const partial = type === '仅退款' && !beforeShipping && random.chance(0.25);
  return {
    /** 售后编号: on the case's own page only. */
    number: random.digits(10).replace(/^0/, '8'),
    orderId: order.orderId,
    type,
    reason,
    appliedMs,
    beforeShipping,
    partial,
    refundFen: partial ? Math.round(order.paidFen / 3) : type === '换货' ? 0 : order.paidFen,
    steps: [step(appliedMs, '待商家处理', appliedMs + LIMIT, AUTO_REFUND)],
  };
}

function makeTicket(random, draft, plan) {
  const { order, type, appliedMs } = draft;
  const ticket = base(random, draft);
  const hours = (id, at, spread) =>
    Math.max(5 * MINUTE, random.skewed(plan.rate(id, at), spread) * HOUR);
  if (type === '仅退款') {
    const wait = Math.min(LIMIT - MINUTE, hours('transit-refund-hours', appliedMs, 0.25));
    // The platform is called in while the buyer waits; then it decides.
    if (order.escalatedMs !== undefined && random.chance(0.5))
      ticket.steps.push(step(appliedMs + wait * 0.6, '平台处理中'));
    ticket.refundedMs = appliedMs + wait;
    ticket.steps.push(step(ticket.refundedMs, '退款成功'));
    return ticket;
  }
  ticket.agreedMs = appliedMs + Math.min(LIMIT - MINUTE, random.skewed(5, 0.5) * HOUR);
  const postedMs = ticket.agreedMs + random.between(0.3, 3) * DAY;
  ticket.returnSignedMs = postedMs + random.between(1.5, 4) * DAY;
  const doneMs =
    ticket.returnSignedMs + hours('return-signed-refund-hours', ticket.returnSignedMs, 0.25);
  ticket.steps.push(
    step(ticket.agreedMs, '待消费者寄出退货', ticket.agreedMs + RETURN_LIMIT, '逾期系统将自动关闭'),
    step(postedMs, '待商家确认收货', postedMs + 10 * DAY, NO_TRACE),
    step(
      ticket.returnSignedMs,
      '待商家确认收货',
      ticket.returnSignedMs + RETURN_LIMIT,
      AUTO_REFUND,
    ),
  );
  const isExchange = type === '换货';
  ticket[isExchange ? 'closedMs' : 'refundedMs'] = doneMs;
  ticket.steps.push(step(doneMs, isExchange ? '换货成功' : '退款成功'));
  return ticket;
}
