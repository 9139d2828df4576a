import { describe, expect, test } from 'vitest';
import { buildTruth } from './generator/truth.mjs';
import { control } from './server/control.mjs';
import { listLogistics, listOrders, listTickets } from './server/lists-api.mjs';
import { scorePage } from './server/score-api.mjs';
import { createState } from './server/state.mjs';

const HOUR = 3600000;
const start = (options) =>
  createState({ seed: 42, fault: 'quality', asOf: '2026-11-20', ...options });
const query = (fields = {}) => new URLSearchParams(fields);
const truthOf = (state) => buildTruth(state.shop, state.nowMs);

function allPages(list, state, fields = {}) {
  const { total } = list(state, query(fields));
  const rows = [];
  for (let page = 1; rows.length < total; page++) {
    const next = list(state, query({ ...fields, page, size: 100 })).rows;
    if (next.length === 0) break;
    rows.push(...next);
  }
  return { total, rows };
}

describe('lists', () => {
  const state = start();
  const truth = truthOf(state);

  test('hold what truth says, tab by tab, newest first, each row once', () => {
    for (const tab of listOrders(state, query()).tabs) {
      const { total, rows } = allPages(listOrders, state, { tab: tab.key });
      expect(total).toBe(truth.lists.orders[tab.label]);
      expect(new Set(rows.map((r) => r.orderId)).size).toBe(total);
      const placed = rows.map((r) => r.placed);
      expect([...placed].sort().reverse()).toEqual(placed);
    }
    for (const tab of listTickets(state, query()).tabs) {
      expect(listTickets(state, query({ tab: tab.key })).total).toBe(
        truth.lists.aftersales[tab.label],
      );
    }
  });

  test('recounted from the displayed rows, days, types, reasons and statuses agree with truth', () => {
    const { rows } = allPages(listTickets, state);
    const tally = (of) => {
      const counts = {};
      for (const row of rows) counts[of(row)] = (counts[of(row)] ?? 0) + 1;
      return counts;
    };
    expect(tally((r) => r.type)).toEqual(truth.evidence.all.ticketsByType);
    expect(tally((r) => r.reason)).toEqual(truth.evidence.all.ticketsByReason);
    expect(tally((r) => r.status)).toEqual(truth.evidence.all.ticketsByStatus);
    const byDay = tally((r) => r.applied.slice(0, 10).replaceAll('/', '-'));
    for (const row of truth.evidence.perDay) expect(byDay[row.day] ?? 0).toBe(row.tickets);
    const marked = rows.filter((r) => r.reason.includes('商品品质原因'));
    expect(marked.length).toBe(truth.evidence.all.qualityReasonTickets);
    expect(rows.filter((r) => r.dueMs).length).toBe(truth.evidence.open.length);
    expect(rows.filter((r) => r.arbitration !== '-').length).toBe(
      truth.evidence.all.arbitrationTickets,
    );
    const orders = allPages(listOrders, state).rows;
    for (const row of truth.evidence.perDay) {
      const day = row.day.replaceAll('-', '/');
      expect(orders.filter((o) => o.placed.startsWith(day)).length).toBe(row.orders);
    }
  });

  test('cards count what their filter lists', () => {
    for (const { items } of listTickets(state, query()).cards) {
      for (const { label, count } of items) {
        expect(listTickets(state, query({ card: label })).total).toBe(count);
        expect(truth.lists.aftersaleCards[label]).toBe(count);
      }
    }
  });

  test('filters by id, words, time; asc turns the list round', () => {
    const [first] = listOrders(state, query()).rows;
    expect(listOrders(state, query({ id: first.orderId })).rows).toEqual([first]);
    const words = first.lines[0].name;
    const named = allPages(listOrders, state, { text: words }).rows;
    expect(named.every((o) => o.lines.some((l) => l.name.includes(words)))).toBe(true);
    const from = '2026-11-01';
    const week = allPages(listOrders, state, { from, to: '2026-11-07' }).rows;
    const perDay = truth.evidence.perDay.filter(
      (r) => r.day >= '2026-11-01' && r.day <= '2026-11-07',
    );
    expect(week.length).toBe(perDay.reduce((sum, r) => sum + r.orders, 0));
    const oldest = listOrders(state, query({ sort: 'asc' })).rows[0];
    expect(oldest.placed < first.placed).toBe(true);
    expect(
      allPages(listOrders, state, { timeType: 'finished', from }).rows.every(
        (o) => o.status !== '待发货',
      ),
    ).toBe(true);
  });

  test('show no field without evidence', () => {
    const order = listOrders(state, query()).rows[0];
    expect(Object.keys(order).sort()).toEqual(
      [
        'income',
        'lines',
        'orderId',
        'paid',
        'payMethod',
        'placed',
        'receiver',
        'remark',
        // The list is sorted by it and the export has it; how a row writes it is not known.
        'shipBy',
        'status',
      ].sort(),
    );
    const json =
      JSON.stringify(allPages(listOrders, state).rows) +
      JSON.stringify(allPages(listTickets, state).rows);
    expect(json).not.toMatch(/paidMs|pickup|signed|first|agreed|escalat|stars/i);
  });

  test('logistics lines come for the asked tickets only', () => {
    const ids = listTickets(state, query()).rows.map((r) => r.ticketId);
    const { lines } = listLogistics(state, query({ ids: ids.join(',') }));
    expect(Object.keys(lines).sort()).toEqual([...ids].sort());
  });
});

