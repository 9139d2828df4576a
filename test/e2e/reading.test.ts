/** Pages of other releases still read; what cannot be read is said aloud and stores nothing. Badges stay true. */
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../scripts/lib/reading.mjs';
import { listFrame, nextPage, setPageSize, shownIds } from '../../scripts/lib/walk.mjs';
import { openWorld, readScore, type World, walkList } from './support/world';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

describe('another release of the back-end', () => {
  for (const variant of [
    'renamed',
    'mutated-keys',
    'split',
    'other-headers',
    'renamed,other-headers,mutated-keys',
    'same-path-frame',
  ]) {
    it(`${variant}: order, after-sale and score pages are read`, async () => {
      world = await openWorld({ seed: 31, fault: 'quality', variant });
      const tab = await readScore(world);
      await walkList(world, 'aftersales', { page: tab, pages: 1 });
      await walkList(world, 'orders', { page: tab, pages: 1 });
      const health = (await world.mirror())?.health ?? {};
      for (const kind of ['score', 'aftersale-list', 'order-list']) {
        expect(health[kind]?.verdict, kind).not.toBe('broken');
      }
      expect((await world.mirror())?.snapshots[0]?.total).toBe(world.backend.truth.total.shown);
    });
  }
});

describe('a page whose labels are gone', () => {
  it('is reported in the page and for the popup, and stores nothing', async () => {
    world = await openWorld({ seed: 32, variant: 'unlabelled' });
    const tab = await world.open('orders');
    await tab.locator('scorelens-notice').waitFor({ timeout: 60_000 });
    const stored = await world.storedIds();
    expect(stored).toEqual({ orderIds: [], ticketIds: [] });
    const reported = await until('the health in the mirror', async () => {
      const all = await (world as World).probe.evaluate(() => chrome.storage.local.get(null));
      return JSON.stringify(all).includes('"verdict":"broken"');
    });
    expect(reported).toBe(true);
    await world.open('score', tab);
    await tab.locator('scorelens-notice').waitFor({ timeout: 60_000 });
    expect((await world.mirror())?.snapshots ?? []).toEqual([]);
  });
});

describe('a shop without a score', () => {
  it('has a snapshot that says so, and no number', async () => {
    world = await openWorld({ seed: 33, state: 'no-score' });
    await readScore(world);
    const [snapshot] = (await world.mirror())?.snapshots ?? [];
    expect(snapshot?.state).toBe('no-score');
    expect(snapshot?.total).toBeUndefined();
  });
});

describe('badges', () => {
  const badges = (page: Awaited<ReturnType<typeof listFrame>>) =>
    page.evaluate(() =>
      // A hidden one waits for the next reading: its row was given to another order a moment ago.
      [...document.querySelectorAll('scorelens-badge:not([hidden])')].map((badge) => {
        const row = badge.closest('tr');
        return { orderId: badge.getAttribute('data-order-id'), row: row?.textContent ?? '' };
      }),
    );

  it('stand in the row of their own order after paging, sorting and re-rendering', async () => {
    world = await openWorld({ seed: 34, fault: 'quality', keys: 'index' });
    const tab = await readScore(world);
    await walkList(world, 'aftersales', { page: tab });
    await walkList(world, 'orders', { page: tab, pages: 2 });
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    const frame = await listFrame(tab);
    for (let turn = 0; turn < 4; turn++) {
      const shown = await until('badges', async () => {
        const found = await badges(frame);
        return found.length > 0 ? found : undefined;
      });
      for (const { orderId, row } of shown) expect(row).toContain(orderId);
      expect(new Set(shown.map((each: { orderId: string | null }) => each.orderId)).size).toBe(
        shown.length,
      );
      if (turn === 1) await setPageSize(frame, 50);
      else await nextPage(frame);
      await tab.waitForTimeout(800);
    }
    expect(errors).toEqual([]);
    // The page's own application still answers.
    expect((await shownIds(frame, 'orders')).length).toBeGreaterThan(0);
  });

  it('on the after-sale list: an open audit shows its dated duty, and the toolbar counts it', async () => {
    world = await openWorld({ seed: 35, fault: 'audit' });
    const { truth } = world.backend;
    await walkList(world, 'aftersales', { pages: 1 });
    const duties = (await world.mirror())?.duties ?? [];
    expect(duties.length).toBeGreaterThan(0);
    for (const duty of duties) {
      const open = truth.evidence.open.find(
        (each: { ticketId: string }) => each.ticketId === duty.ticketId,
      );
      expect(open, duty.ticketId).toBeDefined();
      // Read off a countdown: right to the minute.
      expect(Math.abs(duty.dueMs - open.dueMs)).toBeLessThan(90_000);
    }
    const text = await until('the toolbar number', () =>
      world?.probe.evaluate(async () => {
        const tabs = await chrome.tabs.query({});
        const texts = await Promise.all(
          tabs.map((tab) => chrome.action.getBadgeText({ tabId: tab.id })),
        );
        return texts.find((each) => /\d/.test(each));
      }),
    );
    expect(Number(text)).toBeGreaterThan(0);
  });
});

describe('a single-page application', () => {
  it('is followed from page to page without a load', async () => {
    world = await openWorld({ seed: 36 });
    const tab = await world.open('orders');
    await listFrame(tab);
    await tab.getByText('商家体验分').first().click();
    await tab.waitForURL(`**${world.site.paths.score}*`);
    await until('the score', async () => (await (world as World).mirror())?.snapshots.length);
    await tab.getByText('售后工作台').first().click();
    await until('tickets', async () => (await (world as World).storedIds()).ticketIds.length > 0);
  });
});
