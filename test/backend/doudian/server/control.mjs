/** Changes that happen to a shop while its pages are open; tests and the demo call for them. */
import { HOUR, SECOND } from '../../shared/beijing.mjs';
import { makeControl } from '../../shared/control.mjs';
import { createIds } from '../../shared/ids.mjs';
import { createRandom } from '../../shared/random.mjs';
import { variantsOf } from '../../shared/state.mjs';
import { generateShop } from '../generator/index.mjs';
import { releaseOf } from './site.mjs';
import { VARIANTS } from './state.mjs';

function newOrders(state, { count = 1 }) {
  const made = [];
  for (let i = 0; i < count; i++) {
    const model = state.shop.orders[(state.serial * 7) % state.shop.orders.length];
    const makeId = createIds(createRandom(`${state.shop.seed}/extra/${state.serial++}`));
    const placedMs = Math.floor(state.clock() / 1000) * 1000 - (count - 1 - i) * 1000;
    made.push({
      ...model,
      orderId: makeId('71'),
      placedMs,
      paidMs: placedMs,
      lines: model.lines.map((line) => ({ ...line, lineId: makeId('37') })),
      ...Object.fromEntries(
        [
          'cancelledMs',
          'closedMs',
          'shippedMs',
          'pickupMs',
          'dueMs',
          'signedMs',
          'finishedMs',
          'returnedMs',
          'escalatedMs',
        ].map((key) => [key, undefined]),
      ),
    });
  }
  state.shop.orders.push(...made);
  state.nowMs = Math.max(state.nowMs, state.clock());
  return { orderIds: made.map((o) => o.orderId) };
}

function ticketStatus(state, { ticketId, status, dueMs, dueAction }) {
  const ticket = state.shop.tickets.find((t) => t.ticketId === ticketId);
  if (!ticket) throw new Error(`no ticket ${ticketId}`);
  if (!status) throw new Error('status: the new status text');
  state.nowMs = Math.max(state.nowMs, state.clock());
  const atMs = state.nowMs;
  ticket.steps = [
    ...ticket.steps.filter((s) => s.atMs <= atMs),
    { atMs, status, dueMs, dueAction },
  ];
  ticket.arbitration = ticket.arbitration.filter((a) => a.atMs <= atMs);
  for (const key of ['agreedMs', 'refundedMs', 'closedMs'])
    if (ticket[key] > atMs) delete ticket[key];
  if (status === '退款成功') ticket.refundedMs = atMs;
  return { ticketId, status };
}

/** Another release of the pages is out: the next page loaded is of that one. */
function release(state, { variant }) {
  const variants = variantsOf(variant, VARIANTS);
  Object.assign(state, { variants }, releaseOf(variants));
  return { variants };
}

/** @param {{action: string}} command see ../../README.md for each action's fields */
export const control = makeControl({
  generateShop,
  updateMs: 11 * HOUR + 36 * SECOND,
  actions: { 'new-orders': newOrders, 'ticket-status': ticketStatus, release },
});
