import { describe, expect, it } from 'vitest';
import type { OrderCase } from '../../../src/core/entities';
import { sameData, seenStepMs } from '../../../src/store/same';

describe('sameData', () => {
  it.each([
    [{ a: 1, b: [1, { c: 'x' }] }, { b: [1, { c: 'x' }], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [[1, 2], [2, 1], false],
    [[1], { 0: 1 }, false],
    [[1, 2], [1], false],
    [0, -0, false],
    [null, {}, false],
    [undefined, undefined, true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(sameData(a, b)).toBe(expected);
    expect(sameData(b, a)).toBe(expected);
  });
});

describe('seenStepMs', () => {
  const base: OrderCase = {
    platform: 'p',
    orderId: '1',
    shopId: 's',
    order: { f: { status: 'a', paidFen: 5 }, at: 1_000 },
    lines: {},
    parcels: {},
    tickets: { t: { f: { status: 'x', dueMs: 9_000_000 }, at: 500 } },
    reviews: {},
  };

  it('is 0 for the same sighting, and the longest step for later ones', () => {
    expect(seenStepMs(base, base)).toBe(0);
    const later: OrderCase = {
      ...base,
      order: { f: { status: 'a', paidFen: 5 }, at: 1_400 },
      tickets: { t: { f: { status: 'x', dueMs: 9_000_000 }, at: 2_500 } },
    };
    expect(seenStepMs(base, later)).toBe(2_000);
  });

  it('looks at each field: one that stayed behind is no step, one that caught up is', () => {
    const behind: OrderCase = {
      ...base,
      order: { f: { status: 'a', paidFen: 5 }, at: 1_100, was: { paidFen: 1_000 } },
    };
    expect(seenStepMs(base, behind)).toBe(100);
    const caughtUp: OrderCase = { ...base, order: { f: { status: 'a', paidFen: 5 }, at: 1_100 } };
    const longBehind: OrderCase = {
      ...base,
      order: { f: { status: 'a', paidFen: 5 }, at: 1_100, was: { paidFen: 10 } },
    };
    expect(seenStepMs(longBehind, caughtUp)).toBe(1_090);
  });

  it('lets a countdown jitter by seconds, not by minutes', () => {
    const withDue = (dueMs: number): OrderCase => ({
      ...base,
      tickets: { t: { f: { status: 'x', dueMs }, at: 500 } },
    });
    expect(seenStepMs(base, withDue(9_000_900))).toBe(0);
    expect(seenStepMs(base, withDue(9_120_000))).toBeUndefined();
  });

  it.each<[string, OrderCase]>([
    ['a value', { ...base, order: { f: { status: 'b', paidFen: 5 }, at: 1_000 } }],
    [
      'a field more',
      { ...base, order: { f: { status: 'a', paidFen: 5, payMethod: 'x' }, at: 1_000 } },
    ],
    ['a part more', { ...base, lines: { '#1': { f: {}, at: 1_000 } } }],
    ['a part less', { ...base, tickets: {} }],
    [
      'another part',
      { ...base, tickets: { u: { f: { status: 'x', dueMs: 9_000_000 }, at: 500 } } },
    ],
    ['a deletion', { ...base, deletedMs: 400 }],
  ])('is none when %s differs', (_, after) => {
    expect(seenStepMs(base, after)).toBeUndefined();
  });
});
