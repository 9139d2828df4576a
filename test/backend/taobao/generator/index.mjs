/** A made-up 千牛 shop with a planted fault; the same arguments always give the same shop. */
import { addDays, DAY, HOUR, MINUTE, startOfDay, toWholeSeconds } from '../../shared/beijing.mjs';
import { stockShop } from '../../shared/catalog.mjs';
import { createIds } from '../../shared/ids.mjs';
import { createQuota, createRandom } from '../../shared/random.mjs';
import { drawShop, FUTURE_DAYS } from '../../shared/shop.mjs';
import { scoreAt } from './accounting.mjs';
import { DIMENSIONS, FAULTS, INDICATORS, indicatorOfFault } from './indicators.mjs';
import { makeTicket } from './tickets.mjs';
import { REASONS } from './words.mjs';

function drawWeights(random) {
  const product = random.int(25, 38);
  const logistics = random.int(25, 35);
  const shares = {};
  for (const { id } of DIMENSIONS) {
    const mine = INDICATORS.filter((each) => each.dimension === id);
    // Whole percents that sum to 100: the last takes the rest.
    const parts = mine.map(() => Math.round((100 / mine.length) * random.between(0.85, 1.15)));
    parts[parts.length - 1] = 100 - parts.slice(0, -1).reduce((a, b) => a + b, 0);
    mine.forEach((each, i) => {
      shares[each.id] = parts[i] / 100;
    });
  }
  return { weights: { product, logistics, service: 100 - product - logistics }, shares };
}

function makeOrder(random, makeId, stock, plan, quota, placedMs) {
  const count = random.weighted([
    [1, 78],
    [2, 17],
    [3, 5],
  ]);
  const lines = Array.from({ length: count }, () => {
    const product = random.pick(stock.products);
    return {
      lineId: makeId('42'),
      productName: product.name,
      code: product.code,
      spec: random.pick(product.specs),
      quantity: random.weighted([
        [1, 88],
        [2, 12],
      ]),
      unitPriceFen: product.priceFen,
    };
  });
  const paidFen = lines.reduce((sum, line) => sum + line.unitPriceFen * line.quantity, 0);
  const order = { orderId: makeId('42'), placedMs, lines, paidFen };
  if (random.chance(0.03)) return { ...order, cancelledMs: placedMs + DAY };
  order.paidMs = placedMs + random.between(0.2, 10) * MINUTE;
  const inTime = quota.pickup(plan.rate('pickup-48h-rate', placedMs));
  order.pickupMs = order.paidMs + (inTime ? random.between(4, 30) : random.between(50, 70)) * HOUR;
  order.shippedMs = order.pickupMs - random.between(0.3, 3) * HOUR;
  const arrival = plan.rate('arrival-hours', placedMs);
  order.signedMs = Math.max(
    order.pickupMs + 8 * HOUR,
    order.paidMs + random.skewed(arrival, 0.2) * HOUR,
  );
  order.finishedMs = order.signedMs + random.between(1, 9) * DAY;
  if (random.chance(0.4)) {
    order.ratedMs = order.signedMs + random.between(0.2, 4) * DAY;
    const isGood = quota.rating(plan.rate('good-rating-rate', order.ratedMs));
    order.stars = isGood ? random.int(4, 5) : 3;
  }
  if (quota.help(plan.rate('platform-help-rate', order.paidMs))) {
    order.escalatedMs = order.paidMs + random.between(10, 40) * HOUR;
  }
  return order;
}

function planTicket(random, order, quota, plan) {
  if (!order.paidMs) return undefined;
  const line = random.pick(order.lines);
  const draft = (type, kind, appliedMs) => ({
    order,
    line,
    type,
    kind,
    reason: random.pick(REASONS[kind]),
    appliedMs,
  });
  if (random.chance(0.03)) {
    return draft('仅退款', 'other', order.paidMs + random.between(0.1, 3) * HOUR);
  }
  if (quota.quality(plan.rate('negative-feedback-rate', order.signedMs))) {
    return draft(
      random.chance(0.6) ? '退货退款' : '仅退款',
      'quality',
      order.signedMs + random.between(2, 40) * HOUR,
    );
  }
  if (random.chance(0.07)) {
    const type = random.weighted([
      ['退货退款', 60],
      ['仅退款', 30],
      ['换货', 10],
    ]);
    return draft(type, 'other', order.signedMs + random.between(3, 120) * HOUR);
  }
  return undefined;
}