test('the score page prints what truth holds, and weights only when asked', () => {
  const state = start();
  const truth = truthOf(state);
  const page = scorePage(state);
  expect(page.total).toBe(String(truth.total.shown));
  expect(page.dimensions.flatMap((d) => d.indicators.map((i) => Number(i.value)))).toEqual(
    truth.indicators.map((i) => i.pageValue),
  );
  expect(page.dimensions.map((d) => d.weight)).toEqual(
    truth.dimensions.map((d) => `权重 ${d.weight}%`),
  );
  expect(JSON.stringify(scorePage(start({ weights: 'hidden' })))).not.toContain('权重');
  expect(scorePage(start({ state: 'no-score' }))).toEqual({
    noScore: true,
    industry: truth.industry,
  });
});

describe('control', () => {
  test('new orders arrive on top', () => {
    const state = start();
    const before = listOrders(state, query()).total;
    const { orderIds } = control(state, { action: 'new-orders', count: 3 });
    const after = listOrders(state, query());
    expect(after.total).toBe(before + 3);
    expect(
      after.rows
        .slice(0, 3)
        .map((r) => r.orderId)
        .sort(),
    ).toEqual([...orderIds].sort());
    expect(truthOf(state).evidence.all.orders).toBe(before + 3);
  });

  test('a ticket changes status, in the list and in truth', () => {
    const state = start();
    const { ticketId } = truthOf(state).evidence.open[0];
    const before = truthOf(state).lists.aftersales.退款成功;
    control(state, { action: 'ticket-status', ticketId, status: '退款成功' });
    const [row] = listTickets(state, query({ id: ticketId })).rows;
    expect(row).toMatchObject({ status: '退款成功', dueMs: undefined });
    expect(truthOf(state).lists.aftersales.退款成功).toBe(before + 1);
    expect(() => control(state, { action: 'ticket-status', ticketId: '1', status: 'x' })).toThrow();
  });

  test('advance moves the clock and what happens by it', () => {
    const state = start();
    const before = truthOf(state);
    const { nowMs } = control(state, { action: 'advance', ms: 12 * HOUR });
    expect(Math.abs(nowMs - before.nowMs - 12 * HOUR)).toBeLessThan(5000);
    const after = truthOf(state);
    expect(after.evidence.all.orders).toBeGreaterThan(before.evidence.all.orders);
    expect(after.evidence.last30.orders).toBe(before.evidence.last30.orders);
    expect(after.total).toEqual(before.total);
    expect(scorePage(state).updated).toContain('今日已更新');
    control(state, { action: 'advance', ms: 4 * HOUR });
    expect(scorePage(state).updated).toBe('2026-11-21 11:00:36');
    expect(control(state, { action: 'advance', ms: 10 * HOUR }).asOf).toBe('2026-11-21');
    const nextDay = truthOf(state);
    expect(nextDay.total.previous).toBe(before.total.exact);
    expect(nextDay.evidence.last30.from).toBe('2026-10-23');
    expect(scorePage(state).updated).toBe('2026-11-22 11:00:36（今日已更新）');
  });

  test('another shop answers', () => {
    const state = start();
    const before = listOrders(state, query()).rows[0].orderId;
    control(state, { action: 'switch-shop', seed: 5, fault: 'none', shopName: '另一家' });
    expect(truthOf(state).shopName).toBe('另一家');
    expect(listOrders(state, query({ id: before })).total).toBe(0);
    control(state, { action: 'page-state', value: 'empty' });
    expect(listOrders(state, query()).total).toBe(0);
    expect(() => control(state, { action: 'dance' })).toThrow(/unknown action/);
  });
});

test('refuses unknown options', () => {
  expect(() => start({ variant: 'renamed,upside-down' })).toThrow(/unknown variant/);
  expect(() => start({ state: 'dizzy' })).toThrow(/state/);
});
