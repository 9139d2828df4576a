/**
 * Transitions between two visits. Worked by hand: an order placed and paid on 11-20 at 08:00 waits at
 * 10:00 (list loaded 10:00) and is shipped at 10:40: it was shipped between 10:00 and 10:40, the middle is
 * 10:20, so 2 h 20 min = 8 400 s after payment, an estimate.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFromRecord } from '../../../src/core/case-from-record';
import { compilePack } from '../../../src/core/compile';
import type { CaseRecord, OrderCase } from '../../../src/core/entities';
import { compileExpr } from '../../../src/core/expr';
import { between, value } from '../../../src/core/expr-build';
import { deleteCase, mergeCases } from '../../../src/core/merge';
import { beijingDay, beijingMs, HOUR_MS, MINUTE_MS } from '../../../src/core/time';
import { compileTransitions } from '../../../src/core/transitions';
import { doudian } from '../../../src/platforms/doudian';
import { doudianTransitions } from '../../../src/platforms/doudian/rules/transitions';
import { ORDER_ID, SHOP } from './arbitrary-case';

const [pack] = doudian.packs;
if (!pack) throw new Error('no pack');
const compiled = compilePack(pack, doudian.words);
const note = compileTransitions(doudianTransitions, doudian.words);
const at = (day: number, hour: number, minute = 0): number =>
  beijingMs(2026, 11, day, hour, minute);

const order = (fields: Partial<CaseRecord>): CaseRecord =>
  ({
    kind: 'order',
    orderId: ORDER_ID,
    lines: [],
    placedMs: at(20, 8),
    paidMs: at(20, 8),
    paidFen: 9_900,
    ...fields,
  }) as CaseRecord;
const ticket = (fields: Partial<CaseRecord>): CaseRecord =>
  ({
    kind: 'ticket',
    ticketId: 't1',
    orderId: ORDER_ID,
    type: '退货退款',
    appliedMs: at(20, 9),
    ...fields,
  }) as CaseRecord;
/** @param loadedMs absent: nothing says when the page was loaded */
const visit = (record: CaseRecord, seenMs: number, loadedMs?: number): OrderCase =>
  note(caseFromRecord(record, SHOP, seenMs), loadedMs);
const loaded = (record: CaseRecord, seenMs: number): OrderCase => visit(record, seenMs, seenMs);
const factOf = (id: string, ...visits: OrderCase[]) =>
  compiled.facts(visits.reduce(mergeCases)).find(({ measureId }) => measureId === id);

const waits = (...when: [number, number, number?]) =>
  loaded(order({ status: '待发货' } as Partial<CaseRecord>), at(...when));
const shipped = (...when: [number, number, number?]) =>
  loaded(order({ status: '已发货' } as Partial<CaseRecord>), at(...when));
const pickup = (...visits: OrderCase[]) => factOf('pickup-hours', ...visits);

