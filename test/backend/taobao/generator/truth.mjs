/** truth.json: what really happened in a shop and what its pages must show. Shape: ../README.md. */
import { addDays, dayOf, endOfDay, startOfDay } from '../../shared/beijing.mjs';
import { scoreAt } from './accounting.mjs';
import { isApplied, isPlaced, ticketStepAt } from './state.mjs';

const round = (value, places) => Math.round(value * 10 ** places) / 10 ** places;

/** The number as the score page prints it, in the page's unit. */
export const pageValue = ({ value, unit }) =>
  value === undefined ? undefined : round(unit === '%' ? value * 100 : value, unit === '%' ? 4 : 2);

/** Nine in the morning, or the last minutes when the page is looked at earlier. */
export function updatedMs(shop, nowMs) {
  const usual = startOfDay(addDays(shop.asOf, 1)) + 9 * 3_600_000;
  return usual <= nowMs ? usual : Math.max(startOfDay(dayOf(nowMs)), nowMs - 5 * 60_000);
}

export function buildTruth(shop, nowMs) {
  const { asOf } = shop;
  const score = scoreAt(shop, asOf);
  const orders = shop.orders.filter((o) => isPlaced(o, nowMs));
  const tickets = shop.tickets.filter((t) => isApplied(t, nowMs));
  const from = addDays(asOf, -29);
  const inWindow = (ms) => ms >= startOfDay(from) && ms <= endOfDay(asOf);
  const own = score.indicators.find(({ id }) => id === shop.planted);
  return {
    schema: 'sample-truth/1',
    platform: 'taobao',
    seed: shop.seed,
    fault: shop.fault,
    asOf,
    nowMs,
    shopName: shop.shopName,
    industry: shop.industry,
    faultFrom: dayOf(shop.faultFrom),
    validOrders: score.validOrders,
    total: { exact: score.total, shown: round(score.total, 2) },
    dimensions: score.dimensions.map((d) => ({ ...d, shown: round(d.score, 2) })),
    indicators: score.indicators.map(({ units: _, ...each }) => ({
      ...each,
      pageValue: pageValue(each),
    })),
    bonus: [],
    deductions: [],
    drag: own ? { indicator: own.id, dimension: own.dimension, pointsLost: own.pointsLost } : null,
    offenders:
      own?.id === 'negative-feedback-rate'
        ? own.units.filter((u) => u.num === 1).map(({ orderId }) => ({ orderId }))
        : [],
    evidence: {
      last30: {
        from,
        to: asOf,
        orders: orders.filter((o) => inWindow(o.placedMs)).length,
        tickets: tickets.filter((t) => inWindow(t.appliedMs)).length,
      },
      open: tickets.flatMap((t) => {
        const { status, dueMs } = ticketStepAt(t, nowMs);
        return dueMs
          ? [{ ticketId: t.ticketId, orderId: t.orderId, type: t.type, status, dueMs }]
          : [];
      }),
    },
    lists: { orders: { 全部: orders.length }, aftersales: { 全部: tickets.length } },
    updatedMs: updatedMs(shop, nowMs),
  };
}
