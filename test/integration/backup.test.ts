/** A backup holds everything, is refused when anything of it is wrong, and merges like any other sighting. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/core/time';
import { makeBackup } from '../../src/store/backup';
import { BackupError } from '../../src/store/backup-file';
import { readSettings, restoreSettings } from '../../src/store/backup-settings';
import { withoutMarks } from '../../src/store/case-changes';
import { createDatabase, type ScoreDatabase } from '../../src/store/database';
import { importRecords } from '../../src/store/import-records';
import { ingestBatch } from '../../src/store/ingest';
import { shopKeyOf } from '../../src/store/keys';
import { restoreBackup } from '../../src/store/restore';
import { list, NOW, order, otherShop, shop, snapshot, ticket } from './support/builders';
import { contentOf, recomputeTallies, rulesOf, storedTallies } from './support/database-content';
import { MemoryArea } from './support/fake-browser';
import { samplePlatform } from './support/sample-platform';

const rules = rulesOf(samplePlatform);
const findRules = (id: string) => (id === 'sample' ? rules : undefined);
const newDb = (): ScoreDatabase => createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
const shopKey = shopKeyOf(shop);

async function filled(): Promise<ScoreDatabase> {
  const db = newDb();
  const chat = { kind: 'chat-day' as const, day: 20_000, rounds: 3, replySeconds: 60 };
  const records = [order(1), ticket(1), order(2), snapshot(), chat];
  await ingestBatch(db, rules, { shop, seenMs: NOW, records, list: list({ rows: 2, total: 2 }) });
  await ingestBatch(db, rules, { shop: otherShop, seenMs: NOW, records: [order(3)] });
  await importRecords(db, rules, {
    shop,
    seenMs: NOW - DAY_MS,
    batches: (async function* () {
      yield [order(4), order(5), ticket(5, { status: '已关闭' })];
    })(),
  });
  return db;
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

async function meaning(db: ScoreDatabase) {
  const { cases, tallies, snapshots, chatDays, coverage, shops } = await contentOf(db);
  const names = shops.map(({ revision: _revision, ...row }) => row);
  const sides = coverage.map(({ shopKey: key, state }) => [
    key,
    state.orders.intervals,
    state.orders.stored,
    state.aftersales.stored,
  ]);
  return { cases: cases.map(withoutMarks), tallies, snapshots, chatDays, sides, names };
}

const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error) => (error instanceof BackupError ? error.problem : error),
  );

describe('a backup', () => {
  it('restored into an empty store gives the same store; again it changes nothing', async () => {
    const db = await filled();
    const bytes = await bytesOf(await makeBackup(db, { nowMs: NOW }));
    const other = newDb();
    const result = await restoreBackup(other, { bytes, findRules });
    expect(result).toMatchObject({ outcome: 'done', orders: 5, created: 5, refused: 0 });
    expect(await meaning(other)).toEqual(await meaning(db));
    const before = await contentOf(other);
    expect(await restoreBackup(other, { bytes, findRules })).toMatchObject({
      created: 0,
      changed: 0,
    });
    expect(await contentOf(other)).toEqual(before);
  });

  it('beside newer pages loses nothing of either', async () => {
    const db = await filled();
    const bytes = await bytesOf(await makeBackup(db, { nowMs: NOW }));
    const other = newDb();
    const newer = order(1, { status: '已关闭' });
    await ingestBatch(other, rules, { shop, seenMs: NOW + DAY_MS, records: [newer, order(9)] });
    await restoreBackup(other, { bytes, findRules });
    const { cases } = await contentOf(other);
    expect(cases).toHaveLength(6);
    expect(cases[0]?.order?.f.status).toBe('已关闭');
    expect(Object.keys(cases[0]?.tickets ?? {})).toHaveLength(1);
    expect(await storedTallies(other, shopKey)).toEqual(
      await recomputeTallies(other, rules, shopKey),
    );
  });

  it('an order that is another shop’s here stays where it is, and nothing is claimed', async () => {
    const bytes = await bytesOf(await makeBackup(await filled(), { nowMs: NOW }));
    const other = newDb();
    await ingestBatch(other, rules, { shop: otherShop, seenMs: NOW, records: [order(1)] });
    expect(await restoreBackup(other, { bytes, findRules })).toMatchObject({ refused: 1 });
    expect((await other.cases.toArray())[0]?.shopId).toBe(otherShop.shopId);
    expect((await other.coverage.get(shopKey))?.state.orders.intervals).toEqual([]);
  });

  it('with a passphrase says nothing without it', async () => {
    const sealed = await makeBackup(await filled(), { nowMs: NOW, passphrase: '木木 2026' });
    const bytes = await bytesOf(sealed);
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('6920000000');
    const other = newDb();
    expect(await problemOf(restoreBackup(other, { bytes, findRules }))).toBe('needs-passphrase');
    const wrong = restoreBackup(other, { bytes, findRules, passphrase: '木木2026' });
    expect(await problemOf(wrong)).toBe('wrong-passphrase');
    expect((await contentOf(other)).shops).toEqual([]);
    const right = await restoreBackup(other, { bytes, findRules, passphrase: '木木 2026' });
    expect(right.created).toBe(5);
  });
});

describe('a file that is not as it was written', () => {
  it('is refused before anything is written: cut anywhere, any bit changed, or another file', async () => {
    const bytes = await bytesOf(await makeBackup(await filled(), { nowMs: NOW }));
    const db = newDb();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ flip;
          const file = await problemOf(restoreBackup(db, { bytes: changed, findRules }));
          expect(['foreign', 'newer', 'damaged']).toContain(file);
          const cut = await problemOf(restoreBackup(db, { bytes: bytes.slice(0, at), findRules }));
          expect(['foreign', 'damaged']).toContain(cut);
        },
      ),
      { numRuns: 40 },
    );
    const text = new TextEncoder().encode('订单编号,商品\n1,2\n');
    expect(await problemOf(restoreBackup(db, { bytes: text, findRules }))).toBe('foreign');
    expect(await contentOf(db)).toMatchObject({ cases: [], shops: [], tallies: [], coverage: [] });
  });

  it('cancelled on the way leaves whole batches, and the same file again adds the rest', async () => {
    const db = await filled();
    const bytes = await bytesOf(await makeBackup(db, { nowMs: NOW }));
    const other = newDb();
    const stop = new AbortController();
    const result = await restoreBackup(other, {
      bytes,
      findRules,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(result.outcome).toBe('cancelled');
    expect(await storedTallies(other, shopKey)).toEqual(
      await recomputeTallies(other, rules, shopKey),
    );
    expect((await other.coverage.get(shopKey))?.state.orders.intervals ?? []).toEqual([]);
    await restoreBackup(other, { bytes, findRules });
    expect(await meaning(other)).toEqual(await meaning(db));
  });
});

describe('what the merchant entered', () => {
  const choices = (day: string, id: string) => ({
    settings: { category: id },
    actions: [{ id, day, text: '换了快递' }],
    done: { 'check-1': day },
  });
  const entered = {
    'settings:preferences': { seat: 'desk', alerts: { duties: { on: true } } },
    'settings:locale': 'en',
    'settings:retention-days': { [shopKey]: 200 },
    [`settings:shop:${shopKey}`]: choices('2026-11-20', 'a'),
    [`imported:${shopKey}`]: { abc: NOW },
    'settings:host-shop:chat.example.com': { platform: 'sample', shopId: shop.shopId, atMs: NOW },
  };
  const machine = { 'upkeep:day': 3, 'alerts:told': {}, 'mirror:index': { shops: [] } };

  async function backUp(values: Record<string, unknown>): Promise<Blob> {
    const area = new MemoryArea();
    await area.set(values);
    return makeBackup(newDb(), { nowMs: NOW, settings: await readSettings(area) });
  }
  async function restoreInto(area: MemoryArea, blob: Blob): Promise<void> {
    const bytes = await bytesOf(blob);
    await restoreSettings(area, (await restoreBackup(newDb(), { bytes, findRules })).settings);
  }

  it('is in the backup, without what is this machine’s own, and comes back whole', async () => {
    const blob = await backUp({ ...entered, ...machine });
    const area = new MemoryArea();
    await restoreInto(area, blob);
    expect(await area.get(null)).toEqual(entered);
    const { writes } = area;
    await restoreInto(area, blob);
    expect(area.writes).toBe(writes);
  });

  it('merges: what is set here stays, lists are joined, the later day counts; twice is once', async () => {
    const blob = await backUp(entered);
    const area = new MemoryArea();
    await area.set({
      'settings:preferences': { seat: 'owner' },
      'settings:retention-days': { [shopKeyOf(otherShop)]: 150, [shopKey]: 130 },
      [`settings:shop:${shopKey}`]: choices('2026-11-01', 'b'),
    });
    for (let i = 0; i < 2; i++) await restoreInto(area, blob);
    expect(await area.get(null)).toEqual({
      ...entered,
      'settings:preferences': { seat: 'owner' },
      'settings:retention-days': { [shopKeyOf(otherShop)]: 150, [shopKey]: 130 },
      [`settings:shop:${shopKey}`]: {
        settings: { category: 'b' },
        actions: [...choices('2026-11-01', 'b').actions, ...choices('2026-11-20', 'a').actions],
        done: { 'check-1': '2026-11-20' },
      },
    });
  });

  it('of a file that says nonsense is left out', async () => {
    const blob = await makeBackup(newDb(), {
      nowMs: NOW,
      settings: {
        'settings:preferences': 7,
        'settings:locale': {},
        'settings:retention-days': { x: 'y' },
        'mirror:index': { shops: [] },
        'demo:clock-offset-ms': 9,
        'settings:other': 1,
      },
    });
    const area = new MemoryArea();
    await restoreInto(area, blob);
    expect(await area.get(null)).toEqual({ 'settings:retention-days': {} });
  });
});
