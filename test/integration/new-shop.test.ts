/** A popup opened over a shop never seen before, a moment after its first page was read: never another shop's score. */
import { describe, expect, it } from 'vitest';
import { type GlancePorts, readFirst } from '../../src/ui/popup/read-glance';
import { chooseShop } from '../../src/ui/shared/choose-shop';
import { ingestPage, order, otherShop, shop } from './support/builders';
import { contentSender, createWorld, startWorker, uiOf } from './support/fake-browser';

const TAB = 5;
async function openTwoShops() {
  const world = createWorld();
  const worker = startWorker(world);
  await worker.settle();
  expect(await worker.post(ingestPage([order(1)]), contentSender(TAB))).toMatchObject({ ok: true });
  await worker.settle();
  const ports: GlancePorts = {
    ...uiOf(world, worker, { id: TAB, url: 'https://seller.example.com/orders' }),
    hasSiteAccess: async () => true,
    loadPlatform: async () => undefined,
  };
  return { world, worker, ports };
}

describe('a popup over a shop never seen before', () => {
  it('shows that shop, its mirror made at once', async () => {
    const { worker, ports } = await openTwoShops();
    const other = ingestPage([order(2)], { shop: otherShop });
    expect(await worker.post(other, contentSender(TAB))).toMatchObject({ ok: true });
    // The burst of its batches is not over: no mirror was written by itself.
    expect((await ports.readMirrorIndex()).shops.map((each) => each.shopId)).toEqual([shop.shopId]);
    const { selected, mirror } = await readFirst(ports);
    expect([selected?.shopId, mirror?.shop.shopId]).toEqual([otherShop.shopId, otherShop.shopId]);
  });

  it('says that it is new while nothing of it is stored', async () => {
    const { world, ports } = await openTwoShops();
    await world.session.set({ [`tab:${TAB}`]: { shop: otherShop } });
    const { selected, mirror, index } = await readFirst(ports);
    expect([selected?.shopId, mirror]).toEqual([otherShop.shopId, undefined]);
    expect(index.shops).toHaveLength(1);
  });
});

describe('chooseShop', () => {
  const shops = [
    { platform: 'a', shopId: '1', name: '甲', lastSeenMs: 1, merged: [{ shopId: '1b' }] },
    { platform: 'a', shopId: '2', name: '乙', lastSeenMs: 3 },
    { platform: 'b', shopId: '1', name: '丙', lastSeenMs: 9 },
  ] as Parameters<typeof chooseShop>[0]['shops'];
  it.each([
    [{ platform: 'a', shopId: '1' }, 'a 1'],
    [{ platform: 'a', shopId: '1b' }, 'a 1'],
    [{ platform: 'a', shopId: '9' }, 'a 9'],
    [{ platform: 'a' }, 'a 2'],
    [{ platform: 'c' }, 'b 1'],
    [undefined, 'b 1'],
  ])('%j: %s', (active, expected) => {
    const chosen = chooseShop({ shops }, active);
    expect(`${chosen?.platform} ${chosen?.shopId}`).toBe(expected);
  });
  it('nothing known and no shop in front: none', () => {
    expect(chooseShop({ shops: [] }, { platform: 'a' })).toBeUndefined();
  });
});
