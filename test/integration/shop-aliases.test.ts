/**
 * Labels and merged identities: an order is in one shop at every instant, what is shown of a merged shop
 * equals recomputation over all its identities, and taken apart each is exactly what its own pages showed.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ShopRef } from '../../src/core/entities';
import { beijingDay, DAY_MS, HOUR_MS } from '../../src/core/time';
import { makeBackup } from '../../src/store/backup';
import { createDatabase, type ScoreDatabase } from '../../src/store/database';
import { deleteShop } from '../../src/store/delete-data';
import { type Batch, ingestBatch, OtherShopError } from '../../src/store/ingest';
import { buildMirror } from '../../src/store/mirror-build';
import { findCases, listShops } from '../../src/store/queries';
import { restoreBackup } from '../../src/store/restore';
import { expireOld, RETENTION_KEY } from '../../src/store/retention';
import { cleanLabel, labelShop, mergeShops, splitShop } from '../../src/store/shop-alias';
import { findGroup } from '../../src/store/shop-group';
import { anySteps, playSteps, type Step } from './support/any-steps';
import {
  health,
  list,
  NOW,
  order,
  orderId,
  otherShop,
  shop,
  snapshot,
  ticket,
} from './support/builders';
import { contentOf, rulesOf } from './support/database-content';
import { failingWrites, workerKilled } from './support/failing-writes';
import { samplePlatform } from './support/sample-platform';

const rules = rulesOf(samplePlatform);
const findRules = (id: string) => (id === 'sample' ? rules : undefined);
const third: ShopRef = { platform: 'sample', shopId: '旧店名', name: '旧店名' };
const newDb = (): ScoreDatabase => createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
const noArea = { get: async () => ({}), set: async () => {}, remove: async () => {} };
const today = beijingDay(NOW);

let db: ScoreDatabase;
beforeEach(() => {
  db = newDb();
});
const page = (of: ShopRef, records: Batch['records'], more: Partial<Batch> = {}) =>
  ingestBatch(db, rules, { shop: of, seenMs: NOW, records, health: health('order-list'), ...more });
const mirrorOf = (of: ShopRef) => buildMirror(db, rules, of, NOW);
const chat = (rounds: number, replySeconds: number) => ({
  kind: 'chat-day' as const,
  day: today - 1,
  rounds,
  replySeconds,
});

/** Everything but the decision itself and the counters that tell mirrors apart. */
async function withoutDecisions(of: ScoreDatabase) {
  const { shops, ...rest } = await contentOf(of);
  const walks = await of.walks.toArray();
  return { ...rest, walks, shops: shops.map(({ alias: _a, revision: _r, ...row }) => row) };
}

