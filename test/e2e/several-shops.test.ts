/**
 * Every platform with a sample back-end side by side in one browser: toolbar and popup follow the tab, what
 * is read of one shop is in no other, a platform that is off is left alone, and shops can be merged.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { launchWithExtension } from '../../scripts/lib/chromium.mjs';
import { readMirrors, storedOwners, until } from '../../scripts/lib/reading.mjs';
import { listFrame, shownIds } from '../../scripts/lib/walk.mjs';
import type { MirrorIndex, ShopMirror } from '../../src/store/mirror-types';
import { startBackend } from '../backend/server.mjs';
import { addressOf, SITES } from '../backend/sites.mjs';
import { askPopup } from './support/real-popup';
import { EXTENSION_DIR } from './support/world';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Place {
  platform: string;
  shopName: string;
  tab: Page;
  backend: Awaited<ReturnType<typeof startBackend>>;
}

const places: Place[] = [];
let browser: Awaited<ReturnType<typeof launchWithExtension>>;
let probe: Page;

beforeAll(async () => {
  const browserPath = findBrowser();
  if (!browserPath) throw new Error('no browser: run `npm test`, which installs one');
  const backends = [];
  for (const [i, { id }] of SITES.entries()) {
    const options = { platform: id, seed: 70 + i, fault: 'quality', latencyMs: [20, 40] };
    backends.push(await startBackend({ ...options, lateMs: [20, 60] }));
  }
  browser = await launchWithExtension({ browserPath, extensionDir: EXTENSION_DIR, backends });
  probe = await browser.context.newPage();
  await probe.goto(browser.extensionUrl('manifest.json'));
  for (const [i, backend] of backends.entries()) {
    const platform = backend.site.id;
    const shopName = `示例${i + 1}号店`;
    backend.control({ action: 'switch-shop', seed: 70 + i, fault: 'quality', shopName });
    places.push({ platform, shopName, backend, tab: await browser.context.newPage() });
  }
});
afterAll(async () => {
  await browser?.close();
  for (const { backend } of places) await backend.close();
});

const first = (): Place => places[0] as Place;
const mirrors = async (): Promise<ShopMirror[]> =>
  Object.entries((await readMirrors(probe)) as Record<string, ShopMirror>)
    .filter(([key]) => key !== 'mirror:index')
    .map(([, mirror]) => mirror);
const revisions = async (platform: string): Promise<[string, number][]> =>
  (await mirrors())
    .filter(({ shop }) => shop.platform === platform)
    .map(({ shop, revision }) => [shop.name, revision]);
const index = async (): Promise<MirrorIndex> => (await readMirrors(probe))['mirror:index'];

/** The after-sale list in the tab: its ids, once all are stored as that shop's. */
async function readAftersales({ platform, shopName, tab, backend }: Place): Promise<string[]> {
  await tab.bringToFront();
  await tab.goto(addressOf(backend.site, 'aftersales'));
  const ids: string[] = await until(`rows of ${shopName}`, async () =>
    shownIds(await listFrame(tab), 'orders').then((all: string[]) => (all.length > 0 ? all : 0)),
  );
  await until(`the after-sales of ${shopName} in the store`, async () => {
    const owners = await ownersOf(platform, ids);
    return owners.every((owner) => owner === shopName);
  });
  return ids;
}

const ownersOf = (platform: string, ids: string[]): Promise<(string | undefined)[]> =>
  storedOwners(probe, platform, [...new Set(ids)]);

/** What the toolbar button shows over a tab. */
const faceOf = async ({ tab }: Place): Promise<{ title: string; text: string }> => {
  const url = tab.url();
  return probe.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    const tabId = tabs.find((each) => each.url === url)?.id;
    if (tabId === undefined) throw new Error('no tab of that address');
    const [title, text] = await Promise.all([
      chrome.action.getTitle({ tabId }),
      chrome.action.getBadgeText({ tabId }),
    ]);
    return { title, text };
  }, url);
};

const popupOver = async ({ tab }: Place): Promise<string> => {
  await tab.bringToFront();
  return askPopup(browser, `document.querySelector('h1')?.textContent ?? ''`);
};

const drawn = async ({ tab }: Place): Promise<number> => {
  const frames = tab
    .frames()
    .map((each) => each.locator('scorelens-badge, scorelens-notice').count());
  return (await Promise.all(frames)).reduce((sum, each) => sum + each, 0);
};

const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await (globalThis as any).axe.run(document);
    return found.violations.map((each: { id: string }) => each.id);
  });
};

const read = new Map<string, string[]>();

