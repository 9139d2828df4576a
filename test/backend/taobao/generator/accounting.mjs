/**
 * The generator's own accounting of 店铺真实体验分: values and points as the platform would know them at the
 * end of a Beijing day, each indicator over its own window. It reads hidden life-cycle times only.
 */
import { addDays, endOfDay, startOfDay } from '../../shared/beijing.mjs';
import { DIMENSIONS, INDICATORS, pointsFor } from './indicators.mjs';

const HOUR = 3_600_000;
export const PICKUP_LIMIT = 48 * HOUR;

/** First and last day of a window: [31, 2] on the day after `asOf` ends a day before it. */
export const windowOf = ([from, to], asOf) => [addDays(asOf, 1 - from), addDays(asOf, 1 - to)];

const HANDLED = {
  仅退款: (t) => t.refundedMs - t.appliedMs,
  退货退款: (t) => t.agreedMs - t.appliedMs + (t.refundedMs - t.returnSignedMs),
};

/** Units of an indicator: [{num, den, orderId?, ticketId?}]. */
function unitsOf(shop, id, within, cutoff) {
  const paid = shop.orders.filter((o) => o.paidMs !== undefined);
  const first = new Map();
  for (const t of shop.tickets)
    if (t.appliedMs <= cutoff && !first.has(t.orderId)) first.set(t.orderId, t);
  const unit = (o, num) => ({ num, den: 1, orderId: o.orderId });
  const chats = shop.chats.filter((c) => within(startOfDay(c.day)));
  switch (id) {
    case 'negative-feedback-rate':
      return paid
        .filter((o) => within(o.signedMs))
        .map((o) =>
          unit(
            o,
            first.get(o.orderId)?.kind === 'quality' || (o.stars <= 2 && o.ratedMs <= cutoff)
              ? 1
              : 0,
          ),
        );
    case 'good-rating-rate':
      return paid.filter((o) => within(o.ratedMs)).map((o) => unit(o, o.stars >= 4 ? 1 : 0));
    case 'pickup-48h-rate':
      return paid
        .filter((o) => o.pickupMs !== undefined && within(o.paidMs + PICKUP_LIMIT))
        .map((o) => unit(o, o.pickupMs <= o.paidMs + PICKUP_LIMIT ? 1 : 0));
    case 'arrival-hours':
      return paid
        .filter((o) => within(o.paidMs) && o.signedMs <= cutoff)
        .map((o) => unit(o, (o.signedMs - o.paidMs) / HOUR));
    case 'chat-3min-reply-rate':
      return chats.map((c) => ({ num: c.answered, den: c.rounds }));
    case 'chat-satisfied-rate':
      return chats.map((c) => ({ num: c.satisfied, den: c.rated }));
    case 'refund-hours':
      return shop.tickets
        .filter((t) => !t.beforeShipping && HANDLED[t.type] && within(t.refundedMs))
        .map((t) => ({ ...unit(t, HANDLED[t.type](t) / HOUR), ticketId: t.ticketId }));
    case 'platform-help-rate':
      return paid
        .filter((o) => within(o.paidMs))
        .map((o) => unit(o, o.escalatedMs <= cutoff ? 1 : 0));
  }
  throw new Error(id);
}

/** @returns {{indicators: object[], dimensions: object[], total: number, validOrders: number}} */
export function scoreAt(shop, day) {
  const indicators = INDICATORS.map((rule) => {
    const [from, to] = windowOf(rule.window, day);
    const within = (ms) => ms !== undefined && ms >= startOfDay(from) && ms <= endOfDay(to);
    const units = unitsOf(shop, rule.id, within, endOfDay(day));
    const num = units.reduce((sum, u) => sum + u.num, 0);
    const den = units.reduce((sum, u) => sum + u.den, 0);
    const value = den === 0 ? undefined : num / den;
    const points = value === undefined ? 5 : pointsFor(rule, value);
    const share = shop.shares[rule.id];
    const pointsLost = (shop.weights[rule.dimension] / 100) * share * (5 - points);
    const { id, label, dimension, unit, tiers, better } = rule;
    return {
      id,
      label,
      dimension,
      unit,
      tiers,
      better,
      value,
      num,
      den,
      points,
      share,
      pointsLost,
      windowFrom: from,
      windowTo: to,
      units,
    };
  });
  const dimensions = DIMENSIONS.map(({ id, label }) => {
    const mine = indicators.filter((each) => each.dimension === id);
    const score = mine.reduce((sum, each) => sum + each.share * each.points, 0);
    return { id, label, weight: shop.weights[id], score };
  });
  const total = dimensions.reduce((sum, d) => sum + (d.weight / 100) * d.score, 0);
  const [from] = windowOf([30, 1], day);
  const validOrders = shop.orders.filter(
    (o) => o.paidMs >= startOfDay(from) && o.paidMs <= endOfDay(day),
  ).length;
  return { indicators, dimensions, total, validOrders };
}
