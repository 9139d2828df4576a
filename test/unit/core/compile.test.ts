import { describe, expect, it } from 'vitest';
import { compileMeasures } from '../../../src/core/compile';
import type { OrderCase } from '../../../src/core/entities';
import { compileExpr } from '../../../src/core/expr';
import type { Expr, Measure, WordSets } from '../../../src/core/measure';
import type { Scope, Value } from '../../../src/core/scope';
import { beijingMs, HOUR_MS } from '../../../src/core/time';

const words: WordSets = { gift: { exact: ['赠品'], includes: ['福袋'], not: ['非福袋'] } };
const clocks = { pickup: { openMinute: 360, closeMinute: 1080 } };

const orderCase: OrderCase = {
  platform: 'p',
  orderId: '42',
  shopId: 's',
  order: { f: { status: '已发货', placedMs: 1_000, tags: ['预售'] }, at: 50, was: { status: 30 } },
  lines: {},
  parcels: {
    b: { f: { signedMs: 7, carrier: 'x' }, at: 1 },
    a: { f: { signedMs: 9 }, at: 1 },
    c: { f: { carrier: 'y' }, at: 1 },
  },
  tickets: { t: { f: { reason: '福袋 坏了', refundFen: 5 }, at: 60 } },
  reviews: {},
};
const ofTicket: Scope = { case: orderCase, id: 't', part: orderCase.tickets.t };
const run = (expr: Expr, scope: Scope = ofTicket): Value =>
  compileExpr(expr, { words, clocks })(scope);

const yes: Expr = { op: 'const', value: true };
const no: Expr = { op: 'const', value: false };
const unknown: Expr = { op: 'field', path: 'agreedMs' };
const num = (value: number): Expr => ({ op: 'const', value });
const field = (path: string): Expr => ({ op: 'field', path });

