/** The number on the toolbar button: what can still be met, in the tab's own shop, from fresh states. */
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/time';
import { findMirror, readMirrorIndex } from '../../src/store/mirror-read';
import { SHOPS_CHANGED_KEY } from '../../src/store/mirror-types';
import { labelShop, mergeShops, splitShop } from '../../src/store/shop-alias';
import { health, ingestPage, NOW, order, otherShop, shop, ticket } from './support/builders';
import {
  contentSender,
  createWorld,
  startWorker,
  type Worker,
  type World,
} from './support/fake-browser';

let world: World;
let worker: Worker;
beforeEach(() => {
  world = createWorld();
  worker = startWorker(world);
  for (const tabId of [1, 2]) world.tabUrls.set(tabId, 'https://seller.example.com/orders');
});

const due = (n: number, hours: number) => ticket(n, { dueMs: NOW + hours * HOUR_MS });
const send = async (message: unknown, tabId = 1): Promise<void> => {
  expect(await worker.post(message, contentSender(tabId))).toMatchObject({ ok: true });
  await worker.settle();
};

describe('the toolbar', () => {
  it('is quiet before anything was read', async () => {
    await worker.settle();
    expect(world.faces.get('default')).toMatchObject({
      text: '',
      title: expect.stringContaining('即可开始'),
    });
  });

  it('counts duties that can still be met and names the soonest', async () => {
    await send(
      ingestPage([
        due(1, 5),
        due(2, 2),
        ticket(3, { dueMs: NOW - HOUR_MS }),
        ticket(4, { status: '已关闭' }),
      ]),
    );
    expect(world.faces.get(1)).toMatchObject({
      text: '2',
      title: expect.stringMatching(/木木家居：2 个.*11-22 12:00/),
    });
  });

  it('speaks the language chosen in the dashboard, whatever the browser speaks', async () => {
    await world.local.set({ 'settings:locale': 'en' });
    await send(ingestPage([due(1, 5)]));
    expect(world.faces.get(1)?.title).toContain('1 after-sale ticket can still be handled');
  });

  it('lets them expire, and forgets states older than a day', async () => {
    await send(ingestPage([due(1, 2), due(2, 47)]));
    world.nowMs = NOW + 3 * HOUR_MS;
    worker.listeners.alarm?.('tick');
    await worker.settle();
    expect(world.faces.get(1)?.text).toBe('1');
    world.nowMs = NOW + DAY_MS + 60_000;
    worker.listeners.alarm?.('tick');
    await worker.settle();
    expect(world.faces.get(1)).toMatchObject({
      text: '',
      title: expect.stringContaining('没有即将到期'),
    });
  });

  it('shows each tab its own shop, and other tabs the shop seen last', async () => {
    await send(ingestPage([due(1, 5), due(2, 5)]), 1);
    await send(ingestPage([due(3, 5)], { shop: otherShop, seenMs: NOW + 1 }), 2);
    expect(world.faces.get(1)).toMatchObject({
      text: '2',
      title: expect.stringContaining(shop.name),
    });
    expect(world.faces.get(2)).toMatchObject({
      text: '1',
      title: expect.stringContaining(otherShop.name),
    });
    expect(world.faces.get('default')).toMatchObject({
      text: '1',
      title: expect.stringContaining(otherShop.name),
    });
  });

  it('survives the worker: the next one still knows which tab shows what', async () => {
    await send(ingestPage([due(1, 5), due(2, 5)]), 1);
    worker.kill();
    world.faces.clear();
    worker = startWorker(world);
    await worker.settle();
    expect(world.faces.get(1)?.text).toBe('2');
  });

  it('forgets a tab that was closed or went elsewhere', async () => {
    await send(ingestPage([due(1, 5)]), 1);
    await send(ingestPage([due(1, 5)], { seenMs: NOW + 1 }), 2);
    worker.listeners.removed?.(1);
    world.tabUrls.delete(2);
    await worker.settle();
    expect([...world.session.values.keys()]).toEqual([]);
  });

  it('says that the page cannot be read, until it can', async () => {
    await send({
      type: 'report-health',
      shop,
      seenMs: NOW,
      health: health('aftersale-list', 'broken'),
    });
    expect(world.faces.get(1)).toMatchObject({
      text: '!',
      title: expect.stringContaining('售后列表'),
    });
    await send(ingestPage([order(1)], { seenMs: NOW + 1 }));
    expect(world.faces.get(1)?.text).toBe('');
  });

  it('shows no more than two digits', async () => {
    await send(ingestPage(Array.from({ length: 120 }, (_, n) => due(n, 5))));
    expect(world.faces.get(1)?.text).toBe('99+');
  });
});

describe('the merchant’s decisions about shops', () => {
  const now = (): number => world.nowMs;
  const announce = async () => {
    await world.local.set({ [SHOPS_CHANGED_KEY]: now() });
    await worker.settle();
  };

  it('show in the titles and numbers of every tab at once', async () => {
    await send(ingestPage([due(1, 5)]), 1);
    await send(ingestPage([due(2, 2)], { shop: otherShop }), 2);
    await labelShop(worker.db, shop, '一店', NOW);
    await announce();
    expect(world.faces.get(1)?.title).toMatch(/^一店：1 个/);
    expect(world.faces.get(2)?.title).toMatch(/^阳光小店：1 个/);
    await mergeShops(worker.db, otherShop, shop, NOW);
    await announce();
    for (const tab of [1, 2]) {
      expect(world.faces.get(tab)).toMatchObject({
        text: '2',
        title: expect.stringMatching(/^一店：2 个.*11-22 12:00/),
      });
    }
    await splitShop(worker.db, otherShop, NOW);
    await announce();
    expect([1, 2].map((tab) => world.faces.get(tab)?.text)).toEqual(['1', '1']);
    expect(world.faces.get(2)?.title).toMatch(/^阳光小店：/);
  });

  it('give one mirror and one verdict context for both, and two again', async () => {
    await send(ingestPage([order(1), due(1, 5)]), 1);
    await send(ingestPage([order(2), due(2, 2)], { shop: otherShop }), 2);
    await mergeShops(worker.db, otherShop, shop, NOW);
    worker.mirror.touch(otherShop);
    await worker.settle();
    const index = await readMirrorIndex(world.local);
    expect(index.shops.map(({ shopId, merged }) => [shopId, merged?.[0]?.shopId])).toEqual([
      [shop.shopId, otherShop.shopId],
    ]);
    expect(await findMirror(world.local, otherShop)).toBeUndefined();
    expect((await findMirror(world.local, shop))?.duties).toHaveLength(2);
    // Rows of either are judged whichever of the two the page names.
    const rows = [1, 2].map((n) => ({ orderId: order(n).orderId }));
    const reply = await worker.post({ type: 'get-verdicts', shop: otherShop, rows });
    expect(reply).toMatchObject({ ok: true });
    expect(reply.ok && reply.value.verdicts).toHaveLength(2);
    await splitShop(worker.db, otherShop, NOW);
    // Whoever died before the mirrors were written: the next start makes them good.
    worker.kill();
    worker = startWorker(world);
    await worker.settle();
    expect((await findMirror(world.local, shop))?.duties).toHaveLength(1);
    expect((await findMirror(world.local, otherShop))?.duties).toHaveLength(1);
    expect((await readMirrorIndex(world.local)).shops).toHaveLength(2);
  });
});
