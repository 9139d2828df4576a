/** A made-up shop with a planted fault; the same arguments always give the same shop. */

import { addDays, DAY, startOfDay, toWholeSeconds } from '../../shared/beijing.mjs';
import { stockShop } from '../../shared/catalog.mjs';
import { createIds } from '../../shared/ids.mjs';
import { createRandom } from '../../shared/random.mjs';
import { drawShop, FUTURE_DAYS } from '../../shared/shop.mjs';
import { scoreAt } from './accounting.mjs';
import { simulateChats } from './chats.mjs';
import { FAULTS } from './indicators.mjs';
import { simulateOrders, spreadOverDays } from './orders.mjs';
import { drawExtras, drawRubric } from './rubric.mjs';
import { planHelp, planTickets, planWaiting } from './ticket-plans.mjs';
import { makeTicket } from './tickets.mjs';

function finishOrders(random, orders, tickets) {
  const byOrder = new Map();
  for (const ticket of tickets) {
    byOrder.set(ticket.orderId, [...(byOrder.get(ticket.orderId) ?? []), ticket]);
  }
  for (const order of orders) {
    if (!order.paidMs) continue;
    const mine = byOrder.get(order.orderId) ?? [];
    const refunded = mine.filter((t) => t.refundedMs);
    if (order.neverShipped) {
      for (const key of ['shippedMs', 'pickupMs', 'dueMs', 'signedMs', 'ratedMs', 'stars'])
        delete order[key];
    }
    order.intercepted = Boolean(order.intercepted && refunded.length);
    if (order.intercepted) {
      order.returnedMs = Math.max(...refunded.map((t) => t.refundedMs)) + 2 * DAY;
      delete order.signedMs;
    } else if (order.signedMs) order.finishedMs = order.signedMs + random.between(0.3, 10) * DAY;
    const done = new Set(refunded.map((t) => t.lineId));
    if (order.lines.every((line) => line.gift || done.has(line.lineId)) && done.size) {
      order.closedMs = Math.max(...refunded.map((t) => t.refundedMs));
    }
  }
}

function helpSeekers(orders, sessions, plans) {
  const seek = new Map();
  const byId = new Map(orders.map((o) => [o.orderId, o]));
  const note = (order, seekMs, plan) => {
    if (!order?.paidMs || order.excluded) return;
    const known = seek.get(order.orderId) ?? { order, seekMs, plan };
    seek.set(order.orderId, {
      order,
      seekMs: Math.min(known.seekMs, seekMs),
      plan: known.plan ?? plan,
    });
  };
  for (const plan of plans) note(plan.order, plan.appliedMs, plan);
  for (const s of sessions) if (s.counted && s.orderId) note(byId.get(s.orderId), s.startedMs);
  return [...seek.values()].sort((a, b) => a.seekMs - b.seekMs);
}

function simulate({ seed, asOf, fault, orders: count, days: length }, attempt) {
  const stream = (name) => createRandom(`${seed}/${fault}/${attempt}/${name}`);
  const rubric = drawRubric(stream('rubric'), fault);
  const makeId = createIds(stream('ids'));
  const stock = stockShop(stream('stock'), () => makeId('36'));
  const faultFrom = startOfDay(addDays(asOf, -stream('onset').int(48, 75)));
  const rates = { rate: (id, ms) => (ms >= faultFrom ? rubric.target[id] : rubric.good[id]) };
  const firstDay = addDays(asOf, 1 - length);
  const days = Array.from({ length: length + FUTURE_DAYS }, (_, i) => addDays(firstDay, i));
  const perDay = spreadOverDays(stream('days'), count, length);
  for (let i = 0; i < FUTURE_DAYS; i++) perDay.push(perDay[length - 7 + i]);
  const orders = simulateOrders(stream('orders'), makeId, stock, rates, days, perDay);
  const sessions = simulateChats(stream('chats'), orders, rates, days, perDay);
  const plans = planTickets(stream('plans'), orders, rates);
  plans.push(...planHelp(stream('help'), helpSeekers(orders, sessions, plans), rates));
  plans.push(...planWaiting(stream('waiting'), orders, plans, asOf));
  plans.sort((a, b) => a.appliedMs - b.appliedMs);
  const life = stream('tickets');
  const tickets = plans.map((plan) => makeTicket(life, makeId, plan, rates));
  finishOrders(stream('finish'), orders, tickets);
  toWholeSeconds(orders);
  toWholeSeconds(tickets);
  return {
    seed,
    fault,
    asOf,
    firstDay,
    shopName: stock.name,
    industry: stock.industry,
    rubric,
    ...drawExtras(stream('extras')),
    orders,
    tickets,
    sessions,
    faultFrom,
  };
}

/** The planted indicator must clearly cost the most, or nothing may stand out. */
function isClear(shop) {
  const { indicators, dimensions } = scoreAt(shop, shop.asOf);
  const { planted, decoy } = shop.rubric;
  if (!planted) return indicators.every((i) => i.points >= 90 && i.pointsLost <= 1.2);
  const of = (id) => indicators.find((i) => i.id === id);
  const lost = of(planted).pointsLost;
  const others = indicators.filter((i) => i.id !== planted);
  const home = dimensions.find((d) => d.id === of(planted).dimension);
  if (others.some((i) => i.pointsLost * 1.5 > lost)) return false;
  if (others.some((i) => i.id !== decoy && i.points < 78)) return false;
  if (dimensions.some((d) => d !== home && d.pointsLost * 1.2 > home.pointsLost)) return false;
  return !decoy || of(decoy).points < of(planted).points - 4;
}

/**
 * @param {{seed: number|string, asOf: string, fault?: string, orders?: number, days?: number}} options
 *   `asOf` is the last complete Beijing day; `orders` are placed in the `days` days ending there.
 * @returns hidden life-cycle records of one shop: orders, tickets, sessions, rubric; see README.md
 */
export function generateShop({ seed, asOf, fault = 'none', orders = 2400, days = 120 }) {
  if (days < 90)
    throw new Error(
      'days: at least 90, for windows that reach back and a fault that starts inside',
    );
  return drawShop(
    { faults: FAULTS, attempts: 60, simulate, isClear },
    { seed, asOf, fault, orders, days },
  );
}