describe('shipped between two visits', () => {
  it('is the middle of a narrow interval, an estimate, never the moment somebody looked', () => {
    expect(pickup(waits(20, 10), shipped(20, 10, 40))).toMatchObject({
      day: beijingDay(at(20, 10)),
      num: 8_400,
      den: 1,
      unknown: false,
      quality: 'estimate',
    });
  });

  it('narrows with each visit, whatever the order of arrival; later sightings widen nothing', () => {
    const visits = [waits(20, 8, 30), waits(20, 10), shipped(20, 10, 40), shipped(20, 19)];
    for (const order of [visits, [...visits].reverse(), [...visits, ...visits]]) {
      expect(pickup(...order)).toMatchObject({ num: 8_400, unknown: false });
    }
  });

  it.each([
    ['an hour and a minute apart', waits(20, 10), shipped(20, 11, 1)],
    ['across midnight', waits(20, 23, 50), shipped(21, 0, 10)],
    ['on both sides of 24 hours', waits(21, 7, 45), shipped(21, 8, 15)],
    ['back to waiting: the states contradict each other', shipped(20, 10), waits(20, 10, 40)],
    ['never seen waiting', shipped(20, 10), shipped(20, 10, 40)],
  ])('stays unknown: %s', (_why, before, after) => {
    expect(pickup(before, after)).toMatchObject({ unknown: true, num: 0, den: 0 });
  });

  it('on one side of 24 hours offends or not as both ends say', () => {
    expect(pickup(waits(21, 7), shipped(21, 7, 50))?.offends).toBe(false);
    expect(pickup(waits(21, 8, 1), shipped(21, 8, 41))?.offends).toBe(true);
  });

  it('a page left open proves no waiting after it was loaded', () => {
    const record = order({ status: '待发货' } as Partial<CaseRecord>);
    // Read at 10:00, loaded at 08:30: shipped between 08:30 and 10:40.
    expect(pickup(visit(record, at(20, 10), at(20, 8, 30)), shipped(20, 10, 40))?.unknown).toBe(
      true,
    );
    expect(pickup(visit(record, at(20, 10)), shipped(20, 10, 40))?.unknown).toBe(true);
    // What is shipped was shipped, whenever its page was loaded.
    const late = visit(order({ status: '已发货' } as Partial<CaseRecord>), at(20, 10, 40));
    expect(pickup(waits(20, 10), late)?.unknown).toBe(false);
  });

  it('a printed time wins, before and after', () => {
    const printed = loaded(
      order({ status: '已发货', shippedMs: at(20, 10, 5) } as Partial<CaseRecord>),
      at(20, 12),
    );
    const visits = [waits(20, 10), shipped(20, 10, 40)];
    for (const all of [
      [...visits, printed],
      [printed, ...visits],
    ]) {
      expect(pickup(...all)).toMatchObject({ num: 7_500, quality: 'proxy' });
    }
    expect(printed.order?.f).not.toHaveProperty('alreadyShipped');
  });

  it('is forgotten with a deleted order', () => {
    const gone = deleteCase(waits(20, 10), at(20, 10, 20));
    expect(pickup(gone, shipped(20, 10, 40))?.unknown).toBe(true);
  });
});

describe('finished between two visits', () => {
  const done = (...when: [number, number]) =>
    loaded(order({ status: '已完成' } as Partial<CaseRecord>), at(...when));
  const signed = (...visits: OrderCase[]) => factOf('quality-return-rate', ...visits);

  it('dates the order when both visits are of one day, however far apart', () => {
    expect(signed(shipped(24, 9), done(24, 20))).toMatchObject({
      day: beijingDay(at(24, 12)),
      den: 1,
      unknown: false,
      quality: 'estimate',
    });
    expect(signed(shipped(24, 9), done(25, 9))).toMatchObject({ unknown: true });
  });
});

describe('agreed and refunded between two visits', () => {
  const seen = (status: string, ...when: [number, number, number?]) =>
    mergeCases(
      loaded(ticket({ status } as Partial<CaseRecord>), at(...when)),
      caseFromRecord(order({ status: '已发货' } as Partial<CaseRecord>), SHOP, at(20, 8, 30)),
    );
  const audit = (...visits: OrderCase[]) => factOf('aftersale-audit-hours', ...visits);

  it('a return agreed to between 11:00 and 11:30, refunded on the 23rd: 2 h 15 min', () => {
    const visits = [
      seen('待商家处理', 20, 11),
      seen('待买家退货', 20, 11, 30),
      seen('待商家收货', 23, 10),
      seen('退款成功', 23, 18),
    ];
    const day = beijingDay(at(23, 12));
    const fact = { num: 8_100, den: 1, day, unknown: false, quality: 'estimate' };
    expect(audit(...visits)).toMatchObject(fact);
    expect(audit(...visits.reverse())).toMatchObject(fact);
  });

  it('a refund seen right after the application is both', () => {
    const visits = [seen('待商家处理', 20, 11), seen('退款成功', 20, 11, 30)];
    expect(audit(...visits)).toMatchObject({ num: 8_100, unknown: false });
  });

  it('revoked or escalated is neither; refunded over night has no day', () => {
    const first = seen('待商家处理', 20, 11);
    expect(audit(first, seen('售后关闭', 20, 11, 30))).toBeUndefined();
    expect(audit(first, seen('仲裁中', 20, 11, 30))?.unknown).toBe(true);
    const overNight = [first, seen('待买家退货', 20, 11, 30), seen('退款成功', 21, 11)];
    expect(audit(...overNight)?.unknown).toBe(true);
  });
});

