/** Two shops with every kind of dirt, counted by hand. */
import { describe, expect, test } from 'vitest';
import { INDICATORS } from '../../validate/indicators';
import { InputProblem } from '../../validate/input-problem';
import { loadCases } from '../../validate/load-cases';
import { ratingsByPromise } from '../../validate/promise';
import { readTable } from '../../validate/read-table';
import { type ShopTallies, tallyShops, totalOf } from '../../validate/score';
import { writeFolder } from './folder';

const dir = writeFolder({
  orders: [
    'o1,delivered,2018-01-01 00:00:00,2018-01-01 00:00:00,2018-01-02 12:00:00,2018-01-04 12:00:00,2018-01-04 00:00:00',
    // Handed over a second before the payment.
    'o2,delivered,2018-01-02 00:00:00,2018-01-03 00:00:00,2018-01-02 23:59:59,2018-01-05 05:59:59,2018-01-09 00:00:00',
    // Delivered, they say, but not when.
    'o3,delivered,2018-01-01 00:00:00,2018-01-01 00:00:00,2018-01-01 06:00:00,,2018-01-09 00:00:00',
    // Never approved, delivered before it was handed over, on the very instant shown to the buyer.
    'o4,delivered,2018-01-01 00:00:00,,2018-01-10 00:00:00,2018-01-09 00:00:00,2018-01-09 00:00:00',
    'o5,canceled,2018-01-01 00:00:00,,,,2018-01-09 00:00:00',
    // 30 February, and a date in another form.
    'o6,delivered,2018-02-01 00:00:00,2018-02-30 10:00:00,01/02/2018,2018-02-05 00:00:00,2018-02-09 00:00:00',
    'o7,delivered,2018-03-01 00:00:00,2018-03-01 00:00:00,2018-03-01 10:00:00,2018-03-01 22:00:00,2018-03-09 00:00:00',
    // Nobody's: no item.
    'o8,delivered,2018-03-01 00:00:00,2018-03-01 00:00:00,2018-03-01 10:00:00,2018-03-01 22:00:00,2018-03-09 00:00:00',
  ],
  items: [
    // The latest limit comes first: neither the first nor the last item decides.
    'o1,1,p1,A,2018-01-03 00:00:00,1',
    'o1,2,p1,A,2018-01-02 00:00:00,1',
    'o1,3,p2,B,2018-01-02 11:59:59,1',
    // Handed over at the limit: in time.
    'o2,1,p1,A,2018-01-02 23:59:59,1',
    'o3,1,p1,A,2018-01-01 05:00:00,1',
    'o4,1,p1,A,2018-01-11 00:00:00,1',
    'o5,1,p1,A,2018-01-05 00:00:00,1',
    'o6,1,p2,B,2018-02-03 00:00:00,1',
    'o7,1,p2,B,2018-02-28 00:00:00,1',
    'o7,2,p2,B,soon,1',
    'o7,3,p2',
  ],
  reviews: [
    // Three reviews: the first day has two, of which r2 comes first by id.
    'r1,o1,4,2018-01-06 00:00:00,',
    'r9,o1,5,2018-01-05 00:00:00,',
    'r2,o1,1,2018-01-05 00:00:00,',
    'r3,o3,2,2018-01-09 00:00:00,',
    'r4,o4,3,2018-01-12 00:00:00,',
    'r6,o6,x,2018-02-06 00:00:00,',
    'r7,o7,4,,',
    'r8,o8,1,2018-03-05 00:00:00,',
    'r0,nowhere,1,2018-03-05 00:00:00,',
  ],
});
const loaded = await loadCases(dir);
const shops = tallyShops(loaded.shops);

function totals(shop: string, of: 'all' | 'scored') {
  const found = shops.find((each) => each.shop === shop) as ShopTallies;
  return Object.fromEntries(INDICATORS.map((spec) => [spec.key, totalOf(found[of], spec)]));
}

describe('hand-counted folder', () => {
  test('an order belongs to every shop with an item in it', () => {
    expect(shops.map(({ shop, orders }) => [shop, orders]).sort()).toEqual([
      ['A', 5],
      ['B', 3],
    ]);
  });

  test('shop A', () => {
    expect(totals('A', 'all')).toEqual({
      // o1 36 h, o3 6 h; o2 and o4 unknown.
      pickupHours: { num: 42, den: 2, value: 21, unknown: 2 },
      // o1 48 h, o2 54 h; o4 unknown.
      deliveryHours: { num: 102, den: 2, value: 51, unknown: 1 },
      // o1 1, o3 2, o4 3.
      meanRating: { num: 6, den: 3, value: 2, unknown: 0 },
      // o1 of o1, o2, o4: o3 was never seen delivered, o2 has no review.
      badReviewRate: { num: 1, den: 3, value: 1 / 3, unknown: 0 },
      // o3 of o1 … o4.
      lateShipRate: { num: 1, den: 4, value: 1 / 4, unknown: 0 },
    });
  });

  test('shop B', () => {
    expect(totals('B', 'all')).toEqual({
      // o1 36 h, o7 10 h; nobody knows whether o6 was handed over.
      pickupHours: { num: 46, den: 2, value: 23, unknown: 0 },
      // o1 48 h, o7 12 h; o6 unknown.
      deliveryHours: { num: 60, den: 2, value: 30, unknown: 1 },
      // o1 1, o7 4; o6 unknown.
      meanRating: { num: 5, den: 2, value: 2.5, unknown: 1 },
      badReviewRate: { num: 1, den: 2, value: 1 / 2, unknown: 1 },
      // o1: B's own item was due earlier than A's. o7's latest limit is unknown.
      lateShipRate: { num: 1, den: 1, value: 1, unknown: 1 },
    });
  });

  test('scored by delivered orders only', () => {
    expect(totals('A', 'scored')).toEqual({
      pickupHours: { num: 36, den: 1, value: 36, unknown: 2 },
      deliveryHours: { num: 102, den: 2, value: 51, unknown: 1 },
      meanRating: { num: 4, den: 2, value: 2, unknown: 0 },
      badReviewRate: { num: 1, den: 3, value: 1 / 3, unknown: 0 },
      lateShipRate: { num: 0, den: 3, value: 0, unknown: 0 },
    });
  });

  test('what is not readable is counted', () => {
    // o6's two times and score, o7's limit; the row cut after three cells.
    expect(loaded.cellsUnreadable).toBe(4);
    expect(loaded.rowsUnreadable).toBe(1);
  });

  test('late orders, each once', () => {
    // o1 came after its date, o4 on it, o7 before; o3 and o6 cannot be told.
    expect(ratingsByPromise(loaded.shops)).toEqual({
      late: { orders: 1, meanStars: 1 },
      inTime: { orders: 2, meanStars: 3.5 },
    });
  });

  test('a missing file or column is said', async () => {
    await expect(loadCases(`${dir}-none`)).rejects.toThrow(InputProblem);
    await expect(
      readTable(dir, 'orders.csv', ['order_id', 'seller_id'], () => undefined),
    ).rejects.toThrow('orders.csv has no column seller_id.');
  });
});