describe('every platform side by side', () => {
  it('stores each page under its own shop', async () => {
    for (const place of places) read.set(place.shopName, await readAftersales(place));
    const shops = await until('every shop in the index', async () => {
      const all = (await index())?.shops ?? [];
      return all.length >= places.length && all;
    });
    expect(shops.map(({ platform, name }) => [platform, name]).sort()).toEqual(
      places.map(({ platform, shopName }) => [platform, shopName]).sort(),
    );
    expect(new Set(places.map(({ platform }) => platform)).size).toBe(SITES.length);
  });

  it('the toolbar tells each tab its own shop and number', async () => {
    for (const place of places) {
      const { title, text } = await until(`the title over ${place.shopName}`, async () => {
        const face = await faceOf(place);
        return face.title.includes(place.shopName) ? face : undefined;
      });
      for (const other of places) {
        if (other !== place) expect(title).not.toContain(other.shopName);
      }
      const told = [...title.matchAll(/(\d+) (?:单待发货|个售后单)/g)].map(([, count]) =>
        Number(count),
      );
      expect(text === '' ? 0 : Number.parseInt(text, 10)).toBe(told.reduce((a, b) => a + b, 0));
    }
  });

  it('the popup opened over each tab shows that shop', async () => {
    for (const place of [...places, first()]) {
      expect(await popupOver(place)).toContain(place.shopName);
    }
  });

  it('another shop in the same tab: popup and toolbar follow, and neither has an order of the other', async () => {
    const place = first();
    const second = { ...place, shopName: '示例二店' };
    place.backend.control({
      action: 'switch-shop',
      seed: 91,
      fault: 'quality',
      shopName: second.shopName,
    });
    const ids = await readAftersales(second);
    await until('the title of the second shop', async () =>
      (await faceOf(second)).title.includes(second.shopName),
    );
    // A shop never seen before is in the mirror a moment after it is in the store.
    await until('the popup of the second shop', async () =>
      (await popupOver(second)).includes(second.shopName),
    );
    const before = read.get(place.shopName) ?? [];
    expect(ids.filter((id) => before.includes(id))).toEqual([]);
    expect(new Set(await ownersOf(place.platform, before))).toEqual(new Set([place.shopName]));
    for (const mirror of await mirrors()) {
      const named = [...mirror.duties, ...mirror.offenders].map((each) => each.orderId);
      for (const [shopName, others] of [...read, [second.shopName, ids] as const]) {
        if (shopName === mirror.shop.name) continue;
        expect(named.filter((id) => others.includes(id))).toEqual([]);
      }
    }
    // Over the other platforms nothing has changed.
    for (const other of places.slice(1)) {
      expect((await faceOf(other)).title).toContain(other.shopName);
    }
  });

  it('two shops merged by keyboard are one in popup and toolbar, and two again', async () => {
    const dashboard = await browser.context.newPage();
    await dashboard.goto(browser.extensionUrl('dashboard.html#/-/-/shops'));
    const { shopName } = first();
    const form = dashboard.locator('[data-names="示例二店"]');
    const select = form.locator('select');
    await select.focus();
    // The one other shop of the platform.
    await dashboard.keyboard.press('ArrowDown');
    await dashboard.keyboard.press('Tab');
    expect(await axeFindings(dashboard)).toEqual([]);
    await dashboard.keyboard.press('Enter');
    const split = dashboard.locator(`[data-names="${shopName}"] [data-do="split"]`);
    await split.waitFor();
    expect(await axeFindings(dashboard)).toEqual([]);
    // Its tab still shows the second shop's page.
    await until('the toolbar to follow', async () =>
      (await faceOf(first())).title.includes(shopName),
    );
    expect(await popupOver(first())).toContain(shopName);
    await dashboard.bringToFront();
    await split.focus();
    await dashboard.keyboard.press('Enter');
    await dashboard.locator('[data-names="示例二店"]').waitFor();
    await until('the toolbar to follow again', async () =>
      (await faceOf(first())).title.includes('示例二店'),
    );
    await dashboard.close();
  });
});

describe('a platform switched off on the welcome page', () => {
  it('is neither read nor drawn on, each alone; switched on in the settings it goes on at once', async () => {
    const welcome = await browser.context.newPage();
    const settings = await browser.context.newPage();
    for (const place of places) {
      const { platform, tab, backend } = place;
      await tab.bringToFront();
      await tab.goto(addressOf(backend.site, 'aftersales'));
      await until(`badges on ${platform}`, () => drawn(place));
      await welcome.bringToFront();
      await welcome.goto(browser.extensionUrl('welcome.html'));
      await welcome.locator(`[name="platform-${platform}"]`).uncheck();
      await tab.bringToFront();
      await until(`no badge on ${platform}`, async () => (await drawn(place)) === 0);
      // Mirrors follow the store within two seconds.
      await tab.waitForTimeout(2_000);
      const before = await revisions(platform);
      await tab.goto(addressOf(backend.site, 'score'));
      await tab.waitForTimeout(2_000);
      expect(await drawn(place)).toBe(0);
      await tab.goto(addressOf(backend.site, 'aftersales'));
      await until('rows on the page', async () =>
        shownIds(await listFrame(tab), 'orders').then((all: string[]) => all.length),
      );
      await tab.waitForTimeout(2_000);
      expect(await drawn(place)).toBe(0);
      expect(await revisions(platform)).toEqual(before);
      await settings.bringToFront();
      await settings.goto(browser.extensionUrl('dashboard.html#/-/-/settings'));
      const choice = settings.locator(`[name="platform-${platform}"]`);
      expect(await choice.isChecked()).toBe(false);
      await choice.check();
      await settings.locator('[role="status"]', { hasText: '已保存' }).waitFor();
      await tab.bringToFront();
      await until(`${platform} is read again`, () => drawn(place));
    }
  });
});
