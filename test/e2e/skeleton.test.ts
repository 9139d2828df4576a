/**
 * A page that cannot be read can be shown to us: its structure goes to the clipboard, nothing of its values. On
 * every platform with a sample back-end, in one browser.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { launchWithExtension } from '../../scripts/lib/chromium.mjs';
import { until } from '../../scripts/lib/reading.mjs';
import { listFrame, shownIds } from '../../scripts/lib/walk.mjs';
import { doudianLabels } from '../../src/platforms/doudian/pages/known-labels';
import { pinduoduoLabels } from '../../src/platforms/pinduoduo/pages/known-labels';
import { taobaoLabels } from '../../src/platforms/taobao/pages/known-labels';
import { startBackend } from '../backend/server.mjs';
import { addressOf, SITES } from '../backend/sites.mjs';
import { EXTENSION_DIR } from './support/world';

/** What the after-sale list's skeleton keeps: markup, some of the labels; and a state that it must not. */
const KEPT: Record<string, { known: readonly string[]; markup: RegExp; labels: string[] }> = {
  doudian: {
    known: doudianLabels,
    markup: /table-row-level-0/,
    labels: ['售后编号', '订单编号', '申请时间', '售后状态'],
  },
  taobao: {
    known: taobaoLabels,
    markup: /next-table/,
    labels: ['退款编号', '退款金额', '退款原因'],
  },
  pinduoduo: { known: pinduoduoLabels, markup: /beast-core|table/, labels: ['申请时间'] },
};

type Backend = Awaited<ReturnType<typeof startBackend>>;
const backends: Backend[] = [];
let browser: Awaited<ReturnType<typeof launchWithExtension>>;
beforeAll(async () => {
  const browserPath = findBrowser();
  if (!browserPath) throw new Error('no browser: run `npm test`, which installs one');
  for (const { id } of SITES) {
    const options = { platform: id, seed: 41, fault: 'audit', shopName: '晴川示例旗舰店' };
    backends.push(await startBackend({ ...options, latencyMs: [20, 40], lateMs: [20, 60] }));
  }
  browser = await launchWithExtension({ browserPath, extensionDir: EXTENSION_DIR, backends });
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await browser?.close();
  for (const backend of backends) await backend.close();
});

afterEach(async () => {
  const own = new URL(browser.extensionUrl('')).origin;
  for (const page of browser.context.pages()) if (!page.url().startsWith(own)) await page.close();
});

const backendOf = (platform: string): Backend => {
  const found = backends.find(({ site }) => site.id === platform);
  if (!found) throw new Error(`no back-end of ${platform}`);
  return found;
};
async function open(platform: string, kind: string): Promise<Page> {
  const tab = await browser.context.newPage();
  await tab.goto(addressOf(backendOf(platform).site, kind));
  return tab;
}
async function openData(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('dashboard.html#/-/-/data'));
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.locator('[data-action="copy-skeleton"]').click();
  return page;
}
async function copySkeleton(platform: string, tabTitle?: string): Promise<string> {
  const page = await openData();
  if (tabTitle !== undefined) await page.locator('[data-skeleton] [data-tab]').first().click();
  const [host = ''] = backendOf(platform).site.hosts;
  const text = await until('the skeleton on the clipboard', async () => {
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    return copied.startsWith(`${host}/`) ? copied : undefined;
  });
  await page.close();
  return text;
}

it.each(Object.keys(KEPT))(
  '%s: a list’s markup and labels, and no value of it',
  async (platform) => {
    const { known, markup, labels } = KEPT[platform] as (typeof KEPT)[string];
    const tab = await open(platform, 'aftersales');
    const frame = await listFrame(tab);
    const ids: string[] = await until('rows', async () => {
      const shown = await shownIds(frame, 'aftersales');
      return shown.length > 0 ? shown : undefined;
    });
    const text = await copySkeleton(platform);
    // The last part of the address tells which page it is.
    expect(text.split('\n')[0]).toContain(new URL(tab.url()).pathname.split('/').at(-1));
    expect(text).toMatch(markup);
    for (const label of labels) expect(text).toContain(label);
    expect(text).not.toMatch(/\p{Nd}{2,}/u);
    for (const secret of [...ids, '晴川', '示例旗舰店']) expect(text).not.toContain(secret);
    // Every Chinese word of it is one of the labels that we look for; a state that the page shows is none.
    const words = text.match(/\p{Script=Han}+/gu) ?? [];
    expect(words.filter((word) => !known.some((label) => label.includes(word)))).toEqual([]);
    expect(await frame.locator('body').textContent()).toMatch(/待商家/);
    expect(text).not.toMatch(/待商家/);
  },
);

it('says so when no page is open, and asks which when there are several', async () => {
  const page = await openData();
  const said = page.locator('[data-skeleton] [role=status]');
  await until('an answer', async () => (await said.textContent())?.includes('没有打开'));
  await page.close();
  const [{ id = '' } = {}] = SITES;
  await open(id, 'orders');
  const other = await open(id, 'score');
  const text = await copySkeleton(id, await other.title());
  expect(text).not.toMatch(/\p{Nd}{2,}/u);
});
