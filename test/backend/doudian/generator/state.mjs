/** What is true of an order or a ticket at an instant: the life-cycle cut off there. */
import { HOUR } from '../../shared/beijing.mjs';

export const isPlaced = (order, nowMs) => order.placedMs <= nowMs;
export const isApplied = (ticket, nowMs) => ticket.appliedMs <= nowMs;

const reached = (ms, nowMs) => ms !== undefined && ms <= nowMs;

export function orderStatusAt(order, nowMs) {
  if (reached(order.cancelledMs, nowMs) || reached(order.closedMs, nowMs)) return '已关闭';
  if (reached(order.finishedMs, nowMs)) return '已完成';
  if (reached(order.shippedMs, nowMs)) return '已发货';
  return reached(order.paidMs, nowMs) ? '待发货' : '待支付';
}

/** Promised to be shipped by, while it waits: presale by its own date, everything else in 48 hours. */
export function shipByAt(order, nowMs) {
  if (orderStatusAt(order, nowMs) !== '待发货') return undefined;
  return order.promiseMs ?? order.paidMs + 48 * HOUR;
}

const lastReached = (events, nowMs) => events.filter((event) => event.atMs <= nowMs).at(-1);

/** @returns {{atMs: number, status: string, dueMs?: number, dueAction?: string}} */
export function ticketStepAt(ticket, nowMs) {
  const step = lastReached(ticket.steps, nowMs);
  if (!step) throw new Error(`ticket ${ticket.ticketId} not applied yet`);
  return step;
}

export const arbitrationAt = (ticket, nowMs) => lastReached(ticket.arbitration, nowMs)?.text;

/** Parcel words for a ticket: {out?, back?, intercept} */
export function parcelsAt(order, ticket, nowMs) {
  const back = lastReached(ticket.back, nowMs)?.text;
  if (!reached(order.shippedMs, nowMs)) return { back, intercept: false };
  if (reached(order.returnedMs, nowMs)) return { out: '已退回', back, intercept: false };
  if (reached(order.signedMs, nowMs)) return { out: '已签收', back, intercept: false };
  const out = reached(order.pickupMs, nowMs) ? '运输中' : '已发货';
  return { out, back, intercept: Boolean(order.intercepted) };
}
