/** What the dashboard asks for: offenders by the page, cases by id, shops. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import { beijingDay, DAY_MS, HOUR_MS } from '../../src/core/time';
import { createDatabase } from '../../src/store/database';
import { deleteShop } from '../../src/store/delete-data';
import { ingestBatch } from '../../src/store/ingest';
import { shopKeyOf } from '../../src/store/keys';
import { buildMirror, OFFENDERS_PER_MEASURE } from '../../src/store/mirror-build';
import { findCases, findStamp, listOffenders, listShops } from '../../src/store/queries';
import { createPlatformRules } from '../../src/store/rules';
import { health, NOW, order, orderId, otherShop, shop, ticket } from './support/builders';
import { MemoryArea } from './support/fake-browser';
import { samplePlatform } from './support/sample-platform';

const rules = createPlatformRules(samplePlatform, (one) => openDuties(one, samplePlatform.duties));
const db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
const today = beijingDay(NOW);
const TICKETS = 120;

/** Ticket n was agreed to n % 45 days ago after 1 + n hours: slow ones lie in and out of the window. */
const agreedMs = (n: number): number => NOW - (n % 45) * DAY_MS;
beforeAll(async () => {
  const tickets = Array.from({ length: TICKETS }, (_, n) =>
    ticket(n, {
      status: '已同意',
      agreedMs: agreedMs(n),
      appliedMs: agreedMs(n) - (1 + n) * HOUR_MS,
      dueMs: undefined,
    }),
  );
  await ingestBatch(db, rules, {
    shop,
    seenMs: NOW,
    records: tickets,
    health: health('aftersale-list'),
  });
  await ingestBatch(db, rules, {
    shop: otherShop,
    seenMs: NOW + 1,
    records: [order(900)],
    health: health('order-list'),
  });
});

const expected = Array.from({ length: TICKETS }, (_, n) => n)
  // One hour is no offence by the measure's own word.
  .filter((n) => n % 45 <= 30 && n > 0)
  .sort((a, b) => b - a);

describe('offenders of one measure', () => {
  const query = {
    shopKey: shopKeyOf(shop),
    measureId: 'audit-seconds',
    fromDay: today - 30,
    toDay: today,
  };

  it('come worst first, only those in the window, page by page', async () => {
    const first = await listOffenders(db, rules, { ...query, limit: 30 });
    const second = await listOffenders(db, rules, { ...query, limit: 30, offset: 30 });
    expect([...first, ...second].map((one) => one.orderId)).toEqual(
      expected.slice(0, 60).map(orderId),
    );
    expect(first[0]).toMatchObject({
      num: (1 + (expected[0] ?? 0)) * 3600,
      den: 1,
      reason: '质量问题',
    });
  });

  it('end when there are no more', async () => {
    const all = await listOffenders(db, rules, { ...query, limit: 1_000 });
    expect(all).toHaveLength(expected.length);
    expect(await listOffenders(db, rules, { ...query, limit: 10, offset: all.length })).toEqual([]);
  });

  it('of another shop or measure are not among them', async () => {
    expect(
      await listOffenders(db, rules, { ...query, shopKey: shopKeyOf(otherShop), limit: 9 }),
    ).toEqual([]);
    expect(await listOffenders(db, rules, { ...query, measureId: 'audit', limit: 9 })).toEqual([]);
  });

  it('are bounded in the mirror to the worst', async () => {
    const mirror = await buildMirror(db, rules, shop, NOW);
    expect(mirror?.offenders.map((one) => one.orderId)).toEqual(
      expected.slice(0, OFFENDERS_PER_MEASURE).map(orderId),
    );
  });
});

describe('cases and shops', () => {
  it('are found by id, never across shops', async () => {
    const found = await findCases(db, shop, [orderId(7), orderId(900), orderId(5_000), orderId(3)]);
    expect(found.map((one) => one.orderId)).toEqual([orderId(7), orderId(3)]);
    expect(found[0]).not.toHaveProperty('marks');
  });

  it('are listed latest first, with the revision the mirror is compared with', async () => {
    expect((await listShops(db)).map((row) => row.shop.name)).toEqual([otherShop.name, shop.name]);
    expect(await findStamp(db, shop)).toBe(`1@${NOW}`);
    expect(await findStamp(db, { ...shop, shopId: 'unknown' })).toBeUndefined();
    expect(await buildMirror(db, rules, { ...shop, shopId: 'unknown' }, NOW)).toBeUndefined();
  });
});

it('a shop read again after it was deleted is told from what it was, though its revision starts anew', async () => {
  const own = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const area = new MemoryArea();
  const read = (seenMs: number) =>
    ingestBatch(own, rules, { shop, seenMs, records: [order(1)], health: health('order-list') });
  await read(NOW);
  const before = await findStamp(own, shop);
  await deleteShop(own, area, shop);
  expect(await findStamp(own, shop)).toBeUndefined();
  await read(NOW + 1_000);
  expect((await own.shops.toArray())[0]?.revision).toBe(1);
  expect(await findStamp(own, shop)).not.toBe(before);
});
