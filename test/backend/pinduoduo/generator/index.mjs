/** A made-up 拼多多 shop with a planted fault; the same arguments always give the same shop. */
import { addDays, startOfDay, toWholeSeconds } from '../../shared/beijing.mjs';
import { stockShop } from '../../shared/catalog.mjs';
import { createQuota, createRandom } from '../../shared/random.mjs';
import { drawShop, FUTURE_DAYS } from '../../shared/shop.mjs';
import { navigatorAt, serviceAt } from './accounting.mjs';
import { FAULTS, INDICATORS, NAVIGATOR_DIMENSIONS, planOfFault } from './indicators.mjs';
import { createOrderNumbers, creationTimes, makeOrder } from './orders.mjs';
import { makeTickets, planTicket } from './tickets.mjs';

function drawWeights(random) {
  const drawn = NAVIGATOR_DIMENSIONS.map(({ id }) => [id, random.between(0.8, 1.2)]);
  const sum = drawn.reduce((total, [, weight]) => total + weight, 0);
  return Object.fromEntries(drawn.map(([id, weight]) => [id, weight / sum]));
}

function simulateChats(random, plan, days) {
  const quota = createQuota(random);
  return days.map((day) => {
    const rate = plan.rate('chat-3min-reply-rate', startOfDay(day));
    const buyers = random.int(30, 70);
    const answered = Array.from({ length: buyers }, () => quota(rate)).filter(Boolean).length;
    const first = Math.min(buyers, Math.round(buyers * random.between(0.4, 0.6)));
    const agents = [first, buyers - first];
    const missed = buyers - answered;
    const missedByFirst = Math.min(first, Math.round(missed / 2));
    return {
      day,
      buyers,
      answered,
      agents: agents.map((count, i) => ({
        buyers: count,
        missed: i === 0 ? missedByFirst : missed - missedByFirst,
      })),
    };
  });
}

/** Instants at which new goods were put on sale. */
function simulateListings(random, plan, days) {
  const quota = createQuota(random);
  return days.flatMap((day) => {
    const at = startOfDay(day);
    return quota(plan.rate('shop-activity', at))
      ? [at + random.between(0.3, 0.9) * 86_400_000]
      : [];
  });
}

function simulate({ seed, asOf, fault, orders: count, days: length }, attempt) {
  const stream = (name) => createRandom(`pinduoduo/${seed}/${fault}/${attempt}/${name}`);
  const goods = stream('stock');
  const stock = stockShop(goods, () => `5${goods.digits(11)}`);
  const { planted, decoy, weak } = planOfFault(fault);
  // The longest window is 90 days: a fault that is younger would not be told from a good shop.
  const faultFrom = startOfDay(addDays(asOf, -stream('onset').int(94, 108)));
  const rules = new Map(INDICATORS.map((each) => [each.id, each]));
  const plan = {
    rate(id, ms) {
      const { good, bad } = rules.get(id);
      if (ms < faultFrom) return good;
      return id === planted ? bad : id === decoy ? weak : good;
    },
  };
  const firstDay = addDays(asOf, 1 - length);
  const days = Array.from({ length: length + FUTURE_DAYS }, (_, i) => addDays(firstDay, i));
  const random = stream('orders');
  const quota = Object.fromEntries(
    ['rating', 'positive', 'help', 'inferior', 'violation', 'complaint'].map((name) => [
      name,
      createQuota(random),
    ]),
  );
  const makeNumber = createOrderNumbers(stream('ids'));
  const orders = creationTimes(random, days, count, length)
    .map((createdMs) => makeOrder(random, makeNumber, stock, plan, quota, createdMs))
    .sort((a, b) => a.placedMs - b.placedMs);
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  const life = stream('tickets');
  const tickets = orders
    .flatMap((order) => planTicket(life, order, plan, quota) ?? [])
    .flatMap((draft) => makeTickets(life, draft, plan))
    .sort((a, b) => a.appliedMs - b.appliedMs);
  for (const ticket of tickets) settle(byId.get(ticket.orderId), ticket);
  toWholeSeconds(orders);
  toWholeSeconds(tickets);
  return {
    seed,
    fault,
    asOf,
    firstDay,
    faultFrom,
    planted,
    decoy,
    shopName: stock.name,
    industry: stock.industry,
    weights: drawWeights(stream('weights')),
    crowding: stream('peers').between(0.8, 1.25),
    orders,
    tickets,
    chats: simulateChats(stream('chats'), plan, days),
    listings: simulateListings(stream('listings'), plan, days),
  };
}

/** What a case does to its order: refunded before it left, it never leaves. */
function settle(order, ticket) {
  if (ticket.refundedMs === undefined) return;
  if (ticket.beforeShipping)
    for (const key of [
      'shippedMs',
      'signedMs',
      'finishedMs',
      'ratedMs',
      'stars',
      'inferiorMs',
      'punishedMs',
    ])
      delete order[key];
  if (!ticket.partial) order.closedMs = ticket.refundedMs;
}

/** The planted indicator plainly misses its standard, the decoy by less; no other does, nor any without a fault. */
function isClear(shop) {
  const { parts, total } = serviceAt(shop, shop.asOf);
  const { indicators } = navigatorAt(shop, shop.asOf);
  const others = indicators.filter(({ id }) => id !== shop.planted && id !== shop.decoy);
  const decoy = indicators.find(({ id }) => id === shop.decoy);
  if (decoy && !(decoy.beaten > 0.14 && decoy.beaten < 0.27)) return false;
  if (others.some(({ beaten }) => !(beaten >= 0.45))) return false;
  const own = indicators.find(({ id }) => id === shop.planted);
  if (own) return own.beaten <= (decoy ? 0.12 : 0.2);
  const [lowest, next] = parts.map(({ score }) => score).sort((a, b) => a - b);
  return next - lowest < 0.4 && total > 2.5;
}

/**
 * @param {{seed: number|string, asOf: string, fault?: string, orders?: number, days?: number}} options
 *   `asOf` is the last complete Beijing day; `orders` are placed in the `days` days ending there.
 */
export const generateShop = ({ seed, asOf, fault = 'none', orders = 2600, days = 130 }) =>
  drawShop(
    { faults: FAULTS, attempts: 60, simulate, isClear },
    { seed, asOf, fault, orders, days },
  );
