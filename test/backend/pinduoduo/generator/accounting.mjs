/**
 * The generator's own accounting, from hidden life-cycle times: each indicator's value over its window,
 * the share of a made-up field of peers that it beats, and the two scores that follow from ranks.
 */
import { addDays, DAY, endOfDay, HOUR, startOfDay } from '../../shared/beijing.mjs';
import {
  beatenBy,
  INDICATORS,
  NAVIGATOR_DIMENSIONS,
  SERVICE_PARTS,
  STANDARD,
} from './indicators.mjs';

const mean = (values) => values.reduce((sum, each) => sum + each, 0) / values.length;

/** {num, den} of an indicator; `within` asks whether an instant lies in its window. */
function countOf(shop, id, within, cutoff) {
  const { orders, tickets, chats, listings } = shop;
  const share = (all, isNum) => ({ num: all.filter(isNum).length, den: all.length });
  const total = (all, of) => ({
    num: all.reduce((sum, each) => sum + of(each), 0),
    den: all.length,
  });
  const grouped = orders.filter((o) => within(o.placedMs));
  const signedAt = new Map(orders.map((o) => [o.orderId, o.signedMs]));
  switch (id) {
    case 'platform-help-rate':
      return share(grouped, (o) => o.escalatedMs <= cutoff);
    case 'chat-3min-reply-rate': {
      const days = chats.filter((c) => within(startOfDay(c.day)));
      return { num: total(days, (c) => c.answered).num, den: total(days, (c) => c.buyers).num };
    }
    case 'transit-refund-hours':
      return total(
        tickets.filter(
          (t) =>
            t.type === '仅退款' &&
            within(t.refundedMs) &&
            !(signedAt.get(t.orderId) <= t.appliedMs),
        ),
        (t) => (t.refundedMs - t.appliedMs) / HOUR,
      );
    case 'return-signed-refund-hours':
      return total(
        tickets.filter((t) => t.type === '退货退款' && within(t.refundedMs)),
        (t) => (t.refundedMs - t.returnSignedMs) / HOUR,
      );
    case 'review-score-rank':
      return total(
        orders.filter((o) => within(o.ratedMs)),
        (o) => o.stars,
      );
    case 'positive-comment-rate':
      return share(
        orders.filter((o) => within(o.ratedMs) && o.hasText),
        (o) => o.isPositive,
      );
    case 'severe-inferior-rate':
      return {
        num: orders.filter((o) => within(o.inferiorMs)).length,
        den: grouped.length,
      };
    case 'group-to-sign-days':
      return total(
        orders.filter((o) => within(o.signedMs)),
        (o) => (o.signedMs - o.placedMs) / DAY,
      );
    case 'logistics-violation-rate':
      return {
        num: orders.filter((o) => within(o.punishedMs)).length,
        den: orders.filter((o) => within(o.shippedMs)).length,
      };
    case 'shop-activity':
      return { num: listings.filter(within).length, den: 1 };
  }
  throw new Error(id);
}

/** Every indicator over the days that end on `lastDay`. */
export function indicatorsAt(shop, lastDay) {
  const cutoff = endOfDay(lastDay);
  return INDICATORS.map((rule) => {
    const windowFrom = addDays(lastDay, 1 - rule.days);
    const within = (ms) => ms !== undefined && ms >= startOfDay(windowFrom) && ms <= cutoff;
    const { num, den } = countOf(shop, rule.id, within, cutoff);
    const value = den === 0 ? undefined : num / den;
    const beaten = value === undefined ? undefined : beatenBy(rule, value);
    const { id, label, dimension, unit, better } = rule;
    const isMet = beaten !== undefined && beaten >= STANDARD;
    return {
      id,
      label,
      dimension,
      unit,
      better,
      value,
      num,
      den,
      beaten,
      isMet,
      windowFrom,
      windowTo: lastDay,
    };
  });
}

/** 店铺领航员, whose data end a day earlier than the other page's. */
export function navigatorAt(shop, asOf) {
  const day = addDays(asOf, -1);
  const indicators = indicatorsAt(shop, day);
  const dimensions = NAVIGATOR_DIMENSIONS.map(({ id, label }) => {
    const known = indicators.filter((i) => i.dimension === id && i.beaten !== undefined);
    return { id, label, beaten: mean(known.map((i) => i.beaten)) };
  });
  const beaten = dimensions.reduce((sum, d) => sum + shop.weights[d.id] * d.beaten, 0);
  return { day, indicators, dimensions, beaten, stars: beaten > 0.8 ? 5 : beaten > 0.3 ? 4.5 : 4 };
}

/** 消费者服务体验分: 5 × (1 − rank); the rank is drawn toward what the parts say, and is not their mean. */
export function serviceAt(shop, asOf) {
  const indicators = indicatorsAt(shop, asOf);
  const parts = SERVICE_PARTS.map(({ id, label, drivers }) => {
    const known = indicators.filter((i) => drivers.includes(i.id) && i.beaten !== undefined);
    return { id, label, score: 5 * mean(known.map((i) => i.beaten)) };
  });
  const rank = 1 - Math.min(0.999, mean(parts.map((p) => p.score / 5)) ** shop.crowding);
  return { day: asOf, indicators, parts, rank, total: 5 * (1 - rank) };
}
