/**
 * The generator's own accounting: indicator values and points of a shop as the platform would know
 * them at the end of a Beijing day. It reads hidden life-cycle times, never displayed text.
 */
import {
  addDays,
  auditClockStart,
  DAY,
  endOfDay,
  pickupClockStart,
  SECOND,
  startOfDay,
} from '../../shared/beijing.mjs';
import { DIMENSIONS, INDICATORS } from './indicators.mjs';
import { pointsFor } from './rubric.mjs';

const AUDITED_TYPES = new Set(['已发货退款', '退货退款', '仅退款']);

/** First application of each order known at `cutoff`: Map orderId → ticket. */
function firstTickets(tickets, cutoff) {
  const first = new Map();
  for (const ticket of tickets) {
    if (ticket.appliedMs > cutoff) continue;
    const known = first.get(ticket.orderId);
    if (!known || ticket.appliedMs < known.appliedMs) first.set(ticket.orderId, ticket);
  }
  return first;
}

function escalations(shop) {
  const at = new Map();
  const note = (orderId, ms) => ms && at.set(orderId, Math.min(ms, at.get(orderId) ?? ms));
  for (const order of shop.orders) note(order.orderId, order.escalatedMs);
  for (const ticket of shop.tickets) note(ticket.orderId, ticket.escalatedMs);
  return at;
}

function helpSought(shop, within) {
  const ids = new Set();
  for (const t of shop.tickets) if (within(t.appliedMs)) ids.add(t.orderId);
  for (const s of shop.sessions)
    if (s.counted && s.orderId && within(s.startedMs)) ids.add(s.orderId);
  return ids;
}

/**
 * Units that enter an indicator: [{num, den, at, orderId?, ticketId?}]; num in seconds, stars or
 * counts; `at` is the instant that places the unit in the window.
 */
function unitsOf(shop, day) {
  const cutoff = endOfDay(day);
  const start = startOfDay(addDays(day, -29));
  const within = (ms) => ms !== undefined && ms >= start && ms <= cutoff;
  const valid = shop.orders.filter((o) => o.paidMs && o.paidMs <= cutoff && !o.excluded);
  const validIds = new Map(valid.map((o) => [o.orderId, o]));
  const first = firstTickets(shop.tickets, cutoff);
  const reasonOf = (order, kind) => first.get(order.orderId)?.first.kind === kind;
  const ticketIdOf = (order) => first.get(order.orderId)?.ticketId;
  const unit = (o, at, num, ticketId) => ({ num, den: 1, at, orderId: o.orderId, ticketId });
  const count = (orders, at, isNum) =>
    orders.map((o) => unit(o, o[at], isNum(o) ? 1 : 0, ticketIdOf(o)));
  const signed = valid.filter((o) => within(o.signedMs));
  const escalatedAt = escalations(shop);
  const sought = helpSought(shop, within);
  for (const [id, ms] of escalatedAt) if (within(ms)) sought.add(id);
  const sessions = shop.sessions.filter((s) => s.counted && within(s.startedMs));
  const seconds = (ms) => Math.round(ms / SECOND);
  return {
    'product-rating': signed
      .filter((o) => o.ratedMs && o.ratedMs <= cutoff)
      .map((o) => unit(o, o.signedMs, o.stars)),
    'quality-return-rate': count(signed, 'signedMs', (o) => reasonOf(o, 'quality')),
    'pickup-hours': valid
      .filter((o) => within(o.pickupMs) && !o.presale)
      .map((o) => unit(o, o.pickupMs, seconds(o.pickupMs - pickupClockStart(o.paidMs)))),
    'delivery-on-time-rate': count(
      valid.filter((o) => within(o.dueMs) && !o.intercepted),
      'dueMs',
      (o) => o.signedMs <= o.dueMs,
    ),
    'damage-return-rate': count(
      valid.filter((o) => within(o.paidMs)),
      'paidMs',
      (o) => reasonOf(o, 'damage'),
    ),
    'chat-response-seconds': sessions.map((s) => ({
      num: s.replySeconds.reduce((a, b) => a + b, 0),
      den: s.replySeconds.length,
      at: s.startedMs,
    })),
    'aftersale-audit-hours': shop.tickets
      .filter(
        (t) =>
          AUDITED_TYPES.has(t.type) &&
          t.agreedMs &&
          within(t.refundedMs) &&
          validIds.has(t.orderId),
      )
      .map((t) =>
        unit(
          t,
          t.refundedMs,
          seconds(Math.max(0, t.agreedMs - auditClockStart(t.appliedMs))),
          t.ticketId,
        ),
      ),
    'chat-unsatisfied-rate': sessions
      .filter((s) => s.stars)
      .map((s) => ({ num: s.stars <= 3 ? 1 : 0, den: 1, at: s.startedMs })),
    'platform-help-rate': [...sought]
      .filter((id) => validIds.has(id))
      .map((id) => {
        const at = escalatedAt.get(id);
        return unit(validIds.get(id), at, within(at) ? 1 : 0, ticketIdOf(validIds.get(id)));
      }),
  };
}

const HOURLY = new Set(['pickup-hours', 'aftersale-audit-hours']);

/** @returns {{indicators: object[], dimensions: object[], total: number, validOrders: number, units: object}} */
export function scoreAt(shop, day) {
  const units = unitsOf(shop, day);
  const { weights, shares, knots } = shop.rubric;
  const indicators = INDICATORS.map(({ id, label, dimension, unit }) => {
    const num = units[id].reduce((sum, u) => sum + u.num, 0);
    const den = units[id].reduce((sum, u) => sum + u.den, 0);
    const value = den === 0 ? undefined : num / den / (HOURLY.has(id) ? 3600 : 1);
    // An indicator without any unit costs nothing.
    const points = value === undefined ? 100 : pointsFor(knots[id], value);
    const pointsLost = (weights[dimension] / 100) * shares[id] * (100 - points);
    return { id, label, dimension, unit, value, num, den, points, share: shares[id], pointsLost };
  });
  const dimensions = DIMENSIONS.map(({ id, label }) => {
    const mine = indicators.filter((i) => i.dimension === id);
    const score = mine.reduce((sum, i) => sum + i.share * i.points, 0);
    return {
      id,
      label,
      weight: weights[id],
      score,
      pointsLost: (weights[id] / 100) * (100 - score),
    };
  });
  const sum = (list) => list.reduce((total, { points }) => total + points, 0);
  const base = dimensions.reduce((total, d) => total + (d.weight / 100) * d.score, 0);
  const total = Math.min(100, Math.max(0, base + sum(shop.bonus) - sum(shop.deductions)));
  const cutoff = endOfDay(day);
  const validOrders = shop.orders.filter(
    (o) => !o.excluded && o.paidMs > cutoff - 30 * DAY && o.paidMs <= cutoff,
  ).length;
  return { indicators, dimensions, total, validOrders, units };
}
