/** The popup paints from the mirror and has it verified: what is lost, behind or damaged comes back by itself. */
import { describe, expect, it } from 'vitest';
import { findMirror, readMirrorIndex } from '../../src/store/mirror-read';
import { MIRROR_INDEX_KEY, mirrorKey, type ShopMirror } from '../../src/store/mirror-types';
import { readFirst, readGlance } from '../../src/ui/popup/read-glance';
import type { PopupPorts } from '../../src/ui/ports';
import { ingestPage, NOW, order, shop, snapshot, ticket } from './support/builders';
import { BUILD, createWorld, startWorker, uiOf, type World } from './support/fake-browser';

const KEY = mirrorKey(shop.platform, shop.shopId);
type Values = Record<string, unknown>;

async function seenShop() {
  const world = createWorld();
  const worker = startWorker(world);
  await worker.post(ingestPage([order(1), ticket(1), order(2), snapshot()]));
  await worker.settle();
  const mirror = await findMirror(world.local, shop);
  if (!mirror) throw new Error('no mirror');
  return { world, worker, mirror, ui: uiOf(world, worker) };
}
const put = (world: World, values: Values): void => {
  for (const [key, value] of Object.entries(values)) {
    world.local.values.set(key, JSON.stringify(value));
  }
};

const faults: [string, (world: World, mirror: ShopMirror) => void][] = [
  ['lost', (world) => void world.local.values.delete(KEY)],
  [
    'behind',
    (world, mirror) =>
      put(world, { [KEY]: JSON.stringify({ ...mirror, revision: 0, tallies: [] }) }),
  ],
  [
    'of another shape',
    (world, mirror) => put(world, { [KEY]: JSON.stringify({ ...mirror, tallies: 'x' }) }),
  ],
  [
    'of another version',
    (world, mirror) => put(world, { [KEY]: JSON.stringify({ ...mirror, schema: 9 }) }),
  ],
  [
    'damaged inside, at the right revision',
    (world, mirror) =>
      put(world, {
        [KEY]: JSON.stringify({ ...mirror, tallies: [{ day: 1, cells: {} }, ...mirror.tallies] }),
      }),
  ],
  ['cut off', (world, mirror) => put(world, { [KEY]: JSON.stringify(mirror).slice(0, 200) })],
  ['without its index', (world) => void world.local.values.delete(MIRROR_INDEX_KEY)],
  ['with a damaged index', (world) => put(world, { [MIRROR_INDEX_KEY]: { shops: [{ x: 1 }] } })],
  ['gone with everything', (world) => world.local.values.clear()],
];

describe('a mirror that is', () => {
  it.each(faults)('%s: healed when the popup asks, which then hears of it', async (_, harm) => {
    const { world, mirror, ui } = await seenShop();
    harm(world, mirror);
    let heard = 0;
    ui.subscribe(() => {
      heard += 1;
    });
    expect(await ui.checkMirror(shop)).toBe(true);
    expect(await findMirror(world.local, shop)).toEqual(mirror);
    expect((await readMirrorIndex(world.local)).shops).toMatchObject([shop]);
    expect(heard).toBeGreaterThan(0);
  });

  it('true: nothing is written, so nothing is painted again', async () => {
    const { world, ui } = await seenShop();
    const before = world.local.writes;
    expect(await ui.checkMirror(shop)).toBe(false);
    expect(world.local.writes).toBe(before);
  });

  it('of a shop whose database was deleted: gone, and nothing is shown as if it were stored', async () => {
    const { world, worker, ui } = await seenShop();
    await worker.db.delete({ disableAutoOpen: false });
    expect(await ui.checkMirror(shop)).toBe(true);
    expect(await ui.readMirrorIndex()).toEqual({ shops: [] });
    expect([...world.local.values.keys()].filter((key) => key.startsWith('mirror:m'))).toEqual([]);
    expect(await findMirror(world.local, shop)).toBeUndefined();
    await worker.post(ingestPage([order(1)], { seenMs: NOW }));
    await worker.settle();
    expect((await findMirror(world.local, shop))?.revision).toBe(1);
  });
});

describe('the popup’s first painting', () => {
  const popup = (ui: ReturnType<typeof uiOf>): PopupPorts => ({
    ...ui,
    hasSiteAccess: async () => true,
    loadPlatform: async (id) => ui.platforms.find((each) => each.id === id),
    loadWhole: async () => (await import('../../src/ui/popup/whole')).wholePopup,
    askSiteAccess: async () => true,
    build: BUILD,
    loadEngine: async () => ({ reportOf: ui.reportOf, nearestLine: async () => undefined }),
    openDashboard: () => {},
  });

  it('waits for a lost mirror, and paints the numbers at once where there is one', async () => {
    const { world, mirror, ui } = await seenShop();
    expect((await readGlance(popup(ui))).mirror).toMatchObject({ revision: mirror.revision });
    world.local.values.clear();
    expect((await readGlance(popup(ui))).mirror).toBeUndefined();
    const first = await readFirst(popup(ui));
    expect(first.mirror?.tallies).toEqual(mirror.tallies);
  });

  it('does not wait for a background that does not answer', async () => {
    const { world, ui } = await seenShop();
    world.local.values.clear();
    const silent = { ...popup(ui), checkMirror: () => new Promise<boolean>(() => {}) };
    expect((await readFirst(silent)).mirror).toBeUndefined();
  });

  it('only our own pages may ask', async () => {
    const { worker } = await seenShop();
    expect(await worker.post({ type: 'check-mirror' })).toMatchObject({ code: 'bad-sender' });
  });
});
