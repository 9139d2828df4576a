/** Changes that happen to a shop while its pages are open. */
import { HOUR } from '../../shared/beijing.mjs';
import { makeControl } from '../../shared/control.mjs';
import { generateShop } from '../generator/index.mjs';

function ticketStatus(state, { number, status, dueMs, dueAction }) {
  const ticket = state.shop.tickets.find((t) => t.number === number);
  if (!ticket) throw new Error(`no after-sale case ${number}`);
  if (!status) throw new Error('status: the new state');
  state.nowMs = Math.max(state.nowMs, state.clock());
  const atMs = state.nowMs;
  ticket.steps = [
    ...ticket.steps.filter((s) => s.atMs <= atMs),
    { atMs, status, dueMs, dueAction },
  ];
  for (const key of ['agreedMs', 'refundedMs', 'closedMs'])
    if (ticket[key] > atMs) delete ticket[key];
  if (status === '退款成功') ticket.refundedMs = atMs;
  return { number, status };
}

/** @param {{action: string}} command see ../../README.md for each action's fields */
export const control = makeControl({
  generateShop,
  updateMs: 9 * HOUR,
  actions: { 'ticket-status': ticketStatus },
});
