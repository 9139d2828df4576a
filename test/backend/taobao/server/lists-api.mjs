/** Paging and tabs of the two lists, and the score page: only what the pages print leaves the server. */
import { dashTime } from '../../shared/beijing.mjs';
import { pageOf, yuan } from '../../shared/rows.mjs';
import { PICKUP_LIMIT, scoreAt } from '../generator/accounting.mjs';
import { STEPS } from '../generator/indicators.mjs';
import { isApplied, isPlaced, orderStatusAt, ticketStepAt } from '../generator/state.mjs';
import { pageValue, updatedMs } from '../generator/truth.mjs';
import { ORDER_TABS } from '../generator/words.mjs';

export function listOrders({ shop, nowMs, pageState }, query) {
  const tab = ORDER_TABS.find(({ key }) => key === query.get('tab')) ?? ORDER_TABS[0];
  const found = (pageState === 'empty' ? [] : shop.orders)
    .filter((o) => isPlaced(o, nowMs))
    .filter((o) => tab.key === 'all' || orderStatusAt(o, nowMs) === (tab.status ?? tab.label))
    .reverse();
  const tickets = new Map(
    shop.tickets.filter((t) => isApplied(t, nowMs)).map((t) => [t.lineId, t]),
  );
  const rows = pageOf(found, query, 20).map((o) => ({
    orderId: o.orderId,
    placed: dashTime(o.placedMs),
    status: orderStatusAt(o, nowMs),
    promise: promiseWord(o, nowMs),
    paid: yuan(o.paidFen),
    lines: o.lines.map((line) => ({
      lineId: line.lineId,
      name: line.productName,
      spec: line.spec,
      code: line.code,
      quantity: line.quantity,
      price: yuan(line.unitPriceFen),
      aftersale: tickets.has(line.lineId) ? aftersaleWord(tickets.get(line.lineId), nowMs) : '',
    })),
  }));
  return { total: found.length, rows, tabs: ORDER_TABS };
}

/** This shop promises nothing beyond the rule. */
const promiseWord = (order, nowMs) => {
  if (orderStatusAt(order, nowMs) !== '买家已付款') return '';
  return nowMs > order.paidMs + PICKUP_LIMIT ? '发货已超时' : '发货未超时';
};

const aftersaleWord = (ticket, nowMs) => {
  const { status } = ticketStepAt(ticket, nowMs);
  return /成功$/.test(status) ? status : '退款中';
};

export function listRefunds({ shop, nowMs, pageState }, query) {
  const orders = new Map(shop.orders.map((o) => [o.orderId, o]));
  const found = (pageState === 'empty' ? [] : shop.tickets)
    .filter((t) => isApplied(t, nowMs))
    .reverse();
  const rows = pageOf(found, query, 20).map((t) => {
    const order = orders.get(t.orderId);
    const { status, dueMs } = ticketStepAt(t, nowMs);
    return {
      ticketId: t.ticketId,
      orderId: t.orderId,
      applied: dashTime(t.appliedMs),
      name: order.lines.find(({ lineId }) => lineId === t.lineId).productName,
      paid: yuan(order.paidFen),
      refund: yuan(t.refundFen),
      type: t.type,
      reason: t.reason,
      goods: t.beforeShipping ? '未发货' : '已收到货',
      status,
      dueMs,
    };
  });
  return { total: found.length, rows };
}

export function scorePage({ shop, nowMs, pageState }) {
  if (pageState === 'no-score') return { noScore: true };
  const score = scoreAt(shop, shop.asOf);
  const limit = (i, value) => {
    const text = i.unit === '%' ? `${Math.round(value * 1e6) / 1e4}%` : `${value}小时`;
    return `${i.better === 'low' ? '≤' : '≥'}${text}`;
  };
  return {
    updated: dashTime(updatedMs(shop, nowMs)),
    industry: shop.industry,
    total: score.total.toFixed(2),
    steps: STEPS,
    dimensions: score.dimensions.map((d) => ({
      ...d,
      score: d.score.toFixed(2),
      indicators: score.indicators
        .filter((i) => i.dimension === d.id)
        .map((i) => ({
          label: i.label,
          value: i.value === undefined ? '-' : `${pageValue(i)}${i.unit}`,
          points: `${i.points.toFixed(1)}分`,
          weight: `${Math.round(i.share * 100)}%`,
          limits: i.tiers.map((value) => limit(i, value)),
        })),
    })),
  };
}
