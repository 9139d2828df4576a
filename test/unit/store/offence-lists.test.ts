import { expect, it } from 'vitest';
import type { OffenceEntry, StoredOffences } from '../../../src/store/database';
import { listOf, openList, storedList } from '../../../src/store/offence-lists';

const entry = (n: number): OffenceEntry => ({
  orderId: `69179267680000${10_000 + n}`,
  unitId: `t${n}`,
  num: 200 - n,
  den: 1,
  ...(n % 3 === 0 ? {} : { reason: '质量问题' }),
});
const row = (count: number): StoredOffences => ({
  gen: 1,
  shopKey: 's',
  measureId: 'm',
  day: 20_000,
  part: 0,
  ...storedList(Array.from({ length: count }, (_, n) => entry(n))),
});

it.each([0, 1, 11, 12, 64])('a list of %i says opened what it says read whole', (count) => {
  const stored = row(count);
  const open = openList(stored);
  const whole = listOf(stored);
  expect(whole).toHaveLength(count);
  expect(open.num).toEqual(whole.map((each) => each.num));
  expect(open.orderId).toEqual(whole.map((each) => each.orderId));
  // From the end: whatever is asked for first.
  const backwards = whole.map((_, at) => open.entry(count - 1 - at));
  expect(backwards.reverse()).toEqual(whole);
});

it('a damaged list has nothing, read or opened', () => {
  const { entries: _, ...stored } = row(64);
  const bytes = stored.bytes?.slice() ?? new Uint8Array();
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  expect(listOf({ ...stored, bytes })).toEqual([]);
  expect(openList({ ...stored, bytes }).orderId).toEqual([]);
});
