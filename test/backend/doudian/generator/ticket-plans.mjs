/** Who applies for after-sale, when, of which type, for which first reason. */
import { DAY, endOfDay, HOUR, MINUTE } from '../../shared/beijing.mjs';
import { createQuota } from '../../shared/random.mjs';
import { REASONS } from './words.mjs';

const AFTER_SIGNING = {
  quality: [
    ['退货退款', 62],
    ['已发货退款', 20],
    ['换货', 12],
    ['维修', 4],
    ['补寄', 2],
  ],
  damage: [
    ['退货退款', 40],
    ['已发货退款', 45],
    ['补寄', 15],
  ],
  other: [
    ['退货退款', 86],
    ['换货', 10],
    ['仅退款', 4],
  ],
  parcel: [
    ['补寄', 60],
    ['已发货退款', 30],
    ['仅退款', 10],
  ],
};

const payingLines = (order) => order.lines.filter((line) => !line.gift);

function draft(random, order, line, type, kind, appliedMs) {
  const reason = random.pick(REASONS[kind]);
  const plan = { order, line, type, kind, reason, appliedMs: Math.floor(appliedMs / 1000) * 1000 };
  // A later change of the reason: the page shows the new one, the rule counts the first.
  if (kind !== 'other' && random.chance(0.05))
    plan.changed = { kind: 'other', reason: random.pick(REASONS.other) };
  if (kind === 'other' && random.chance(0.01))
    plan.changed = { kind: 'quality', reason: random.pick(REASONS.quality) };
  return plan;
}

function cancelBeforeShipping(random, order) {
  const instant = random.chance(0.55);
  const wait = instant ? random.between(1, 25) * MINUTE : random.between(0.5, 9) * HOUR;
  const appliedMs = Math.min(order.paidMs + wait, order.shippedMs - 2 * MINUTE);
  if (appliedMs <= order.paidMs) return [];
  order.neverShipped = true;
  if (instant) order.excluded = 'instant-refund';
  const kind = random.chance(0.2) ? 'logistics' : 'other';
  return payingLines(order).map((line) => ({
    ...draft(random, order, line, '未发货退款', kind, appliedMs),
    instant,
  }));
}

function afterSigning(random, order, kind, delayHours) {
  const type = random.weighted(AFTER_SIGNING[kind]);
  const line = random.pick(payingLines(order));
  return [draft(random, order, line, type, kind, order.signedMs + delayHours * HOUR)];
}

/** A first application that the buyer withdraws, followed by another one. */
function maybeTwice(random, plans) {
  const [plan] = plans;
  if (!plan || plan.type === '未发货退款' || !random.chance(0.06)) return plans;
  const second = {
    ...plan,
    changed: undefined,
    appliedMs: plan.appliedMs + random.int(20, 60) * HOUR,
  };
  if (plan.kind !== 'other' && random.chance(0.5)) {
    second.kind = 'other';
    second.reason = random.pick(REASONS.other);
  }
  return [{ ...plan, withdrawn: true }, second, ...plans.slice(1)];
}

/** @returns ticket plans in the order of the orders */
export function planTickets(random, orders, rates) {
  const quality = createQuota(random);
  const damage = createQuota(random);
  const plans = [];
  for (const order of orders) {
    if (!order.paidMs || payingLines(order).length === 0) continue;
    if (random.chance(0.045)) {
      plans.push(...cancelBeforeShipping(random, order));
      if (order.neverShipped) continue;
    }
    const counted = !order.excluded;
    const isQuality = counted && quality(rates.rate('quality-return-rate', order.signedMs));
    const isDamage = counted && damage(rates.rate('damage-return-rate', order.paidMs));
    let mine = [];
    if (isQuality) mine = afterSigning(random, order, 'quality', random.between(2, 60));
    else if (isDamage) mine = afterSigning(random, order, 'damage', random.between(0.5, 20));
    else if (random.chance(0.055))
      mine = afterSigning(random, order, 'other', random.between(3, 150));
    else if (random.chance(0.006))
      mine = afterSigning(random, order, 'parcel', random.between(1, 30));
    else if (random.chance(0.022)) mine = onTheRoad(random, order);
    plans.push(...maybeTwice(random, mine));
  }
  return plans;
}

function onTheRoad(random, order) {
  const kind = random.chance(0.5) ? 'logistics' : 'other';
  const appliedMs = order.shippedMs + random.between(0.1, 0.9) * (order.signedMs - order.shippedMs);
  const line = random.pick(payingLines(order));
  order.intercepted = payingLines(order).length === 1 && random.chance(0.7);
  if (order.intercepted) order.stars = order.ratedMs = undefined;
  return [draft(random, order, line, '已发货退款', kind, appliedMs)];
}

/**
 * What waits for the merchant on the page's morning: recent applications nobody has looked at and
 * one close to its automatic agreement. They end after `asOf`, so no mean of the window has them.
 */
export function planWaiting(random, orders, plans, asOf) {
  const taken = new Set(plans.map((plan) => plan.order));
  const end = endOfDay(asOf);
  const quiet = orders.filter(
    (o) =>
      !taken.has(o) && !o.excluded && o.signedMs > end - 6 * DAY && o.signedMs < end - 1.2 * DAY,
  );
  const wanted = [
    ['退货退款', end - random.between(30, 34) * HOUR],
    ['退货退款', end - random.between(18, 26) * HOUR],
    ...['退货退款', '退货退款', '已发货退款', '换货'].map((type) => [
      type,
      end + random.between(-7, 10) * HOUR,
    ]),
  ];
  const wait = (order, type, appliedMs) => ({
    ...draft(random, order, random.pick(payingLines(order)), type, 'other', appliedMs),
    waitsHours: 48,
    changed: undefined,
  });
  const plansToWait = wanted.flatMap(([type, appliedMs]) => {
    const [order] = quiet.splice(random.int(0, quiet.length - 1), 1);
    return order ? [wait(order, type, appliedMs)] : [];
  });
  const unshipped = orders.find(
    (o) =>
      !taken.has(o) &&
      !o.excluded &&
      !o.presale &&
      o.paidMs > end - 5 * HOUR &&
      payingLines(o).length === 1,
  );
  if (unshipped) {
    unshipped.neverShipped = true;
    plansToWait.push(
      wait(unshipped, '未发货退款', unshipped.paidMs + random.between(5, 50) * MINUTE),
    );
  }
  return plansToWait;
}

const canStillApply = (order, seekMs) =>
  !order.neverShipped && !order.intercepted && order.signedMs < seekMs + DAY;

/**
 * Buyers who turn to the platform: arbitration on a ticket (shown) or a complaint (not shown).
 * @param seekers [{order, seekMs, plan?}] sorted by seekMs
 */
export function planHelp(random, seekers, rates) {
  const help = createQuota(random);
  const extra = [];
  for (const { order, seekMs, plan } of seekers) {
    if (!help(rates.rate('platform-help-rate', seekMs))) continue;
    if (plan && plan.type !== '未发货退款') {
      plan.arbitrated = true;
      plan.withdrawn = false;
    } else if (canStillApply(order, seekMs) && random.chance(0.6)) {
      const kind = random.chance(0.5) ? 'other' : 'logistics';
      const at = Math.max(order.signedMs, seekMs) + random.between(0.5, 12) * HOUR;
      extra.push({
        ...draft(random, order, random.pick(payingLines(order)), '已发货退款', kind, at),
        arbitrated: true,
      });
    } else order.escalatedMs = seekMs + random.between(4, 48) * HOUR;
  }
  return extra;
}
