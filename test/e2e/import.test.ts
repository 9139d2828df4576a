/** Official exports through the real dashboard: seen before stored, stored once, numbers as the shop's own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { gbk, utf8, utf8Bom } from '../files/write-csv.mjs';
import { exportsOf, longOrderExport, PERSONAL, type Span } from './support/exports';
import { copyReport, openWorld, readScore, type World, walkList } from './support/world';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function openImport(of: World): Promise<Page> {
  const page = await of.context.newPage();
  await page.goto(of.extensionUrl('dashboard.html#/-/-/data'));
  await page.locator('#import').waitFor();
  return page;
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const buffer = Buffer.from(bytes);
  await page.locator('#import-file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** Confirms the preview; with a span also that the export had no other filter. */
async function store(page: Page, span?: Span): Promise<string> {
  if (span) {
    await page.locator('[name=whole]').check();
    await page.locator('[name=from]').fill(span.from);
    await page.locator('[name=to]').fill(span.to);
  }
  await page.locator('[data-import=store]').click();
  const said = page.locator('#import [data-outcome]');
  await said.waitFor({ timeout: 60_000 });
  return (await said.textContent()) ?? '';
}

const withoutTimes = ({ generatedMs: _, ...report }: Record<string, unknown>) => report;

it('two exports give the counts of the whole shop, exact where the rule allows; again they change nothing', async () => {
  world = await openWorld({ seed: 11, fault: 'damage' });
  await readScore(world);
  const before = await copyReport(world);
  const files = exportsOf(world);
  const page = await openImport(world);

  await choose(page, files.fileName, gbk(files.orders));
  const preview = page.locator('.preview');
  await preview.waitFor();
  const text = (await preview.textContent()) ?? '';
  expect(text).toContain('订单导出文件');
  expect(text).toContain(`${files.orderIds.length.toLocaleString('zh-CN')} 个订单`);
  expect(text).toContain('收件人手机号');
  for (const secret of Object.values(PERSONAL)) expect(text).not.toContain(secret);
  expect(await world.storedIds()).toEqual({ orderIds: [], ticketIds: [] });

  expect(await store(page, files.span)).toContain('读全');
  await choose(page, files.fileName, utf8Bom(files.tickets));
  await preview.waitFor();
  expect(await store(page, files.span)).toContain('读全');
  expect((await world.storedIds()).orderIds.sort()).toEqual([...files.orderIds].sort());

  const report = await copyReport(world);
  const { truth } = world.backend;
  const { last30 } = truth.evidence;
  const evidence = (id: string) => report.evidence.find((each) => each.id === id);
  expect(evidence('orders-placed')).toMatchObject({ num: last30.orders, provenance: 'exact' });
  expect(evidence('aftersale-tickets')).toMatchObject({ num: last30.tickets, provenance: 'exact' });
  const damage = report.indicators.find((each) => each.id === 'damage-return-rate');
  const own = truth.indicators.find((each: { id: string }) => each.id === 'damage-return-rate');
  // Both lists are whole now: the orders behind the rate are counted, and what is called exact is.
  expect(before.indicators.find((each) => each.id === 'damage-return-rate')?.num).toBeUndefined();
  expect(damage?.coverage).toMatchObject({ ratio: 1 });
  expect(damage?.num).toBeGreaterThan(0);
  if (damage?.denProvenance === 'exact') expect(damage.den).toBe(own.den);

  await choose(page, files.fileName, utf8(files.orders));
  await preview.waitFor();
  expect(await store(page, files.span)).toMatch(/新增 0 单，更新 0 单/);
  expect(withoutTimes({ ...(await copyReport(world)) })).toEqual(withoutTimes({ ...report }));
  await page.locator('[data-section="overview"]').click();
  const row = page.locator('tr[data-indicator="damage-return-rate"]').first();
  expect(await row.textContent()).toContain(`${damage?.num} /`);
});

