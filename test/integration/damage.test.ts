/** Faults of disk and clock: what cannot be read any more harms nothing else, and counts follow. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/core/time';
import { createDatabase, type ScoreDatabase, type StoredCase } from '../../src/store/database';
import { deleteShop } from '../../src/store/delete-data';
import { importRecords } from '../../src/store/import-records';
import { ingestBatch } from '../../src/store/ingest';
import { shopKeyOf } from '../../src/store/keys';
import { buildMirror } from '../../src/store/mirror-build';
import { findMirror } from '../../src/store/mirror-read';
import { scanCases } from '../../src/store/read-cases';
import { rebuildStep } from '../../src/store/rebuild';
import { ingestPage, NOW, order, orderId, otherShop, shop, ticket } from './support/builders';
import { contentOf, recomputeTallies, rulesOf, storedTallies } from './support/database-content';
import { createWorld, MemoryArea, startWorker } from './support/fake-browser';
import { samplePlatform } from './support/sample-platform';

const rules = rulesOf(samplePlatform);
const shopKey = shopKeyOf(shop);
const newDb = (): ScoreDatabase => createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });

async function* file(...ids: number[]) {
  yield ids.map((id) => order(id));
}

describe('a row that can no longer be read', () => {
  it('is written anew when its order is seen again, and the tallies are made anew', async () => {
    const db = newDb();
    const records = [order(1), ticket(1), order(2)];
    await ingestBatch(db, rules, { shop, seenMs: NOW, records });
    const row = (await db.cases.get(['sample', orderId(1)])) as StoredCase;
    await db.cases.put({ ...row, tickets: undefined as never });
    expect((await buildMirror(db, rules, shop, NOW))?.shop).toEqual(shop);
    await ingestBatch(db, rules, { shop, seenMs: NOW + DAY_MS, records: [order(1)] });
    while (!(await rebuildStep(db, rules, 1)).done);
    expect((await contentOf(db)).cases).toHaveLength(2);
    expect(await storedTallies(db, shopKey)).toEqual(await recomputeTallies(db, rules, shopKey));
  });

  it('in a pack: the others go on, the pack’s orders come back as they are seen', async () => {
    const db = newDb();
    await importRecords(db, rules, { shop, seenMs: NOW, batches: file(1, 2) });
    await ingestBatch(db, rules, { shop, seenMs: NOW, records: [order(9)] });
    const [pack] = await db.packs.toArray();
    if (!pack) throw new Error('nothing was packed');
    await db.packs.put({ ...pack, bytes: pack.bytes.slice(0, 20) });
    const scanned: string[] = [];
    for await (const cases of scanCases(db, 'sample')) {
      scanned.push(...cases.map((one) => one.orderId));
    }
    expect(scanned).toEqual([orderId(9)]);
    await importRecords(db, rules, { shop, seenMs: NOW + DAY_MS, batches: file(1, 2) });
    while (!(await rebuildStep(db, rules)).done);
    expect((await contentOf(db)).cases.map((one) => one.orderId)).toEqual([1, 2, 9].map(orderId));
    expect(await storedTallies(db, shopKey)).toEqual(await recomputeTallies(db, rules, shopKey));
  });
});

describe('a shop deleted whose pack can no longer be read', () => {
  it('takes what another shop had in it along, and the other’s tallies are made anew', async () => {
    const db = newDb();
    await importRecords(db, rules, { shop, seenMs: NOW, batches: file(1, 3) });
    await importRecords(db, rules, { shop: otherShop, seenMs: NOW, batches: file(2, 4) });
    await ingestBatch(db, rules, { shop: otherShop, seenMs: NOW, records: [order(9)] });
    const [pack, ...more] = await db.packs.toArray();
    if (!pack) throw new Error('nothing was packed');
    expect(more).toEqual([]);
    expect(pack.shopIds).toHaveLength(2);
    await db.packs.put({ ...pack, bytes: pack.bytes.slice(0, 20) });
    await deleteShop(db, new MemoryArea(), shop);
    while (!(await rebuildStep(db, rules)).done);
    const other = shopKeyOf(otherShop);
    expect((await contentOf(db)).cases.map((one) => one.orderId)).toEqual([orderId(9)]);
    expect(await storedTallies(db, other)).toEqual(await recomputeTallies(db, rules, other));
    expect(await storedTallies(db, other)).not.toEqual([]);
    expect(await storedTallies(db, shopKey)).toEqual([]);
  });
});

describe('a clock that was set back', () => {
  it('loses and doubles nothing: the latest sighting by the clock wins, counts follow', async () => {
    const db = newDb();
    for (const days of [0, -3, 1, -400]) {
      const seenMs = NOW + days * DAY_MS;
      await ingestBatch(db, rules, { shop, seenMs, records: [order(1), order(5 + days)] });
    }
    const { cases } = await contentOf(db);
    expect(cases.map((one) => one.orderId)).toContain(orderId(1));
    expect(new Set(cases.map((one) => one.orderId)).size).toBe(cases.length);
    expect(await storedTallies(db, shopKey)).toEqual(await recomputeTallies(db, rules, shopKey));
  });
});

describe('a mirror that is lost', () => {
  it('is written again from the database', async () => {
    const world = createWorld();
    const worker = startWorker(world);
    await worker.post(ingestPage([order(1), ticket(1)]));
    await worker.settle();
    const before = await findMirror(world.local, shop);
    world.local.values.clear();
    await worker.settle();
    expect(await findMirror(world.local, shop)).toEqual(before);
  });
});
