import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addReading, coverageFor, emptyCoverage } from '../../../src/core/coverage';
import type { ListReading } from '../../../src/core/entities';
import { addInterval, coveredMs, type Interval } from '../../../src/core/intervals';
import type { CoverageState } from '../../../src/core/report-types';
import { DAY_MS } from '../../../src/core/time';

const NOW = Date.UTC(2026, 10, 22, 4);

/** What a page of a list shows: `dates` newest first. */
function page(
  dates: number[],
  pageIndex: number,
  pageSize: number,
  more: Partial<ListReading> = {},
): ListReading {
  const rows = dates.slice((pageIndex - 1) * pageSize, pageIndex * pageSize);
  return {
    side: 'orders',
    filterKey: '',
    total: dates.length,
    pageIndex,
    pageSize,
    rows: rows.length,
    newestMs: rows[0],
    oldestMs: rows.at(-1),
    newestFirst: true,
    ...more,
  };
}
const hourly = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => NOW - (i + 1) * 3_600_000);
const read = (state: CoverageState, ...readings: [ListReading, number][]): CoverageState =>
  readings.reduce((before, [reading, seenMs]) => addReading(before, reading, seenMs), state);
const ratio = (state: CoverageState, fromMs: number, toMs: number): number | undefined =>
  coverageFor(state, 'orders', fromMs, toMs, 7).ratio;

describe('addReading', () => {
  const dates = hourly(25);

  it('claims from the oldest row of page 1, exclusive, to the moment it was read', () => {
    const state = read(emptyCoverage(), [page(dates, 1, 10), NOW]);
    expect(state.orders.intervals).toEqual([[NOW - 10 * 3_600_000 + 1, NOW]]);
    expect(state.orders.total).toBe(25);
  });

  it('claims everything older from the last page on', () => {
    const state = read(
      emptyCoverage(),
      [page(dates, 1, 10), NOW],
      [page(dates, 2, 10), NOW + 1],
      [page(dates, 3, 10), NOW + 2],
    );
    expect(state.orders.intervals).toEqual([[0, NOW]]);
    expect(coverageFor(state, 'orders', NOW - 30 * DAY_MS, NOW, 25)).toEqual({
      side: 'orders',
      seen: 25,
      expected: 25,
      ratio: 1,
    });
  });

  it('leaves the gap of a page that was skipped', () => {
    const state = read(emptyCoverage(), [page(dates, 1, 10), NOW], [page(dates, 3, 10), NOW + 1]);
    expect(state.orders.intervals).toHaveLength(2);
    expect(ratio(state, NOW - 24 * 3_600_000, NOW)).toBeLessThan(0.7);
  });

  it('joins pages read backwards only while the total stands still', () => {
    const later = [NOW + 500, ...dates];
    const still = read(emptyCoverage(), [page(dates, 2, 10), NOW], [page(dates, 1, 10), NOW + 900]);
    expect(still.orders.intervals).toHaveLength(1);
    const moved = read(emptyCoverage(), [page(dates, 2, 10), NOW], [page(later, 1, 10), NOW + 900]);
    expect(moved.orders.intervals).toHaveLength(2);
  });

  it('ignores filtered lists, other orders, and pages that were not read whole', () => {
    const none = emptyCoverage();
    for (const more of [
      { filterKey: 'tab=待发货' },
      { newestFirst: false },
      { rows: 9 },
      { pageIndex: undefined },
      { pageIndex: undefined, pageSize: undefined },
      { newestMs: undefined },
    ]) {
      expect(read(none, [page(dates, 1, 10, more), NOW]).orders.intervals).toEqual([]);
    }
  });

  it('takes a whole list that shows no page size', () => {
    const one = page(dates, 1, 50, { pageSize: undefined, pageIndex: undefined });
    expect(read(emptyCoverage(), [one, NOW]).orders.intervals).toEqual([[0, NOW]]);
  });

  it('takes back what a list claimed that said “0 条” while it was loading', () => {
    const loading = page([], 1, 10);
    const claimed = read(emptyCoverage(), [loading, NOW]);
    expect(claimed.orders.intervals).toEqual([[0, NOW]]);
    const loaded = read(claimed, [page(dates, 1, 10), NOW + 900]);
    expect(loaded.orders.intervals).toEqual([[NOW - 10 * 3_600_000 + 1, NOW + 900]]);
    expect(loaded.orders.total).toBe(25);
    // Rows behind a filter tell it too.
    const filtered = read(claimed, [page(dates, 1, 10, { filterKey: '待发货' }), NOW + 900]);
    expect(filtered.orders.intervals).toEqual([]);
    expect(filtered.orders.total).toBeUndefined();
    // What came after it leaves an empty list empty.
    const first = page([NOW + 60_000], 1, 10);
    expect(read(claimed, [first, NOW + 90_000]).orders.intervals).toEqual([[0, NOW + 90_000]]);
  });

  it('does not believe that a list with rows became empty', () => {
    const some = read(emptyCoverage(), [page(dates, 1, 10), NOW]);
    expect(read(some, [page([], 1, 10), NOW + 9])).toBe(some);
    expect(read(emptyCoverage(), [page([], 1, 10), NOW]).orders.intervals).toEqual([[0, NOW]]);
  });

  it('says nothing about the night when a list stood open over night', () => {
    const first = read(emptyCoverage(), [page(dates, 1, 10), NOW]);
    const next = NOW + 12 * 3_600_000;
    expect(read(first, [page(dates, 1, 10), next]).orders.intervals.at(-1)?.[1]).toBe(NOW);
    const told = read(first, [page(dates, 1, 10, { loadedMs: next - 60_000 }), next]);
    expect(told.orders.intervals.at(-1)?.[1]).toBe(next - 60_000);
  });

  it('keeps to the range of a date filter, to the last second of its last day', () => {
    const end = Date.UTC(2026, 10, 20, 15, 59, 59);
    const from = end + 1_000 - 3 * DAY_MS;
    const inRange = [end - 5_000, end - DAY_MS, from];
    const reading = page(inRange, 1, 10, { rangeFromMs: from, rangeToMs: end });
    const state = read(emptyCoverage(), [reading, NOW]);
    expect(state.orders.intervals).toEqual([[from, end + 1_000]]);
    expect(ratio(state, from, end + 1_000)).toBe(1);
    expect(state.orders.total).toBeUndefined();
  });

  it('lowers the ratio when fewer are in store than the page counted', () => {
    const state = read(emptyCoverage(), [page(dates, 1, 50), NOW]);
    const short = { ...state, orders: { ...state.orders, stored: 20 } };
    expect(ratio(short, NOW - DAY_MS, NOW)).toBe(20 / 25);
  });

  it('knows nothing before anything was read', () => {
    expect(coverageFor(emptyCoverage(), 'orders', 0, NOW, 3)).toEqual({ side: 'orders', seen: 3 });
  });
});

