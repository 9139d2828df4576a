import { describe, expect, it } from 'vitest';
import { buildTruth } from './generator/truth.mjs';
import { control } from './server/control.mjs';
import { listOrders, listTickets, oneOrder, oneTicket } from './server/lists-api.mjs';
import { chatPage, navigatorPage, servicePage } from './server/score-api.mjs';
import { createState } from './server/state.mjs';

const query = (fields = {}) => new URLSearchParams(fields);
const start = (options) => createState({ seed: 42, asOf: '2026-11-20', ...options });
const truthOf = (state) => buildTruth(state.shop, state.nowMs);

describe('lists', () => {
  const state = start({ fault: 'help' });
  const truth = truthOf(state);
  const all = (list, fields = {}) => {
    const { total } = list(state, query(fields));
    const pages = Array.from({ length: Math.ceil(total / 100) }, (_, i) =>
      list(state, query({ ...fields, page: i + 1, size: 100 })),
    );
    return pages.flatMap(({ rows }) => rows);
  };

  it('hold what truth says, newest first, each row once', () => {
    for (const { key, label } of listOrders(state, query()).tabs) {
      const rows = all(listOrders, { tab: key });
      expect(rows.length).toBe(truth.lists.orders[label]);
      expect(new Set(rows.map((row) => row.orderId)).size).toBe(rows.length);
      const placed = rows.map((row) => row.placed);
      expect([...placed].sort().reverse()).toEqual(placed);
    }
    const tickets = all(listTickets);
    expect(tickets.length).toBe(truth.lists.aftersales.全部);
    // Order and second of application name a case: no two may share them.
    expect(new Set(tickets.map((row) => row.orderId + row.applied)).size).toBe(tickets.length);
    expect(tickets.filter((row) => row.dueMs).length).toBe(truth.evidence.open.length);
    for (const [label, count] of Object.entries(truth.lists.aftersaleCards))
      expect(all(listTickets, { card: label }).length).toBe(count);
  });

  it('an order’s number begins with the day it was made, not always that of its group', () => {
    const rows = all(listOrders);
    const dayOf = ({ orderId, placed }) => [
      orderId.slice(0, 6),
      placed.slice(2, 10).replaceAll('-', ''),
    ];
    expect(rows.every((row) => /^\d{6}-\d{15}$/.test(row.orderId))).toBe(true);
    expect(rows.some((row) => dayOf(row)[0] !== dayOf(row)[1])).toBe(true);
  });

  it('one order and one case have pages of their own', () => {
    const [row] = listTickets(state, query()).rows;
    expect(oneTicket(state, query({ id: row.number })).ticket.orderId).toBe(row.orderId);
    expect(oneOrder(state, query({ sn: row.orderId })).order.orderId).toBe(row.orderId);
    expect([oneTicket(state, query()), oneOrder(state, query())]).toEqual([{}, {}]);
  });

  it('a case changes its state, in the list and in truth', () => {
    const { number } = truth.evidence.open[0];
    control(state, { action: 'ticket-status', number, status: '退款成功' });
    expect(all(listTickets).find((row) => row.number === number)).toMatchObject({
      status: '退款成功',
      dueMs: undefined,
    });
    expect(truthOf(state).evidence.open.some((each) => each.number === number)).toBe(false);
  });
});

describe('score pages and chats', () => {
  const state = start({ fault: 'response' });
  const truth = truthOf(state);

  it('print what truth holds', () => {
    const service = servicePage(state);
    expect(Number(service.total)).toBe(truth.total.shown);
    expect(service.parts.map(({ score }) => Number(score))).toEqual(
      truth.dimensions.map(({ shown }) => shown),
    );
    const printed = navigatorPage(state).dimensions.flatMap(({ indicators }) => indicators);
    for (const each of truth.navigator.indicators) {
      const own = printed.find(({ label }) => label === each.label);
      expect(Number.parseFloat(own.value)).toBeCloseTo(each.pageValue, 9);
      expect(own.mark).toBe(each.isMet ? '已达标' : '未达标');
    }
  });

  it('a day of chats adds up, agent by agent', () => {
    const { rows } = chatPage(state, query());
    const [total, ...agents] = rows;
    const last = truth.chatDays.at(-1);
    expect(total).toMatchObject({ buyers: last.buyers, missed: last.buyers - last.answered });
    expect(agents.reduce((sum, { missed }) => sum + missed, 0)).toBe(total.missed);
    expect(agents.reduce((sum, { buyers }) => sum + buyers, 0)).toBe(total.buyers);
  });

  it('a shop without a score says so, an empty one has no rows, an unknown variant is refused', () => {
    expect(servicePage(start({ state: 'no-score' }))).toEqual({ noScore: true });
    expect(listOrders(start({ state: 'empty' }), query()).total).toBe(0);
    expect(() => start({ variant: 'golden' })).toThrow(/golden/);
  });
});
