/**
 * Pages that name no shop: refused until the merchant says whose their host is, stored from then on,
 * refused again when somebody switched shops, and forgotten with the shop. Never guessed.
 */
import { IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { beijingDay, HOUR_MS } from '../../src/core/time';
import { createDatabase } from '../../src/store/database';
import { readMirrorIndex } from '../../src/store/mirror-read';
import { mergeShops } from '../../src/store/shop-alias';
import { createStorePorts } from '../../src/ui/dashboard/bind-store';
import { health, ingestPage, NOW, order, otherShop, shop } from './support/builders';
import {
  BUILD,
  contentSender,
  createWorld,
  startWorker,
  type Worker,
  type World,
} from './support/fake-browser';
import { samplePlatform } from './support/sample-platform';

const ORIGIN = 'https://im.branch.example.com';
const HOST = 'im.branch.example.com';
const chat = {
  kind: 'chat-day' as const,
  day: beijingDay(NOW) - 1,
  rounds: 30,
  replySeconds: 600,
};
const chatPage = (seenMs = NOW, records: unknown[] = [chat]) => ({
  type: 'ingest-page',
  kind: 'chat-stats',
  seenMs,
  records,
  health: health('chat-stats'),
});

let world: World;
let worker: Worker;
beforeEach(() => {
  world = createWorld();
  worker = startWorker(world);
});
const dashboard = () =>
  createStorePorts({
    area: world.local,
    platforms: [samplePlatform],
    now: () => world.nowMs,
    build: BUILD,
    db: createDatabase({ indexedDB: world.indexedDB, IDBKeyRange }),
  });
const open = async (of = shop, seenMs = NOW) => {
  world.nowMs = seenMs;
  expect(
    await worker.post(ingestPage([order(of === shop ? 1 : 2)], { shop: of, seenMs })),
  ).toMatchObject({ ok: true });
};
const sendChat = async (seenMs = NOW, records?: unknown[]) => {
  world.nowMs = seenMs;
  const answer = await worker.post(chatPage(seenMs, records), contentSender(7, ORIGIN));
  await worker.settle();
  return answer;
};
const chatDays = async () => (await worker.db.chatDays.toArray()).map((row) => row.shopKey);

describe('a page that names no shop', () => {
  it('is refused while nobody said whose it is, even when only one shop is known', async () => {
    await open();
    expect(await sendChat()).toMatchObject({ ok: false, code: 'no-shop' });
    expect(await chatDays()).toEqual([]);
    expect(world.faces.get(7)).toMatchObject({ text: '!' });
    expect((await readMirrorIndex(world.local)).orphanHealth?.sample).toMatchObject({
      'chat-stats': { verdict: 'broken', problems: ['shop-unconfirmed'] },
    });
    expect(await dashboard().listShoplessHosts()).toEqual([
      { host: HOST, platform: 'sample', kind: 'chat-stats', isRefused: true },
    ]);
  });

  it('is that shop’s once the merchant said so, and the complaint is gone', async () => {
    await open();
    await open(otherShop);
    await sendChat();
    await dashboard().claimHost(HOST, shop);
    expect(await sendChat(NOW + HOUR_MS)).toMatchObject({ ok: true });
    expect(await chatDays()).toEqual([`sample:${shop.shopId}`]);
    expect((await readMirrorIndex(world.local)).orphanHealth).toBeUndefined();
    expect(await dashboard().listShoplessHosts()).toEqual([
      { host: HOST, platform: 'sample', kind: 'chat-stats', shopId: shop.shopId, isRefused: false },
    ]);
  });

  it('is asked about again once another shop was opened since', async () => {
    await open();
    await dashboard().claimHost(HOST, shop);
    await open(otherShop, NOW + HOUR_MS);
    expect(await sendChat(NOW + 2 * HOUR_MS)).toMatchObject({ ok: false, code: 'no-shop' });
    expect(await dashboard().listShoplessHosts()).toMatchObject([
      { shopId: shop.shopId, isRefused: true },
    ]);
    // Its own pages again: nobody has switched since.
    await open(shop, NOW + 3 * HOUR_MS);
    expect(await sendChat(NOW + 3 * HOUR_MS)).toMatchObject({ ok: true });
    // Or the merchant says so again.
    await open(otherShop, NOW + 4 * HOUR_MS);
    await dashboard().claimHost(HOST, otherShop);
    expect(await sendChat(NOW + 5 * HOUR_MS)).toMatchObject({ ok: true });
    expect(new Set(await chatDays()).size).toBe(2);
  });

  it('knows a merged shop by either of its names', async () => {
    await open();
    await open(otherShop);
    await mergeShops(worker.db, otherShop, shop, NOW);
    await dashboard().claimHost(HOST, shop);
    await open(otherShop, NOW + HOUR_MS);
    expect(await sendChat(NOW + 2 * HOUR_MS)).toMatchObject({ ok: true });
  });

  it('speaks for its own host and platform only', async () => {
    await open();
    await dashboard().claimHost('other.branch.example.com', shop);
    expect(await sendChat()).toMatchObject({ ok: false, code: 'no-shop' });
    await world.local.set({
      [`settings:host-shop:${HOST}`]: { platform: 'elsewhere', shopId: shop.shopId, atMs: NOW },
    });
    expect(await sendChat()).toMatchObject({ ok: false, code: 'no-shop' });
    await world.local.set({ [`settings:host-shop:${HOST}`]: 'nonsense' });
    expect(await sendChat()).toMatchObject({ ok: false, code: 'no-shop' });
  });

  it('may hold nothing but days of statistics', async () => {
    await open();
    await dashboard().claimHost(HOST, shop);
    expect(await sendChat(NOW, [order(5)])).toMatchObject({ ok: false, code: 'bad-message' });
    expect(await worker.db.cases.count()).toBe(1);
  });

  it('is nobody’s again when the shop is deleted, or the merchant takes it back', async () => {
    await open();
    await dashboard().claimHost(HOST, shop);
    await sendChat();
    await dashboard().deleteShop(shop);
    expect(await dashboard().listShoplessHosts()).toEqual([]);
    await open(shop, NOW + HOUR_MS);
    expect(await sendChat(NOW + HOUR_MS)).toMatchObject({ ok: false, code: 'no-shop' });
    await dashboard().claimHost(HOST, shop);
    await dashboard().claimHost(HOST, undefined);
    expect(await dashboard().listShoplessHosts()).toEqual([]);
    expect(await sendChat(NOW + HOUR_MS)).toMatchObject({ ok: false, code: 'no-shop' });
    await dashboard().deleteAll();
    expect(await dashboard().listShoplessHosts()).toEqual([]);
  });
});
