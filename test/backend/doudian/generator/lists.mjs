/** The lists' tabs and quick-filter cards, as predicates on records at an instant. */
import { HOUR } from '../../shared/beijing.mjs';
import { arbitrationAt, orderStatusAt, ticketStepAt } from './state.mjs';
import { ORDER_STATUSES } from './words.mjs';

export const ORDER_TABS = [
  { key: 'all', label: '全部', test: () => true },
  ...ORDER_STATUSES.map((status) => ({
    key: status,
    label: status,
    test: (order, nowMs) => orderStatusAt(order, nowMs) === status,
  })),
];

const withStatus = (label) => ({
  key: label,
  label,
  test: (ticket, nowMs) => ticketStepAt(ticket, nowMs).status === label,
});

export const TICKET_TABS = [
  { key: 'all', label: '全部', test: () => true },
  ...['待商家处理', '待买家退货', '待商家收货', '仲裁中', '退款成功', '售后关闭'].map(withStatus),
];

const waitingFor = (type) => ({
  label: type,
  test: (t, nowMs) => t.type === type && ticketStepAt(t, nowMs).status === '待商家处理',
});
const backFor = (type) => (t, nowMs) =>
  t.type === type && ticketStepAt(t, nowMs).status === '待商家收货';
const arbitrated = (label, text) => ({
  label,
  test: (t, nowMs) => arbitrationAt(t, nowMs) === text,
});

/** Quick-filter cards of the workbench, by group title. */
export const TICKET_CARDS = [
  {
    group: '优先处理',
    items: [
      {
        label: '临期待处理',
        test: (t, nowMs) => (ticketStepAt(t, nowMs).dueMs ?? Infinity) - nowMs < 24 * HOUR,
      },
    ],
  },
  {
    group: '待处理',
    items: ['未发货退款', '已发货退款', '退货退款', '换货', '补寄', '维修'].map(waitingFor),
  },
  {
    group: '待收货/发货',
    items: [
      { label: '退货待收货', test: backFor('退货退款') },
      { label: '换货待收货/发货', test: backFor('换货') },
    ],
  },
  { group: '待买家', items: [{ ...withStatus('待买家退货'), label: '待退货' }] },
  {
    group: '仲裁',
    items: [
      arbitrated('仲裁待协商', '待与买家协商'),
      arbitrated('仲裁待举证', '待商家举证'),
      arbitrated('仲裁平台处理中', '客服处理中'),
    ],
  },
];

const totals = (items, tabs, nowMs) =>
  Object.fromEntries(
    tabs.map((tab) => [tab.label, items.filter((item) => tab.test(item, nowMs)).length]),
  );

/** 共 N 条 for every tab and card. */
export function listTotals(orders, tickets, nowMs) {
  return {
    orders: totals(orders, ORDER_TABS, nowMs),
    aftersales: totals(tickets, TICKET_TABS, nowMs),
    aftersaleCards: totals(
      tickets,
      TICKET_CARDS.flatMap((card) => card.items),
      nowMs,
    ),
  };
}
