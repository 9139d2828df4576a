/** The life of a refund: steps (what the status column shows) with the deadlines of 2026-01-27. */
import { DAY, HOUR, MINUTE } from '../../shared/beijing.mjs';

const step = (atMs, status, dueMs) => ({ atMs, status, dueMs });

/** @param plan says how long the shop takes at an instant */
export function makeTicket(random, makeId, draft, plan) {
  const { order, line, type, kind, reason, appliedMs } = draft;
  const beforeShipping = order.shippedMs === undefined || appliedMs < order.shippedMs;
  const limit = type === '换货' || beforeShipping ? 24 * HOUR : 36 * HOUR;
  const ticket = {
    ticketId: makeId('12'),
    orderId: order.orderId,
    lineId: line.lineId,
    order,
    type,
    kind,
    reason,
    appliedMs,
    beforeShipping,
    refundFen: line.unitPriceFen * line.quantity,
    steps: [step(appliedMs, '待商家处理', appliedMs + limit)],
  };
  // The mean counts the merchant's two waits of a return: half of it each.
  const mean = plan.rate('refund-hours', appliedMs) * (type === '退货退款' ? 0.5 : 1);
  const wait = Math.min(limit - MINUTE, Math.max(5 * MINUTE, random.skewed(mean, 0.3) * HOUR));
  ticket.agreedMs = appliedMs + wait;
  if (type === '仅退款') {
    ticket.refundedMs = ticket.agreedMs;
    ticket.steps.push(step(ticket.refundedMs, '退款成功'));
    return ticket;
  }
  const postedMs = ticket.agreedMs + random.between(0.3, 3) * DAY;
  ticket.returnSignedMs = postedMs + random.between(1.5, 4) * DAY;
  const doneMs = ticket.returnSignedMs + Math.max(5 * MINUTE, random.skewed(mean, 0.3) * HOUR);
  ticket.steps.push(
    step(ticket.agreedMs, '待消费者退货', ticket.agreedMs + 7 * DAY),
    step(postedMs, '待商家确认收货', postedMs + 7 * DAY),
    step(ticket.returnSignedMs, '待商家确认收货', ticket.returnSignedMs + 48 * HOUR),
  );
  if (type === '换货') {
    ticket.closedMs = doneMs;
    ticket.steps.push(step(doneMs, '换货成功'));
  } else {
    ticket.refundedMs = doneMs;
    ticket.steps.push(step(doneMs, '退款成功'));
  }
  return ticket;
}