describe('any visits', () => {
  const status = fc.constantFrom('待发货', '备货中', '已发货', '已完成', '已关闭', '部分发货');
  const anyVisit = fc
    .tuple(status, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 6 }), fc.boolean())
    .map(([status, step, age, printed]) => {
      const seenMs = at(20, 8) + step * 20 * MINUTE_MS;
      const shippedMs = printed && status === '已发货' ? at(20, 8, 10) : undefined;
      const record = order({ status, ...(shippedMs ? { shippedMs } : {}) } as Partial<CaseRecord>);
      return visit(record, seenMs, seenMs - age * 20 * MINUTE_MS);
    });

  it('merge to one case in any order, with repetitions', () => {
    fc.assert(
      fc.property(fc.array(anyVisit, { minLength: 1, maxLength: 6 }), fc.nat(), (visits, cut) => {
        const whole = visits.reduce(mergeCases);
        const at = cut % visits.length;
        const parts = [visits.slice(at), visits.slice(0, at)].filter(({ length }) => length > 0);
        expect(parts.map((part) => part.reduce(mergeCases)).reduce(mergeCases)).toEqual(whole);
        expect([...visits].reverse().reduce(mergeCases, whole)).toEqual(whole);
      }),
    );
  });

  it('never give an instant outside what a true history allows', () => {
    const history = fc.record({
      shippedAt: fc.integer({ min: 1, max: 600 }),
      looks: fc.array(
        fc.record({
          minute: fc.integer({ min: 0, max: 700 }),
          age: fc.integer({ min: 0, max: 60 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    });
    fc.assert(
      fc.property(history, ({ shippedAt, looks }) => {
        const minute = (n: number): number => at(20, 8) + n * MINUTE_MS;
        const visits = looks.map(({ minute: seen, age }) => {
          // A page shows what was true when it was loaded.
          const status = seen - age >= shippedAt ? '已发货' : '待发货';
          return visit(order({ status } as Partial<CaseRecord>), minute(seen), minute(seen - age));
        });
        const fact = pickup(...visits);
        if (!fact || fact.unknown) return;
        const truth = shippedAt * 60;
        expect(Math.abs(fact.num - truth)).toBeLessThanOrEqual(HOUR_MS / 2 / 1_000);
        expect(fact.quality).toBe('estimate');
      }),
    );
  });
});

describe('between', () => {
  const middle = (from: number, to: number, withinMs?: number) =>
    compileExpr(between(value(from), value(to), withinMs), { words: {}, clocks: {} })({
      case: undefined,
      id: '',
      part: undefined,
    });
  const noon = at(20, 12);

  it('is the middle of an interval of one day, up to and including the width', () => {
    expect(middle(noon, noon + HOUR_MS, HOUR_MS)).toBe(noon + HOUR_MS / 2);
    expect(middle(noon, noon + HOUR_MS + 1, HOUR_MS)).toBeUndefined();
    expect(middle(noon, noon)).toBeUndefined();
    expect(middle(noon, noon - 1)).toBeUndefined();
    expect(middle(at(20, 0), at(21, 0) - 1)).toBeDefined();
    expect(middle(at(20, 23), at(21, 0))).toBeUndefined();
  });
});

it('a transition by words that do not exist is refused', () => {
  const broken = {
    orders: [{ instant: 'Shipped' as const, before: ['x'], after: [] }],
    aftersales: [],
  };
  expect(() => compileTransitions(broken, {})).toThrow('no word set named "x"');
});
