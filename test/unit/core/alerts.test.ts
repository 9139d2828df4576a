import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertMemory, type AlertShop, findAlerts, isQuiet } from '../../../src/core/alerts';
import type { AlertChoice, AlertKind } from '../../../src/core/preferences';
import { ALERT_KINDS, defaultPreferences } from '../../../src/core/preferences';
import { beijingDay, beijingMs, HOUR_MS, MINUTE_MS } from '../../../src/core/time';

const TEN = beijingMs(2026, 11, 20, 10);
const shop = { platform: 'p', shopId: '1', name: '店' };
const duty = (id: string, dueInHours: number, seenAgoHours = 0, nowMs = TEN) => ({
  orderId: id,
  ticketId: `t${id}`,
  dueMs: nowMs + dueInHours * HOUR_MS,
  dueAction: '自动同意',
  seenMs: nowMs - seenAgoHours * HOUR_MS,
  indicator: 'aftersale-audit-hours',
});
const known = (more: Partial<AlertShop> = {}): AlertShop => ({
  shop,
  duties: [],
  broken: [],
  ...more,
});
const withScore = (official: number, packId = 'v8'): AlertShop =>
  known({ report: { packId, total: { official, provenance: 'page' }, indicators: [] } });

function choosing(kind: AlertKind, choice: Partial<AlertChoice> = {}) {
  const preferences = defaultPreferences();
  preferences.alerts[kind] = { ...preferences.alerts[kind], on: true, ...choice };
  return preferences;
}

/** Tells the story step by step, memory carried along. */
function story(kind: AlertKind, choice?: Partial<AlertChoice>) {
  const preferences = choosing(kind, choice);
  let memory: AlertMemory = {};
  return (what: AlertShop, nowMs = TEN) => {
    const found = findAlerts([what], preferences, memory, nowMs);
    memory = JSON.parse(JSON.stringify(found.memory));
    return found.alerts;
  };
}

