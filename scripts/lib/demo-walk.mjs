// The demo's merchant: opens the score page, turns the lists at 100 rows, looks at the popup.
import path from 'node:path';
import { launchWithExtension } from './chromium.mjs';
import { storedIds, until } from './reading.mjs';
import { listFrame, nextPage, oldestDay, setPageSize, shownIds } from './walk.mjs';

const BACKEND = 'https://fxg.jinritemai.com';
const LISTS = {
  orders: { path: '/ffa/morder/order/list', label: '订单编号' },
  aftersales: { path: '/ffa/merchant-aftersale-workbench/aftersale/list', label: '售后编号' },
};
const SCORE_PATH = '/ffa/eco/experience-score';
/** The rule's windows are 30 days; one more day than that must be read to cover them. */
const WINDOW_DAYS = 31;
const POPUP = { width: 380, height: 560 };

export async function openDemo({ browserPath, extensionDir, backend, headless, lang }) {
  const browser = await launchWithExtension({ browserPath, extensionDir, backend, headless, lang });
  const { context, extensionUrl } = browser;
  const probe = await context.newPage();
  await probe.goto(extensionUrl('popup.html'));
  // The sample shop lives on another day: the extension's clock goes with it.
  const offsetMs =
    Math.abs(backend.clock() - Date.now()) > 60_000 ? backend.clock() - Date.now() : 0;
  if (offsetMs) {
    await probe.evaluate(
      (ms) => chrome.storage.local.set({ 'demo:clock-offset-ms': ms }),
      offsetMs,
    );
  }
  const tab = context.pages().find((page) => page !== probe) ?? (await context.newPage());
  await tab.bringToFront();

  async function walk(side) {
    const { label } = LISTS[side];
    await tab.goto(BACKEND + LISTS[side].path);
    const frame = await listFrame(tab);
    await setPageSize(frame, 100);
    const since = new Date(backend.clock() - WINDOW_DAYS * 86_400_000).toISOString().slice(0, 10);
    let count = 0;
    for (let turned = 1; ; turned++) {
      const ids = await shownIds(frame, label);
      const orderIds = await shownIds(frame, LISTS.orders.label);
      count += ids.length;
      await until(`page ${turned} to be stored`, async () => {
        const stored = await storedIds(probe, orderIds);
        const known = new Set(side === 'orders' ? stored.orderIds : stored.ticketIds);
        return ids.length > 0 && ids.every((id) => known.has(id));
      });
      if ((await oldestDay(frame)) < since || !(await nextPage(frame))) break;
    }
    return `${count} rows`;
  }

  async function readScore() {
    await tab.goto(BACKEND + SCORE_PATH);
    await until('the score to be stored', () =>
      probe.evaluate(async () => {
        const all = await chrome.storage.local.get(null);
        return Object.values(all).some((value) => value?.snapshots?.length > 0);
      }),
    );
  }

  async function copyReport() {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.goto(extensionUrl('dashboard.html'));
    await page.locator('#copy-report').click();
    const text = await until('the report', async () => {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      return copied.startsWith('{') ? copied : undefined;
    });
    await page.close();
    return JSON.parse(text);
  }

  async function shoot(page, file, size) {
    if (size) await page.setViewportSize(size);
    await page.waitForTimeout(400);
    await page.screenshot({ path: file });
  }

  /** The first page of a list, at 100 rows, that has such badges to show; scrolled to them. */
  async function showBadges(side, selector) {
    await tab.goto(BACKEND + LISTS[side].path);
    const frame = await listFrame(tab);
    await setPageSize(frame, 100);
    for (let turned = 1; turned <= 6; turned++) {
      const badge = frame.locator(selector).first();
      const found = await badge.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (found) {
        await badge.evaluate((host) => host.scrollIntoView({ block: 'center' }));
        return;
      }
      if (!(await nextPage(frame))) return;
    }
  }

  /** Pages of the back-end with badges, the popup and the dashboard. */
  async function screenshots(out) {
    const wanted = {
      orders: 'scorelens-badge[data-verdict="counted"]',
      aftersales: 'scorelens-badge',
    };
    for (const [side, selector] of Object.entries(wanted)) {
      await showBadges(side, selector);
      await shoot(tab, path.join(out, `${side}.png`));
    }
    const page = await context.newPage();
    await page.goto(extensionUrl('popup.html'));
    await page.locator('[data-scorelens="drag"]').waitFor();
    await shoot(page, path.join(out, 'popup.png'), POPUP);
    await page.goto(extensionUrl('dashboard.html'));
    await page.locator('#copy-report').waitFor();
    await shoot(page, path.join(out, 'dashboard.png'), { width: 1280, height: 900 });
    await page.close();
  }

  return {
    walk,
    readScore,
    copyReport,
    screenshots,
    close: browser.close,
    closed: new Promise((resolve) => context.on('close', resolve)),
    /** The popup beside the back-end: a real popup closes as soon as one looks elsewhere. */
    async showPopup() {
      await tab.goto(BACKEND + LISTS.orders.path);
      await probe.goto(extensionUrl('popup.html'));
      await probe.bringToFront();
    },
  };
}