function simulateChats(random, plan, days) {
  const [answered, satisfied] = [createQuota(random), createQuota(random)];
  return days.map((day) => {
    const at = startOfDay(day) + 12 * HOUR;
    const chat = {
      day,
      rounds: random.int(60, 110),
      answered: 0,
      rated: random.int(12, 24),
      satisfied: 0,
    };
    for (let i = 0; i < chat.rounds; i++)
      chat.answered += answered(plan.rate('chat-3min-reply-rate', at)) ? 1 : 0;
    for (let i = 0; i < chat.rated; i++)
      chat.satisfied += satisfied(plan.rate('chat-satisfied-rate', at)) ? 1 : 0;
    return chat;
  });
}

function simulate({ seed, asOf, fault, orders: count, days: length }, attempt) {
  const stream = (name) => createRandom(`taobao/${seed}/${fault}/${attempt}/${name}`);
  const makeId = createIds(stream('ids'));
  const stock = stockShop(stream('stock'), () => makeId('67'));
  const planted = indicatorOfFault(fault);
  const faultFrom = startOfDay(addDays(asOf, -stream('onset').int(55, 80)));
  const byId = new Map(INDICATORS.map((each) => [each.id, each]));
  const plan = {
    rate: (id, ms) => (id === planted && ms >= faultFrom ? byId.get(id).bad : byId.get(id).good),
  };
  const firstDay = addDays(asOf, 1 - length);
  const days = Array.from({ length: length + FUTURE_DAYS }, (_, i) => addDays(firstDay, i));
  const random = stream('orders');
  const quota = Object.fromEntries(
    ['pickup', 'rating', 'help', 'quality'].map((name) => [name, createQuota(random)]),
  );
  const orders = days
    .flatMap((day) => {
      const here = Math.round((count / length) * random.between(0.8, 1.2));
      return Array.from({ length: here }, () => startOfDay(day) + random.between(0, DAY - 1000));
    })
    .sort((a, b) => a - b)
    .map((placedMs) => makeOrder(random, makeId, stock, plan, quota, placedMs));
  const life = stream('tickets');
  const tickets = orders
    .flatMap((order) => planTicket(life, order, quota, plan) ?? [])
    .sort((a, b) => a.appliedMs - b.appliedMs)
    .map((draft) => makeTicket(life, makeId, draft, plan));
  for (const ticket of tickets) {
    const order = ticket.order;
    delete ticket.order;
    if (ticket.beforeShipping) {
      for (const key of ['shippedMs', 'pickupMs', 'signedMs', 'finishedMs', 'ratedMs', 'stars'])
        delete order[key];
    }
    if (ticket.refundedMs && order.lines.length === 1) order.closedMs = ticket.refundedMs;
  }
  toWholeSeconds(orders);
  toWholeSeconds(tickets);
  return {
    seed,
    fault,
    asOf,
    firstDay,
    faultFrom,
    planted,
    shopName: stock.name,
    industry: stock.industry,
    ...drawWeights(stream('weights')),
    orders,
    tickets,
    chats: simulateChats(stream('chats'), plan, days),
  };
}

/** The planted indicator must clearly cost the most, or nothing may stand out. */
function isClear(shop) {
  const { indicators } = scoreAt(shop, shop.asOf);
  if (!shop.planted) return indicators.every(({ points }) => points >= 4.8);
  const own = indicators.find(({ id }) => id === shop.planted);
  return indicators.every((each) => each === own || each.pointsLost * 1.5 <= own.pointsLost);
}

/**
 * @param {{seed: number|string, asOf: string, fault?: string, orders?: number, days?: number}} options
 *   `asOf` is the last complete Beijing day; `orders` are placed in the `days` days ending there.
 */
export const generateShop = ({ seed, asOf, fault = 'none', orders = 2400, days = 120 }) =>
  drawShop(
    { faults: FAULTS, attempts: 40, simulate, isClear },
    { seed, asOf, fault, orders, days },
  );
