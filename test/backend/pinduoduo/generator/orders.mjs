/** The lives of orders: grouped, shipped, signed for, reviewed; and what the platform finds in them. */
import { DAY, HOUR, MINUTE, startOfDay } from '../../shared/beijing.mjs';

/** `260929-111111111111111`: the day the order was made, then digits; never twice. */
export function createOrderNumbers(random) {
  const used = new Set();
  return (createdMs) => {
    const day = new Date(createdMs + 8 * HOUR).toISOString().slice(2, 10).replaceAll('-', '');
    for (;;) {
      const id = `${day}-${random.digits(15)}`;
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
}

function review(random, order, plan, quota) {
  const ratedMs = order.signedMs + random.between(0.2, 4) * DAY;
  const isGood = quota.rating(plan.rate('review-score-rank', ratedMs));
  const hasText = random.chance(0.7);
  return {
    ratedMs,
    stars: isGood ? (random.chance(0.95) ? 5 : 4) : random.int(1, 3),
    hasText,
    isPositive: hasText && quota.positive(plan.rate('positive-comment-rate', ratedMs)),
  };
}

/** One order: on this platform it has one product, in any number. */
export function makeOrder(random, makeNumber, stock, plan, quota, createdMs) {
  const product = random.pick(stock.products);
  const quantity = random.weighted([
    [1, 88],
    [2, 9],
    [3, 3],
  ]);
  // Most join a group that is full at once; some wait for others, over midnight too.
  const placedMs =
    createdMs +
    (random.chance(0.9) ? random.between(0, 3) * MINUTE : random.between(0.2, 12) * HOUR);
  const order = {
    orderId: makeNumber(createdMs),
    createdMs,
    placedMs,
    productId: product.productId,
    productName: product.name,
    code: product.code,
    spec: random.pick(product.specs),
    quantity,
    unitPriceFen: product.priceFen,
    paidFen: product.priceFen * quantity - random.int(0, 3) * 100,
  };
  order.shippedMs = placedMs + random.skewed(16, 0.5) * HOUR;
  const days = Math.max(0.8, random.skewed(plan.rate('group-to-sign-days', placedMs), 0.22));
  order.signedMs = Math.max(order.shippedMs + 10 * HOUR, placedMs + days * DAY);
  order.finishedMs = order.signedMs + random.between(0.2, 9) * DAY;
  if (random.chance(0.4)) Object.assign(order, review(random, order, plan, quota));
  if (quota.help(plan.rate('platform-help-rate', placedMs)))
    order.escalatedMs = placedMs + random.between(10, 40) * HOUR;
  const inferiorMs = order.signedMs + random.between(1, 6) * DAY;
  if (quota.inferior(plan.rate('severe-inferior-rate', inferiorMs))) order.inferiorMs = inferiorMs;
  const punishedMs = order.shippedMs + random.between(1, 3) * DAY;
  if (quota.violation(plan.rate('logistics-violation-rate', punishedMs)))
    order.punishedMs = punishedMs;
  return order;
}

/** Instants at which orders are made, day by day, `count` in `length` days. */
export const creationTimes = (random, days, count, length) =>
  days
    .flatMap((day) => {
      const here = Math.round((count / length) * random.between(0.8, 1.2));
      return Array.from({ length: here }, () => startOfDay(day) + random.between(0, DAY - 1000));
    })
    .sort((a, b) => a - b);