describe('compileExpr', () => {
  it('reads fields of the unit, its order, its case, and when they were seen', () => {
    expect(run(field('refundFen'))).toBe(5);
    expect(run(field('order.status'))).toBe('已发货');
    expect(run(field('case.orderId'))).toBe('42');
    expect(run(field('seen.refundFen'))).toBe(60);
    expect(run(field('seen'))).toBe(60);
    expect(run(field('order.seen.status'))).toBe(30);
    expect(run(field('order.seen.placedMs'))).toBe(50);
    expect(run(field('order.seen'))).toBe(50);
    for (const path of ['constructor', '__proto__', 'toString', 'seen.agreedMs', 'order.paidMs']) {
      expect(run(field(path))).toBeUndefined();
    }
  });

  it('and/or are decided by one side, else one unknown makes them unknown', () => {
    const table: [Expr, Expr, Value, Value][] = [
      [yes, yes, true, true],
      [yes, no, false, true],
      [no, no, false, false],
      [yes, unknown, undefined, true],
      [no, unknown, false, undefined],
      [unknown, unknown, undefined, undefined],
    ];
    for (const [a, b, both, either] of table) {
      for (const args of [
        [a, b],
        [b, a],
      ]) {
        expect(run({ op: 'and', args })).toBe(both);
        expect(run({ op: 'or', args })).toBe(either);
      }
    }
    expect(run({ op: 'not', arg: yes })).toBe(false);
    expect(run({ op: 'not', arg: unknown })).toBeUndefined();
  });

  it('compares numbers, texts and truths; unknown spreads', () => {
    const compare = (op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge', left: Expr, right: Expr) =>
      run({ op, left, right });
    expect(compare('lt', num(1), num(2))).toBe(true);
    expect(compare('le', num(2), num(2))).toBe(true);
    expect(compare('gt', num(2), num(2))).toBe(false);
    expect(compare('ge', num(2), num(2))).toBe(true);
    expect(compare('eq', field('order.status'), { op: 'const', value: '已发货' })).toBe(true);
    expect(compare('ne', yes, no)).toBe(true);
    expect(compare('lt', num(1), unknown)).toBeUndefined();
    expect(compare('lt', { op: 'const', value: 'a' }, { op: 'const', value: 'b' })).toBeUndefined();
    expect(compare('eq', num(1), yes)).toBeUndefined();
  });

  it('matches words by set, whatever the width and spaces', () => {
    const inGift = (arg: Expr): Value => run({ op: 'in', arg, set: 'gift' });
    expect(inGift(field('reason'))).toBe(true);
    expect(inGift({ op: 'const', value: ' 赠\u00a0品 ' })).toBe(true);
    expect(inGift({ op: 'const', value: '赠品盒' })).toBe(false);
    expect(inGift({ op: 'const', value: '非福袋' })).toBe(false);
    expect(inGift(field('order.tags'))).toBe(false);
    expect(inGift(unknown)).toBeUndefined();
  });

  it('computes: known, coalesce, add, sub, seconds, day, shift', () => {
    expect(run({ op: 'known', arg: unknown })).toBe(false);
    expect(run({ op: 'coalesce', args: [unknown, num(4), num(5)] })).toBe(4);
    expect(run({ op: 'coalesce', args: [unknown] })).toBeUndefined();
    const choose = (test: Expr): Value => run({ op: 'if', test, yes: num(1), no: num(2) });
    expect([choose(yes), choose(no), choose(unknown)]).toEqual([1, 2, undefined]);
    expect(run({ op: 'add', left: num(1), right: num(2) })).toBe(3);
    expect(run({ op: 'sub', left: num(1), right: num(2) })).toBe(-1);
    expect(run({ op: 'sub', left: num(1), right: unknown })).toBeUndefined();
    expect(run({ op: 'seconds', arg: num(2_999) })).toBe(2);
    expect(run({ op: 'seconds', arg: num(-5_000) })).toBe(0);
    expect(run({ op: 'day', arg: num(beijingMs(1970, 1, 3)) })).toBe(2);
    const at = (hour: number, minute = 0): Value =>
      run({ op: 'shift', arg: num(beijingMs(2026, 11, 20, hour, minute)), clock: 'pickup' });
    expect(at(12)).toBe(beijingMs(2026, 11, 20, 12));
    expect(at(5, 59)).toBe(beijingMs(2026, 11, 20, 6));
    expect(at(6)).toBe(beijingMs(2026, 11, 20, 6));
    expect(at(17, 59)).toBe(beijingMs(2026, 11, 20, 17, 59));
    expect(at(18)).toBe(beijingMs(2026, 11, 21, 6));
    expect(at(23)).toBe(beijingMs(2026, 11, 21, 6));
  });

  it('quantifies over children: a child that may belong leaves the answer open', () => {
    const signedAfter = (ms: number): Expr => ({
      op: 'gt',
      left: field('signedMs'),
      right: num(ms),
    });
    const over = 'parcels' as const;
    expect(run({ op: 'exists', over: 'lines' })).toBe(false);
    expect(run({ op: 'exists', over })).toBe(true);
    expect(run({ op: 'exists', over, where: signedAfter(8) })).toBe(true);
    expect(run({ op: 'exists', over, where: signedAfter(99) })).toBeUndefined();
    expect(run({ op: 'count', over })).toBe(3);
    expect(run({ op: 'count', over, where: signedAfter(8) })).toBeUndefined();
    const signed: Expr = { op: 'known', arg: field('signedMs') };
    expect(run({ op: 'count', over, where: signed })).toBe(2);
    const value = field('signedMs');
    expect(run({ op: 'min', over, where: signed, value })).toBe(7);
    expect(run({ op: 'max', over, where: signed, value })).toBe(9);
    expect(run({ op: 'sum', over, where: signed, value })).toBe(16);
    expect(run({ op: 'sum', over, value })).toBeUndefined();
    expect(run({ op: 'sum', over: 'lines', value })).toBe(0);
    expect(run({ op: 'min', over: 'lines', value })).toBeUndefined();
    const carrier = field('carrier');
    expect(run({ op: 'first', over, where: signed, by: value, value: carrier })).toBe('x');
    expect(run({ op: 'first', over, by: value, value: carrier })).toBeUndefined();
    expect(run({ op: 'first', over: 'lines', by: value, value: carrier })).toBeUndefined();
    expect(run({ op: 'first', over: 'tickets', by: unknown, value: field('reason') })).toBe(
      '福袋 坏了',
    );
    expect(run({ op: 'first', over, by: num(1), value: field('signedMs') })).toBe(9);
  });

  it('refuses what is not defined', () => {
    expect(() => run({ op: 'in', arg: yes, set: 'nope' })).toThrow('nope');
    expect(() => run({ op: 'in', arg: yes, set: 'constructor' })).toThrow('constructor');
    expect(() => run({ op: 'shift', arg: num(1), clock: 'nope' })).toThrow('nope');
    expect(() => run({ op: 'power' } as unknown as Expr)).toThrow('power');
  });
});

describe('compileMeasures', () => {
  const base: Measure = {
    id: 'm',
    version: 1,
    unit: 'ticket',
    include: yes,
    day: { op: 'day', arg: num(0) },
    num: num(3),
    den: num(4),
    source: 'test',
  };
  const factsOf = (more: Partial<Measure>) =>
    compileMeasures([{ ...base, ...more }], words, clocks).facts(orderCase);
  const plain = {
    measureId: 'm',
    unitId: 't',
    day: 0,
    num: 3,
    den: 4,
    unknown: false,
    quality: 'exact',
    offends: true,
  };
  const blank = { ...plain, num: 0, den: 0, unknown: true, offends: false };

  it('gives one fact a unit', () => {
    expect(factsOf({})).toEqual([plain]);
    expect(factsOf({ unit: 'parcel' }).map((fact) => fact.unitId)).toEqual(['a', 'b', 'c']);
    expect(factsOf({ unit: 'order' })).toEqual([{ ...plain, unitId: '' }]);
    expect(factsOf({ include: no })).toEqual([]);
    expect(factsOf({ num: yes, den: no })).toEqual([{ ...plain, num: 1, den: 0 }]);
    expect(factsOf({ bucket: num(7) })).toEqual([{ ...plain, bucket: 7 }]);
  });

  it('a stub has no order unit', () => {
    const { order: _order, ...stub } = orderCase;
    expect(compileMeasures([{ ...base, unit: 'order' }], words, clocks).facts(stub)).toEqual([]);
  });

  it('is unknown when whatever decides it is', () => {
    expect(factsOf({ include: unknown })).toEqual([blank]);
    expect(factsOf({ num: unknown })).toEqual([blank]);
    expect(factsOf({ den: num(0.5) })).toEqual([blank]);
    expect(factsOf({ unknownWhen: yes })).toEqual([blank]);
    expect(factsOf({ unknownWhen: unknown })).toEqual([blank]);
    expect(factsOf({ unknownWhen: no })).toEqual([plain]);
    expect(factsOf({ day: unknown })).toEqual([]);
  });

  it('says how good it is, and whether it offends', () => {
    const quality = (more: Partial<Measure>) => factsOf(more)[0]?.quality;
    expect(quality({ proxyWhen: yes })).toBe('proxy');
    expect(quality({ proxyWhen: unknown })).toBe('proxy');
    expect(quality({ proxyWhen: no })).toBe('exact');
    expect(quality({ proxyWhen: yes, estimateWhen: yes })).toBe('estimate');
    expect(factsOf({ num: num(0) })[0]?.offends).toBe(false);
    expect(factsOf({ offends: no })[0]?.offends).toBe(false);
    expect(factsOf({ offends: unknown })[0]?.offends).toBe(false);
    expect(factsOf({ num: num(0), offends: yes })[0]?.offends).toBe(true);
  });

  it('reads a chat day', () => {
    const measure: Measure = {
      ...base,
      unit: 'chatDay',
      day: field('day'),
      num: field('replySeconds'),
      den: field('rounds'),
    };
    const compiled = compileMeasures([measure], words, clocks);
    const chatDay = { day: 9, part: { f: { rounds: 4, replySeconds: 40 }, at: 1 } };
    expect(compiled.chatFacts(chatDay)).toEqual([
      { ...plain, unitId: '', day: 9, num: 40, den: 4 },
    ]);
    expect(compiled.facts(orderCase)).toEqual([]);
  });

  it('changes its version with any meaning, not with a source text', () => {
    const version = (more: Partial<Measure>, moreWords: WordSets = words, open = 360) =>
      compileMeasures([{ ...base, ...more }], moreWords, {
        pickup: { openMinute: open, closeMinute: 1080 },
      }).version;
    const first = version({});
    expect(version({ source: 'other' })).toBe(first);
    expect(version({ version: 2 })).not.toBe(first);
    expect(version({ num: num(4) })).not.toBe(first);
    expect(version({}, { ...words, more: {} })).not.toBe(first);
    expect(version({}, words, 361)).not.toBe(first);
  });

  it('finds the first exclusion that certainly holds', () => {
    const exclusion = (id: string, when: Expr) => ({ id, when, reason: id, source: 'test' });
    const find = (...whens: Expr[]) =>
      compileMeasures(
        [],
        words,
        clocks,
        whens.map((when, i) => exclusion(String(i), when)),
      ).findExclusion(orderCase)?.id;
    expect(find(no, unknown, yes, yes)).toBe('2');
    expect(find(no, unknown)).toBeUndefined();
  });

  it('depends on the record only: an hour later the facts are the same', () => {
    const seen = { ...orderCase, tickets: { t: { ...orderCase.tickets.t, at: 60 + HOUR_MS } } };
    const compiled = compileMeasures([base], words, clocks);
    expect(compiled.facts(seen as OrderCase)).toEqual(compiled.facts(orderCase));
  });
});
