import { describe, expect, test } from 'vitest';
import { defaultNowMs } from '../shared/shop.mjs';
import { scoreAt } from './generator/accounting.mjs';
import { generateShop } from './generator/index.mjs';
import { FAULTS, INDICATORS, SINGLE_FAULTS } from './generator/indicators.mjs';
import { buildTruth } from './generator/truth.mjs';

const asOf = '2026-11-20';
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 11, 42, 99, 1234, 20261120];
const DAY = 86400000;
const beijingDay = (ms) => new Date(ms + 8 * 3600000).toISOString().slice(0, 10);
const shopOf = (seed, fault) => generateShop({ seed, asOf, fault });
const truthOf = (shop) => buildTruth(shop, defaultNowMs(shop.seed, asOf));
const hash = (value) => JSON.stringify(value);

describe('the generator', () => {
  test('gives the same shop and truth for the same arguments, another for another seed', () => {
    const [one, again, other] = [shopOf(7, 'quality'), shopOf(7, 'quality'), shopOf(8, 'quality')];
    expect(hash(again)).toBe(hash(one));
    expect(hash(truthOf(again))).toBe(hash(truthOf(one)));
    expect(hash(other)).not.toBe(hash(one));
    expect(other.rubric.weights).not.toEqual(one.rubric.weights);
  });

  test('refuses faults it does not know', () => {
    expect(() => shopOf(1, 'weather')).toThrow(/unknown fault/);
  });

  test('weights sum to 100, each 15–60; curves never turn back', () => {
    for (const seed of SEEDS) {
      const { weights, knots, shares } = shopOf(seed, 'none').rubric;
      const list = Object.values(weights);
      expect(list.reduce((a, b) => a + b, 0)).toBe(100);
      expect(list.every((w) => w >= 15 && w <= 60)).toBe(true);
      for (const { id } of INDICATORS) {
        const steps = knots[id].slice(1).map((k, i) => Math.sign(k - knots[id][i]));
        expect(new Set(steps).size).toBe(1);
      }
      for (const dimension of ['product', 'logistics', 'service']) {
        const mine = INDICATORS.filter((i) => i.dimension === dimension);
        expect(mine.reduce((sum, i) => sum + shares[i.id], 0)).toBeCloseTo(1, 9);
      }
    }
  });
});

describe.each(SINGLE_FAULTS)('fault %s', (fault) => {
  test.each(SEEDS)('costs the most points, seed %i', (seed) => {
    const truth = truthOf(shopOf(seed, fault));
    const planted = INDICATORS.find((i) => i.fault === fault);
    const lost = [...truth.indicators].sort((a, b) => b.pointsLost - a.pointsLost);
    expect(lost[0].id).toBe(planted.id);
    expect(lost[0].pointsLost).toBeGreaterThan(1.5 * lost[1].pointsLost);
    expect(lost[0].points).toBeLessThan(60);
    expect(truth.drag.indicator).toBe(planted.id);
    const byDimension = [...truth.dimensions].sort((a, b) => b.pointsLost - a.pointsLost);
    expect(byDimension[0].id).toBe(planted.dimension);
    if (!planted.id.startsWith('chat')) expect(truth.offenders.length).toBeGreaterThan(3);
  });
});

test.each(SEEDS)('light-vs-heavy: the worse rate loses less, seed %i', (seed) => {
  const { drag, indicators, dimensions } = truthOf(shopOf(seed, 'light-vs-heavy'));
  const [heavy, light] = [drag.indicator, drag.looksWorse].map((id) =>
    indicators.find((i) => i.id === id),
  );
  expect(light.points).toBeLessThan(heavy.points);
  expect(heavy.pointsLost).toBeGreaterThan(1.5 * light.pointsLost);
  const weight = (i) => dimensions.find((d) => d.id === i.dimension).weight;
  expect(weight(light)).toBeLessThan(weight(heavy));
});

test.each(SEEDS)('none: nothing stands out, seed %i', (seed) => {
  const truth = truthOf(shopOf(seed, 'none'));
  expect(truth.drag).toBeNull();
  expect(Math.max(...truth.indicators.map((i) => i.pointsLost))).toBeLessThan(1.3);
  expect(truth.total.exact).toBeGreaterThan(92);
});

