/** The dashboard's ports on a real store: nothing between them and the database is played. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDuties } from '../../../src/core/duties';
import type { PageRecord, ShopRef } from '../../../src/core/entities';
import type { Report } from '../../../src/core/report-types';
import { readChoices } from '../../../src/core/shop-choices';
import { DAY_MS } from '../../../src/core/time';
import { createDatabase, type ScoreDatabase } from '../../../src/store/database';
import { importRecords } from '../../../src/store/import-records';
import { type Batch, ingestBatch } from '../../../src/store/ingest';
import { createMirrorWriter } from '../../../src/store/mirror-writer';
import { createPlatformRules } from '../../../src/store/rules';
import { createReportOf, createUiPorts } from '../../../src/ui/bind-ports';
import { createStorePorts } from '../../../src/ui/dashboard/bind-store';
import {
  health,
  NOW,
  order,
  orderId,
  otherShop,
  shop,
  snapshot,
  ticket,
} from '../../integration/support/builders';
import { BUILD } from '../../integration/support/fake-browser';
import { samplePlatform } from '../../integration/support/sample-platform';

const rules = createPlatformRules(samplePlatform, (one) => openDuties(one, samplePlatform.duties));
const BAD = 45;

/** storage.local, as data. */
function createArea() {
  const values = new Map<string, unknown>();
  return {
    values,
    get: async (keys: string | string[] | null) => {
      const wanted = keys === null ? [...values.keys()] : [keys].flat();
      return Object.fromEntries(
        wanted.filter((key) => values.has(key)).map((key) => [key, values.get(key)]),
      );
    },
    set: async (more: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(more)) values.set(key, structuredClone(value));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) values.delete(key);
    },
  };
}

let area: ReturnType<typeof createArea>;
let db: ScoreDatabase;
const tab = { id: 5, url: 'https://seller.example.com/orders' };
const ports = () => ({
  ...createUiPorts({
    browser: {
      localArea: area,
      sessionArea: area,
      onLocalChange: () => () => {},
      findActiveTab: async () => tab,
      openTab: async () => {},
      pageUrl: (path: string) => path,
      sendMessage: async () => undefined,
      isExtensionAlive: () => true,
    },
    platforms: [samplePlatform],
    now: () => NOW,
    copyText: async () => {},
  }),
  ...createStorePorts({ area, platforms: [samplePlatform], now: () => NOW, build: BUILD, db }),
});

async function ingest(of: ShopRef, records: PageRecord[]): Promise<void> {
  const batch: Batch = { shop: of, seenMs: NOW, records, health: health('order-list') };
  await ingestBatch(db, rules, batch);
}

async function reportOf(of: ShopRef): Promise<Report> {
  const mirror = await ports().readMirror(of);
  const report = mirror && ports().reportOf(mirror, NOW);
  if (!report) throw new Error('no report');
  return report;
}

beforeEach(async () => {
  area = createArea();
  db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const numbers = Array.from({ length: BAD }, (_, i) => i + 1);
  await ingest(shop, [
    ...numbers.map((n) => order(n)),
    ...numbers.map((n) => ticket(n)),
    snapshot(),
  ]);
  await ingest(otherShop, [order(900), ticket(900)]);
  const writer = createMirrorWriter({
    db,
    area,
    findRules: () => rules,
    explain: createReportOf(() => samplePlatform.packs),
    build: BUILD,
    nowMs: () => NOW,
    sleep: async () => {},
    onError: (error) => {
      throw error;
    },
  });
  await writer.heal();
});

const all = () => true;

describe('orders behind an indicator', () => {
  it('come all and once, however many chunks they take', async () => {
    const report = await reportOf(shop);
    const rows = await ports().readOffenders(report, 'quality-return-rate', all);
    expect(rows.map((each) => each.orderId).sort()).toEqual(
      Array.from({ length: BAD }, (_, i) => orderId(i + 1)).sort(),
    );
  });

  it('agree with the report’s own list and carry reason and roll-off', async () => {
    const report = await reportOf(shop);
    const [first] = await ports().readOffenders(report, 'quality-return-rate', all);
    const listed = report.offenders.find((each) => each.orderId === first?.orderId);
    expect(listed).toBeDefined();
    expect(first).toMatchObject({ ...listed });
    expect(first?.reason).toBe('质量问题');
    expect(first?.atMs).toBe(NOW - 10 * DAY_MS);
  });

  it('tell how far the reading is, and stop when told to', async () => {
    const report = await reportOf(shop);
    const seen: number[][] = [];
    await ports().readOffenders(report, 'quality-return-rate', ({ read, all: of }) => {
      seen.push([read, of]);
      return true;
    });
    expect(seen).toEqual([
      [0, BAD],
      [BAD, BAD],
    ]);
    expect(await ports().readOffenders(report, 'quality-return-rate', () => false)).toEqual([]);
  });

  it('are none for what no measure stands behind', async () => {
    expect(await ports().readOffenders(await reportOf(shop), 'no-such', all)).toEqual([]);
  });

  it('can be read whole, of this shop only', async () => {
    const cases = await ports().readCases(shop, [orderId(2), orderId(900), orderId(12345)]);
    expect(cases.map((each) => each.orderId)).toEqual([orderId(2)]);
  });
});

