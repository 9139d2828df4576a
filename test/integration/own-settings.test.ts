/** What the merchant entered for a shop counts everywhere alike: badge, popup, dashboard, alerts. */
import { beforeEach, expect, it } from 'vitest';
import type { ListReading } from '../../src/core/reading-types';
import { choicesKey } from '../../src/core/shop-choices';
import type { ShopSettings } from '../../src/core/shop-settings';
import { DAY_MS } from '../../src/core/time';
import { createStorePorts } from '../../src/ui/dashboard/bind-store';
import { ingestPage, NOW, order, orderId, shop, snapshot, ticket } from './support/builders';
import {
  BUILD,
  createWorld,
  startWorker,
  uiOf,
  type Worker,
  type World,
} from './support/fake-browser';
import { samplePack, samplePlatform } from './support/sample-platform';

/** Rates of a hundredth cost points here: as the sample's rule, but a tenth of the bad orders costs all points. */
const strict = {
  ...samplePack,
  id: 'sample-2025',
  from: '2025-01-01',
  indicators: samplePack.indicators.map((each) => ({
    ...each,
    points: {
      ...each.points,
      ladder: [
        { value: 0, points: 100 },
        { value: 0.1, points: 0 },
      ],
    },
  })),
};
const platform = { ...samplePlatform, packs: [samplePack, strict] };
const ALL = 40;
const numbers = Array.from({ length: ALL }, (_, i) => i);
const row = { orderId: orderId(1) };

let world: World;
let worker: Worker;
beforeEach(async () => {
  world = createWorld(platform);
  worker = startWorker(world);
  // Both lists read to their end, so that a share may be given.
  const list = (side: 'orders' | 'aftersales', rows: number): ListReading => ({
    side,
    filterKey: '',
    total: rows,
    pageIndex: 1,
    pageSize: 50,
    rows,
    newestMs: NOW,
    oldestMs: NOW - 60 * DAY_MS,
    newestFirst: true,
    loadedMs: NOW,
  });
  const messages = [
    ingestPage(
      numbers.map((n) => order(n)),
      { list: list('orders', ALL) },
    ),
    ingestPage([ticket(1, { status: '退款成功' }), ticket(2, { status: '退款成功' })], {
      kind: 'aftersale-list',
      list: list('aftersales', 2),
    }),
    ingestPage([snapshot()], { kind: 'score' }),
  ];
  for (const each of messages) expect(await worker.post(each)).toMatchObject({ ok: true });
  await worker.settle();
});

const enter = (settings: ShopSettings): Promise<void> =>
  world.local.set({ [choicesKey(shop)]: { settings } });

async function badgeShare(): Promise<number | undefined> {
  const answer = await worker.post({ type: 'get-verdicts', shop, rows: [row] });
  return answer.ok ? answer.value.verdicts[0].share : undefined;
}

/** What popup and dashboard make of the same shop. */
async function reports() {
  const ui = uiOf(world, worker);
  const store = createStorePorts({
    area: world.local,
    platforms: [platform],
    now: () => NOW,
    build: BUILD,
    db: worker.db,
  });
  const mirror = await ui.readMirror(shop);
  const popup = mirror && ui.reportOf(mirror, NOW);
  const dashboard = mirror && store.modelOf(mirror, NOW)?.report;
  if (!popup || !dashboard) throw new Error('no report');
  return { popup, dashboard };
}

async function sharedShare(): Promise<number | undefined> {
  const { popup, dashboard } = await reports();
  expect(dashboard).toEqual(popup);
  const listed = popup.offenders.find((each) => each.orderId === row.orderId);
  expect(listed?.share).toBeGreaterThan(0);
  expect(await badgeShare()).toBeCloseTo(listed?.share ?? Number.NaN, 10);
  return listed?.share;
}

it('figures for a pack, and another pack, change one share on all surfaces', async () => {
  const plain = await sharedShare();
  const ladder = [
    { value: 0, points: 100 },
    { value: 0.2, points: 0 },
  ];
  await enter({
    figures: { [samplePack.id]: { indicators: { 'quality-return-rate': { ladder } } } },
  });
  const own = await sharedShare();
  expect(own).toBeGreaterThan((plain ?? 0) * 2);
  expect((await reports()).popup.settings?.indicators).toEqual(['quality-return-rate']);

  await enter({ packId: strict.id });
  const chosen = await sharedShare();
  expect(chosen).toBeGreaterThan(own ?? 0);
  expect((await reports()).popup.packId).toBe(strict.id);

  await enter({});
  expect(await sharedShare()).toBe(plain);
  expect(world.errors).toEqual([]);
});
