/** A browser may hold a database of any version that was shipped: each opens, with everything in it. */
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { markCase, withoutMarks } from '../../src/store/case-changes';
import { createDatabase, DATABASE_NAME, type StoredPack } from '../../src/store/database';
import { ingestBatch } from '../../src/store/ingest';
import { shopKeyOf } from '../../src/store/keys';
import { rebuildStep } from '../../src/store/rebuild';
import { SCHEMAS } from '../../src/store/schemas';
import { NOW, order, shop, ticket } from './support/builders';
import { contentOf, recomputeTallies, rulesOf, storedTallies } from './support/database-content';
import stored from './support/old-databases.json';
import { samplePlatform } from './support/sample-platform';

const rules = rulesOf(samplePlatform);
const shopKey = shopKeyOf(shop);
type Rows = Record<string, object[]>;
interface OldDatabase {
  schema: Record<string, string>[];
  rows: Rows;
}

/** JSON has no bytes: they are kept as `{base64}`. */
const revived = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const { base64 } = (value ?? {}) as { base64?: string };
      return [name, base64 === undefined ? value : new Uint8Array(Buffer.from(base64, 'base64'))];
    }),
  );
const readOld = (version: string): OldDatabase => {
  const { schema, rows } = stored[version as keyof typeof stored] as OldDatabase;
  const all = Object.entries(rows).map(([table, some]) => [table, some.map(revived)] as const);
  return { schema, rows: Object.fromEntries(all) };
};

/** A database as that version of the extension left it: its schema, its rows, nothing of today's code. */
async function oldDatabase(version: string): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const { schema, rows } = readOld(version);
  const db = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  for (const [i, stores] of schema.entries()) db.version(i + 1).stores(stores);
  await db.open();
  for (const [table, all] of Object.entries(rows)) await db.table(table).bulkPut(all);
  db.close();
  return indexedDB;
}

describe('a database of version', () => {
  for (const version of Object.keys(stored)) {
    it(`${version} opens with all that was in it, and goes on from there`, async () => {
      const indexedDB = await oldDatabase(version);
      const db = createDatabase({ indexedDB, IDBKeyRange });
      const { rows } = readOld(version);
      const content = await contentOf(db);
      for (const [table, all] of Object.entries(rows)) {
        expect(await db.table(table).toArray()).toEqual(all);
      }
      const packed = (rows.packs ?? []) as StoredPack[];
      const counts = packed.map(({ count }) => count);
      expect(content.cases.length).toBe(counts.reduce((a, b) => a + b, rows.cases?.length ?? 0));
      await ingestBatch(db, rules, { shop, seenMs: NOW, records: [order(5), ticket(1)] });
      const [generation] = content.generations;
      if (generation?.version === rules.version) {
        expect(await storedTallies(db, shopKey)).toEqual(
          await recomputeTallies(db, rules, shopKey),
        );
      }
      expect((await contentOf(db)).cases.length).toBe(content.cases.length + 1);
      while (!(await rebuildStep(db, rules)).done);
      expect(await storedTallies(db, shopKey)).toEqual(await recomputeTallies(db, rules, shopKey));
      for (const row of await db.cases.toArray()) {
        const orderCase = withoutMarks(row);
        expect(row).toEqual(markCase(orderCase, rules.facts(orderCase), rules));
      }
    });
  }

  it('every shipped version has its database here', () => {
    // The newest may be in the making; every earlier one is in some browser.
    expect(Object.keys(stored)).toEqual(SCHEMAS.slice(0, -1).map((_, i) => String(i + 1)));
    for (const [version, { schema }] of Object.entries(stored)) {
      expect(schema).toEqual(SCHEMAS.slice(0, Number(version)));
    }
  });
});

it('a row is short in the database and full everywhere else, also under a cursor', async () => {
  const indexedDB = new IDBFactory();
  const db = createDatabase({ indexedDB, IDBKeyRange });
  await ingestBatch(db, rules, { shop, seenMs: NOW, records: [order(1), ticket(1)] });
  const raw = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
  await raw.open();
  const [short] = await raw.table('cases').toArray();
  expect(Object.keys(short)).toEqual(['platform', 'orderId', 'marks', 'short']);
  raw.close();
  const [row] = await db.cases.toArray();
  expect(row?.order?.f.paidFen).toBe(12_900);
  expect(await db.cases.filter((one) => one.order?.f.paidFen === 12_900).toArray()).toEqual([row]);
  expect(await db.cases.bulkGet([['sample', order(1).orderId]])).toEqual([row]);
  expect(await db.cases.where('marks').startsWith('h').first()).toEqual(row);
});

describe('an upgrade that fails', () => {
  it('leaves the old database as it was, readable by what made it', async () => {
    const indexedDB = await oldDatabase('1');
    const newer = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
    for (const [i, stores] of SCHEMAS.entries()) newer.version(i + 1).stores(stores);
    newer
      .version(SCHEMAS.length + 1)
      .stores({ cases: '[platform+orderId], *marks, shopId' })
      .upgrade(async (transaction) => {
        await transaction.table('cases').clear();
        throw new Error('no space');
      });
    await expect(newer.open()).rejects.toThrow();
    newer.close();
    const db = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
    for (const [i, stores] of stored['1'].schema.entries()) db.version(i + 1).stores(stores);
    expect(await db.table('cases').toArray()).toEqual(stored['1'].rows.cases);
    expect(db.verno).toBe(1);
  });
});

describe('a database that is deleted or upgraded under an open connection', () => {
  it('is not held: the other one gets through, and the next batch is stored', async () => {
    const indexedDB = new IDBFactory();
    const db = createDatabase({ indexedDB, IDBKeyRange });
    await ingestBatch(db, rules, { shop, seenMs: NOW, records: [order(1)] });
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(DATABASE_NAME);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    await ingestBatch(db, rules, { shop, seenMs: NOW, records: [order(2)] });
    const { cases } = await contentOf(db);
    expect(cases.map((one) => one.orderId)).toEqual([order(2).orderId]);
    expect(await storedTallies(db, shopKey)).toEqual(await recomputeTallies(db, rules, shopKey));
  });
});
