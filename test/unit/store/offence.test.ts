import { expect, it } from 'vitest';
import type { OrderCase } from '../../../src/core/entities';
import type { Fact } from '../../../src/core/measure';
import { offenderRef } from '../../../src/store/offence';

const line = (productName: string, unitPriceFen?: number, quantity = 1) => ({
  at: 1,
  f: { productName, quantity, ...(unitPriceFen === undefined ? {} : { unitPriceFen }) },
});

const order = (more: object): OrderCase =>
  ({
    platform: 'sample',
    shopId: 's',
    orderId: '1',
    lines: {
      '#1': line('店铺赠品', 0),
      '#2': line('黑芝麻丸', 9_900),
      '#3': line('燕麦片', 5_000),
    },
    parcels: {},
    tickets: { t1: { at: 1, f: { productName: '燕麦片', reason: '质量问题' } } },
    reviews: {},
    ...more,
  }) as unknown as OrderCase;

const productOf = (unitId: string, more: object = {}): string | undefined =>
  offenderRef(order(more), { measureId: 'm', day: 1, unitId, num: 1, den: 1 } as Fact).productName;

it('an offence names its own product, else the one the buyer paid most for: never a gift beside it', () => {
  // A line's own, a ticket's own, and the order as a whole.
  expect(productOf('#1')).toBe('店铺赠品');
  expect(productOf('t1')).toBe('燕麦片');
  expect(productOf('1')).toBe('黑芝麻丸');
  expect(productOf('1', { lines: { '#1': line('甲', 100, 1), '#2': line('乙', 60, 2) } })).toBe(
    '乙',
  );
});

it('without prices the first product stands for the order, without lines that of its ticket', () => {
  expect(productOf('1', { lines: { '#1': line('甲'), '#2': line('乙') } })).toBe('甲');
  expect(productOf('t9', { lines: {} })).toBe('燕麦片');
});
