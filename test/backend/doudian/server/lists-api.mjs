/** Paging, tabs, filters and sorting of the two lists, on the server as the real site does it. */
import { endOfDay, startOfDay } from '../../shared/beijing.mjs';
import { pageOf, yuan } from '../../shared/rows.mjs';
import { ORDER_TABS, TICKET_CARDS, TICKET_TABS } from '../generator/lists.mjs';
import { isApplied, isPlaced } from '../generator/state.mjs';
import { logisticsLines, orderRow, ticketRow } from './view.mjs';

const CARD_ITEMS = TICKET_CARDS.flatMap((card) => card.items);

/** Text filters and the query's range of Beijing days; `timeMs` is the instant the range is about. */
function matches(query, ids, text, timeMs) {
  const [id, words] = [query.get('id')?.trim(), query.get('text')?.trim()];
  if (id && !ids.includes(id)) return false;
  if (words && !text.includes(words)) return false;
  const [from, to] = [query.get('from'), query.get('to')];
  if (from && !(timeMs >= startOfDay(from))) return false;
  return !(to && !(timeMs <= endOfDay(to)));
}

function sorted(items, timeOf, direction) {
  const sign = direction === 'asc' ? 1 : -1;
  return items.sort((a, b) => sign * (timeOf(a) - timeOf(b)));
}

export function listOrders({ shop, nowMs, pageState }, query) {
  const visible = pageState === 'empty' ? [] : shop.orders.filter((o) => isPlaced(o, nowMs));
  const tab = ORDER_TABS.find((t) => t.key === query.get('tab')) ?? ORDER_TABS[0];
  const byFinish = query.get('timeType') === 'finished';
  const finishedMs = (o) => (o.finishedMs <= nowMs ? o.finishedMs : undefined);
  const found = visible.filter(
    (o) =>
      tab.test(o, nowMs) &&
      matches(
        query,
        [o.orderId],
        o.lines.map((l) => `${l.productName}\n${l.productId}`).join('\n'),
        byFinish ? finishedMs(o) : o.placedMs,
      ),
  );
  sorted(found, (o) => o.placedMs, query.get('sort'));
  const rows = pageOf(found, query, 10).map((o) =>
    orderRow(
      o,
      shop.tickets.filter((t) => t.orderId === o.orderId),
      nowMs,
    ),
  );
  const waiting = visible.filter((o) => ORDER_TABS[2].test(o, nowMs)).length;
  return {
    total: found.length,
    rows,
    tabs: ORDER_TABS.map(({ key, label }) => ({ key, label })),
    waiting,
  };
}

export function listTickets({ shop, nowMs, pageState }, query) {
  const visible = pageState === 'empty' ? [] : shop.tickets.filter((t) => isApplied(t, nowMs));
  const tab = TICKET_TABS.find((t) => t.key === query.get('tab')) ?? TICKET_TABS[0];
  const card = CARD_ITEMS.find((item) => item.label === query.get('card'));
  const type = query.get('type');
  const orders = new Map(shop.orders.map((o) => [o.orderId, o]));
  const found = visible.filter(
    (t) =>
      tab.test(t, nowMs) &&
      (!card || card.test(t, nowMs)) &&
      (!type || t.type === type) &&
      matches(query, [t.orderId, t.ticketId], '', t.appliedMs),
  );
  sorted(found, (t) => t.appliedMs, query.get('sort'));
  return {
    total: found.length,
    rows: pageOf(found, query, 10).map((t) => ticketRow(t, orders.get(t.orderId), nowMs)),
    tabs: TICKET_TABS.map(({ key, label }) => ({ key, label })),
    cards: TICKET_CARDS.map(({ group, items }) => ({
      group,
      items: items.map(({ label, test }) => ({
        label,
        count: visible.filter((t) => test(t, nowMs)).length,
      })),
    })),
  };
}

/** @returns {Record<string, string[]>} ticket id → lines */
export function listLogistics({ shop, nowMs }, query) {
  const wanted = new Set((query.get('ids') ?? '').split(','));
  const lines = {};
  for (const ticket of shop.tickets) {
    if (!wanted.has(ticket.ticketId)) continue;
    const order = shop.orders.find((o) => o.orderId === ticket.orderId);
    lines[ticket.ticketId] = logisticsLines(ticket, order, nowMs);
  }
  return { lines };
}

/** Every product sold, for the page that is none of ours. */
export function listProducts({ shop }) {
  const products = new Map();
  for (const { productId, productName, unitPriceFen } of shop.orders.flatMap((o) => o.lines)) {
    products.set(productId, { productId, name: productName, price: yuan(unitPriceFen) });
  }
  return { rows: [...products.values()] };
}
