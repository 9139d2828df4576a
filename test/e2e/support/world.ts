/** One sample shop, one real Chromium with the built extension, and what a merchant would do there. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/lib/browser.mjs';
import { launchWithExtension } from '../../../scripts/lib/chromium.mjs';
import {
  readMirrors,
  scoreReadings,
  storedIds,
  storedRevision,
  until,
} from '../../../scripts/lib/reading.mjs';
import {
  listFrame,
  nextPage,
  oldestDay,
  setPageSize,
  shownIds,
} from '../../../scripts/lib/walk.mjs';
import type { Report } from '../../../src/core/report-types';
import type { ShopMirror } from '../../../src/store/mirror-types';
import { startBackend } from '../../backend/server.mjs';
import { addressOf } from '../../backend/sites.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
/** SCORELENS_DIR: another build, e.g. one that must not change while it is tested. */
export const EXTENSION_DIR = process.env.SCORELENS_DIR ?? path.join(root, '.output', 'chrome-mv3');

/** Key of a site's `paths`: every site has orders, aftersales and score. */
export type PageOfSite = string;

export interface WorldOptions {
  /** Whose back-end; 抖店's when not said. */
  platform?: string;
  seed?: number;
  fault?: string;
  asOf?: string;
  /** Another build than the one under test. */
  extensionDir?: string;
  /** A profile of its own, e.g. on a disk of its own. */
  userDataDir?: string;
  [backendOption: string]: unknown;
}

export async function openWorld({
  extensionDir = EXTENSION_DIR,
  userDataDir,
  ...options
}: WorldOptions = {}) {
  const backend = await startBackend({
    seed: 7,
    fault: 'none',
    latencyMs: [20, 40],
    lateMs: [20, 60],
    ...options,
  });
  const browserPath = findBrowser();
  if (!browserPath) throw new Error('no browser: run `npm test`, which installs one');
  const browser = await launchWithExtension({
    browserPath,
    extensionDir,
    backends: [backend],
    ...(userDataDir === undefined ? {} : { userDataDir }),
  });
  const { site } = backend;
  const { context } = browser;
  /** A page of the extension that asks its own storage; it is no part of what is tested. */
  const probe = await context.newPage();
  await probe.goto(browser.extensionUrl('manifest.json'));

  const world = {
    backend,
    site,
    context,
    probe,
    extensionId: browser.extensionId,
    extensionUrl: browser.extensionUrl,
    storedIds: (orderIds?: string[]) =>
      storedIds(probe, site.id, orderIds) as Promise<{ orderIds: string[]; ticketIds: string[] }>,
    /** Of the one shop, or of the shop named. */
    async mirror(shopName?: string): Promise<ShopMirror | undefined> {
      const all = (await readMirrors(probe)) as Record<string, ShopMirror>;
      const mirrors = Object.entries(all).filter(([key]) => key !== 'mirror:index');
      return mirrors.find(([, each]) => !shopName || each.shop.name === shopName)?.[1];
    },
    open: async (kind: PageOfSite, page?: Page) => {
      const tab = page ?? (await context.newPage());
      await tab.goto(addressOf(site, kind));
      return tab;
    },
    async close() {
      await browser.close();
      await backend.close();
    },
  };
  return world;
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/**
 * Opens the score page, or all of them where a site has several, and waits until their numbers are in the
 * mirror of the shop that the back-end shows.
 */
export async function readScore(
  world: World,
  page?: Page,
  pages: string[] = world.site.scorePages ?? ['score'],
): Promise<Page> {
  const { shopName } = world.backend.shop;
  let tab = page;
  for (const [at, each] of pages.entries()) {
    tab = await world.open(each, tab);
    await until(`the ${each} page in the mirror`, async () => {
      return scoreReadings(await world.mirror(shopName)) > at;
    });
  }
  return tab as Page;
}

/**
 * Turns pages of a list at many rows, waiting for each to be stored: until the rule's windows are read,
 * or for `pages` pages.
 */
export async function walkList(
  world: World,
  kind: 'orders' | 'aftersales',
  { pages = Number.POSITIVE_INFINITY, page }: { pages?: number; page?: Page } = {},
): Promise<{ page: Page; seen: Set<string> }> {
  const tab = await world.open(kind, page);
  const frame = await listFrame(tab);
  const { pageSize, windowDays } = world.site;
  await setPageSize(frame, pageSize);
  const windowStart = new Date(world.backend.clock() - windowDays * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const seen = new Set<string>();
  for (let turned = 1; ; turned++) {
    const ids: string[] = await shownIds(frame, kind);
    const orderIds: string[] = await shownIds(frame, 'orders');
    for (const id of ids) seen.add(id);
    await until(`page ${turned} of ${kind} in the store`, async () => {
      const stored = await world.storedIds(orderIds);
      const known = new Set(kind === 'orders' ? stored.orderIds : stored.ticketIds);
      return ids.length > 0 && ids.every((id) => known.has(id));
    });
    if (turned >= pages || (await oldestDay(frame)) < windowStart) break;
    if (!(await nextPage(frame))) break;
  }
  return { page: tab, seen };
}

/**
 * Waits until the mirror of the shop that the back-end shows says what the database holds, and the glance beside
 * it what the mirror says. Both are written after their batch was answered, and not at all where the worker died
 * between the two: opening a page of the extension is what heals them.
 */
export async function untilMirrored(world: World): Promise<void> {
  const { shop } = (await world.mirror(world.backend.shop.shopName)) ?? {};
  if (!shop) return;
  const glanceName = `glance:${shop.platform}:${shop.shopId}`;
  const isCurrent = async () => {
    const revision = await storedRevision(world.probe, shop);
    const text = await world.probe.evaluate(
      async (name) => (await chrome.storage.local.get(name))[name],
      glanceName,
    );
    const glance = text === undefined ? undefined : JSON.parse(text as string);
    const mirror = await world.mirror(shop.name);
    return mirror?.revision === revision && glance?.revision === revision;
  };
  if (await isCurrent()) return;
  const healing = await world.context.newPage();
  await healing.goto(world.extensionUrl('popup.html'));
  await until('the last batch in the mirror', isCurrent);
  await healing.close();
}

/** The report as the merchant copies it from the dashboard, of the shop that the back-end shows. */
export async function copyReport(world: World): Promise<Report> {
  await world.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await world.context.newPage();
  const { shopName } = world.backend.shop;
  const { shop } = (await world.mirror(shopName)) ?? {};
  const place = shop ? `#/${[shop.platform, shop.shopId].map(encodeURIComponent).join('/')}` : '';
  const dashboard = `${world.extensionUrl('dashboard.html')}${place}`;
  // A copy is made of what is shown then.
  await untilMirrored(world);
  await page.goto(dashboard);
  await page.locator('#copy-report').click();
  const report = await until('the report on the clipboard', async () => {
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const found = copied.startsWith('{') ? (JSON.parse(copied) as Report) : undefined;
    // An earlier shop's may still be there.
    return !shop || found?.shop.shopId === shop.shopId ? found : undefined;
  });
  await page.close();
  return report;
}
