/**
 * What the merchant is told of the store: tallies being made anew, a database that cannot be opened, a full
 * disk. Whatever it is, the numbers from before stay, and what was stored stays as it was.
 */
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../src/core/entities';
import { makeBackup } from '../../src/store/backup';
import { createDatabase, DATABASE_NAME } from '../../src/store/database';
import { importRecords } from '../../src/store/import-records';
import { findMirror, readStoreState } from '../../src/store/mirror-read';
import type { StoreState } from '../../src/store/mirror-types';
import { findTrouble, openOld } from '../../src/store/open-stored';
import { restoreBackup } from '../../src/store/restore';
import { SCHEMAS } from '../../src/store/schemas';
import { ingestPage, NOW, order, shop, ticket } from './support/builders';
import { contentOf, rulesOf } from './support/database-content';
import { diskFull, failingWrites, workerKilled } from './support/failing-writes';
import { createWorld, openWorldDatabase, startWorker, uiOf } from './support/fake-browser';
import stored from './support/old-databases.json';
import { samplePlatform } from './support/sample-platform';

const rules = rulesOf(samplePlatform);
const changedPlatform = {
  ...samplePlatform,
  words: { ...samplePlatform.words, quality: { includes: ['不想要'] } },
};

async function* many(count: number): AsyncGenerator<CaseRecord[]> {
  for (let n = 0; n < count; n += 500) {
    yield Array.from({ length: 500 }, (_, i) => order(n + i));
  }
}

describe('while tallies are made anew', () => {
  it('it is told which and how far, in whole steps, over the old numbers; then nothing more', async () => {
    const world = createWorld();
    const db = openWorldDatabase(world);
    await importRecords(db, rules, { shop, seenMs: NOW, batches: many(6_000) });
    db.close();
    const first = startWorker(world);
    await first.settle();
    first.kill();
    const old = await findMirror(world.local, shop);

    world.platform = changedPlatform;
    // Half a second passes whenever somebody looks.
    let ticks = 0;
    Object.defineProperty(world, 'nowMs', { get: () => NOW + ++ticks * 500 });
    const told: { state: StoreState; shows: string | undefined }[] = [];
    world.local.onChange((keys) => {
      if (!keys.includes('store:state')) return;
      const read = (key: string) => JSON.parse(world.local.values.get(key) ?? '{}');
      told.push({
        state: read('store:state'),
        shows: JSON.parse(read('mirror:sample:木木家居')).measuresVersion,
      });
    });
    const second = startWorker(world);
    await second.settle();
    const during = told.flatMap(({ state, shows }) => {
      const progress = state.rebuilds?.sample;
      return progress ? [{ ...progress, shows }] : [];
    });
    expect(during.length).toBeGreaterThan(1);
    for (const [i, { percent, measures, shows }] of during.entries()) {
      expect(percent).toBeGreaterThanOrEqual(during[i - 1]?.percent ?? 0);
      expect(percent).toBeLessThan(100);
      expect(Number.isInteger(percent)).toBe(true);
      expect(measures).toEqual(['quality-return']);
      expect(shows).toBe(old?.measuresVersion);
    }
    expect(during.at(-1)?.percent).toBeGreaterThan(0);
    // The mark goes only when the new numbers are there.
    expect(told.at(-1)).toEqual({ state: {}, shows: rulesOf(changedPlatform).version });
    expect(await readStoreState(world.local)).toEqual({});
  });

  it('a worker killed on the way leaves it told; the next one goes on and takes it away', async () => {
    const world = createWorld();
    const before = startWorker(world);
    await before.post(ingestPage([order(1)]));
    await before.settle();
    before.kill();
    world.local.values.set(
      'store:state',
      JSON.stringify({ rebuilds: { sample: { percent: 40 } } }),
    );
    const after = startWorker(world);
    await after.settle();
    expect(await readStoreState(world.local)).toEqual({});
  });
});

/** A database of the first version in which something stands in the way of the upgrade. */
async function blockedDatabase(): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const { rows } = stored['1'];
  const db = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  db.version(1).stores({ ...SCHEMAS[0], health: 'shopKey' });
  await db.open();
  for (const [table, all] of Object.entries(rows)) await db.table(table).bulkPut(all as object[]);
  db.close();
  return indexedDB;
}

