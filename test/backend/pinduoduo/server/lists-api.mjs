/** Lists and the pages of one order or case: only what the pages print leaves the server. */
import { dashTime } from '../../shared/beijing.mjs';
import { pageOf, yuan } from '../../shared/rows.mjs';
import { isApplied, isPlaced, orderStatusAt, shipByAt, ticketStepAt } from '../generator/state.mjs';
import { ORDER_TABS, TICKET_CARDS } from '../generator/words.mjs';

const placedOrders = ({ shop, nowMs, pageState }) =>
  pageState === 'empty' ? [] : shop.orders.filter((o) => isPlaced(o, nowMs));

function orderRow(state, order, at) {
  const status = orderStatusAt(order, state.nowMs);
  const shipByMs = shipByAt(order, state.nowMs);
  const isBlank = state.variants.includes('blank-times') && at % 3 === 0;
  return {
    orderId: order.orderId,
    placed: isBlank ? '' : dashTime(order.placedMs),
    shipBy: shipByMs === undefined ? '' : dashTime(shipByMs),
    status,
    productId: order.productId,
    name: order.productName,
    code: order.code,
    spec: order.spec,
    quantity: order.quantity,
    price: yuan(order.unitPriceFen * order.quantity),
    paid: yuan(order.paidFen),
  };
}

export function listOrders(state, query) {
  const all = placedOrders(state);
  const tab = ORDER_TABS.find(({ key }) => key === query.get('tab')) ?? ORDER_TABS[0];
  const found = all
    .filter((o) => !tab.status || orderStatusAt(o, state.nowMs) === tab.status)
    .reverse();
  const waiting = all.filter((o) => orderStatusAt(o, state.nowMs) === '待发货').length;
  return {
    total: found.length,
    rows: pageOf(found, query, 20).map((o, i) => orderRow(state, o, i)),
    tabs: ORDER_TABS.map(({ key, label, status }) => ({
      key,
      label,
      count: status === '待发货' ? waiting : undefined,
    })),
  };
}

const appliedTickets = ({ shop, nowMs, pageState }) =>
  pageState === 'empty' ? [] : shop.tickets.filter((t) => isApplied(t, nowMs));

function ticketRow(state, ticket) {
  const order = state.shop.orders.find((o) => o.orderId === ticket.orderId);
  const { status, dueMs, dueAction } = ticketStepAt(ticket, state.nowMs);
  return {
    number: ticket.number,
    orderId: ticket.orderId,
    applied: dashTime(ticket.appliedMs),
    dueMs,
    dueAction,
    name: order.productName,
    spec: order.spec,
    paid: yuan(order.paidFen),
    refund: yuan(ticket.refundFen),
    shipping: ticket.beforeShipping ? '未发货' : '已发货',
    type: ticket.type,
    status,
    negotiation: status === '平台处理中' ? '平台介入' : dueMs ? '联系消费者' : '-',
    reason: ticket.reason,
  };
}

export function listTickets(state, query) {
  const all = appliedTickets(state);
  const card = TICKET_CARDS.find(({ label }) => label === query.get('card'));
  const statusOf = (t) => ticketStepAt(t, state.nowMs).status;
  const found = all.filter((t) => !card || card.status.test(statusOf(t))).reverse();
  return {
    total: found.length,
    rows: pageOf(found, query, 20).map((t) => ticketRow(state, t)),
    cards: TICKET_CARDS.map(({ label, status }) => ({
      label,
      count: all.filter((t) => status.test(statusOf(t))).length,
    })),
  };
}

const dated = (ms, nowMs) => (ms !== undefined && ms <= nowMs ? dashTime(ms) : '');

export function oneOrder(state, query) {
  const order = placedOrders(state).find(({ orderId }) => orderId === query.get('sn'));
  if (!order) return {};
  const { nowMs } = state;
  return {
    order: {
      ...orderRow(state, order, 1),
      shipped: dated(order.shippedMs, nowMs),
      finished: dated(order.finishedMs, nowMs),
      express: order.shippedMs <= nowMs ? `YT${order.orderId.slice(-13)}` : '',
      signed: dated(order.signedMs, nowMs),
    },
  };
}

export function oneTicket(state, query) {
  const ticket = appliedTickets(state).find(({ number }) => number === query.get('id'));
  if (!ticket) return {};
  return {
    ticket: {
      ...ticketRow(state, ticket),
      agreed: dated(ticket.agreedMs, state.nowMs),
      refunded: dated(ticket.refundedMs, state.nowMs),
    },
  };
}

export function listReviews(state, query) {
  const { nowMs, variants } = state;
  const found = placedOrders(state)
    .filter((o) => o.ratedMs <= nowMs)
    .sort((a, b) => b.ratedMs - a.ratedMs);
  const rows = pageOf(found, query, 20).map(({ orderId, stars, hasText, ratedMs }) => ({
    orderId,
    stars,
    text: hasText ? '东西收到了，和家里的很搭，下次还来' : '此用户未填写评价内容',
    rated: dashTime(ratedMs),
  }));
  return { total: found.length, rows, variants };
}
