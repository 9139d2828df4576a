/**
 * Opens every page of the sample back-end in Chromium, checks the lists against truth.json's counts
 * and leaves screenshots: node test/backend/doudian/smoke.mjs OUT_DIR [server options, as JSON]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startBackend } from '../server.mjs';
import { ensureBackend } from '../setup.mjs';

const HOST = 'https://fxg.jinritemai.com';
const [out = 'shots', options = '{}'] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
await ensureBackend();
const backend = await startBackend({
  seed: 7,
  fault: 'quality',
  asOf: '2026-11-20',
  ...JSON.parse(options),
});
const { truth } = backend;
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    `--host-resolver-rules=MAP *.jinritemai.com:443 127.0.0.1:${backend.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${backend.spki}`,
  ],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
const problems = [];
page.on('console', (m) => m.type() === 'error' && problems.push(m.text().slice(0, 300)));
page.on('pageerror', (error) => problems.push(String(error).slice(0, 300)));
const check = (name, got, want) => {
  const same = JSON.stringify(got) === JSON.stringify(want);
  console.log(
    same ? 'ok  ' : 'BAD ',
    name,
    JSON.stringify(got),
    same ? '' : `expected ${JSON.stringify(want)}`,
  );
  if (!same) process.exitCode = 1;
};
const shot = (name) => page.screenshot({ path: join(out, `${name}.png`) });
const settled = async (frame) => {
  await frame.waitForSelector('[class*="-table-row-level-0"], [class*="-empty"]');
  await frame.waitForFunction(
    () => !document.querySelector('[class*="-spin-blur"], [class*="-spin-spinning"]'),
  );
};
const totalOf = async (frame) =>
  Number((await frame.textContent('[class*="-pagination-total-text"]')).replace(/\D/g, ''));

try {
  await page.goto(`${HOST}/ffa/morder/order/list?btm_pre=a1`);
  await settled(page);
  check('shop', await page.textContent('div.headerShopName'), truth.shopName);
  check('orders in all', await totalOf(page), truth.lists.orders.全部);
  check('groups', await page.locator('[class*="-table-row-level-0"]').count(), 10);
  await shot('orders');
  const first = page.locator('[class*="-table-row-level-0"]').first();
  const before = await first.evaluate((row) => {
    row.dataset.seen = 'yes';
    return row.textContent;
  });
  await page.locator('[class*="-pagination-next"]').click();
  await page.waitForFunction(
    (text) => document.querySelector('[class*="-table-row-level-0"]').textContent !== text,
    before,
  );
  await settled(page);
  check(
    'row element reused',
    await first.getAttribute('data-seen'),
    options.includes('"id"') ? null : 'yes',
  );
  await page.locator('[class*="-tabs-tab"]:has-text("已关闭")').first().click();
  await page.waitForFunction(
    (n) => document.querySelector('[class*="-pagination-total-text"]').textContent.includes(n),
    String(truth.lists.orders.已关闭),
  );
  await settled(page);
  await shot('orders-closed');
  if ((options.match(/split|unlabelled/) ?? []).length === 0) {
    const ids = await page
      .locator('[class*="index_text"]')
      .evaluateAll((spans) => spans.map((s) => s.textContent));
    check(
      'labels',
      ids.slice(0, 2).map((t) => t.replace(/[\d/: ]/g, '')),
      ['订单编号\u00a0', '下单时间\u00a0'],
    );
  }

  await page.locator('[class*="-menu-item"]').nth(2).click();
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await settled(frame);
  check('tickets in all', await totalOf(frame), truth.lists.aftersales.全部);
  await frame.waitForTimeout(2500);
  await shot('aftersales');
  const clockText = () => frame.locator('[class*="index_countdown"]').first().textContent();
  const countdown = await clockText();
  await frame.waitForTimeout(1200);
  check('countdown ticks', countdown !== (await clockText()), true);
  await frame
    .locator('[class*="index_groupItems"] [class*="index_item"]')
    .filter({ hasText: '退货待收货' })
    .click();
  await frame.waitForSelector('[class*="index_selected"]');
  await frame.waitForFunction(
    (n) =>
      document.querySelector('[class*="-pagination-total-text"]').textContent.includes(` ${n} `),
    truth.lists.aftersaleCards.退货待收货,
  );
  await settled(frame);
  await shot('aftersales-card');

  await page.locator('[class*="-menu-item"]').nth(4).click();
  await page.waitForSelector('[class*="index_total"]');
  const text = await page.textContent('[class*="index_scorePage"]');
  check('total', text.includes(`我的总分 ${truth.total.shown}分`), true);
  for (const i of truth.indicators)
    check(i.label, text.includes(`${i.label}${i.pageValue}${i.unit}`), true);
  await shot('score');
  await page.goBack();
  await page.waitForSelector('iframe');
  await page.locator('[class*="-menu-item"]').nth(3).click();
  await page.waitForSelector('[class*="-table-row"]');
  await shot('products');
  await page.locator('[class*="-menu-item"]').nth(0).click();
  backend.control({ action: 'new-orders', count: 3 });
  backend.control({ action: 'switch-shop', shopName: '换了一家店' });
  await page.locator('[class*="-menu-item"]').nth(1).click();
  await settled(page);
  check('orders after three more', await totalOf(page), truth.lists.orders.全部 + 3);
  check('header follows', await page.textContent('div.headerShopName'), '换了一家店');
} finally {
  await shot('last');
  check('console errors', problems, []);
  await browser.close();
  await backend.close();
}
