/** What the product promises of itself: no request, readable by everyone, as of any day. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../../scripts/lib/reading.mjs';
import { copyReport, openWorld, readScore, type World, walkList } from './support/world';

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

describe('the extension', () => {
  it('sends no request while it reads, stores, scores and shows', async () => {
    world = await openWorld({ seed: 51, fault: 'quality' });
    const own: string[] = [];
    world.context.on('request', (request) => {
      const from = request.serviceWorker() ? 'worker' : request.frame().url();
      const toItself = request.url().startsWith(`chrome-extension://${world?.extensionId}/`);
      if ((from === 'worker' || from.startsWith('chrome-extension:')) && !toItself) {
        own.push(`${from} → ${request.url()}`);
      }
    });
    const tab = await readScore(world);
    await walkList(world, 'aftersales', { page: tab, pages: 1 });
    await copyReport(world);
    const popup = await world.context.newPage();
    await popup.goto(world.extensionUrl('popup.html'));
    await popup.locator('[data-scorelens="drag"]').waitFor();
    expect(own).toEqual([]);
  });

  it('explains a shop as of another day when the clock is set there', async () => {
    world = await openWorld({ seed: 52, fault: 'damage', asOf: '2026-10-03' });
    const offsetMs = world.backend.clock() - Date.now();
    await world.probe.evaluate(
      (ms) => chrome.storage.local.set({ 'demo:clock-offset-ms': ms }),
      offsetMs,
    );
    const tab = await readScore(world);
    await walkList(world, 'aftersales', { page: tab });
    const report = await copyReport(world);
    expect(report.asOf).toBe('2026-10-03');
    expect(report.drag.indicator).toBe('damage-return-rate');
    const tickets = report.evidence.find((each) => each.id === 'aftersale-tickets');
    expect(tickets).toMatchObject({
      provenance: 'exact',
      num: world.backend.truth.evidence.last30.tickets,
    });
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('popup and dashboard', () => {
  it('hold the contract of their DOM, and axe finds nothing, light and dark', async () => {
    world = await openWorld({ seed: 53, fault: 'quality' });
    const tab = await readScore(world);
    await walkList(world, 'aftersales', { page: tab });
    const page = await world.context.newPage();
    for (const file of ['popup.html', 'dashboard.html']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(world.extensionUrl(file));
        await page.locator('[data-scorelens="drag"]').waitFor();
        await page.locator('[data-step]').waitFor({ state: 'detached' });
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const found = await (globalThis as any).axe.run(document);
          return found.violations.map((each: { id: string; nodes: { html: string }[] }) => ({
            id: each.id,
            nodes: each.nodes.map((node) => node.html).slice(0, 3),
          }));
        });
        expect({ file, colorScheme, violations }).toEqual({ file, colorScheme, violations: [] });
      }
    }
    await page.goto(world.extensionUrl('popup.html'));
    const total = page.locator('[data-scorelens="total"]');
    expect(await total.textContent()).toContain(String(world.backend.truth.total.shown));
    const row = page.locator('[data-indicator="quality-return-rate"]').first();
    expect(await row.getAttribute('data-provenance')).toBe('page');
    expect(Number(await row.getAttribute('data-points-lost'))).toBeGreaterThan(1);
    expect(Number(await row.getAttribute('data-value'))).toBeGreaterThan(0);
  });

  it('before anything was read: say what to open, and show no number', async () => {
    world = await openWorld({ seed: 54 });
    const page = await world.context.newPage();
    await page.goto(world.extensionUrl('popup.html'));
    const text = await until('the first words', () => page.locator('body').innerText());
    expect(text).toContain('体验分');
    expect(text).not.toMatch(/\d+(\.\d+)? ?分(?!钟)/);
    expect(await page.locator('a, button').count()).toBeGreaterThan(0);
  });
});
