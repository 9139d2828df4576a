/** What a merchant sees beside the numbers, on any site: badges with dates on their own rows, and the gap card. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { until } from '../../../scripts/lib/reading.mjs';
import { listFrame, shownIds } from '../../../scripts/lib/walk.mjs';
import type { Report } from '../../../src/core/report-types';
import { formatMinute } from '../../../src/core/time';
import type { World } from './world';

interface Shown {
  orderId: string;
  ticketId: string;
  verdict: string;
  /** The nearest element around the badge that names its order, and how many badges it holds. */
  text: string;
  badges: number;
}

/** Duties of the first page of the after-sale list: each dated badge is one of the store's, on its own row. */
export async function checkDuties(world: World, tab: Page): Promise<void> {
  await world.open('aftersales', tab);
  const frame = await listFrame(tab);
  const ids: string[] = await until('rows', async () => {
    const found = await shownIds(frame, 'aftersales');
    return found.length > 0 ? found : undefined;
  });
  const { shopName } = world.backend.shop;
  const nowMs: number = world.backend.clock();
  const duties = ((await world.mirror(shopName))?.duties ?? []).filter(
    ({ ticketId, dueMs }) => ticketId !== undefined && ids.includes(ticketId) && dueMs > nowMs,
  );
  expect(duties.length).toBeGreaterThan(0);
  const shown: Shown[] = await until('a badge for each duty', async () => {
    const found: Shown[] = await frame.evaluate(() =>
      [...document.querySelectorAll('scorelens-badge:not([hidden])')].map((badge) => {
        const orderId = badge.getAttribute('data-order-id') ?? '';
        let around: Element | null = badge.parentElement;
        while (around && !around.textContent?.includes(orderId)) around = around.parentElement;
        return {
          orderId,
          ticketId: badge.getAttribute('data-ticket-id') ?? '',
          verdict: badge.getAttribute('data-verdict') ?? '',
          text: around?.textContent ?? '',
          badges: around?.querySelectorAll('scorelens-badge:not([hidden])').length ?? 0,
        };
      }),
    );
    const dated = found.filter(({ verdict }) => verdict === 'savable');
    return dated.length >= duties.length ? found : undefined;
  });
  const dated = shown.filter(({ verdict }) => verdict === 'savable');
  expect(dated.map(({ ticketId }) => ticketId).sort()).toEqual(
    duties.map(({ ticketId }) => ticketId).sort(),
  );
  for (const { badges } of shown) expect(badges).toBe(1);
}

/** Orders of the first page that wait: a dated badge on each, due when the shop's own accounting says. */
export async function checkShipBy(world: World, tab: Page): Promise<void> {
  await world.open('orders', tab);
  const frame = await listFrame(tab);
  const ids: string[] = await until('rows', async () => {
    const found = await shownIds(frame, 'orders');
    return found.length > 0 ? found : undefined;
  });
  const toShip = new Map<string, number>(
    world.backend.truth.evidence.toShip.map((each: { orderId: string; dueMs: number }) => [
      each.orderId,
      each.dueMs,
    ]),
  );
  const waiting = ids.filter((id) => (toShip.get(id) ?? 0) > world.backend.clock() + 60_000);
  expect(waiting.length).toBeGreaterThan(0);
  const badgeOf = (id: string) => `scorelens-badge[data-order-id="${id}"]:not([hidden])`;
  for (const id of waiting) {
    const badge = frame.locator(badgeOf(id));
    await badge.waitFor();
    expect([id, await badge.getAttribute('data-verdict')]).toEqual([id, 'savable']);
    expect(await badge.locator('button').textContent()).toMatch(/^平台时限/);
  }
  const mirror = await until('the duties in the mirror', async () => {
    const found = await world.mirror(world.backend.shop.shopName);
    const known = (found?.duties ?? []).filter(({ ticketId }) => ticketId === undefined);
    return waiting.every((id) => known.some(({ orderId }) => orderId === id)) && known;
  });
  for (const { orderId, dueMs } of mirror) {
    expect(toShip.has(orderId), orderId).toBe(true);
    // Pages print whole seconds.
    expect(Math.abs(dueMs - (toShip.get(orderId) ?? 0))).toBeLessThan(1_000);
  }
  const [first = ''] = waiting;
  await frame
    .locator(`${badgeOf(first)} button`)
    .first()
    .click();
  const due = formatMinute(toShip.get(first) ?? 0).slice(5);
  expect(await frame.locator(`${badgeOf(first)} [role=dialog]`).textContent()).toContain(due);
}

/** Every indicator has its row, with links into this back-end only, and no number that is not known. */
export async function checkGaps(world: World, report: Report): Promise<void> {
  const page = await world.context.newPage();
  const place = [report.shop.platform, report.shop.shopId].map(encodeURIComponent).join('/');
  await page.goto(`${world.extensionUrl('dashboard.html')}#/${place}/data`);
  const card = page.locator('[data-scorelens="gaps"]');
  await card.waitFor();
  const rows = await card
    .locator('[data-gap]')
    .evaluateAll((all) => all.map((row) => row.getAttribute('data-gap')));
  expect(rows).toEqual(report.indicators.map(({ id }) => id));
  expect(await card.textContent()).not.toMatch(/ 0 条|undefined|\{/);
  const links = await card
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).hostname));
  expect(links.filter((host) => !world.site.hosts.includes(host))).toEqual([]);
  await page.close();
}
