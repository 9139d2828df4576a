/** truth.json: what really happened in a shop and what its pages must show. Shape: ../README.md. */
import { addDays, dayOf, endOfDay, startOfDay } from '../../shared/beijing.mjs';
import { navigatorAt, serviceAt } from './accounting.mjs';
import { SERVICE_PARTS } from './indicators.mjs';
import { isApplied, isPlaced, orderStatusAt, shipByAt, ticketStepAt } from './state.mjs';
import { ORDER_TABS, TICKET_CARDS } from './words.mjs';

export const round = (value, places) => Math.round(value * 10 ** places) / 10 ** places;

/** The number as a score page prints it, in the page's unit; a rank is printed as the share beaten. */
export function pageValue({ value, unit, beaten }) {
  if (value === undefined) return undefined;
  if (unit === 'rank') return round(beaten * 100, 2);
  return round(unit === '%' ? value * 100 : value, unit === '%' ? 4 : 2);
}

const printed = (each) => ({ ...each, pageValue: pageValue(each) });

/**
 * What both pages together say of the first one's score: that prints one number of its own, a day newer;
 * ranks, marks and all other numbers are the second one's.
 */
function bothPages(service, navigator) {
  const drivers = new Set(SERVICE_PARTS.flatMap((part) => part.drivers));
  const help = service.indicators.find(({ id }) => id === 'platform-help-rate');
  return navigator.indicators
    .filter(({ id }) => drivers.has(id))
    .map((each) => (each.id === help.id ? { ...each, pageValue: pageValue(help) } : printed(each)));
}

export function buildTruth(shop, nowMs) {
  const { asOf } = shop;
  const service = serviceAt(shop, asOf);
  const navigator = navigatorAt(shop, asOf);
  const orders = shop.orders.filter((o) => isPlaced(o, nowMs));
  const tickets = shop.tickets.filter((t) => isApplied(t, nowMs));
  const from = addDays(asOf, -29);
  const inWindow = (ms) => ms >= startOfDay(from) && ms <= endOfDay(asOf);
  const own = navigator.indicators.find(({ id }) => id === shop.planted);
  const statusOf = (t) => ticketStepAt(t, nowMs).status;
  return {
    schema: 'sample-truth/1',
    platform: 'pinduoduo',
    seed: shop.seed,
    fault: shop.fault,
    asOf,
    nowMs,
    shopName: shop.shopName,
    industry: shop.industry,
    faultFrom: dayOf(shop.faultFrom),
    total: { exact: service.total, rank: service.rank, shown: round(service.total, 1) },
    dimensions: service.parts.map((part) => ({ ...part, shown: round(part.score, 1) })),
    indicators: bothPages(service, navigator),
    navigator: {
      ...navigator,
      indicators: navigator.indicators.map(printed),
      shown: round(navigator.beaten * 100, 2),
    },
    bonus: [],
    deductions: [],
    drag: own ? { indicator: own.id, dimension: own.dimension, beaten: own.beaten } : null,
    offenders:
      own?.id === 'severe-inferior-rate'
        ? shop.orders
            .filter(
              (o) =>
                o.inferiorMs >= startOfDay(own.windowFrom) &&
                o.inferiorMs <= endOfDay(own.windowTo),
            )
            .map(({ orderId }) => ({ orderId }))
        : [],
    chatDays: shop.chats.filter(({ day }) => day <= asOf).map(({ agents: _, ...each }) => each),
    evidence: {
      last30: {
        from,
        to: asOf,
        orders: orders.filter((o) => inWindow(o.placedMs)).length,
        tickets: tickets.filter((t) => inWindow(t.appliedMs)).length,
      },
      toShip: orders.flatMap((o) => {
        const dueMs = shipByAt(o, nowMs);
        return dueMs === undefined ? [] : [{ orderId: o.orderId, dueMs }];
      }),
      open: tickets.flatMap((t) => {
        const { status, dueMs, dueAction } = ticketStepAt(t, nowMs);
        const { number, orderId, appliedMs, type } = t;
        return dueMs ? [{ number, orderId, appliedMs, type, status, dueMs, dueAction }] : [];
      }),
    },
    lists: {
      orders: Object.fromEntries(
        ORDER_TABS.map(({ label, status }) => [
          label,
          orders.filter((o) => !status || orderStatusAt(o, nowMs) === status).length,
        ]),
      ),
      aftersales: { 全部: tickets.length },
      aftersaleCards: Object.fromEntries(
        TICKET_CARDS.map(({ label, status }) => [
          label,
          tickets.filter((t) => status.test(statusOf(t))).length,
        ]),
      ),
    },
  };
}