it('a broken file, another file and a refused preview store nothing and say why', async () => {
  world = await openWorld({ seed: 3 });
  await readScore(world);
  const page = await openImport(world);
  const { orders, fileName } = exportsOf(world, 20);
  const refused: [string, Uint8Array, string][] = [
    ['cut.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'damaged-archive'],
    ['空.csv', new Uint8Array(), 'empty'],
    ['excel.csv', utf8(orders.replaceAll(/"\t(\d)(\d{2})\d{16}"/g, '$1.$2E+18')), 'damaged-ids'],
    ['menu.csv', utf8('菜名,价格\n鱼香肉丝,28\n'), 'unknown-kind'],
  ];
  for (const [name, bytes, code] of refused) {
    await choose(page, name, bytes);
    const notice = page.locator(`#import [data-code="${code}"]`);
    await notice.waitFor({ timeout: 20_000 });
    expect(await notice.textContent()).toContain('没有保存任何数据');
  }
  await choose(page, fileName, utf8Bom(orders));
  await page.locator('[data-import=forget]').click();
  expect(await page.locator('.preview').count()).toBe(0);
  expect(await world.storedIds()).toEqual({ orderIds: [], ticketIds: [] });
});

it('without a shop known the file is shown and cannot be stored', async () => {
  world = await openWorld({ seed: 3 });
  const page = await openImport(world);
  const { orders, fileName } = exportsOf(world, 20);
  await choose(page, fileName, gbk(orders));
  await page.locator('.preview').waitFor();
  expect(await page.locator('[data-import=store]').isDisabled()).toBe(true);
  expect(await page.locator('.preview').textContent()).toContain('先打开一次体验分页');
});

it('pages first or file first: the same shop', async () => {
  const reports: unknown[] = [];
  for (const first of ['pages', 'file'] as const) {
    world = await openWorld({ seed: 5, asOf: undefined, orders: 600 });
    const tab = await readScore(world);
    const files = exportsOf(world);
    const importFile = async () => {
      const page = await openImport(world as World);
      await choose(page, files.fileName, gbk(files.orders));
      await page.locator('.preview').waitFor();
      await store(page, files.span);
      await page.close();
    };
    if (first === 'file') await importFile();
    await walkList(world, 'orders', { page: tab });
    if (first === 'pages') await importFile();
    const { evidence, indicators } = await copyReport(world);
    reports.push({ evidence, indicators });
    await world.close();
  }
  world = undefined;
  expect(reports[0]).toEqual(reports[1]);
});

/** Drags a file of the disk over the place for files and lets it go, as the browser itself tells the page. */
async function drop(page: Page, file: string): Promise<void> {
  const place = page.locator('#import .drop');
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error('no place to drop a file');
  const cdp = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  await cdp.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await cdp.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await page.locator('#import .drop[data-over=true]').waitFor();
  await cdp.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
}

it('a file dropped is shown like a chosen one, stored once, and known when it comes again', async () => {
  world = await openWorld({ seed: 3 });
  await readScore(world);
  const page = await openImport(world);
  const { orders, orderIds, fileName } = exportsOf(world, 20);
  const folder = await mkdtemp(path.join(tmpdir(), 'scorelens-drop-'));
  try {
    const file = path.join(folder, fileName);
    await writeFile(file, gbk(orders));
    await drop(page, file);
    await page.locator('.preview').waitFor();
    expect(await page.locator('.preview').textContent()).toContain(fileName);
    expect(await page.locator('[data-import=before]').count()).toBe(0);
    expect(await world.storedIds()).toEqual({ orderIds: [], ticketIds: [] });
    await store(page);
    expect((await world.storedIds()).orderIds.sort()).toEqual([...orderIds].sort());

    await page.reload();
    await drop(page, file);
    await page.locator('[data-import=before]').waitFor();
    expect(await page.locator('[data-import=before]').textContent()).toContain('已导入过');
    expect(await store(page)).toMatch(/新增 0 单，更新 0 单/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('a long import that is stopped leaves whole batches; the next run brings the rest', async () => {
  world = await openWorld({ seed: 3 });
  await readScore(world);
  const page = await openImport(world);
  const count = 24_000;
  const bytes = utf8Bom(longOrderExport(count, world.backend.clock()));
  const preview = page.locator('.preview');
  await choose(page, 'long.csv', bytes);
  await preview.waitFor({ timeout: 60_000 });
  await page.locator('[data-import=store]').click();
  // Some of it is committed, most is not.
  await page.waitForFunction(
    () => (document.querySelector<HTMLProgressElement>('#import progress')?.value ?? 0) > 0,
  );
  await page.locator('[data-import=cancel]').click();
  const said = page.locator('#import [data-outcome=cancelled]');
  await said.waitFor({ timeout: 60_000 });
  const done = Number(
    /前 ([\d,]+) \/ 24,000/.exec((await said.textContent()) ?? '')?.[1]?.replace(',', ''),
  );
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(count);
  expect((await world.storedIds()).orderIds).toHaveLength(done);

  await choose(page, 'long.csv', bytes);
  await preview.waitFor({ timeout: 60_000 });
  // Stopped on the way is not imported.
  expect(await page.locator('[data-import=before]').count()).toBe(0);
  const rest = (count - done).toLocaleString('zh-CN');
  const known = done.toLocaleString('zh-CN');
  expect(await store(page)).toContain(`新增 ${rest} 单，更新 0 单，${known} 单没有变化`);
  const { orderIds } = await world.storedIds();
  expect(orderIds).toHaveLength(count);
  expect(new Set(orderIds).size).toBe(count);
});