/** A list into which orders arrive while somebody turns its pages in any order, in two tabs. */
describe('coverage never claims more than was read', () => {
  const step = fc.record({
    waitMs: fc.integer({ min: 1, max: 90 }).map((seconds) => seconds * 1_000),
    arrivals: fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 4 }),
    pageIndex: fc.integer({ min: 1, max: 6 }),
    /** Read again what an older tab still shows. */
    stale: fc.option(fc.nat({ max: 5 }), { freq: 4 }),
  });

  it('a window claimed complete holds no order that was not read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 25 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.boolean(),
        (olderSeconds, pageSize, steps, loadedIsKnown) => {
          let nowMs = NOW;
          let dates = olderSeconds.map((s) => NOW - (s + 1) * 1_000).sort((a, b) => b - a);
          let state = emptyCoverage();
          const shown: { dates: number[]; pageIndex: number; loadedMs: number }[] = [];
          const wasRead = new Map<number, Set<number>>();
          for (const one of steps) {
            const placed = one.arrivals.map((s) => nowMs + Math.min(s * 1_000, one.waitMs - 1_000));
            nowMs += one.waitMs;
            dates = [...dates, ...placed].sort((a, b) => b - a);
            const fresh = { dates, pageIndex: one.pageIndex, loadedMs: nowMs };
            const seen = one.stale === null ? fresh : (shown[one.stale] ?? fresh);
            shown.push(seen);
            const known = loadedIsKnown ? { loadedMs: seen.loadedMs } : {};
            const reading = page(seen.dates, seen.pageIndex, pageSize, known);
            if (reading.rows === 0 && reading.total !== 0) continue;
            const from = (seen.pageIndex - 1) * pageSize;
            seen.dates.slice(from, from + pageSize).forEach((date, i) => {
              const rank = equalsBelow(seen.dates, from + i);
              wasRead.set(date, (wasRead.get(date) ?? new Set()).add(rank));
            });
            state = addReading(state, reading, nowMs);
          }
          for (const date of new Set(dates)) {
            const claimed = coveredMs(state.orders.intervals, [date, date + 1]) === 1;
            const copies = dates.filter((each) => each === date).length;
            if (claimed) expect(wasRead.get(date)?.size ?? 0).toBe(copies);
          }
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('a quiet walk from the first page to the last claims everything', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 9_000 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (olderSeconds, pageSize, backwards) => {
          const dates = olderSeconds.map((s) => NOW - (s + 1) * 1_000).sort((a, b) => b - a);
          const pages = Array.from({ length: Math.ceil(dates.length / pageSize) }, (_, i) => i + 1);
          if (backwards) pages.reverse();
          const state = pages.reduce(
            (before, each, i) => addReading(before, page(dates, each, pageSize), NOW + i),
            emptyCoverage(),
          );
          // As many rows all along: as fresh as when that total was first seen.
          expect(state.orders.intervals).toEqual([[0, NOW]]);
        },
      ),
    );
  });

  it('arrivals between the pages of a walk down leave no gap', () => {
    const first = hourly(40);
    let dates = first;
    let state = emptyCoverage();
    for (const [i, pageIndex] of [1, 2, 3, 4, 5].entries()) {
      state = addReading(state, page(dates, pageIndex, 10), NOW + i * 1_000 + 500);
      dates = [NOW + i * 1_000 + 600, ...dates];
    }
    expect(ratio(state, NOW - 40 * 3_600_000, NOW)).toBe(1);
  });
});

/** Orders of one second are told apart by how many of them stand below (new ones come on top). */
function equalsBelow(dates: number[], index: number): number {
  return dates.slice(index + 1).filter((each) => each === dates[index]).length;
}

describe('intervals', () => {
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
    .map(([a, b]): Interval => [a, b]);

  it('stay sorted and disjoint, and cover exactly what was added', () => {
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (added) => {
        const set = added.reduce((all, each) => addInterval(all, each), [] as Interval[]);
        for (let i = 1; i < set.length; i++) {
          expect(set[i]?.[0]).toBeGreaterThan(set[i - 1]?.[1] ?? Number.NaN);
        }
        for (let at = 0; at <= 60; at++) {
          const inside = added.some(([from, to]) => from <= at && at < to);
          expect(coveredMs(set, [at, at + 1])).toBe(inside ? 1 : 0);
        }
      }),
    );
  });
});
