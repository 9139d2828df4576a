// The demo's merchant: opens the score pages, turns the lists at many rows, looks at the popup.
import path from 'node:path';
import { addressOf } from '../../test/backend/sites.mjs';
import { launchWithExtension } from './chromium.mjs';
import { readMirrors, scoreReadings, storedIds, until } from './reading.mjs';
import { listFrame, nextPage, oldestDay, setPageSize, shownIds } from './walk.mjs';

const POPUP = { width: 380, height: 560 };

/** @param backends running sample back-ends, of different sites, at the same moment */
export async function openDemo({ browserPath, extensionDir, backends, headless, lang }) {
  const browser = await launchWithExtension({
    browserPath,
    extensionDir,
    backends,
    headless,
    lang,
  });
  const { context, extensionUrl } = browser;
  const probe = await context.newPage();
  await probe.goto(extensionUrl('popup.html'));
  // The sample shops live on another day: the extension's clock goes with them.
  const offsetMs = backends[0].clock() - Date.now();
  if (Math.abs(offsetMs) > 60_000) {
    await probe.evaluate(
      (ms) => chrome.storage.local.set({ 'demo:clock-offset-ms': ms }),
      offsetMs,
    );
  }
  const tab = context.pages().find((page) => page !== probe) ?? (await context.newPage());
  await tab.bringToFront();
  const merchants = backends.map((backend) =>
    merchantAt(backend, { context, probe, tab, extensionUrl }),
  );
  return {
    merchants,
    close: browser.close,
    closed: new Promise((resolve) => context.on('close', resolve)),
    /** The popup beside the back-end: a real popup closes as soon as one looks elsewhere. */
    async showPopup() {
      await tab.goto(merchants[0].address('orders'));
      await probe.goto(extensionUrl('popup.html'));
      await probe.bringToFront();
    },
  };
}

/** What the merchant of one site does. */
function merchantAt(backend, { context, probe, tab, extensionUrl }) {
  const { site } = backend;
  const address = (page) => addressOf(site, page);

  const mirrorOfShop = async () => {
    const mirrors = await readMirrors(probe);
    return Object.values(mirrors).find((each) => each.shop?.platform === site.id);
  };

  /** A list opened at many rows; `perPage` is told each of its pages until it says "enough". */
  async function turn(side, perPage) {
    await tab.goto(address(side));
    const frame = await listFrame(tab);
    await setPageSize(frame, site.pageSize);
    for (let turned = 1; ; turned++) {
      if (await perPage(frame, turned)) return;
      if (!(await nextPage(frame))) return;
    }
  }

  async function walk(side) {
    const since = new Date(backend.clock() - site.windowDays * 86_400_000)
      .toISOString()
      .slice(0, 10);
    let count = 0;
    await turn(side, async (frame, turned) => {
      const ids = await shownIds(frame, side);
      const orderIds = await shownIds(frame, 'orders');
      count += ids.length;
      await until(`page ${turned} to be stored`, async () => {
        const stored = await storedIds(probe, site.id, orderIds);
        const known = new Set(side === 'orders' ? stored.orderIds : stored.ticketIds);
        return ids.length > 0 && ids.every((id) => known.has(id));
      });
      return (await oldestDay(frame)) < since;
    });
    return `${count} rows`;
  }

  async function readScore() {
    for (const [at, page] of (site.scorePages ?? ['score']).entries()) {
      await tab.goto(address(page));
      await until(
        `the ${page} page to be stored`,
        async () => scoreReadings(await mirrorOfShop()) > at,
      );
    }
  }

  /** An own page of the extension, at this merchant's shop. */
  async function openOwn(page, file) {
    const { shop } = await mirrorOfShop();
    const place = [shop.platform, shop.shopId].map(encodeURIComponent).join('/');
    await page.goto(extensionUrl(`${file}#/${place}`));
  }

  async function copyReport() {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await openOwn(page, 'dashboard.html');
    await page.locator('#copy-report').click();
    const report = await until('the report', async () => {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const found = copied.startsWith('{') ? JSON.parse(copied) : undefined;
      return found?.shop.platform === site.id ? found : undefined;
    });
    await page.close();
    return report;
  }

  async function shoot(page, file, size) {
    if (size) await page.setViewportSize(size);
    await page.waitForTimeout(400);
    await page.screenshot({ path: file });
  }

  /** The first of a few pages that has such badges to show; else the first page, at any badge it has. */
  async function showBadges(side, selector) {
    const show = async (frame, wanted) => {
      const badge = frame.locator(wanted).first();
      const found = await badge.waitFor({ timeout: 1200 }).then(
        () => true,
        () => false,
      );
      if (found) await badge.evaluate(showAmongOthers);
      return found;
    };
    let found = false;
    await turn(side, async (frame, turned) => {
      found = await show(frame, selector);
      return found || turned === 3;
    });
    if (found) return;
    await turn(side, async (frame) => {
      await show(frame, 'scorelens-badge:not([hidden])');
      return true;
    });
  }

  /** Pages of the back-end with badges, the popup and the dashboard. */
  async function screenshots(out) {
    const wanted = {
      // What costs points, not what is merely left out.
      orders: ['counted', 'will-count', 'running', 'overdue']
        .map((verdict) => `scorelens-badge[data-verdict="${verdict}"]`)
        .join(', '),
      aftersales: 'scorelens-badge',
    };
    for (const [side, selector] of Object.entries(wanted)) {
      await showBadges(side, selector);
      await shoot(tab, path.join(out, `${side}.png`));
    }
    const page = await context.newPage();
    await openOwn(page, 'popup.html');
    await page.locator('[data-scorelens="drag"]').waitFor();
    await page.locator('.popup:not([data-step])').waitFor();
    await shoot(page, path.join(out, 'popup.png'), POPUP);
    await openOwn(page, 'dashboard.html');
    await page.locator('#copy-report').waitFor();
    await shoot(page, path.join(out, 'dashboard.png'), { width: 1280, height: 900 });
    await page.close();
  }

  return { site, address, walk, readScore, copyReport, screenshots };
}

/** Runs in the page: scrolls to where this badge is seen together with as many others as possible. */
function showAmongOthers(badge) {
  const top = (each) => each.getBoundingClientRect().top;
  const tops = [...document.querySelectorAll('scorelens-badge:not([hidden])')].map(top);
  const room = innerHeight * 0.7;
  const company = (from) => tops.filter((each) => each >= from && each <= from + room).length;
  const own = top(badge);
  const [best] = tops
    .filter((from) => from <= own && own <= from + room)
    .sort((a, b) => company(b) - company(a));
  const first = [...document.querySelectorAll('scorelens-badge:not([hidden])')].find(
    (each) => top(each) === best,
  );
  (first ?? badge).scrollIntoView({ block: 'start' });
  scrollBy(0, -innerHeight * 0.15);
}
