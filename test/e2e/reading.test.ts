/** Pages of other releases still read; what cannot be read is said aloud and stores nothing. Badges stay true. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readMirrors, until } from '../../scripts/lib/reading.mjs';
import { listFrame, nextPage, setPageSize, shownIds } from '../../scripts/lib/walk.mjs';
import { openWorld, readScore, type World, walkList } from './support/world';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** One browser: each release is another shop's, so that nothing of the one before is taken for it. */
describe('another release of the back-end', () => {
  let shared: World;
  beforeAll(async () => {
    shared = await openWorld({ seed: 31 });
  });
  afterAll(() => shared?.close());

  it.each(
    [
      'renamed',
      'mutated-keys',
      'split',
      'other-headers',
      'renamed,other-headers,mutated-keys',
      'same-path-frame',
    ].map((variant, i) => ({ variant, seed: 31 + i })),
  )('$variant: order, after-sale and score pages are read', async ({ variant, seed }) => {
    const shopName = `示例 ${variant} 店`;
    shared.backend.control({ action: 'switch-shop', seed, fault: 'quality', shopName });
    shared.backend.control({ action: 'release', variant });
    const tab = await readScore(shared);
    await walkList(shared, 'aftersales', { page: tab, pages: 1 });
    await walkList(shared, 'orders', { page: tab, pages: 1 });
    for (const kind of ['score', 'aftersale-list', 'order-list']) {
      const { verdict } = await until(
        `the health of ${kind}`,
        async () => (await shared.mirror(shopName))?.health?.[kind],
      );
      expect(verdict, kind).not.toBe('broken');
    }
    const [snapshot] = (await shared.mirror(shopName))?.snapshots ?? [];
    expect(snapshot?.total).toBe(shared.backend.truth.total.shown);
    await tab.close();
  });
});

describe('拼多多, with another version of its library, fixed columns and blank times', () => {
  it('lists, both score pages, details, reviews and chats are read, and a case stays one case', async () => {
    world = await openWorld({
      platform: 'pinduoduo',
      seed: 31,
      fault: 'help',
      variant: 'renamed,fixed,blank-times',
    });
    const { truth } = world.backend;
    const tab = await readScore(world);
    const { seen } = await walkList(world, 'aftersales', { page: tab, pages: 1 });
    await walkList(world, 'orders', { page: tab, pages: 1 });
    const before = await world.storedIds();
    const [open] = truth.evidence.open;
    const healthOf = async (kind: string) => (await (world as World).mirror())?.health?.[kind];
    const visit = async (kind: string, path: string) => {
      await tab.goto(`https://${(world as World).site.hosts[0]}${path}`);
      const health = await until(`the ${kind} page read`, () => healthOf(kind));
      expect(health.verdict, kind).not.toBe('broken');
    };
    const { paths } = world.site;
    await visit('aftersale-detail', `${paths.aftersale}?id=${open.number}&orderSn=${open.orderId}`);
    await visit('order-detail', `${paths.order}?sn=${open.orderId}`);
    await visit('review-list', paths.reviews);
    await visit('chat-stats', paths.chat);
    for (const kind of ['score', 'aftersale-list', 'order-list'])
      expect((await healthOf(kind))?.verdict, kind).not.toBe('broken');
    expect((await world.mirror())?.snapshots[0]?.total).toBe(truth.total.shown);
    // The case's own page names it as the list does.
    const after = await world.storedIds();
    expect(after.ticketIds.sort()).toEqual(before.ticketIds.sort());
    expect(after.ticketIds.length).toBe(seen.size);
  });

  it('digits in private-use glyphs are no numbers: the score is unread, and said to be', async () => {
    world = await openWorld({ platform: 'pinduoduo', seed: 31, fault: 'help', variant: 'glyphs' });
    const tab = await world.open('score');
    await tab.locator('scorelens-notice').waitFor({ timeout: 60_000 });
    expect((await world.mirror())?.snapshots ?? []).toEqual([]);
    await world.open('navigator', tab);
    await tab.locator('scorelens-notice').waitFor({ timeout: 60_000 });
    expect((await world.mirror())?.snapshots ?? []).toEqual([]);
  });
});