describe('two identities merged', () => {
  beforeEach(async () => {
    await page(shop, [order(1), ticket(1), chat(10, 100), snapshot(NOW, 80)]);
    await page(otherShop, [order(2), ticket(2), chat(30, 600), snapshot(NOW + 1, 85)]);
  });

  it('are one shop: sums, lists, the later score of the day, a chat day once', async () => {
    expect(await mergeShops(db, otherShop, shop, NOW)).toBe(true);
    const mirror = await mirrorOf(otherShop);
    expect(mirror?.shop).toEqual(shop);
    expect(mirror?.coverage.orders.stored).toBe(2);
    expect(mirror?.duties.map((duty) => duty.orderId)).toEqual([orderId(1), orderId(2)]);
    expect(mirror?.offenders.map((one) => one.orderId).sort()).toEqual([orderId(1), orderId(2)]);
    expect(mirror?.snapshots.map((one) => one.total)).toEqual([85]);
    // Seen in one instant, the larger text of a field wins: 30 rounds and 600 seconds, never 40 and 700.
    const day = mirror?.tallies.find((row) => row.day === today - 1);
    expect(day?.cells['reply-seconds']?.slice(0, 2)).toEqual([600, 30]);
    const finished = mirror?.tallies.find((row) => row.day === today - 3);
    expect(finished?.cells['quality-return']?.slice(0, 2)).toEqual([2, 2]);
    expect((await listShops(db)).map((group) => group.shop.name)).toEqual([shop.name]);
    expect(await findCases(db, shop, [orderId(1), orderId(2)])).toHaveLength(2);
  });

  it('take each other’s orders, which stay where they were first seen', async () => {
    const move = () => page(otherShop, [order(1, { status: '已关闭' })], { seenMs: NOW + HOUR_MS });
    await expect(move()).rejects.toBeInstanceOf(OtherShopError);
    await mergeShops(db, otherShop, shop, NOW);
    const reply = await move();
    expect(reply).toMatchObject({ stored: { created: 0, changed: 1 }, refused: [] });
    expect(await db.cases.get(['sample', orderId(1)])).toMatchObject({
      shopId: shop.shopId,
      order: { f: { status: '已关闭' } },
    });
    // New ones belong to the identity of the page that showed them.
    await page(otherShop, [order(7)]);
    await splitShop(db, otherShop, NOW + DAY_MS);
    expect((await db.cases.get(['sample', orderId(7)]))?.shopId).toBe(otherShop.shopId);
    await expect(move()).rejects.toBeInstanceOf(OtherShopError);
  });

  it('taken apart at once are what they were, to the byte', async () => {
    const before = await withoutDecisions(db);
    await mergeShops(db, otherShop, shop, NOW);
    await splitShop(db, otherShop, NOW + 1);
    expect(await withoutDecisions(db)).toEqual(before);
    for (const each of [shop, otherShop]) {
      expect((await mirrorOf(each))?.shop).toEqual(each);
      expect((await mirrorOf(each))?.coverage.orders.stored).toBe(1);
    }
  });

  it('keep what was proved of both apart: it goes when they are taken apart', async () => {
    const whole = list({ rows: 2, total: 2, pageSize: 10, pageIndex: 1, newestMs: NOW - DAY_MS });
    const reading = { ...whole, oldestMs: NOW - 10 * DAY_MS, loadedMs: NOW };
    await mergeShops(db, otherShop, shop, NOW);
    await page(otherShop, [order(1), order(2)], { list: reading });
    expect((await mirrorOf(shop))?.coverage.orders).toMatchObject({
      intervals: [[0, NOW]],
      total: 2,
      stored: 2,
    });
    await splitShop(db, otherShop, NOW + 1);
    for (const each of [shop, otherShop]) {
      expect((await mirrorOf(each))?.coverage.orders.intervals).toEqual([]);
    }
  });

  it('a full list speaks for an identity only once it has shown its orders', async () => {
    const open = (n: number) => ticket(n, { status: '待商家处理', appliedMs: NOW - 5 * HOUR_MS });
    const tab = (rows: number, loadedMs: number) =>
      list({ side: 'aftersales', filterKey: 'tab=待商家处理', rows, total: rows, loadedMs });
    const read = (ns: number[], atMs: number) =>
      page(otherShop, ns.map(open), { seenMs: atMs, list: tab(ns.length, atMs) });
    const isHandled = async (n: number) => {
      const found = await db.cases.get(['sample', orderId(n)]);
      return Object.values(found?.tickets ?? {}).some(({ f }) => f.handledMs !== undefined);
    };
    await page(shop, [open(3)]);
    await mergeShops(db, otherShop, shop, NOW);
    await read([2], NOW + HOUR_MS);
    expect(await isHandled(3)).toBe(false);
    await read([1, 2], NOW + 2 * HOUR_MS);
    expect(await isHandled(3)).toBe(true);
  });

  it('are deleted as one, with everything proved of them', async () => {
    await page(third, [order(9)]);
    await mergeShops(db, otherShop, shop, NOW);
    await page(otherShop, [order(1)], { list: list({ rows: 1, total: 1, loadedMs: NOW }) });
    const gone = await deleteShop(db, noArea, otherShop);
    expect(gone.map((each) => each.shopId)).toEqual([shop.shopId, otherShop.shopId]);
    const left = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    for (const each of [shop, otherShop]) expect(left).not.toContain(each.shopId);
    expect(left).toContain(third.shopId);
  });

  it('keep what the remaining one keeps: retention is one choice', async () => {
    await mergeShops(db, otherShop, shop, NOW);
    const settings = { [`sample:${otherShop.shopId}`]: 120, [`sample:${shop.shopId}`]: 300 };
    expect(RETENTION_KEY).toBe('settings:retention-days');
    expect(await expireOld(db, rules, settings, NOW + 200 * DAY_MS)).toBe(0);
    await splitShop(db, otherShop, NOW + 1);
    expect(await expireOld(db, rules, settings, NOW + 200 * DAY_MS)).toBe(1);
  });
});

