/** Answers in orders and days: each against the plainest way of finding it out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badBefore, goodUntil, type RateCount } from '../../../src/core/rate-target';
import { rollOffCalendar } from '../../../src/core/roll-off';
import { wilsonInterval } from '../../../src/core/wilson';
import { leavesOn } from '../../../src/core/window';
import { cell } from './report-fixture';

const counts = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean())
  .map(
    ([den, share, low]): RateCount => ({
      num: Math.floor(share * den),
      den,
      better: low ? 'low' : 'high',
    }),
  );
const thresholds = fc.integer({ min: 5, max: 95 }).map((percent) => percent / 100);
const meets = ({ num, den, better }: RateCount, at: number): boolean =>
  better === 'low' ? num <= at * den + 1e-9 : num >= at * den - 1e-9;
const after = (count: RateCount, good: number, bad: number): RateCount => ({
  ...count,
  num: count.num + (count.better === 'low' ? bad : good),
  den: count.den + good + bad,
});

describe('orders to a target', () => {
  it('is the fewest good orders that reach it', () => {
    fc.assert(
      fc.property(counts, thresholds, (count, at) => {
        const more = goodUntil(count, at) ?? Number.NaN;
        expect(meets(after(count, more, 0), at)).toBe(true);
        if (more > 0) expect(meets(after(count, more - 1, 0), at)).toBe(false);
      }),
    );
  });

  it('is the most bad orders that still keep it', () => {
    fc.assert(
      fc.property(counts, thresholds, (count, at) => {
        const room = badBefore(count, at);
        expect(room === undefined).toBe(!meets(count, at));
        if (room === undefined) return;
        expect(meets(after(count, 0, room), at)).toBe(true);
        expect(meets(after(count, 0, room + 1), at)).toBe(false);
      }),
    );
  });

  it('says when no number of orders can', () => {
    expect(goodUntil({ num: 1, den: 10, better: 'low' }, 0)).toBeUndefined();
    expect(goodUntil({ num: 9, den: 10, better: 'high' }, 1)).toBeUndefined();
    expect(badBefore({ num: 9, den: 10, better: 'high' }, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('wilsonInterval', () => {
  it('holds the rate, stays within 0..1, and narrows with more orders', () => {
    fc.assert(
      fc.property(counts, ({ num, den }) => {
        const [low, high] = wilsonInterval(num, den) ?? [Number.NaN, Number.NaN];
        const [lower, upper] = wilsonInterval(num * 10, den * 10) ?? [Number.NaN, Number.NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(num / den + 1e-12);
        expect(high).toBeGreaterThanOrEqual(num / den - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
        expect(upper - lower).toBeLessThan(high - low);
      }),
    );
  });

  it('is the textbook’s for 0 of 10 and 1 of 10, and nothing without orders', () => {
    expect(wilsonInterval(0, 10)?.[1]).toBeCloseTo(0.2775, 4);
    expect(wilsonInterval(1, 10)?.[0]).toBeCloseTo(0.0179, 4);
    expect(wilsonInterval(1, 10)?.[1]).toBeCloseTo(0.4042, 4);
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });
});

describe('rollOffCalendar', () => {
  it('lets every day leave once, on its roll-off day', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 30, maxLength: 30 }), (bad) => {
        const asOf = 20_000;
        const tallies = bad.map((num, i) => ({ day: asOf - i, cells: { m: cell(num, 10) } }));
        const calendar = rollOffCalendar(tallies, 'm', [30, 1], asOf);
        bad.forEach((num, i) => {
          const row = calendar.find((each) => each.asOf === leavesOn(asOf - i, [30, 1]));
          expect([row?.num, row?.den]).toEqual([num, 10]);
        });
        expect(calendar.at(-1)).toMatchObject({ leftNum: 0, leftDen: 0 });
        expect(calendar.at(-1)?.rate).toBeUndefined();
      }),
    );
  });
});
