/** truth.json: what really happened in a shop and what its pages must show. Shape: ../README.md. */

import { addDays, dayOf, startOfDay } from '../../shared/beijing.mjs';
import { scoreAt } from './accounting.mjs';
import { countEvidence } from './evidence.mjs';
import { listTotals } from './lists.mjs';
import { isApplied, isPlaced } from './state.mjs';

const round = (value, places) => Math.round(value * 10 ** places) / 10 ** places;

/** The number as the score page prints it, in the page's unit: at most four decimals. */
export function pageValue({ value, unit }) {
  return value === undefined ? undefined : round(unit === '%' ? value * 100 : value, 4);
}

/** Is this unit one that makes its indicator bad? Means: worse than the value worth 80 points. */
function isOffending(id, unit, knots) {
  if (id === 'delivery-on-time-rate') return unit.num === 0;
  if (id === 'product-rating') return unit.num <= 2;
  if (id === 'pickup-hours' || id === 'aftersale-audit-hours') return unit.num / 3600 > knots[2];
  return unit.num === 1;
}

function offendersOf(shop, id, units) {
  return units
    .filter((unit) => unit.orderId && isOffending(id, unit, shop.rubric.knots[id]))
    .map(({ orderId, ticketId, num, at }) => ({
      orderId,
      ticketId,
      num,
      day: dayOf(at),
      leavesWindow: addDays(dayOf(at), 30),
    }));
}

function chatDays(shop, windowFrom, windowTo) {
  const days = new Map();
  for (const session of shop.sessions) {
    const day = dayOf(session.startedMs);
    if (!session.counted || day < windowFrom || day > windowTo) continue;
    const row = days.get(day) ?? {
      day,
      sessions: 0,
      rounds: 0,
      replySeconds: 0,
      rated: 0,
      unsatisfied: 0,
    };
    row.sessions += 1;
    row.rounds += session.replySeconds.length;
    row.replySeconds += session.replySeconds.reduce((a, b) => a + b, 0);
    if (session.stars) row.rated += 1;
    if (session.stars <= 3) row.unsatisfied += 1;
    days.set(day, row);
  }
  return [...days.values()];
}

/**
 * @param shop from generateShop
 * @param nowMs the page's own clock: displayed states are those of this instant
 */
export function buildTruth(shop, nowMs) {
  const { asOf, rubric } = shop;
  const windowFrom = addDays(asOf, -29);
  const score = scoreAt(shop, asOf);
  const indicators = score.indicators.map((i) => ({
    ...i,
    pageValue: pageValue(i),
    windowFrom,
    windowTo: asOf,
  }));
  const worst = [...indicators].sort((a, b) => b.pointsLost - a.pointsLost)[0];
  const orders = shop.orders.filter((o) => isPlaced(o, nowMs));
  const tickets = shop.tickets.filter((t) => isApplied(t, nowMs));
  return {
    schema: 'sample-truth/1',
    seed: shop.seed,
    fault: shop.fault,
    asOf,
    nowMs,
    shopName: shop.shopName,
    industry: shop.industry,
    firstDay: shop.firstDay,
    faultFrom: dayOf(shop.faultFrom),
    validOrders: score.validOrders,
    total: {
      exact: score.total,
      shown: Math.round(score.total),
      previous: scoreAt(shop, addDays(asOf, -1)).total,
    },
    dimensions: score.dimensions.map((d) => ({ ...d, shown: Math.round(d.score) })),
    indicators,
    bonus: shop.bonus,
    deductions: shop.deductions,
    drag: rubric.planted
      ? {
          indicator: rubric.planted,
          dimension: worst.dimension,
          pointsLost: worst.pointsLost,
          looksWorse: rubric.decoy,
        }
      : null,
    offenders: rubric.planted ? offendersOf(shop, rubric.planted, score.units[rubric.planted]) : [],
    chatDays: chatDays(shop, windowFrom, asOf),
    evidence: countEvidence(shop, nowMs),
    lists: listTotals(orders, tickets, nowMs),
    updatedMs: updatedMs(shop, nowMs),
  };
}

/** The platform's daily update: 11:00:36, or the last minutes when the page is looked at earlier. */
export function updatedMs(shop, nowMs) {
  const usual = startOfDay(addDays(shop.asOf, 1)) + (11 * 3600 + 36) * 1000;
  return usual <= nowMs ? usual : Math.max(startOfDay(dayOf(nowMs)), nowMs - 5 * 60000);
}