test.each(FAULTS)('%s: a realistic list', (fault) => {
  const shop = shopOf(5, fault);
  const { orders, tickets } = shop;
  const window = orders.filter((o) => o.placedMs < Date.parse('2026-11-21T00:00:00+08:00'));
  expect(window.length).toBe(2400);
  expect(new Set(window.map((o) => beijingDay(o.placedMs))).size).toBeGreaterThanOrEqual(115);
  const ids = [...orders.map((o) => o.orderId), ...tickets.map((t) => t.ticketId)];
  expect(ids.every((id) => /^\d{18,19}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(ids.map(Number)).size).toBeLessThan(ids.length);
  expect(new Set(tickets.map((t) => t.type)).size).toBeGreaterThanOrEqual(6);
  expect(orders.some((o) => o.presale) && orders.some((o) => o.cancelledMs)).toBe(true);
  expect(orders.some((o) => o.lines.length > 2) && orders.some((o) => o.excluded === 'gift')).toBe(
    true,
  );
  const rising = (list) => list.every((ms, i) => i === 0 || list[i - 1] <= ms);
  const life = (o) => [o.placedMs, o.paidMs, o.shippedMs, o.pickupMs, o.signedMs, o.finishedMs];
  expect(orders.filter((o) => !rising(life(o).filter((ms) => ms !== undefined)))).toEqual([]);
  const stepsAreWrong = (t) =>
    t.steps[0].atMs !== t.appliedMs ||
    !rising(t.steps.map((s) => s.atMs)) ||
    t.steps.some((s, i) => s.dueMs && !(t.steps[i + 1].atMs <= s.dueMs));
  expect(tickets.filter(stepsAreWrong)).toEqual([]);
});

describe('truth against a recount of the records', () => {
  const shop = shopOf(42, 'quality');
  const truth = truthOf(shop);
  const { nowMs } = truth;
  const from = Date.parse('2026-10-22T00:00:00+08:00');
  const to = Date.parse('2026-11-21T00:00:00+08:00');
  const inWindow = (ms) => ms >= from && ms < to;

  test('lists and days', () => {
    const orders = shop.orders.filter((o) => o.placedMs <= nowMs);
    const tickets = shop.tickets.filter((t) => t.appliedMs <= nowMs);
    expect(truth.evidence.all.orders).toBe(orders.length);
    expect(truth.lists.orders.全部).toBe(orders.length);
    expect(truth.evidence.all.tickets).toBe(tickets.length);
    for (const row of truth.evidence.perDay) {
      expect(row.orders).toBe(orders.filter((o) => beijingDay(o.placedMs) === row.day).length);
      expect(row.tickets).toBe(tickets.filter((t) => beijingDay(t.appliedMs) === row.day).length);
    }
    const lastDays = truth.evidence.perDay.filter((r) => r.day >= '2026-10-22' && r.day <= asOf);
    for (const key of [
      'orders',
      'tickets',
      'qualityReasonTickets',
      'damageReasonTickets',
      'countdownTickets',
    ]) {
      expect(truth.evidence.last30[key]).toBe(lastDays.reduce((sum, r) => sum + r[key], 0));
    }
    let quality = 0;
    for (const t of tickets) if (inWindow(t.appliedMs) && t.now.kind === 'quality') quality++;
    expect(truth.evidence.last30.qualityReasonTickets).toBe(quality);
    expect(quality).toBeGreaterThan(8);
    const sum = (counts) => Object.values(counts).reduce((a, b) => a + b, 0);
    for (const key of ['ticketsByType', 'ticketsByReason', 'ticketsByStatus']) {
      expect(sum(truth.evidence.all[key])).toBe(tickets.length);
    }
    expect(sum(truth.evidence.all.ordersByStatus)).toBe(orders.length);
  });

  test('open countdowns end in the future, within a week', () => {
    expect(truth.evidence.open.length).toBeGreaterThan(4);
    for (const { dueMs } of truth.evidence.open) {
      expect(dueMs).toBeGreaterThan(nowMs);
      expect(dueMs - nowMs).toBeLessThanOrEqual(7 * DAY);
      expect(dueMs % 1000).toBe(0);
    }
    expect(truth.evidence.open.some((o) => o.dueAction === '自动同意')).toBe(true);
  });

  test('quality, pickup, audit and rating by the rule', () => {
    const of = (id) => truth.indicators.find((i) => i.id === id);
    const valid = shop.orders.filter((o) => o.paidMs < to && !o.excluded);
    const signed = valid.filter((o) => inWindow(o.signedMs));
    const bad = signed.filter((o) => {
      const mine = shop.tickets.filter((t) => t.orderId === o.orderId && t.appliedMs < to);
      mine.sort((a, b) => a.appliedMs - b.appliedMs);
      return mine[0]?.first.kind === 'quality';
    });
    expect(of('quality-return-rate')).toMatchObject({ num: bad.length, den: signed.length });
    expect(truth.offenders.map((o) => o.orderId).sort()).toEqual(bad.map((o) => o.orderId).sort());
    const rated = signed.filter((o) => o.ratedMs < to);
    expect(of('product-rating').value).toBeCloseTo(
      rated.reduce((s, o) => s + o.stars, 0) / rated.length,
      9,
    );
    let seconds = 0;
    const picked = valid.filter((o) => inWindow(o.pickupMs) && !o.presale);
    for (const o of picked) {
      const hour = new Date(o.paidMs + 8 * 3600000).getUTCHours();
      let start = o.paidMs;
      if (hour < 6 || hour >= 18) {
        start = Date.parse(`${beijingDay(o.paidMs + (hour >= 18 ? DAY : 0))}T06:00:00+08:00`);
      }
      seconds += (o.pickupMs - start) / 1000;
    }
    expect(of('pickup-hours').value).toBeCloseTo(seconds / picked.length / 3600, 6);
  });

  test('the total is the weighted sum with bonus and deductions', () => {
    const { indicators, dimensions, total, bonus, deductions } = truth;
    const lost = indicators.reduce((sum, i) => sum + i.pointsLost, 0);
    const extra = (list) => list.reduce((sum, { points }) => sum + points, 0);
    expect(total.exact).toBeCloseTo(
      Math.min(100, 100 - lost + extra(bonus) - extra(deductions)),
      6,
    );
    expect(dimensions.reduce((sum, d) => sum + d.pointsLost, 0)).toBeCloseTo(lost, 6);
  });

  test('the day before differs by its own window', () => {
    const before = scoreAt(shop, '2026-11-19');
    expect(before.indicators.some((i, n) => i.den !== truth.indicators[n].den)).toBe(true);
  });
});
