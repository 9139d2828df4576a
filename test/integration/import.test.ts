/** Files into the store through the one write path: as pages would be, in any order, stopped or repeated. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import type { CaseRecord, PageRecord } from '../../src/core/entities';
import { linesOf } from '../../src/core/lines';
import type { FilePreview } from '../../src/files/preview-types';
import { claimWholePeriod, readFile } from '../../src/files/read-file';
import { fileKinds } from '../../src/platforms/file-kinds';
import { getPlatform } from '../../src/platforms/registry';
import { withoutMarks } from '../../src/store/case-changes';
import { createDatabase, type ScoreDatabase } from '../../src/store/database';
import { importRecords } from '../../src/store/import-records';
import { ingestBatch } from '../../src/store/ingest';
import { shopKeyOf } from '../../src/store/keys';
import { createPlatformRules } from '../../src/store/rules';
import { samples as ofPinduoduo } from '../files/pinduoduo/samples.mjs';
import { samples as ofTaobao } from '../files/taobao/samples.mjs';
import { NOW_MS } from '../files/truth.mjs';
import { contentOf, recomputeTallies, storedTallies } from './support/database-content';

function sellerOn(id: string) {
  const platform = getPlatform(id);
  return {
    shop: { platform: id, shopId: '甲店', name: '甲店' },
    rules: createPlatformRules(platform, (one) => openDuties(one, platform.duties)),
  };
}
const { shop, rules } = sellerOn('doudian');
const other = { platform: 'doudian', shopId: '乙店', name: '乙店' };
const SAMPLES = path.resolve(import.meta.dirname, '../files/samples');

const newDb = (): ScoreDatabase => createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });

async function preview(name: string): Promise<FilePreview> {
  const made = [...ofTaobao, ...ofPinduoduo].find((each) => each.name === name)?.bytes;
  const bytes = made ?? readFileSync(path.join(SAMPLES, name));
  const read = await readFile(bytes, name, { kinds: fileKinds, nowMs: NOW_MS });
  if (!read.ok) throw new Error(read.code);
  return read;
}

async function recordsOf(file: FilePreview): Promise<CaseRecord[]> {
  const records: CaseRecord[] = [];
  for await (const batch of file.batches()) records.push(...batch);
  return records;
}

/** What the order list would have shown of the same orders, an hour after the export. */
function pageRecords(records: CaseRecord[]): PageRecord[] {
  return records.flatMap((each): PageRecord[] =>
    each.kind === 'order'
      ? [
          {
            kind: 'order',
            orderId: each.orderId,
            placedMs: each.placedMs,
            status: '交易关闭',
            lines: (each.lines.length > 0 ? each.lines : [{ lineId: '' }]).map(
              ({ productName, quantity }, index) => ({
                lineId: `#${index + 1}`,
                productName,
                quantity,
              }),
            ),
          },
        ]
      : [],
  );
}

async function expectTrueTallies(db: ScoreDatabase, ofShop = shop, by = rules): Promise<void> {
  const key = shopKeyOf(ofShop);
  const stored = await storedTallies(db, key);
  expect(stored.length).toBeGreaterThan(0);
  expect(stored).toEqual(await recomputeTallies(db, by, key));
}

const derived = async (db: ScoreDatabase) => {
  const { cases, tallies } = await contentOf(db);
  return { cases: cases.map(withoutMarks), tallies };
};

