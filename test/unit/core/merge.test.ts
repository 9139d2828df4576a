import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFromRecord, chatDayFromRecord } from '../../../src/core/case-from-record';
import type { CaseRecord, OrderCase, ScoreSnapshot } from '../../../src/core/entities';
import { deleteCase, mergeCases, mergeChatDays, mergeSnapshots } from '../../../src/core/merge';
import { ORDER_ID, SHOP, sighting } from './arbitrary-case';

const mergeAll = (cases: OrderCase[]): OrderCase => cases.reduce(mergeCases);
const seen = (record: CaseRecord, seenMs: number): OrderCase =>
  caseFromRecord(record, SHOP, seenMs);
const ticket = (more: object): CaseRecord => ({
  kind: 'ticket',
  ticketId: '1',
  orderId: ORDER_ID,
  ...more,
});
const order = (more: object): CaseRecord => ({
  kind: 'order',
  orderId: ORDER_ID,
  lines: [],
  ...more,
});

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

describe('mergeCases', () => {
  it('gives one case for any order, grouping and repetition of sightings', () => {
    fc.assert(
      fc.property(
        fc.array(sighting, { minLength: 1, maxLength: 7 }),
        fc.array(fc.nat(), { minLength: 7, maxLength: 14 }),
        fc.nat({ max: 6 }),
        (sightings, picks, cut) => {
          for (const one of sightings) freeze(one);
          const inOrder = mergeAll(sightings);
          const shuffled = [...sightings]
            .map((one, i) => ({ one, rank: picks[i] ?? 0 }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ one }) => one);
          const repeated = picks.map((pick) => sightings[pick % sightings.length] as OrderCase);
          const left = shuffled.slice(0, cut);
          const right = shuffled.slice(cut);
          const grouped =
            left.length > 0 && right.length > 0
              ? mergeCases(mergeAll(left), mergeAll(right))
              : mergeAll(shuffled);
          // Compared as text, so that the order of keys is the same too.
          const text = JSON.stringify(inOrder);
          expect(JSON.stringify(mergeAll(shuffled))).toBe(text);
          expect(JSON.stringify(grouped)).toBe(text);
          expect(JSON.stringify(mergeAll([...shuffled, ...repeated]))).toBe(text);
          expect(JSON.stringify(mergeCases(inOrder, inOrder))).toBe(text);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('takes the latest state, whichever arrives first', () => {
    const early = seen(order({ status: '待发货', tags: ['b', 'a', 'a'] }), 10);
    const late = seen(order({ status: '已发货' }), 20);
    for (const merged of [mergeCases(early, late), mergeCases(late, early)]) {
      expect(merged.order).toEqual({
        f: { status: '已发货', tags: ['a', 'b'] },
        at: 20,
        was: { tags: 10 },
      });
    }
  });

  it('keeps the earliest reason as the first, with the instant it was seen', () => {
    const first = seen(ticket({ reason: '质量问题', status: 'x' }), 10);
    const second = seen(ticket({ reason: '不想要了' }), 20);
    expect(mergeCases(second, first).tickets['1']).toEqual({
      f: { firstReason: '质量问题', reason: '不想要了', status: 'x' },
      at: 20,
      was: { firstReason: 10, status: 10 },
    });
  });

  it('fills a gap and never erases a known field by an absent one', () => {
    const merged = mergeCases(
      seen(order({ placedMs: 5, paidMs: 6 }), 10),
      seen(order({ placedMs: 5 }), 20),
    );
    expect(merged.order?.f.paidMs).toBe(6);
  });

  it('makes a stub of a ticket seen before its order', () => {
    const stub = seen(ticket({ reason: '质量问题' }), 10);
    expect(stub.order).toBeUndefined();
    const whole = mergeCases(stub, seen(order({ status: '已发货' }), 20));
    expect(whole.order?.f.status).toBe('已发货');
    expect(Object.keys(whole.tickets)).toEqual(['1']);
  });

  it('drops what no field rule names', () => {
    const record = order({ buyerName: '张三', status: '已发货' });
    expect(JSON.stringify(seen(record, 1))).not.toContain('张三');
  });

  it('keeps a deleted case deleted for older sightings, not for newer ones', () => {
    const old = mergeAll([
      seen(order({ status: '已发货' }), 10),
      seen(ticket({ reason: '质量问题' }), 10),
    ]);
    const tombstone = deleteCase(old, 30);
    const empty = { lines: {}, parcels: {}, tickets: {}, reviews: {} };
    for (const left of [tombstone, mergeCases(tombstone, old)]) {
      expect(left).toMatchObject(empty);
      expect(left.order).toBeUndefined();
    }
    const again = mergeCases(tombstone, seen(ticket({ reason: '不想要了' }), 40));
    // What came first was deleted: the reason shown now is not called the first.
    expect(again.tickets['1']?.f).toEqual({ reason: '不想要了' });
  });

  it('refuses to merge two orders or two shops', () => {
    const one = seen(order({}), 1);
    expect(() => mergeCases(one, { ...one, shopId: 'shop-2' })).toThrow();
    expect(() => mergeCases(one, { ...one, orderId: '7' })).toThrow();
    expect(() => mergeCases(one, { ...one, platform: 'p' })).toThrow();
  });
});

describe('mergeSnapshots and mergeChatDays', () => {
  const snapshot = (more: Partial<ScoreSnapshot>): ScoreSnapshot => ({
    kind: 'score',
    state: 'scored',
    day: 20_000,
    seenMs: 1,
    dimensions: {},
    indicators: {},
    ...more,
  });
  const arbitrary = fc
    .record({
      state: fc.constantFrom('scored' as const, 'no-score' as const, 'no-permission' as const),
      seenMs: fc.integer({ min: 1, max: 3 }),
      total: fc.integer({ min: 80, max: 83 }),
    })
    .map(snapshot);

  it('the latest reading of a day wins, in any order', () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 2, maxLength: 6 }), (all) => {
        const merged = all.reduce(mergeSnapshots);
        expect([...all].reverse().reduce(mergeSnapshots)).toEqual(merged);
        expect([...all, ...all].reduce(mergeSnapshots)).toEqual(merged);
        const allowed = all.filter((each) => each.state !== 'no-permission');
        const pool = allowed.length > 0 ? allowed : all;
        expect(merged.seenMs).toBe(Math.max(...pool.map((each) => each.seenMs)));
      }),
    );
  });

  it('a missing permission does not hide a score', () => {
    const scored = snapshot({ total: 90 });
    expect(mergeSnapshots(scored, snapshot({ state: 'no-permission', seenMs: 9 }))).toBe(scored);
  });

  it('refuses different days', () => {
    expect(() => mergeSnapshots(snapshot({}), snapshot({ day: 1 }))).toThrow();
    const chat = chatDayFromRecord({ kind: 'chat-day', day: 3, rounds: 4 }, 10);
    expect(() => mergeChatDays(chat, { ...chat, day: 4 })).toThrow();
  });

  it('merges chat statistics field by field', () => {
    const a = chatDayFromRecord({ kind: 'chat-day', day: 3, rounds: 4, sessions: 2 }, 10);
    const b = chatDayFromRecord({ kind: 'chat-day', day: 3, rounds: 5 }, 20);
    const merged = {
      day: 3,
      part: { f: { rounds: 5, sessions: 2 }, at: 20, was: { sessions: 10 } },
    };
    expect(mergeChatDays(a, b)).toEqual(merged);
    expect(mergeChatDays(b, a)).toEqual(merged);
  });
});
