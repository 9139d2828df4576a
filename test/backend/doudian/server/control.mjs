/** Changes that happen to a shop while its pages are open; tests and the demo call for them. */
import { addDays, dayOf, HOUR, SECOND } from '../../shared/beijing.mjs';
import { createIds } from '../../shared/ids.mjs';
import { createRandom } from '../../shared/random.mjs';
import { generateShop } from '../generator/index.mjs';

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

function switchShop(state, { shopName, seed, fault = 'none' }) {
  if (seed !== undefined) state.shop = generateShop({ seed, fault, asOf: state.shop.asOf });
  if (shopName) state.shop.shopName = shopName;
  return { shopName: state.shop.shopName };
}

/** The last day whose score is out: updates come at 11:00:36 of the morning after. */
const scoredDay = (nowMs) => addDays(dayOf(nowMs - 11 * HOUR - 36 * SECOND), -1);

/** Moves the page's clock and everything that happens by it, the daily score included. */
function advance(state, { ms }) {
  if (!(ms > 0)) throw new Error('ms: how far, in milliseconds');
  state.offsetMs += ms;
  state.nowMs = state.clock();
  const day = scoredDay(state.nowMs);
  if (day > state.shop.asOf) state.shop.asOf = day;
  return { nowMs: state.nowMs, asOf: state.shop.asOf };
}

const set =
  (key) =>
  (state, { value }) => {
    state[key] = value;
    return { [key]: value };
  };

const ACTIONS = {
  'new-orders': newOrders,
  'ticket-status': ticketStatus,
  'switch-shop': switchShop,
  advance,
  'latency-ms': set('latencyMs'),
  'page-state': set('pageState'),
};

/** @param {{action: string}} command see README.md for each action's fields */
export function control(state, command) {
  const act = ACTIONS[command?.action];
  if (!act) throw new Error(`unknown action; one of ${Object.keys(ACTIONS).join(' ')}`);
  return act(state, command);
}
