/** Packs: what comes out is what went in, and what was damaged is told. */
import fc from 'fast-check';
import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { OrderCase } from '../../../src/core/entities';
import { mergeCases } from '../../../src/core/merge';
import { decodeCases, encodeCases } from '../../../src/store/codec/case-columns';
import { decodeColumn, encodeColumn } from '../../../src/store/codec/column';
import { decodeRows, encodeRows } from '../../../src/store/codec/rows';
import { findUnpacked, packCases, unpackCases } from '../../../src/store/pack-codec';
import { sighting } from '../core/arbitrary-case';

/** Ids as platforms make them, and as none does. */
const anyId = fc.oneof(
  fc.bigInt({ min: 10n ** 9n, max: 10n ** 24n - 1n }).map(String),
  fc.constantFrom('220101-123456789012345', '#1', '0', '0123456789', '12345678901', '__proto__'),
  fc.string({ minLength: 1, maxLength: 6 }),
);
const orderId = fc.oneof(fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n }).map(String), anyId);

const someCase: fc.Arbitrary<OrderCase> = fc
  .tuple(orderId, fc.array(sighting, { minLength: 1, maxLength: 3 }))
  .map(([id, all]) => ({ ...all.reduce(mergeCases), orderId: id }));
/** As long as a pack may get, though rarely. */
const someCases = fc.array(someCase, { minLength: 1, maxLength: 40 });

const value = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Object.is(each, -0)),
  fc.boolean(),
  fc.string(),
  anyId,
  fc.array(fc.string(), { maxLength: 3 }),
);
const instant = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 });
const like = fc.oneof(
  value.map((each) => fc.constant(each)),
  fc.constant(value),
  fc.constant(anyId),
  fc.constant(fc.integer({ min: -5, max: 300 })),
  fc.constant(instant.map((seconds) => seconds * 1_000)),
  fc.constant(fc.constantFrom('已完成', '待发货', '')),
);
/** A column's values are alike more often than not, and some are missing. */
const column: fc.Arbitrary<unknown[]> = like.chain((each) =>
  fc.array(fc.option(each as fc.Arbitrary<unknown>, { nil: undefined, freq: 5 }), {
    maxLength: 300,
  }),
);

function through(values: unknown[], ms?: number[]): unknown[] {
  const out: Uint8Array[] = [];
  const near = ms ? { ms, idHigh: ms, idLow: ms } : {};
  const head = JSON.parse(JSON.stringify(encodeColumn(values, near, out)));
  return decodeColumn(head, values.length, near, { bytes: Buffer.concat(out), at: 0 });
}

describe('a column', () => {
  it('gives back any values, with gaps, near to anything', () => {
    fc.assert(
      fc.property(column, fc.array(instant, { minLength: 300, maxLength: 300 }), (values, ms) => {
        expect(through(values)).toEqual(values);
        expect(through(values, ms.slice(0, values.length))).toEqual(values);
      }),
    );
  });

  it.each([
    [[]],
    [[undefined, undefined]],
    [[0, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, 2 ** 51 - 1, -(2 ** 51) + 1]],
    [[2 ** 53 - 1, -(2 ** 53) + 1]],
    [['1000000000', '1000000000000000000', '999999999999999999999999', '1000000001']],
    [['1000000000', '0000000001']],
    [['1', 1, true, 'true', ['1'], [], '[]']],
  ])('of %j', (values) => {
    expect(through(values)).toEqual(values);
  });

  it('of seconds near to one another takes a byte each', () => {
    const out: Uint8Array[] = [];
    const start = 1_795_000_000_000;
    encodeColumn(
      [0, 1_000, 200_000, 255_000].map((ms) => start + ms),
      {},
      out,
    );
    expect(out.map((each) => each.length)).toEqual([4]);
  });
});

describe('a pack', () => {
  it('gives back any cases', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        expect(decodeCases(encodeCases(cases))).toEqual(cases);
        expect(unpackCases(packCases(cases))).toEqual(cases);
      }),
    );
  });

  it('keeps members in the order that makes equal cases equal as text', () => {
    fc.assert(
      fc.property(someCase, (one) => {
        const [again] = unpackCases(packCases([one]));
        expect(JSON.stringify(again)).toBe(JSON.stringify(one));
      }),
    );
  });

  it('of the first version is read like any other', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        expect(unpackCases(zlibSync(strToU8(JSON.stringify(cases))))).toEqual(cases);
      }),
    );
  });

  it('that was damaged anywhere is no pack', () => {
    fc.assert(
      fc.property(someCases, fc.nat(), fc.integer({ min: 1, max: 255 }), (cases, at, flip) => {
        const bytes = encodeCases(cases);
        bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ flip;
        expect(findUnpacked(zlibSync(bytes))).toBeUndefined();
        expect(findUnpacked(packCases(cases).subarray(0, -(at % 20) - 5))).toBeUndefined();
      }),
    );
  });
});

describe('rows', () => {
  it('give back their members', () => {
    const row = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        expect(decodeRows(encodeRows(rows))).toEqual(rows);
      }),
    );
  });
});
