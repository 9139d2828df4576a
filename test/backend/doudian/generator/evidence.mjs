/** Counts that can be recounted from the two lists alone, from the generator's records. */
import { addDays, dayOf, endOfDay, startOfDay } from '../../shared/beijing.mjs';
import {
  arbitrationAt,
  isApplied,
  isPlaced,
  orderStatusAt,
  shipByAt,
  ticketStepAt,
} from './state.mjs';
import { reasonText } from './words.mjs';

function tally(items, keyOf) {
  const counts = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

const distinctOrders = (tickets) => new Set(tickets.map((t) => t.orderId)).size;

function count(orders, tickets, nowMs) {
  const quality = tickets.filter((t) => t.now.kind === 'quality');
  const damage = tickets.filter((t) => t.now.kind === 'damage');
  return {
    orders: orders.length,
    ordersByStatus: tally(orders, (o) => orderStatusAt(o, nowMs)),
    tickets: tickets.length,
    ticketOrders: distinctOrders(tickets),
    ticketsByType: tally(tickets, (t) => t.type),
    ticketsByReason: tally(tickets, (t) => reasonText(t.now.reason, t.now.kind)),
    ticketsByStatus: tally(tickets, (t) => ticketStepAt(t, nowMs).status),
    qualityReasonTickets: quality.length,
    qualityReasonOrders: distinctOrders(quality),
    damageReasonTickets: damage.length,
    damageReasonOrders: distinctOrders(damage),
    arbitrationTickets: tickets.filter((t) => arbitrationAt(t, nowMs)).length,
    countdownTickets: tickets.filter((t) => ticketStepAt(t, nowMs).dueMs).length,
  };
}

const groupBy = (items, keyOf) => {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

/** @returns counts per Beijing day, for the 30 days ending `asOf`, for all, and the open countdowns */
export function countEvidence(shop, nowMs) {
  const orders = shop.orders.filter((o) => isPlaced(o, nowMs));
  const tickets = shop.tickets.filter((t) => isApplied(t, nowMs));
  const ordersByDay = groupBy(orders, (o) => dayOf(o.placedMs));
  const ticketsByDay = groupBy(tickets, (t) => dayOf(t.appliedMs));
  const days = [...new Set([...ordersByDay.keys(), ...ticketsByDay.keys()])].sort();
  const from = startOfDay(addDays(shop.asOf, -29));
  const to = endOfDay(shop.asOf);
  const within = (ms) => ms >= from && ms <= to;
  const open = tickets.filter((t) => ticketStepAt(t, nowMs).dueMs);
  return {
    perDay: days.map((day) => ({
      day,
      ...count(ordersByDay.get(day) ?? [], ticketsByDay.get(day) ?? [], nowMs),
    })),
    last30: {
      from: dayOf(from),
      to: shop.asOf,
      ...count(
        orders.filter((o) => within(o.placedMs)),
        tickets.filter((t) => within(t.appliedMs)),
        nowMs,
      ),
    },
    all: count(orders, tickets, nowMs),
    toShip: orders.flatMap((order) => {
      const dueMs = shipByAt(order, nowMs);
      return dueMs === undefined ? [] : [{ orderId: order.orderId, dueMs }];
    }),
    open: open.map((t) => {
      const { status, dueMs, dueAction } = ticketStepAt(t, nowMs);
      return { ticketId: t.ticketId, orderId: t.orderId, type: t.type, status, dueMs, dueAction };
    }),
  };
}