it('no shop is ever half merged: a write that fails leaves the decision as it was', async () => {
  const writes = failingWrites(db);
  await page(shop, [order(1)]);
  await page(otherShop, [order(2)]);
  const apart = await contentOf(db);
  for (const at of [0, 1]) {
    writes.arm(workerKilled(), at);
    await expect(mergeShops(db, otherShop, shop, NOW)).rejects.toThrow();
    writes.arm(undefined);
    expect(await contentOf(db)).toEqual(apart);
  }
  await mergeShops(db, otherShop, shop, NOW);
  await page(otherShop, [order(1)], { list: list({ rows: 1, total: 1, loadedMs: NOW }) });
  const merged = await contentOf(db);
  writes.arm(undefined);
  for (const at of [0, 1, 2, 3]) {
    writes.arm(workerKilled(), at);
    await expect(splitShop(db, otherShop, NOW)).rejects.toThrow();
    writes.arm(undefined);
    expect(await contentOf(db)).toEqual(merged);
  }
  expect(await splitShop(db, otherShop, NOW)).toHaveLength(2);
});

describe('decisions', () => {
  it('stay as made: a chain taken apart in the middle keeps its lower part', async () => {
    for (const [i, each] of [shop, otherShop, third].entries()) await page(each, [order(i + 1)]);
    await mergeShops(db, third, otherShop, NOW);
    await mergeShops(db, otherShop, shop, NOW);
    expect((await findGroup(db, third)).shopIds).toEqual([
      shop.shopId,
      ...[third.shopId, otherShop.shopId].sort(),
    ]);
    await splitShop(db, otherShop, NOW);
    expect((await findGroup(db, third)).shopIds).toEqual([otherShop.shopId, third.shopId]);
    expect((await findGroup(db, shop)).shopIds).toEqual([shop.shopId]);
  });

  it('close no circle, cross no platform, and need two known shops', async () => {
    await page(shop, [order(1)]);
    await page(otherShop, [order(2)]);
    expect(await mergeShops(db, shop, otherShop, NOW)).toBe(true);
    for (const [from, into] of [
      [otherShop, shop],
      [shop, otherShop],
      [shop, shop],
      [otherShop, third],
      [otherShop, { ...shop, platform: 'other' }],
    ] as const) {
      expect(await mergeShops(db, from, into, NOW)).toBe(false);
    }
    expect(await splitShop(db, otherShop, NOW)).toEqual([]);
  });

  it('a label is the name everywhere, until it is taken back; pages and files do not change it', async () => {
    await page(shop, [order(1)]);
    await page(otherShop, [order(2)]);
    await labelShop(db, shop, cleanLabel('  一店 \n（主） '), NOW);
    expect((await mirrorOf(shop))?.shop).toEqual({ ...shop, name: '一店 （主）' });
    await page(shop, [order(3)], { seenMs: NOW + 1 });
    await expect(page(otherShop, [order(1)])).rejects.toMatchObject({ shopNames: ['一店 （主）'] });
    // An import names the shop as the list did that it was chosen from.
    const named = { ...shop, name: '一店 （主）' };
    await ingestBatch(db, rules, { shop: named, seenMs: NOW + 2, records: [order(4)] });
    expect((await db.shops.get('sample:木木家居'))?.shop).toEqual(shop);
    await labelShop(db, shop, cleanLabel(' \u0000 '), NOW);
    expect((await mirrorOf(shop))?.shop).toEqual(shop);
  });
});

