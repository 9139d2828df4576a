/** What the bench runs inside a page of the extension: the store's own code on the browser's database. */
import Dexie from 'dexie';
import { createRulesTable } from '../../../src/background/rules';
import type { CaseRecord, PageHealth } from '../../../src/core/entities';
import { beijingDay, DAY_MS } from '../../../src/core/time';
import { platforms } from '../../../src/platforms/registry';
import { changeCases, sightedCases } from '../../../src/store/case-changes';
import { createDatabase, type ScoreDatabase, type StoredCase } from '../../../src/store/database';
import { importRecords } from '../../../src/store/import-records';
import { ingestBatch } from '../../../src/store/ingest';
import { shopKeyOf } from '../../../src/store/keys';
import { buildMirror } from '../../../src/store/mirror-build';
import { findMirror } from '../../../src/store/mirror-read';
import { mirrorKey, mirrorText } from '../../../src/store/mirror-types';
import { listOffenders } from '../../../src/store/queries';
import { rebuildStep } from '../../../src/store/rebuild';
import type { PlatformRules } from '../../../src/store/rules';
import { openRaw, rawPut, readAll } from './raw';
import { NOW_MS, records, shop } from './sample';

const rules = createRulesTable(platforms)(shop.platform) as PlatformRules;
const health: PageHealth = {
  kind: 'order-list',
  verdict: 'ok',
  alternatives: {},
  groupsSeen: 100,
  groupsParsed: 100,
  fieldsMissing: {},
  problems: [],
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

const rowsOf = (batch: CaseRecord[]): StoredCase[] =>
  changeCases(sightedCases(batch, shop, NOW_MS), [], rules, [shop.shopId]).changes.map(
    ({ row }) => row,
  );

/** Batches of a file, made as they are asked for: making them is no part of storing. */
async function* batches(from: number, to: number, count: number, days: number) {
  for (let at = from; at < to; at += 500) {
    yield records(at, Math.min(at + 500, to), count, days);
  }
}

/** All made beforehand. */
async function* prepared(all: CaseRecord[][]) {
  yield* all;
}

/** Orders of a file, newest first as the platform writes them. */
function fileOf(count: number): CaseRecord[][] {
  const file: CaseRecord[][] = [];
  for (let to = count; to > 0; to -= 500) {
    file.push(records(Math.max(0, to - 500), to, count, 100).reverse());
  }
  return file;
}

async function fill(db: ScoreDatabase, count: number, days: number): Promise<void> {
  const parts = { shop, seenMs: NOW_MS, batches: batches(0, count, count, days) };
  await importRecords(db, rules, parts);
}

/** Page batches of 100: new ones, and the same again, each beside a raw put of 100 rows. */
async function ingestTimes(stored: number, rounds: number) {
  const total = stored + 100 * (rounds + 2);
  const db = createDatabase({ name: 'bench-ingest' });
  const raw = await openRaw('bench-raw-put');
  await fill(db, stored, 130);
  const times: Record<'raw' | 'fresh' | 'again', number[]> = { raw: [], fresh: [], again: [] };
  for (let round = 0; round < rounds + 2; round++) {
    const from = stored + round * 100;
    const batch = records(from, from + 100, total, 130);
    const rows = rowsOf(batch);
    const page = { shop, seenMs: NOW_MS + round * 60_000, records: batch, health };
    const rawMs = await timed(() => rawPut(raw, rows));
    const freshMs = await timed(() => ingestBatch(db, rules, page));
    // Paged back to after a minute: nothing has changed but the moment.
    const later = { ...page, seenMs: page.seenMs + 60_000 };
    const againMs = await timed(() => ingestBatch(db, rules, later));
    if (round < 2) continue;
    times.raw.push(rawMs);
    times.fresh.push(freshMs);
    times.again.push(againMs);
  }
  db.close();
  raw.close();
  return times;
}

/** Rows as anybody would store them: plain objects in one table with its index. */
function plainDatabase(): Dexie {
  const plain = new Dexie('bench-bulk-put');
  plain.version(1).stores({ cases: '[platform+orderId], *marks' });
  return plain;
}

/** Rows a `bulkPut`: what is quickest for it. */
const AT_ONCE = 2_000;

/**
 * An export of `count` orders through the import, beside per-record `bulkPut` of the same rows: in turns,
 * a few thousand each, so that both meet the same noise. The rows are made outside of either's time.
 */
async function importTimes(count: number) {
  const file = fileOf(count);
  const plain = plainDatabase();
  await plain.open();
  let bulkPutMs = 0;
  let asideMs = 0;
  async function* besides() {
    for (let at = 0; at < file.length; at += 16) {
      const some = file.slice(at, at + 16);
      asideMs += await timed(async () => {
        const rows = rowsOf(some.flat());
        bulkPutMs += await timed(async () => {
          for (let from = 0; from < rows.length; from += AT_ONCE) {
            await plain.table('cases').bulkPut(rows.slice(from, from + AT_ONCE));
          }
        });
      });
      yield* some;
    }
  }
  const db = createDatabase({ name: 'bench-import' });
  await db.open();
  const importOf = (batches: AsyncIterable<CaseRecord[]>) =>
    timed(() => importRecords(db, rules, { shop, seenMs: NOW_MS, batches }));
  const importMs = (await importOf(besides())) - asideMs;
  const againMs = await importOf(prepared(file));
  plain.close();
  db.close();
  return { bulkPutMs, importMs, againMs };
}

/** After `importTimes`: only reading the records, and making every tally anew from them. */
async function rebuildTimes() {
  const db = createDatabase({ name: 'bench-import' });
  await db.open();
  const plain = plainDatabase();
  await plain.open();
  const rowsMs = await timed(() => readAll(plain.backendDB(), 'cases'));
  plain.close();
  const row = await db.generations.get(shop.platform);
  if (row) await db.generations.put({ ...row, version: 'older measures' });
  let counted = 0;
  const rebuildMs = await timed(async () => {
    for (;;) {
      const step = await rebuildStep(db, rules);
      counted += step.counted;
      if (step.done) break;
    }
  });
  db.close();
  return { rowsMs, rebuildMs, counted };
}

/** What the popup reads, beside a scan of every record. After `importTimes`. */
async function popupTimes(rounds: number) {
  const db = createDatabase({ name: 'bench-import' });
  const mirror = await buildMirror(db, rules, shop, NOW_MS);
  const other = { platform: 'bench', shopId: shop.shopId };
  const key = mirrorKey(other.platform, other.shopId);
  if (mirror) await chrome.storage.local.set({ [key]: mirrorText(mirror) });
  const reads: number[] = [];
  for (let round = 0; round < rounds; round++) {
    reads.push(await timed(() => findMirror(chrome.storage.local, other)));
  }
  await chrome.storage.local.remove(key);
  const mirrorBytes = JSON.stringify(mirror).length;
  const plain = plainDatabase();
  await plain.open();
  const scanMs = await timed(() => readAll(plain.backendDB(), 'cases'));
  plain.close();
  db.close();
  return { reads, scanMs, mirrorBytes };
}

/** The first 100 offenders of one indicator in a shop of `count` orders over `days`. */
async function offenderTimes(name: string, rounds: number) {
  const db = createDatabase({ name });
  await db.open();
  const today = beijingDay(NOW_MS);
  const query = { shopKey: shopKeyOf(shop), fromDay: today - 30, toDay: today - 1, limit: 100 };
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    times.push(
      await timed(async () => {
        const refs = await listOffenders(db, rules, { ...query, measureId: 'quality-return-rate' });
        found = new Set(refs.map((each) => each.orderId)).size;
      }),
    );
  }
  db.close();
  return { times, found };
}

async function fillShop(name: string, count: number, days: number) {
  const db = createDatabase({ name });
  const ms = await timed(() => fill(db, count, days));
  db.close();
  return ms;
}

/** Rows as pages leave them: one record each. */
async function fillHot(name: string, count: number) {
  const db = createDatabase({ name });
  await db.open();
  for (let at = 0; at < count; at += 2_000) {
    await db.cases.bulkPut(rowsOf(records(at, Math.min(at + 2_000, count), count, 100)));
  }
  db.close();
}

async function drop(name: string): Promise<void> {
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = resolve;
    request.onblocked = resolve;
  });
}

Object.assign(globalThis, {
  storeBench: {
    ingestTimes,
    importTimes,
    rebuildTimes,
    popupTimes,
    offenderTimes,
    fillShop,
    importOnly: async (count: number) => {
      const file = fileOf(count);
      const db = createDatabase({ name: 'bench-only' });
      await db.open();
      return timed(() =>
        importRecords(db, rules, { shop, seenMs: NOW_MS, batches: prepared(file) }),
      );
    },
    fillHot,
    drop,
    clockOffsetMs: () => NOW_MS - Date.now(),
    DAY_MS,
  },
});