describe('a file', () => {
  it('stores what a page with the same records would have stored', async () => {
    const file = await preview('order-v2-gbk.csv');
    const [byFile, byPage] = [newDb(), newDb()];
    const { seenMs } = file;
    await importRecords(byFile, rules, { shop, seenMs, batches: file.batches(2) });
    await ingestBatch(byPage, rules, { shop, seenMs, records: await recordsOf(file) });
    expect(await derived(byFile)).toEqual(await derived(byPage));
    await expectTrueTallies(byFile);
    // A file is no page: it says nothing about how well pages can be read.
    expect((await contentOf(byFile)).health).toEqual([]);
  });

  it.each([
    ['doudian', 'order-v1-bom.csv', 'aftersale.xlsx'],
    ['taobao', '订单.xlsx', '3_1700000000_1.xlsx'],
    ['taobao', 'ExportOrderList202611201558.csv', '退款.csv'],
    ['taobao', '宝贝报表.xlsx', '退款-短.xlsx'],
    ['pinduoduo', 'orders_export2026-11-21-09-30-15 (1).csv', '售后.csv'],
  ])(
    'and pages of %s make one case, whatever came first (%s)',
    async (id, orderFile, ticketFile) => {
      const { shop, rules } = sellerOn(id);
      const [orders, tickets] = [await preview(orderFile), await preview(ticketFile)];
      const page = pageRecords(await recordsOf(orders));
      const seenMs = orders.seenMs + 3_600_000;
      const steps = {
        orders: (db: ScoreDatabase) =>
          importRecords(db, rules, { shop, seenMs: orders.seenMs, batches: orders.batches() }),
        tickets: (db: ScoreDatabase) =>
          importRecords(db, rules, { shop, seenMs: tickets.seenMs, batches: tickets.batches() }),
        page: (db: ScoreDatabase) => ingestBatch(db, rules, { shop, seenMs, records: page }),
      };
      const ways = [
        ['orders', 'tickets', 'page'],
        ['orders', 'page', 'tickets'],
        ['tickets', 'orders', 'page'],
        ['tickets', 'page', 'orders'],
        ['page', 'orders', 'tickets'],
        ['page', 'tickets', 'orders'],
      ] as const;
      const ends = [];
      for (const way of ways) {
        const db = newDb();
        for (const step of way) await steps[step](db);
        await expectTrueTallies(db, shop, rules);
        ends.push(await derived(db));
      }
      for (const end of ends) expect(end).toEqual(ends[0]);
      // The later sighting wins the state, the file keeps what the page does not show.
      const cases = (ends[0]?.cases ?? []).filter((row) => row.order !== undefined);
      expect(cases.map((row) => row.order?.f.status)).toEqual(cases.map(() => '交易关闭'));
      expect(cases.some((row) => row.order?.f.paidMs !== undefined)).toBe(true);
      // The page counts rows, the file names sub-orders, or nothing of the lines: each stands once.
      const counts = (await recordsOf(orders)).map((each) =>
        each.kind === 'order' ? each.lines.length : 0,
      );
      const known = cases.map((row) => Object.keys(linesOf(row)).length);
      expect(known.sort()).toEqual(counts.map((count) => Math.max(count, 1)).sort());
    },
  );

  it('again changes nothing', async () => {
    const file = await preview('aftersale-gbk.csv');
    const db = newDb();
    const { seenMs } = file;
    await importRecords(db, rules, { shop, seenMs, batches: file.batches(1) });
    const before = await contentOf(db);
    const again = await importRecords(db, rules, { shop, seenMs, batches: file.batches(3) });
    expect(again.stored).toMatchObject({ created: 0, changed: 0 });
    expect(await contentOf(db)).toEqual(before);
  });

  it('stopped on the way leaves whole batches, and the next import adds the rest', async () => {
    const file = await preview('order-v1-bom.csv');
    const { seenMs } = file;
    const claim = claimWholePeriod(file, 0, NOW_MS);
    const [db, whole] = [newDb(), newDb()];
    const stop = new AbortController();
    const result = await importRecords(db, rules, {
      shop,
      seenMs,
      claim,
      batches: file.batches(1),
      atOnce: 1,
      signal: stop.signal,
      onProgress: (done) => {
        if (done === 2) stop.abort();
      },
    });
    expect(result).toMatchObject({ outcome: 'cancelled', done: 2, claimed: false });
    expect((await contentOf(db)).cases).toHaveLength(2);
    expect((await db.coverage.get(shopKeyOf(shop)))?.state.orders.intervals ?? []).toEqual([]);
    await expectTrueTallies(db);
    await importRecords(db, rules, { shop, seenMs, claim, batches: file.batches() });
    await importRecords(whole, rules, { shop, seenMs, claim, batches: file.batches() });
    expect(await derived(db)).toEqual(await derived(whole));
    expect(await db.coverage.toArray()).toEqual(await whole.coverage.toArray());
  });
});

describe('a claimed period', () => {
  it('counts as read in full once everything is stored, up to the moment of the file', async () => {
    const file = await preview('order-v1-bom.csv');
    const { seenMs, period } = file;
    const from = (period?.fromMs ?? 0) - 1_000;
    const db = newDb();
    const claim = claimWholePeriod(file, from, NOW_MS);
    const result = await importRecords(db, rules, { shop, seenMs, claim, batches: file.batches() });
    expect(result.claimed).toBe(true);
    const state = (await db.coverage.get(shopKeyOf(shop)))?.state;
    expect(state?.orders.intervals).toEqual([[from, Math.min(seenMs, NOW_MS)]]);
    expect(state?.aftersales.intervals).toEqual([]);
  });

  it('is not claimed when an order turns out to be another shop’s', async () => {
    const file = await preview('order-v1-bom.csv');
    const { seenMs } = file;
    const records = await recordsOf(file);
    const db = newDb();
    await ingestBatch(db, rules, { shop: other, seenMs, records: records.slice(0, 1) });
    const claim = claimWholePeriod(file, 0, NOW_MS);
    const result = await importRecords(db, rules, {
      shop,
      seenMs,
      claim,
      batches: file.batches(1),
    });
    expect(result).toMatchObject({ outcome: 'done', refused: 1, claimed: false });
    expect(result.shopNames).toEqual(['乙店']);
    expect((await db.coverage.get(shopKeyOf(shop)))?.state.orders.intervals).toEqual([]);
    await expectTrueTallies(db);
  });

  it('a file of another shop stores nothing and names that shop', async () => {
    const file = await preview('order-v1-bom.csv');
    const { seenMs } = file;
    const db = newDb();
    await ingestBatch(db, rules, { shop: other, seenMs, records: await recordsOf(file) });
    const before = await contentOf(db);
    const claim = claimWholePeriod(file, 0, NOW_MS);
    const result = await importRecords(db, rules, {
      shop,
      seenMs,
      claim,
      batches: file.batches(2),
    });
    expect(result).toMatchObject({ outcome: 'other-shop', claimed: false, shopNames: ['乙店'] });
    expect(await contentOf(db)).toEqual(before);
  });
});