describe('alerts', () => {
  it('are silent until switched on', () => {
    const everything = known({ duties: [duty('1', 2)], broken: ['score'] });
    expect(findAlerts([everything], defaultPreferences(), {}, TEN).alerts).toEqual([]);
  });

  it('tell duties that can still be met in one digest, once', () => {
    const step = story('duties');
    const due = [duty('1', 2), duty('2', 5), duty('3', 30), duty('4', -1), duty('5', 3, 25)];
    expect(step(known({ duties: due }))).toEqual([
      { kind: 'duties', shop, count: 2, dueMs: TEN + 2 * HOUR_MS },
    ]);
    expect(step(known({ duties: due }), TEN + 5 * MINUTE_MS)).toEqual([]);
  });

  it('tell orders to ship in the same digest, and which list has the first', () => {
    const { ticketId: _, ...toShip } = duty('2', 3);
    const first = { ...toShip, dueMs: TEN + HOUR_MS };
    const both = { kind: 'duties', shop, count: 2, orders: 1 };
    expect(story('duties')(known({ duties: [duty('1', 2), toShip] }))).toEqual([
      { ...both, dueMs: TEN + 2 * HOUR_MS },
    ]);
    expect(story('duties')(known({ duties: [duty('1', 2), first] }))).toEqual([
      { ...both, dueMs: TEN + HOUR_MS, page: 'order-list' },
    ]);
  });

  it('tell a further duty with the next digest, an hour later at the earliest', () => {
    const step = story('duties');
    step(known({ duties: [duty('1', 5)] }));
    const two = known({ duties: [duty('1', 5), duty('2', 5)] });
    expect(step(two, TEN + 30 * MINUTE_MS)).toEqual([]);
    expect(step(two, TEN + 60 * MINUTE_MS)).toMatchObject([{ count: 2 }]);
    expect(step(two, TEN + 180 * MINUTE_MS)).toEqual([]);
  });

  it('tell a score that crosses the line, not one that stays, and not the first one seen', () => {
    const step = story('score-line', { threshold: 85 });
    expect(step(withScore(84))).toEqual([]);
    expect(step(withScore(85))).toMatchObject([{ value: 85, line: 85, side: 'above' }]);
    expect(step(withScore(90))).toEqual([]);
    expect(step(withScore(84.9))).toMatchObject([{ side: 'below' }]);
    expect(step(known())).toEqual([]);
    expect(step(withScore(84))).toEqual([]);
  });

  it('tell an indicator whose loss crosses the line', () => {
    const step = story('indicator-line', { threshold: 3 });
    const losing = (pointsLost?: number) =>
      known({
        report: {
          packId: 'v8',
          indicators: [{ id: 'pickup-hours', label: '平均揽收时长', pointsLost }] as never,
        },
      });
    expect(step(losing(2))).toEqual([]);
    expect(step(losing(undefined))).toEqual([]);
    expect(step(losing(3.2))).toMatchObject([{ label: '平均揽收时长', side: 'above', value: 3.2 }]);
    expect(step(losing(3.5))).toEqual([]);
  });

  it('tell another rule once', () => {
    const step = story('rule-change');
    expect(step(withScore(80, 'v7'))).toEqual([]);
    expect(step(withScore(80, 'v8'))).toMatchObject([{ packId: 'v8' }]);
    expect(step(withScore(80, 'v8'))).toEqual([]);
  });

  it('tell no change of rule when the merchant chose the rule', () => {
    const step = story('rule-change');
    step(withScore(80, 'v7'));
    const settings = {
      pack: true,
      dimensionWeights: false,
      indicators: [],
      recency: false,
      refused: [],
    };
    const own = withScore(80, 'v6');
    if (own.report) own.report.settings = settings;
    expect(step(own)).toEqual([]);
    expect(step(withScore(80, 'v7'))).toEqual([]);
    expect(step(withScore(80, 'v8'))).toMatchObject([{ packId: 'v8' }]);
  });

  it('tell a page that can no longer be read, and again only after it was read', () => {
    const step = story('reader-broken');
    expect(step(known({ broken: ['score'] }))).toMatchObject([{ page: 'score' }]);
    expect(step(known({ broken: ['score'] }))).toEqual([]);
    expect(step(known())).toEqual([]);
    expect(step(known({ broken: ['score'] }))).toHaveLength(1);
  });

  it('say that today’s score is out at the hour at which it came out before', () => {
    const updatedMs = beijingMs(2026, 11, 19, 11, 0, 36);
    const seen = known({
      snapshot: { day: beijingDay(updatedMs), updatedMs, seenMs: updatedMs } as never,
    });
    const step = story('score-out');
    expect(step(seen, beijingMs(2026, 11, 20, 10, 59))).toEqual([]);
    expect(step(seen, beijingMs(2026, 11, 20, 11, 1))).toEqual([{ kind: 'score-out', shop }]);
    expect(step(seen, beijingMs(2026, 11, 20, 15))).toEqual([]);
    expect(step(seen, beijingMs(2026, 11, 21, 11, 1))).toHaveLength(1);
    expect(step(known(), beijingMs(2026, 11, 21, 15))).toEqual([]);
  });

  it('tell a desk seat what is to be done, and nothing of the score', () => {
    const preferences = defaultPreferences();
    for (const kind of ALERT_KINDS) preferences.alerts[kind] = { on: true, threshold: 6 };
    const yesterday = { day: beijingDay(TEN) - 1, updatedMs: TEN - 25 * HOUR_MS } as never;
    const losing = (pointsLost: number, total: number, packId: string): AlertShop => ({
      ...withScore(total, packId),
      report: {
        packId,
        total: { official: total, provenance: 'page' },
        indicators: [{ id: 'pickup-hours', label: '平均揽收时长', pointsLost }] as never,
      },
      snapshot: yesterday,
    });
    const kindsFor = (seat: 'owner' | 'desk') => {
      const chosen = { ...preferences, seat };
      const { memory } = findAlerts([losing(1, 7, 'v7')], chosen, {}, TEN - 2 * HOUR_MS);
      const now = { ...losing(9, 5, 'v8'), duties: [duty('1', 2)], broken: ['score' as const] };
      return findAlerts([now], chosen, memory, TEN).alerts.map(({ kind }) => kind);
    };
    expect(kindsFor('owner').sort()).toEqual([...ALERT_KINDS].sort());
    expect(kindsFor('desk')).toEqual(['duties', 'reader-broken']);
  });

  it('keep to the shops chosen', () => {
    const step = story('duties', { shops: ['p/2'] });
    expect(step(known({ duties: [duty('1', 2)] }))).toEqual([]);
  });

  it('are silent in quiet hours, and tell afterwards what still holds', () => {
    const night = beijingMs(2026, 11, 20, 23);
    const step = story('duties', { threshold: 24 });
    const due = known({ duties: [duty('1', 12, 0, night)] });
    expect(step(due, night)).toEqual([]);
    expect(step(due, beijingMs(2026, 11, 21, 7, 59))).toEqual([]);
    expect(step(due, beijingMs(2026, 11, 21, 8))).toMatchObject([{ count: 1 }]);
  });

  it('know quiet hours over midnight, within a day, and none', () => {
    const at = (hour: number) => beijingMs(2026, 11, 20, hour);
    expect([22, 23, 0, 7, 8].map((h) => isQuiet({ from: 23, to: 8 }, at(h)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect([11, 12, 13, 14].map((h) => isQuiet({ from: 12, to: 14 }, at(h)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isQuiet({ from: 8, to: 8 }, at(8))).toBe(false);
  });

  it('never tell the same duty twice, whatever comes and goes', () => {
    const arbitrary = fc.array(
      fc.record({
        minutes: fc.integer({ min: 1, max: 90 }),
        open: fc.subarray(['1', '2', '3', '4']),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(arbitrary, (steps) => {
        const dueMs: Record<string, number> = { 1: 3, 2: 4, 3: 5, 4: 5.5 };
        const step = story('duties');
        let nowMs = TEN;
        let told = 0;
        const seen = new Set<string>();
        for (const { minutes, open } of steps) {
          nowMs += minutes * MINUTE_MS;
          const duties = open.map((id) => ({ ...duty(id, dueMs[id] ?? 0), seenMs: nowMs }));
          const reachable = duties.filter((each) => each.dueMs > nowMs);
          const alerts = step(known({ duties }), nowMs);
          if (alerts.length > 0) {
            told += 1;
            expect(reachable.some((each) => !seen.has(each.orderId))).toBe(true);
            for (const each of reachable) seen.add(each.orderId);
          }
        }
        expect(told).toBeLessThanOrEqual(4);
      }),
    );
  });
});