describe('a page whose labels are gone', () => {
  it('is reported in the page and for the popup, and stores nothing', async () => {
    world = await openWorld({ seed: 32, variant: 'unlabelled' });
    const tab = await world.open('orders');
    await tab.locator('scorelens-notice').waitFor({ timeout: 60_000 });
    // The notice is in nobody's way: it makes room for a help button such as back-ends have in this corner.
    await tab.evaluate(() => {
      const help = document.createElement('button');
      help.style.cssText = 'position:fixed;right:24px;bottom:24px;width:48px;height:48px';
      document.body.append(help);
      scrollTo(0, document.documentElement.scrollHeight);
      dispatchEvent(new Event('resize'));
    });
    await until('no control is covered', async () => {
      return (await coveredControls(tab.mainFrame())).length === 0;
    });
    const box = await tab.locator('scorelens-notice').boundingBox();
    const { width, height } = tab.viewportSize() ?? { width: 0, height: 0 };
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    const stored = await world.storedIds();
    expect(stored).toEqual({ orderIds: [], ticketIds: [] });
    const reported = await until('the health in the mirror', async () => {
      return JSON.stringify(await readMirrors((world as World).probe)).includes(
        '"verdict":"broken"',
      );
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

type Frame = Awaited<ReturnType<typeof listFrame>>;

/** What of the page can be pressed and is no longer what lies under the pointer. */
const coveredControls = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, li[tabindex], [role="tab"]',
      ),
    ]
      .filter((each) => each.offsetParent !== null)
      .filter((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit?.closest('scorelens-badge, scorelens-notice') != null;
      })
      .map((each) => each.outerHTML.slice(0, 80)),
  );

/** The badges of orders that count, where they are shown. */
const COUNTED = 'scorelens-badge[data-verdict="counted"]:not([hidden])';

/** What one badge and its card must be in a real page: reachable, readable, in nobody's way. */
async function checkBadge(tab: Page, frame: Frame): Promise<void> {
  const host = frame.locator(COUNTED).first();
  await host.evaluate((one: Element) => one.scrollIntoView({ block: 'center' }));
  const button = host.locator('button').first();
  const size = await button.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
  expect(await coveredControls(frame)).toEqual([]);

  // By keyboard: Enter opens the card, Escape closes it and gives the focus back.
  const card = host.locator('[role="dialog"]');
  await button.focus();
  await tab.keyboard.press('Enter');
  await card.waitFor();
  const said = (await card.textContent()) ?? '';
  expect(said).toMatch(/依据.*20\d\d-\d\d-\d\d/);
  expect(said).toMatch(/20\d\d-\d\d-\d\d 起不再计入/);
  const link = card.locator('a');
  const orderId = (await host.getAttribute('data-order-id')) ?? 'none';
  expect(await link.getAttribute('href')).toContain(orderId);
  expect(new URL((await link.getAttribute('href')) ?? '').host).toBe(new URL(tab.url()).host);
  await tab.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
  expect(await host.evaluate((one: Element) => one.shadowRoot?.activeElement?.tagName)).toBe(
    'BUTTON',
  );
  // And by pointer.
  await button.click();
  await card.waitFor();
  await card.locator('button').click();
  await card.waitFor({ state: 'hidden' });

  // Styles stay on their side of the wall, also loud ones.
  const looks = await host.evaluate((one: Element) => {
    const inner = one.shadowRoot?.querySelector('button') as Element;
    const read = () => ({
      host: getComputedStyle(one).display,
      position: getComputedStyle(one).position,
      font: getComputedStyle(inner).fontSize,
    });
    const before = read();
    const style = document.createElement('style');
    style.textContent =
      'scorelens-badge,button,span{font-size:40px!important;position:fixed!important;display:grid!important}';
    document.head.append(style);
    const loud = read();
    style.remove();
    return { before, loud, ours: document.adoptedStyleSheets.length };
  });
  expect(looks.loud).toEqual(looks.before);
  expect(looks).toMatchObject({ loud: { position: 'static', font: '12px' }, ours: 0 });

  await tab.emulateMedia({ media: 'print' });
  expect(await host.evaluate((one: Element) => getComputedStyle(one).display)).toBe('none');
  await tab.emulateMedia({ media: 'screen' });
}

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
    // Which page shows an order that counts depends on the hour: the sample shop's days end now.
    const counted = frame.locator(COUNTED);
    for (let more = 0; more < 20 && (await counted.count()) === 0; more++) {
      if (!(await nextPage(frame))) break;
      await tab.waitForTimeout(800);
    }
    await checkBadge(tab, frame);
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
