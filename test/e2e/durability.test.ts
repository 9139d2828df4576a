/** Nothing acknowledged is lost or doubled: workers die, tabs race, pages repeat themselves. */
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../scripts/lib/reading.mjs';
import { listFrame, nextPage, setPageSize, shownIds } from '../../scripts/lib/walk.mjs';
import { killWorker } from './support/kill-worker';
import { copyReport, openWorld, type World, walkList } from './support/world';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function expectExactly(one: World, side: 'orders' | 'tickets', ids: Set<string>) {
  const stored = await one.storedIds();
  const have = side === 'orders' ? stored.orderIds : stored.ticketIds;
  expect(have.length).toBe(new Set(have).size);
  expect(new Set(have)).toEqual(ids);
}

describe('a worker that is killed', () => {
  it('between and during batches: every row seen is stored once, counts stay exact', async () => {
    world = await openWorld({ seed: 21, fault: 'quality' });
    const { truth } = world.backend;
    const tab = await world.open('aftersales');
    const frame = await listFrame(tab);
    await setPageSize(frame, 50);
    const seen = new Set<string>();
    for (let page = 1; ; page++) {
      const ids: string[] = await shownIds(frame, 'aftersales');
      for (const id of ids) seen.add(id);
      // Odd pages: killed while their batch is under way; even ones: after it is stored.
      if (page % 2 === 1) {
        await tab.waitForTimeout(60 * (page % 7));
        await killWorker(world);
      }
      await until(`page ${page} stored in spite of the kill`, async () => {
        const { ticketIds } = await (world as World).storedIds();
        return ids.every((id) => ticketIds.includes(id));
      });
      if (page % 2 === 0) await killWorker(world);
      if (!(await nextPage(frame))) break;
    }
    await expectExactly(world, 'tickets', seen);
    const report = await until('a report with the last page', async () => {
      const copied = await copyReport(world as World);
      const tickets = copied.evidence.find((each) => each.id === 'aftersale-tickets');
      return tickets?.provenance === 'exact' ? copied : undefined;
    });
    const count = (id: string) => report.evidence.find((each) => each.id === id)?.num;
    expect(count('aftersale-tickets')).toBe(truth.evidence.last30.tickets);
    expect(count('quality-reason-tickets')).toBe(truth.evidence.last30.qualityReasonTickets);
  });
});

describe('two tabs on one list', () => {
  it('store each order once, whoever comes first', async () => {
    world = await openWorld({ seed: 22 });
    const [first, second] = [await world.context.newPage(), await world.context.newPage()];
    const turn = (page: typeof first) => walkList(world as World, 'orders', { page, pages: 2 });
    // A hidden tab sleeps, as it should: each is brought forward in turn.
    const a = await turn(first);
    await second.bringToFront();
    const b = await turn(second);
    await first.bringToFront();
    await nextPage(await listFrame(first));
    await until(
      'the third page',
      async () => (await (world as World).storedIds()).orderIds.length >= 300,
    );
    expect(a.seen).toEqual(b.seen);
    const stored = (await world.storedIds()).orderIds;
    expect(stored.length).toBe(new Set(stored).size);
    expect(stored.length).toBe(300);
  });
});

describe('a page that says the same again', () => {
  it('sends nothing: the revision stands still', async () => {
    world = await openWorld({ seed: 23 });
    const { page } = await walkList(world, 'aftersales', { pages: 1 });
    await page.waitForTimeout(3000);
    const before = (await world.mirror())?.revision;
    // Countdowns tick each second all the while.
    await page.waitForTimeout(5000);
    expect((await world.mirror())?.revision).toBe(before);
  });
});

describe('another shop in the same browser', () => {
  it('gets its own mirror; no order moves', async () => {
    world = await openWorld({ seed: 24 });
    const { page, seen } = await walkList(world, 'orders', { pages: 1 });
    world.backend.control({ action: 'switch-shop', seed: 25, shopName: '另一家店' });
    const other = await walkList(world, 'orders', { pages: 1, page });
    expect([...other.seen].filter((id) => seen.has(id))).toEqual([]);
    const index = await world.probe.evaluate(async () => chrome.storage.local.get('mirror:index'));
    const names = index['mirror:index'].shops.map((each: { name: string }) => each.name);
    expect(names).toHaveLength(2);
    expect(names).toContain('另一家店');
  });
});
