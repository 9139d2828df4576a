/** Orders: placed, paid or cancelled, shipped, picked up, signed, rated. */
import {
  DAY,
  dayOf,
  endOfDay,
  HOUR,
  MINUTE,
  pickupClockStart,
  SECOND,
  startOfDay,
  toDaytime,
} from '../../shared/beijing.mjs';
import { createQuota } from '../../shared/random.mjs';
import { PAY_METHODS, ROUTES } from './words.mjs';

/** Share of a day's orders by hour: quiet nights, noon and evening peaks. */
const HOURS = [3, 1, 1, 1, 1, 1, 2, 3, 5, 7, 8, 8, 8, 7, 6, 6, 6, 6, 6, 8, 11, 12, 10, 6];

/** Splits `count` orders over `days` days: growth, weekends, a few promotion days. */
export function spreadOverDays(random, count, days) {
  const promotions = new Set([random.int(8, days - 5), random.int(8, days - 5)]);
  const raw = Array.from({ length: days }, (_, i) => {
    const weekend = i % 7 >= 5 ? 1.18 : 1;
    return (
      (0.85 + (0.3 * i) / days) *
      weekend *
      (promotions.has(i) ? 2.3 : 1) *
      random.between(0.85, 1.15)
    );
  });
  const sum = raw.reduce((a, b) => a + b, 0);
  let seen = 0;
  let placed = 0;
  return raw.map((share) => {
    seen += share;
    const upTo = Math.round((count * seen) / sum);
    const here = upTo - placed;
    placed = upTo;
    return here;
  });
}

function makeLines(random, makeId, stock, special) {
  const line = (product, quantity, unitPriceFen, gift = false) => ({
    lineId: makeId('35'),
    productId: product.productId,
    productName: product.name,
    code: product.code,
    spec: random.pick(product.specs),
    quantity,
    unitPriceFen,
    gift,
  });
  if (special === 'gift') return [line(stock.gift, 1, 0, true)];
  const lines = [];
  const kinds = random.weighted([
    [1, 74],
    [2, 18],
    [3, 6],
    [4, 2],
  ]);
  for (let i = 0; i < kinds; i++) {
    const product = random.pick(stock.products);
    const quantity = random.weighted([
      [1, 85],
      [2, 11],
      [3, 4],
    ]);
    const fen = special === 'low-price' ? random.int(50, 190) : product.priceFen;
    lines.push(line(product, special === 'low-price' ? 1 : quantity, fen));
    if (special === 'low-price') break;
  }
  if (random.chance(0.08)) lines.push(line(stock.gift, 1, 0, true));
  return lines;
}

function placeOrder(random, makeId, stock, day) {
  const hour = random.weighted(HOURS.map((weight, h) => [h, weight]));
  const placedMs = startOfDay(day) + hour * HOUR + random.int(0, HOUR / SECOND - 1) * SECOND;
  const special = random.weighted([
    [undefined, 96.5],
    ['gift', 2],
    ['low-price', 1.5],
  ]);
  const lines = makeLines(random, makeId, stock, special);
  const goodsFen = lines.reduce((sum, l) => sum + l.unitPriceFen * l.quantity, 0);
  const paidFen = Math.max(
    0,
    goodsFen - (random.chance(0.4) ? Math.round(goodsFen * random.between(0.02, 0.15)) : 0),
  );
  const [province, routeDays] = random.pick(ROUTES);
  return {
    orderId: makeId(random.chance(0.5) ? '69' : '70'),
    placedMs,
    lines,
    paidFen,
    incomeFen: Math.round(paidFen * 0.97),
    payMethod: random.weighted(PAY_METHODS),
    presale: !special && random.chance(0.04),
    excluded: special,
    province,
    routeDays,
    buyer: `${random.pick(['张', '王', '李', '陈', '刘', '周'])}**`,
    phone: `1${random.pick([3, 5, 8])}*****${random.digits(4)}`,
    remark: random.chance(0.03)
      ? random.pick(['催发货，尽快', '送礼，勿放小票', '老客户'])
      : undefined,
  };
}

function ship(random, order, plan) {
  const start = pickupClockStart(order.paidMs);
  if (order.presale) {
    order.promiseMs = endOfDay(dayOf(order.paidMs + random.int(7, 15) * DAY));
    order.pickupMs = toDaytime(order.promiseMs - random.between(4, 60) * HOUR, true);
  } else {
    const mean = plan.rate('pickup-hours', order.paidMs);
    const wait = Math.max(0.6, random.skewed(mean, 0.42)) * HOUR;
    order.pickupMs = Math.max(start + 0.5 * HOUR, toDaytime(start + wait, random.chance(0.5)));
  }
  const slip = order.pickupMs - random.between(1, 7) * HOUR;
  order.shippedMs = Math.max(order.paidMs + random.int(3, 40) * MINUTE, slip);
  if (order.shippedMs >= order.pickupMs) order.shippedMs = order.pickupMs - 5 * MINUTE;
  order.dueMs = endOfDay(dayOf(order.pickupMs + order.routeDays * DAY));
  const late = plan.late(1 - plan.rate('delivery-on-time-rate', order.pickupMs));
  const daysOnRoad = late
    ? order.routeDays + random.int(1, 4)
    : random.int(Math.max(1, order.routeDays - 1), order.routeDays);
  const signedDay = startOfDay(dayOf(order.pickupMs)) + daysOnRoad * DAY;
  order.signedMs = signedDay + random.between(8.5, 20.5) * HOUR;
}

/**
 * @param plan {rate(indicatorId, ms)} target value of an indicator at an instant
 * @returns orders sorted by placedMs, with hidden life-cycle times
 */
export function simulateOrders(random, makeId, stock, plan, days, perDay) {
  const ratings = createQuota(random);
  const rated = createQuota(random);
  const paced = { ...plan, late: createQuota(random) };
  const orders = days.flatMap((day, i) =>
    Array.from({ length: perDay[i] }, () => placeOrder(random, makeId, stock, day)),
  );
  orders.sort((a, b) => a.placedMs - b.placedMs || (a.orderId < b.orderId ? -1 : 1));
  for (const order of orders) {
    if (order.excluded !== 'gift' && random.chance(0.03)) {
      order.cancelledMs = order.placedMs + random.int(10, 60) * MINUTE;
      continue;
    }
    order.paidMs = order.placedMs + (order.paidFen ? random.int(4, 900) * SECOND : SECOND);
    ship(random, order, paced);
    if (!rated(0.27)) continue;
    order.ratedMs = order.signedMs + random.between(0.1, 3) * DAY;
    // Bad ratings average 1.5 stars and a tenth as many are middling: mean = 5 − 3.65 · bad.
    const bad = (5 - plan.rate('product-rating', order.ratedMs)) / 3.65;
    order.stars = ratings(bad)
      ? random.pick([1, 2])
      : random.chance(bad / 10)
        ? random.pick([3, 4])
        : 5;
  }
  return orders;
}
