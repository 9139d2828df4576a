/** What is true of an order or a refund at an instant. */
const reached = (ms, nowMs) => ms !== undefined && ms <= nowMs;

export const isPlaced = (order, nowMs) => order.placedMs <= nowMs;
export const isApplied = (ticket, nowMs) => ticket.appliedMs <= nowMs;

export function orderStatusAt(order, nowMs) {
  if (reached(order.cancelledMs, nowMs) || reached(order.closedMs, nowMs)) return '交易关闭';
  if (reached(order.finishedMs, nowMs)) return '交易成功';
  if (reached(order.shippedMs, nowMs)) return '卖家已发货';
  return reached(order.paidMs, nowMs) ? '买家已付款' : '等待买家付款';
}

/** @returns {{atMs: number, status: string, dueMs?: number}} */
export const ticketStepAt = (ticket, nowMs) =>
  ticket.steps.filter((each) => each.atMs <= nowMs).at(-1) ?? ticket.steps[0];
