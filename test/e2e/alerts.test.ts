/**
 * Alerts in a real browser, from a page that was read to a desktop notification. Nobody can answer the
 * browser's prompt here, and its answer cannot be given beforehand, so this copy of the build names the
 * permission among those it is installed with; what it calls is the browser's own.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { until } from '../../scripts/lib/reading.mjs';
import { killWorker } from './support/kill-worker';
import { EXTENSION_DIR, openWorld, type World, walkList } from './support/world';

const extensionDir = mkdtempSync(path.join(tmpdir(), 'scorelens-alerts-'));
let world: World | undefined;
afterAll(async () => {
  await world?.close();
  rmSync(extensionDir, { recursive: true, force: true });
});

function permitted(): string {
  cpSync(EXTENSION_DIR, extensionDir, { recursive: true });
  const file = path.join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  expect(manifest.optional_permissions).toEqual(['notifications']);
  manifest.permissions.push(...manifest.optional_permissions);
  manifest.optional_permissions = undefined;
  writeFileSync(file, JSON.stringify(manifest));
  return extensionDir;
}

it('a reachable duty is told once: not in quiet hours, not again after the worker died, not when off', async () => {
  world = await openWorld({ seed: 57, fault: 'audit', extensionDir: permitted() });
  const { probe, context } = world;
  const settings = await context.newPage();
  await settings.goto(world.extensionUrl('dashboard.html#/-/-/settings'));
  const saved = () => settings.locator('[role="status"]', { hasText: '已保存' }).waitFor();
  const quiet = async (from: number, to: number) => {
    await settings.locator('[name="quiet-from"]').selectOption(String(from));
    await settings.locator('[name="quiet-to"]').selectOption(String(to));
    await saved();
  };
  await settings.locator('[name="alert-duties"]').check();
  await settings.locator('[name="line-duties"]').fill('48');
  await settings.locator('[name="line-duties"]').blur();
  await saved();
  // Permitted: nothing stands between the choice and the note.
  expect(
    await settings.locator('[data-alert] ~ [role="alert"], .group [role="alert"]').count(),
  ).toBe(0);
  const hour = Math.floor((((Date.now() / 3_600_000 + 8) % 24) + 24) % 24);
  await quiet(hour, (hour + 2) % 24);

  await walkList(world, 'aftersales', { pages: 1 });
  const tick = () => probe.evaluate(() => chrome.alarms.create('tick', { when: Date.now() }));
  const notes = () => probe.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  const told = () =>
    probe.evaluate(async () => {
      const { 'alerts:told': memory } = await chrome.storage.local.get('alerts:told');
      return Object.keys((Object.values(memory ?? {})[0] as { duties?: object })?.duties ?? {});
    });
  await tick();
  await probe.waitForTimeout(2_000);
  expect(await notes()).toEqual([]);
  expect(await told()).toEqual([]);

  await quiet(0, 0);
  await tick();
  const [note = ''] = await until('a notification', async () => {
    const found = await notes();
    return found.length > 0 ? found : undefined;
  });
  expect(note).toContain('duties');
  expect((await told()).length).toBeGreaterThan(0);

  await probe.evaluate((id) => chrome.notifications.clear(id), note);
  await killWorker(world);
  await tick();
  await probe.waitForTimeout(3_000);
  expect(await notes()).toEqual([]);

  await settings.locator('[name="alert-duties"]').uncheck();
  await saved();
  await tick();
  await probe.waitForTimeout(2_000);
  expect(await notes()).toEqual([]);
});