describe('an upgrade that fails', () => {
  it('is said, changes nothing, stores nothing, and the old data can be taken out', async () => {
    const world = createWorld();
    world.indexedDB = await blockedDatabase();
    const worker = startWorker(world);
    const ui = uiOf(world, worker);
    await worker.settle();
    expect(await ui.readStoreState()).toEqual({
      trouble: { code: 'upgrade-failed', sinceMs: NOW },
    });
    expect(world.faces.get('default')).toMatchObject({ text: '!' });
    expect(world.faces.get('default')?.title).toContain('打不开');
    expect(await worker.post(ingestPage([order(9)]))).toMatchObject({
      ok: false,
      code: 'store-unavailable',
    });
    expect(await ui.checkMirror(shop)).toBe(false);

    const old = await openOld(worker.db);
    expect(old.verno).toBe(1);
    expect(await old.cases.toArray()).toEqual(stored['1'].rows.cases);
    const blob = await makeBackup(old, { nowMs: NOW });
    old.close();
    const fresh = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const result = await restoreBackup(fresh, { bytes, findRules: () => rules });
    expect(result.orders).toBe(stored['1'].rows.cases.length);
    const ids = (await contentOf(fresh)).cases.map((one) => one.orderId);
    expect(ids).toEqual(stored['1'].rows.cases.map((one) => one.orderId));
  });

  it('leaves nothing behind in this context when another one makes the database anew', async () => {
    const world = createWorld();
    world.indexedDB = await blockedDatabase();
    const worker = startWorker(world);
    await worker.settle();
    await new Dexie(DATABASE_NAME, { indexedDB: world.indexedDB, IDBKeyRange }).delete();
    const other = openWorldDatabase(world);
    await importRecords(other, rules, { shop, seenMs: NOW, batches: many(500) });
    await worker.settle();
    expect(await readStoreState(world.local)).toEqual({});
    expect(await worker.post(ingestPage([order(1), order(900)]))).toMatchObject({ ok: true });
    expect((await contentOf(other)).cases).toHaveLength(501);
    const versions = await world.indexedDB.databases();
    expect(versions).toEqual([{ name: DATABASE_NAME, version: SCHEMAS.length * 10 }]);
  });

  it('is forgotten once the database opens', async () => {
    const world = createWorld();
    world.indexedDB = await blockedDatabase();
    const worker = startWorker(world);
    await worker.settle();
    await new Promise((resolve, reject) => {
      const request = world.indexedDB.open(DATABASE_NAME, 11);
      request.onupgradeneeded = () => request.result.deleteObjectStore('health');
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = reject;
    });
    await worker.settle();
    expect(await readStoreState(world.local)).toEqual({});
    expect(await worker.post(ingestPage([order(9)]))).toMatchObject({ ok: true });
    expect((await contentOf(worker.db)).cases).toHaveLength(stored['1'].rows.cases.length + 1);
  });
});

describe('two versions of the extension on one database', () => {
  it('the newer gets through at once; the older writes nothing more, and says why', async () => {
    const world = createWorld();
    const worker = startWorker(world);
    await worker.post(ingestPage([order(1), ticket(1)]));
    await worker.settle();
    const newer = createDatabase({
      indexedDB: world.indexedDB,
      IDBKeyRange,
      schemas: [...SCHEMAS, { later: 'id' }],
    });
    await newer.open();
    expect(newer.verno).toBe(SCHEMAS.length + 1);
    const before = await contentOf(newer);
    expect(await worker.post(ingestPage([order(2)]))).toMatchObject({
      ok: false,
      code: 'store-unavailable',
    });
    await worker.settle();
    expect(await readStoreState(world.local)).toMatchObject({ trouble: { code: 'newer' } });
    expect(await contentOf(newer)).toEqual(before);
    expect(await findMirror(world.local, shop)).toBeDefined();
  });

  it('the older does not even open what the newer left', async () => {
    const world = createWorld();
    const options = { indexedDB: world.indexedDB, IDBKeyRange };
    const newer = createDatabase({ ...options, schemas: [...SCHEMAS, { later: 'id' }] });
    await newer.open();
    newer.close();
    const older = createDatabase(options);
    expect(await findTrouble(older)).toBe('newer');
    await expect(older.shops.toArray()).rejects.toThrow();
    await expect(openOld(older)).rejects.toThrow();
  });
});

describe('a full disk', () => {
  it('is told until something can be written again', async () => {
    const world = createWorld();
    const worker = startWorker(world);
    const writes = failingWrites(worker.db);
    await worker.post(ingestPage([order(1)]));
    await worker.settle();
    writes.arm(diskFull());
    expect(await worker.post(ingestPage([order(2)]))).toMatchObject({ code: 'quota' });
    expect(await readStoreState(world.local)).toMatchObject({ trouble: { code: 'full' } });
    writes.arm(undefined);
    await worker.settle();
    expect(await readStoreState(world.local)).toMatchObject({ trouble: { code: 'full' } });
    expect(await worker.post(ingestPage([order(2)]))).toMatchObject({ ok: true });
    expect(await readStoreState(world.local)).toEqual({});
  });

  it('is known by the room that is left, whatever the browser calls the failure; then nothing is tried', async () => {
    const world = createWorld();
    const worker = startWorker(world);
    const writes = failingWrites(worker.db);
    await worker.post(ingestPage([order(1)]));
    await worker.settle();
    // With room on the disk it is any other failure.
    world.roomBytes = 2 ** 30;
    writes.arm(workerKilled());
    expect(await worker.post(ingestPage([order(2)]))).not.toMatchObject({ code: 'quota' });
    expect(await readStoreState(world.local)).toEqual({});
    world.roomBytes = 0;
    writes.arm(workerKilled());
    // Not even the note of it fits on the disk.
    world.local.failWith = diskFull();
    expect(await worker.post(ingestPage([order(2)]))).toMatchObject({ code: 'quota' });
    expect(await readStoreState(world.local)).toEqual({});
    expect(await uiOf(world, worker).readStoreState()).toMatchObject({ trouble: { code: 'full' } });
    world.local.failWith = undefined;
    writes.arm(undefined);
    expect(await worker.post(ingestPage([order(2)]))).toMatchObject({ code: 'quota' });
    expect([writes.seen, await worker.db.cases.count()]).toEqual([0, 1]);
    world.roomBytes = 2 ** 30;
    expect(await worker.post(ingestPage([order(2)]))).toMatchObject({ ok: true });
    expect(await uiOf(world, worker).readStoreState()).toEqual({});
  });
});
