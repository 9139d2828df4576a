/** A shop's tables as files: every order once, ids whole, nothing that a spreadsheet would run. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../src/store/database';
import { importRecords } from '../../src/store/import-records';
import { ingestBatch } from '../../src/store/ingest';
import { exportFile } from '../../src/ui/dashboard/data/export-file';
import { NOW, order, orderId, otherShop, shop, ticket } from './support/builders';
import { recomputeTallies, rulesOf } from './support/database-content';
import { samplePlatform } from './support/sample-platform';

const rules = rulesOf(samplePlatform);
const shopKey = `${shop.platform}:${shop.shopId}`;

async function exported(
  kind: 'orders' | 'aftersales' | 'days' | 'json',
  labelOf: (id: string) => string = (id) => id,
) {
  const db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const hostile = [{ lineId: '#1', productName: '=HYPERLINK("http://x","杯, 子")', quantity: 1 }];
  await ingestBatch(db, rules, { shop, seenMs: NOW, records: [order(1, { lines: hostile })] });
  await ingestBatch(db, rules, { shop: otherShop, seenMs: NOW, records: [order(7)] });
  await importRecords(db, rules, {
    shop,
    seenMs: NOW,
    batches: (async function* () {
      yield [order(2), ticket(2, { status: '已关闭', reason: '+1', refundFen: 1 })];
    })(),
  });
  const { blob, rows } = await exportFile(db, {
    shop,
    rules,
    kind,
    t: (key) => key,
    labelOf,
    onProgress: () => {},
  });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { db, rows, text: await blob.text(), first: bytes[0], bytes };
}

const parse = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true }).data;

describe('an exported table', () => {
  it('begins with the mark of UTF-8, ends lines as spreadsheets do, keeps every id a text', async () => {
    for (const kind of ['orders', 'aftersales', 'days'] as const) {
      const { db, text: _text, ...rest } = await exported(kind);
      expect(rest.rows).toBeGreaterThan(0);
      expect([...rest.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const raw = new TextDecoder().decode(rest.bytes);
      expect(
        raw
          .split('\n')
          .slice(0, -1)
          .every((line) => line.endsWith('\r')),
      ).toBe(true);
      // No cell is a bare number so long that its last digits would be lost.
      expect(raw).not.toMatch(/(^|,)"?\d{12,}"?(?=,|\r|$)/m);
      db.close();
    }
  });

  it('runs nothing, whatever a page or a rule pack calls things', async () => {
    for (const start of ['=', '+', '-', '@', '\t=', '\r=']) {
      const hostile = `${start}cmd|' /C calc'!A0`;
      const { text } = await exported('days', () => hostile);
      for (const row of parse(text)) {
        expect(row['export.indicator']).toBe(`'${hostile}`);
      }
      expect(parse(text).length).toBeGreaterThan(0);
    }
  });

  it('holds the orders of the shop, wherever they are stored', async () => {
    const { text, rows, first } = await exported('orders');
    expect(rows).toBe(2);
    expect(first).toBe(0xef);
    const [one, two, ...more] = parse(text);
    expect(more).toEqual([]);
    // The tab keeps nineteen digits from being read as a number.
    expect(one?.['export.order-id']).toBe(`${orderId(1)}\t`);
    expect(two?.['export.order-id']).toBe(`${orderId(2)}\t`);
    expect(one?.['export.product']).toBe('\'=HYPERLINK("http://x","杯, 子")');
    expect(one?.['export.amount']).toBe('129.00');
  });

  it('holds the after-sales, and what is unknown stays empty', async () => {
    const { text } = await exported('aftersales');
    const [one, ...more] = parse(text);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      'export.reason': "'+1",
      'export.refund': '0.01',
      'export.refunded': '',
    });
  });

  it('holds each day’s indicators as they are counted', async () => {
    const { db, text } = await exported('days');
    const tallies = await recomputeTallies(db, rules, shopKey);
    const cells = tallies.flatMap(({ cells }) => Object.values(cells));
    expect(parse(text).map((row) => [row['export.num'], row['export.den']])).toEqual(
      cells.map(([num, den]) => [String(num), String(den)]),
    );
  });

  it('as JSON says everything', async () => {
    const { text } = await exported('json');
    const { shop: named, cases } = JSON.parse(text);
    expect(named).toMatchObject({ shopId: shop.shopId });
    expect(cases.map((each: { orderId: string }) => each.orderId)).toEqual([
      orderId(1),
      orderId(2),
    ]);
  });
});
