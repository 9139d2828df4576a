/** Rows without their fields' names: what comes out is what went in, whatever went in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderCase } from '../../../src/core/entities';
import { mergeCases } from '../../../src/core/merge';
import {
  LINE_RULES,
  ORDER_RULES,
  PARCEL_RULES,
  REVIEW_RULES,
  TICKET_RULES,
} from '../../../src/core/merge-rules';
import { FIELD_NAMES } from '../../../src/store/codec/field-names';
import { fullRow, shortRow } from '../../../src/store/codec/short-row';
import { sighting } from '../core/arbitrary-case';

const someCase = fc
  .array(sighting, { minLength: 1, maxLength: 4 })
  .map((all) => all.reduce(mergeCases));
const someRow = fc
  .tuple(someCase, fc.option(fc.array(fc.string(), { minLength: 1 }), { nil: undefined }))
  .map(([one, marks]) => (marks ? { ...one, marks } : one));

const through = (row: OrderCase) => fullRow(structuredClone(shortRow(row)));

describe('a short row', () => {
  it('becomes the very row again, its members in the same order', () => {
    fc.assert(
      fc.property(someRow, (row) => {
        expect('short' in shortRow(row)).toBe(true);
        expect(through(row)).toEqual(row);
        const { marks: _marks, ...orderCase } = through(row);
        const { marks: _own, ...own } = row as OrderCase & { marks?: string[] };
        expect(JSON.stringify(orderCase)).toBe(JSON.stringify(own));
      }),
    );
  });

  it('leaves rows of any other form as they are', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), someCase, (damage, one) => {
        const row = { ...one, ...damage } as OrderCase;
        expect(through(row)).toEqual(row);
        const part = { ...one, order: { at: 1, f: damage } } as OrderCase;
        expect(through(part)).toEqual(part);
        const worse = { ...one, tickets: damage } as never as OrderCase;
        expect(through(worse)).toEqual(worse);
      }),
    );
  });

  it.each([
    ['an instant that is none', { order: { at: 1, f: { placedMs: 'soon' } } }],
    ['an instant between two milliseconds', { order: { at: 1, f: { paidMs: 1.5 } } }],
    ['fields that are a list', { order: { at: 1, f: [] } }],
    ['parts that are a list', { tickets: [] }],
    ['no part', { order: null }],
    ['no fields', { order: { at: 1, f: null } }],
    ['a number as its id', { orderId: 1 }],
    ['a field of tomorrow', { order: { at: 1, f: { giftWrap: true } } }],
    ['a side that is gone', { tickets: undefined }],
    ['a member of tomorrow', { invoices: {} }],
  ])('is not made of %s', (_, change) => {
    const one = { platform: 'p', orderId: '1', shopId: 's', lines: {}, parcels: {}, tickets: {} };
    const row = { ...one, reviews: {}, ...change } as never as OrderCase;
    expect(shortRow(row)).toBe(row);
  });

  it('has a number for every field that is stored, and no more than fit', () => {
    const rules = {
      order: ORDER_RULES,
      lines: LINE_RULES,
      parcels: PARCEL_RULES,
      tickets: TICKET_RULES,
      reviews: REVIEW_RULES,
    };
    for (const [side, of] of Object.entries(rules)) {
      const names: readonly string[] = FIELD_NAMES[side as keyof typeof rules];
      expect([...names].sort()).toEqual(Object.keys(of).sort());
      expect(names.length).toBeLessThan(31);
    }
  });
});
