/** The whole command on small markets: it must pass where the claim holds, and fail where it does not. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { validate } from '../../validate/main';
import type { ShopResult } from '../../validate/result-file';
import { type Tables, writeFolder } from './folder';

const SHOPS = 16;
const ORDERS = 32;

/** @param lateOrders, badReviews how many of a shop's orders, by its place 0 … 15 */
function market(
  lateOrders: (place: number) => number,
  badReviews: (place: number) => number,
  ordersEach = ORDERS,
): string {
  const tables: Tables = { orders: [], items: [], reviews: [] };
  for (let place = 0; place < SHOPS; place++) {
    for (let i = 0; i < ordersEach; i++) {
      const id = `s${place}-${i}`;
      const late = i < lateOrders(place);
      const bad = i < badReviews(place);
      const at = (hours: number) =>
        new Date(Date.UTC(2018, 0, 1 + i, hours)).toISOString().slice(0, 19).replace('T', ' ');
      const carrier = at(late ? 30 : 20);
      tables.orders.push(`${id},delivered,${at(0)},${at(1)},${carrier},${at(100)},${at(200)}`);
      tables.items.push(`${id},1,p,shop-${String(place).padStart(2, '0')},${at(25)},1`);
      tables.reviews.push(`r-${id},${id},${bad ? 1 : 5},${at(120)},`);
    }
  }
  return writeFolder(tables);
}

async function run(dir: string) {
  const words: string[] = [];
  const jsonFile = path.join(dir, 'out.json');
  const passed = await validate({ dir, jsonFile, draws: 5, print: (text) => words.push(text) });
  const results: ShopResult[] = JSON.parse(readFileSync(jsonFile, 'utf8'));
  return { passed, results, lines: words.filter((each) => /^(pass|FAIL) /.test(each)) };
}

test('passes where late shops ship late and punctual ones displease', async () => {
  const { passed, results, lines } = await run(
    market(
      (place) => place,
      (place) => SHOPS - place,
    ),
  );
  expect(lines.map((each) => each.slice(0, 4))).toEqual(['pass', 'pass', 'pass']);
  expect(passed).toBe(true);
  const last = results.find((each) => each.shop === 'shop-15');
  expect(last).toMatchObject({
    orders: 32,
    measures: {
      // 17 hand-overs after 19 h, 15 after 29 h.
      pickupHours: { num: 758, den: 32, value: 758 / 32 },
      deliveryHours: { num: 17 * 80 + 15 * 70, den: 32 },
      meanRating: { num: 156, den: 32, value: 4.875 },
      badReviewRate: { num: 1, den: 32, value: 1 / 32 },
      lateShipRate: { num: 15, den: 32, value: 15 / 32 },
    },
    drag: { dimension: 'logistics', indicator: 'late-ship-rate', why: 'largest-loss' },
  });
  expect(results.find((each) => each.shop === 'shop-00')?.drag.dimension).toBe('product');
});

test('fails where late shops displease more than they are late', async () => {
  const { passed, lines } = await run(
    market(
      // Only the most punctual quarter stands apart: the rest share its last rank.
      (place) => (place === 0 ? 0 : 1 + Math.floor(place / 8)),
      (place) => place,
    ),
  );
  expect(passed).toBe(false);
  expect(lines).toContain('FAIL  late shops have logistics as their drag: 0 of 4');
});

test('fails where no shop is later than another', async () => {
  const { passed, lines } = await run(
    market(
      () => 4,
      (place) => place,
    ),
  );
  expect(passed).toBe(false);
  expect(lines[0]).toMatch(/^FAIL/);
});

test('too few orders: no score, no file, and a word why', async () => {
  const dir = market(
    (place) => place,
    () => 0,
    29,
  );
  await expect(run(dir)).rejects.toThrow('No shop has 30 orders or more.');
  expect(existsSync(path.join(dir, 'out.json'))).toBe(false);
});