describe('a backup', () => {
  async function roundTrip(into: ScoreDatabase): Promise<void> {
    const blob = await makeBackup(db, { nowMs: NOW });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    await restoreBackup(into, { bytes, findRules });
  }
  const decisions = async (of: ScoreDatabase) =>
    (await of.shops.toArray()).map(({ shopKey, alias }) => [shopKey, alias]);

  beforeEach(async () => {
    await page(shop, [order(1)]);
    await page(otherShop, [order(2)]);
    await labelShop(db, shop, '一店', NOW);
    await mergeShops(db, otherShop, shop, NOW);
    const reading = list({
      rows: 2,
      total: 2,
      newestMs: NOW - 1,
      oldestMs: NOW - 2,
      loadedMs: NOW,
    });
    await page(otherShop, [order(1), order(2)], { list: reading });
  });

  it('carries labels, merges and what was proved; again it changes nothing', async () => {
    const other = newDb();
    await roundTrip(other);
    expect(await decisions(other)).toEqual(await decisions(db));
    const [ours, theirs] = await Promise.all(
      [db, other].map((each) => buildMirror(each, rules, shop, NOW)),
    );
    expect(theirs?.coverage.orders.intervals).toEqual([[0, NOW]]);
    expect({ ...theirs, revision: 0, health: {} }).toEqual({ ...ours, revision: 0, health: {} });
    const before = await contentOf(other);
    await roundTrip(other);
    expect(await withoutDecisions(other)).toMatchObject({ cases: before.cases });
    expect(await decisions(other)).toEqual(await decisions(db));
  });

  it('does not undo a later decision, and takes in an order of the other identity', async () => {
    const other = newDb();
    await ingestBatch(other, rules, { shop: otherShop, seenMs: NOW, records: [order(1)] });
    await ingestBatch(other, rules, { shop, seenMs: NOW, records: [order(5)] });
    await labelShop(other, shop, '新名', NOW + 1);
    await roundTrip(other);
    const mirror = await buildMirror(other, rules, shop, NOW);
    expect(mirror?.shop.name).toBe('新名');
    expect(mirror?.coverage.orders.stored).toBe(3);
    await splitShop(other, otherShop, NOW + 2);
    await roundTrip(other);
    expect((await findGroup(other, shop)).shopIds).toEqual([shop.shopId]);
  });

  it('closes no circle', async () => {
    const other = newDb();
    for (const [i, each] of [shop, otherShop].entries()) {
      await ingestBatch(other, rules, { shop: each, seenMs: NOW, records: [order(i + 1)] });
    }
    await mergeShops(other, shop, otherShop, NOW - 1);
    await roundTrip(other);
    expect((await findGroup(other, shop)).shop.shopId).toBe(otherShop.shopId);
    expect((await listShops(other)).map(({ shopIds }) => shopIds.length)).toEqual([2]);
  });
});

describe('any life under two identities', () => {
  const plain = (step: Step): boolean => !['together', 'delete'].includes(step.do);
  const never = (step: Step): boolean => step.do !== 'one-shop' && step.do !== 'two-shops';

  it('merged and taken apart again is the life that was never merged', async () => {
    // Each identity's pages and files show its own orders: even minutes are never swapped.
    const steps = anySteps.map((all) =>
      all
        .filter((step) => plain(step))
        .map((step) => ('minute' in step ? { ...step, minute: step.minute * 2 } : step)),
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const [once, never_] = [newDb(), newDb()];
        await playSteps(once, [rules], all);
        for (const each of [shop, otherShop]) await splitShop(once, each, NOW);
        await playSteps(never_, [rules], all.filter(never));
        expect(await withoutDecisions(once)).toEqual(await withoutDecisions(never_));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
