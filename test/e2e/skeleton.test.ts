/** A page that cannot be read can be shown to us: its structure goes to the clipboard, nothing of its values. */
import { afterEach, expect, it } from 'vitest';
import { until } from '../../scripts/lib/reading.mjs';
import { listFrame, shownIds } from '../../scripts/lib/walk.mjs';
import { openWorld, type World } from './support/world';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function copySkeleton(of: World, tabTitle?: string): Promise<string> {
  await of.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await of.context.newPage();
  await page.goto(of.extensionUrl('dashboard.html#/-/-/data'));
  await page.locator('[data-action="copy-skeleton"]').click();
  if (tabTitle !== undefined) await page.locator('[data-skeleton] [data-tab]').first().click();
  const text = await until('the skeleton on the clipboard', async () => {
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    return copied.startsWith('fxg.jinritemai.com/') ? copied : undefined;
  });
  await page.close();
  return text;
}

it('has the markup and the labels of a list in a frame, and no value of it', async () => {
  world = await openWorld({ seed: 41, fault: 'audit', shopName: '晴川示例旗舰店' });
  const tab = await world.open('aftersales');
  const frame = await listFrame(tab);
  const ids: string[] = await until('rows', async () => {
    const shown = await shownIds(frame, 'aftersales');
    return shown.length > 0 ? shown : undefined;
  });
  const text = await copySkeleton(world);
  expect(text).toContain('fxg.jinritemai.com/ffa/merchant-aftersale-workbench/aftersale/list');
  expect(text).toMatch(/table-row-level-0/);
  for (const label of ['售后编号', '订单编号', '申请时间', '售后状态'])
    expect(text).toContain(label);
  expect(text).not.toMatch(/\p{Nd}{2,}/u);
  for (const secret of [...ids, '晴川', '示例旗舰店']) expect(text).not.toContain(secret);
  // Every Chinese word of it is one of the labels that we look for.
  const shownTexts: string = await frame.locator('body').innerText();
  expect(shownTexts).toMatch(/待商家/);
  expect(text).not.toMatch(/待商家/);
});

it('says so when no page is open, and asks which when there are several', async () => {
  world = await openWorld({ seed: 42 });
  const page = await world.context.newPage();
  await page.goto(world.extensionUrl('dashboard.html#/-/-/data'));
  await page.locator('[data-action="copy-skeleton"]').click();
  const said = page.locator('[data-skeleton] [role=status]');
  await until('an answer', async () => (await said.textContent())?.includes('没有打开'));
  await world.open('orders');
  const other = await world.open('score');
  const text = await copySkeleton(world, await other.title());
  expect(text).not.toMatch(/\p{Nd}{2,}/u);
});