describe('deleting', () => {
  it('one shop leaves nothing of it, and the other untouched', async () => {
    const before = await ports().readMirror(otherShop);
    await ports().deleteShop(shop);
    expect((await ports().readMirrorIndex()).shops.map((each) => each.shopId)).toEqual([
      otherShop.shopId,
    ]);
    expect(await ports().readMirror(shop)).toBeUndefined();
    expect(await ports().readMirror(otherShop)).toEqual(before);
    const left = JSON.stringify(
      await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
    );
    expect(left).not.toContain(shop.shopId);
    expect(left).toContain(otherShop.shopId);
    expect(await db.cases.count()).toBe(1);
  });

  it('one shop or all leave no word of it in any table or key, whatever was known of it', async () => {
    const id = { platform: shop.platform, shopId: shop.shopId };
    const key = `${shop.platform}:${shop.shopId}`;
    const fill = async (): Promise<void> => {
      const chat = { kind: 'chat-day' as const, day: 20_700, rounds: 2, replySeconds: 9 };
      await ingest(shop, [order(901), ticket(901), snapshot(), chat]);
      await importRecords(db, rules, {
        shop,
        seenMs: NOW,
        batches: (async function* () {
          yield [order(902), ticket(902, { status: '已关闭' })];
        })(),
      });
      await db.walks.put({ shopKey: key, side: 'orders', state: '待发货', walk: {} as never });
      await ports().renameShop(shop, '我的小店');
      await ports().saveChoices(shop, { ...readChoices(undefined), done: { a: '2026-11-01' } });
      await ports().importMemory.remember(shop, 'a1', NOW);
      await ports()
        .dataPorts((each) => each)
        .saveRetention(shop, 200);
      await ports().claimHost('chat.example.com', shop);
      await area.set({
        'alerts:told': { [key]: { scoreOutDay: 1 }, other: {} },
        'settings:preferences': {
          alerts: { duties: { on: true, shops: [`${shop.platform}/${shop.shopId}`, 'x/y'] } },
        },
      });
    };
    const left = async (): Promise<string> =>
      JSON.stringify([
        await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
        [...area.values],
      ]);
    for (const remove of [() => ports().deleteShop(id), () => ports().deleteAll()]) {
      await fill();
      const before = await left();
      expect(before.split(shop.shopId).length).toBeGreaterThan(10);
      await remove();
      const after = await left();
      for (const word of [shop.shopId, '我的小店', ...[901, 902].map(orderId)]) {
        expect(after).not.toContain(word);
      }
    }
    expect(area.values.get('settings:preferences')).toMatchObject({
      alerts: { duties: { on: true, shops: ['x/y'] } },
    });
  });

  it('all leaves empty tables and settings alone', async () => {
    await area.set({ 'settings:locale': 'en' });
    await ports().deleteAll();
    for (const table of db.tables) expect(await table.count()).toBe(0);
    expect(await ports().readMirrorIndex()).toEqual({ shops: [] });
    expect([...area.values.keys()].filter((key) => key.startsWith('mirror:sample'))).toEqual([]);
    expect(area.values.get('settings:locale')).toBe('en');
  });

  it('forgets which files were imported, of that shop or of all', async () => {
    const { remember, find } = ports().importMemory;
    for (const each of [shop, otherShop]) await remember(each, 'a1', NOW);
    await ports().deleteShop(shop);
    expect(await find(shop, 'a1')).toBeUndefined();
    expect(await find(otherShop, 'a1')).toBe(NOW);
    await ports().deleteAll();
    expect(await find(otherShop, 'a1')).toBeUndefined();
  });

  it('is no end: the shop can be read again', async () => {
    await ports().deleteShop(shop);
    await ingest(shop, [order(1)]);
    expect(await db.cases.count()).toBe(2);
  });
});

describe('the active tab’s shop', () => {
  it('is what the background saw in it, else its platform by the address', async () => {
    expect(await ports().activeTabShop()).toEqual({ platform: 'sample' });
    await area.set({ 'tab:5': { shop } });
    expect(await ports().activeTabShop()).toEqual({ platform: 'sample', shopId: shop.shopId });
  });

  it('is nothing on a page of no platform', async () => {
    const elsewhere = { ...tab, url: 'https://seller.example.com.evil.net/' };
    const other = createUiPorts({
      browser: {
        localArea: area,
        sessionArea: area,
        onLocalChange: () => () => {},
        findActiveTab: async () => elsewhere,
        openTab: async () => {},
        pageUrl: (path: string) => path,
        sendMessage: async () => undefined,
        isExtensionAlive: () => true,
      },
      platforms: [samplePlatform],
      now: () => NOW,
      copyText: async () => {},
    });
    expect(await other.activeTabShop()).toBeUndefined();
  });
});
