/** What is true of an order or a case at an instant. */
import { HOUR } from '../../shared/beijing.mjs';

const reached = (ms, nowMs) => ms !== undefined && ms <= nowMs;

export const isPlaced = (order, nowMs) => order.placedMs <= nowMs;
export const isApplied = (ticket, nowMs) => ticket.appliedMs <= nowMs;

export function orderStatusAt(order, nowMs) {
  const isShipped = reached(order.shippedMs, nowMs);
  if (reached(order.closedMs, nowMs)) return `${isShipped ? '已发货' : '未发货'}，退款成功`;
  if (reached(order.finishedMs, nowMs)) return '已收货';
  return isShipped ? '已发货，待收货' : '待发货';
}

/** Promised to be shipped by, while it waits. */
export const shipByAt = (order, nowMs) =>
  orderStatusAt(order, nowMs) === '待发货' ? order.placedMs + 48 * HOUR : undefined;

/** @returns {{atMs: number, status: string, dueMs?: number, dueAction?: string}} */
export const ticketStepAt = (ticket, nowMs) =>
  ticket.steps.filter((each) => each.atMs <= nowMs).at(-1) ?? ticket.steps[0];
