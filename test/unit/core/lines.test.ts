/** Page rows ("#1") and sub-orders of an export are the same lines: each stands once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFromRecord } from '../../../src/core/case-from-record';
import { compilePack } from '../../../src/core/compile';
import type { LineRecord, OrderCase, OrderRecord } from '../../../src/core/entities';
import { linesOf } from '../../../src/core/lines';
import { mergeCases } from '../../../src/core/merge';
import { beijingMs } from '../../../src/core/time';
import { doudian } from '../../../src/platforms/doudian';
import { ORDER_ID, SHOP } from './arbitrary-case';

const [pack] = doudian.packs;
if (!pack) throw new Error('no pack');
const compiled = compilePack(pack, doudian.words);
const NOW = beijingMs(2026, 11, 22, 10);

const seen = (lines: LineRecord[], seenMs: number, fields: Partial<OrderRecord> = {}): OrderCase =>
  caseFromRecord(
    { kind: 'order', orderId: ORDER_ID, status: '已发货', placedMs: NOW, lines, ...fields },
    SHOP,
    seenMs,
  );
const sub = (n: number): string => `692000000000000000${n}`;
/** Both ways of arrival give the same lines. */
function both(page: LineRecord[], file: LineRecord[]): Record<string, object> {
  const [one, two] = [seen(page, NOW), seen(file, NOW - 1_000)];
  const lines = linesOf(mergeCases(one, two));
  expect(linesOf(mergeCases(two, one))).toEqual(lines);
  return Object.fromEntries(Object.entries(lines).map(([id, part]) => [id, part.f]));
}

describe('linesOf', () => {
  const cup = { productName: '陶瓷杯', productId: '3600000000000000001', quantity: 2 };
  const lid = { productName: '杯盖', productId: '3600000000000000002', quantity: 1 };

  it('pairs by product, whatever the order of rows, and keeps what each side alone says', () => {
    const page = [
      { lineId: '#1', ...cup, tags: ['安心购'] },
      { lineId: '#2', ...lid, tags: ['赠品'] },
    ];
    const file = [
      { lineId: sub(1), ...lid, status: '已发货' },
      { lineId: sub(2), ...cup, status: '已完成' },
    ];
    expect(both(page, file)).toEqual({
      [sub(1)]: { ...lid, tags: ['赠品'], status: '已发货' },
      [sub(2)]: { ...cup, tags: ['安心购'], status: '已完成' },
    });
  });

  it('tells two sizes of one product apart by specification, however it is spaced', () => {
    const [s, m] = [
      { ...cup, spec: '白色 / S' },
      { ...cup, spec: '白色 / M' },
    ];
    const page = [
      { lineId: '#1', ...s, unitPriceFen: 100 },
      { lineId: '#2', ...m, unitPriceFen: 200 },
    ];
    const file = [
      { lineId: sub(1), ...m, spec: '白色/M' },
      { lineId: sub(2), ...s, spec: '白色/S' },
    ];
    expect(both(page, file)).toMatchObject({
      [sub(1)]: { spec: '白色 / M', unitPriceFen: 200 },
      [sub(2)]: { spec: '白色 / S', unitPriceFen: 100 },
    });
  });

  it('pairs equal rows, for no pairing differs from another', () => {
    const page = ['#1', '#2'].map((lineId) => ({ lineId, ...cup, tags: ['赠品'] }));
    const file = [1, 2].map((n) => ({ lineId: sub(n), ...cup, status: `${n}` }));
    expect(both(page, file)).toEqual({
      [sub(1)]: { ...cup, tags: ['赠品'], status: '1' },
      [sub(2)]: { ...cup, tags: ['赠品'], status: '2' },
    });
  });

  it('guesses nothing where a pairing would: the sub-orders stand for both', () => {
    const page = [
      { lineId: '#1', ...cup, tags: ['赠品'] },
      { lineId: '#2', ...cup, tags: [] },
    ];
    const file = [1, 2].map((n) => ({ lineId: sub(n), ...cup, status: `${n}` }));
    expect(both(page, file)).toEqual({
      [sub(1)]: { ...cup, status: '1' },
      [sub(2)]: { ...cup, status: '2' },
    });
  });

  it('of a file cut to one sub-order, the rows that it leaves out stay', () => {
    const page = [
      { lineId: '#1', ...cup },
      { lineId: '#2', ...lid },
    ];
    expect(both(page, [{ lineId: sub(2), ...lid }])).toEqual({ '#1': cup, [sub(2)]: lid });
  });

  it('a single line is the same under any name, but not with another quantity', () => {
    const file = [{ lineId: sub(1), productName: '陶瓷杯 家用 2 只装', quantity: 2 }];
    expect(Object.keys(both([{ lineId: '#1', productName: '陶瓷杯', quantity: 2 }], file))).toEqual(
      [sub(1)],
    );
    const other = both([{ lineId: '#1', productName: '陶瓷杯', quantity: 3 }], file);
    expect(other).toEqual({ [sub(1)]: { productName: '陶瓷杯 家用 2 只装', quantity: 2 } });
  });

  it('leaves one source alone', () => {
    const one = seen([{ lineId: '#1', ...cup }], NOW);
    expect(linesOf(one)).toBe(one.lines);
  });
});

describe('a page and a file of one order, in either order', () => {
  const product = fc.record({
    productId: fc.constantFrom('3600000000000000001', '3600000000000000002'),
    productName: fc.constantFrom('陶瓷杯', '杯盖'),
    spec: fc.constantFrom('白色', '黑色'),
    quantity: fc.integer({ min: 1, max: 2 }),
  });
  const tags = fc.constantFrom<string[]>(['赠品'], []);

  it('never holds more lines than the longer of both, and gives the facts that both agree on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(product, tags, fc.boolean()), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (lines, turn) => {
          const page = lines.map(([line, tags], i) => ({ lineId: `#${i + 1}`, ...line, tags }));
          const turned = lines.map((_, i) => lines[(i + turn) % lines.length] as (typeof lines)[0]);
          const file = turned.map(([line, tags, says], i) => ({
            lineId: sub(i),
            ...line,
            ...(says ? { tags } : {}),
          }));
          const [one, two] = [seen(page, NOW), seen(file, NOW - 1_000)];
          const [whole, back] = [mergeCases(one, two), mergeCases(two, one)];
          expect(Object.keys(linesOf(whole))).toHaveLength(lines.length);
          expect(back).toEqual(whole);
          const [ofPage, ofFile] = [one, two].map((each) => compiled.facts(each));
          const agreed = JSON.stringify(ofPage) === JSON.stringify(ofFile);
          if (agreed) expect(compiled.facts(whole)).toEqual(ofPage);
        },
      ),
    );
  });

  it('a gift that only the page marks stays a gift beside the file', () => {
    const page = [{ lineId: '#1', productName: '小样', quantity: 1, tags: ['赠品'] }];
    const file = [{ lineId: sub(1), productName: '小样', quantity: 1 }];
    const whole = mergeCases(seen(page, NOW), seen(file, NOW - 1_000));
    expect(compiled.findExclusion(whole)?.id).toBe('gift');
  });
});
