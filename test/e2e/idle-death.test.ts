/**
 * A worker that falls asleep by itself. A debugger keeps workers alive, so this browser is started bare
 * and spoken to over plain HTTP only (target list, new tab), until the very end.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { chromiumArgs } from '../../scripts/lib/chromium.mjs';
import { storedIds, until } from '../../scripts/lib/reading.mjs';
import { startBackend } from '../backend/server.mjs';
import { addressOf } from '../backend/sites.mjs';
import { EXTENSION_DIR } from './support/world';

interface Target {
  type: string;
  url: string;
}

it('wakes for the next page, and has lost nothing', async () => {
  const backend = await startBackend({ seed: 41, latencyMs: [20, 40], lateMs: [20, 60] });
  const child = spawn(findBrowser() ?? '', [
    '--headless=new',
    '--remote-debugging-port=0',
    `--user-data-dir=${mkdtempSync(path.join(tmpdir(), 'scorelens-idle-'))}`,
    ...chromiumArgs({ extensionDir: EXTENSION_DIR, backends: [backend], lang: 'zh-CN' }),
    addressOf(backend.site, 'orders'),
  ]);
  try {
    const port = await new Promise<string>((resolve, reject) => {
      child.on('exit', () => reject(new Error('the browser ended')));
      child.stderr.on('data', (chunk: Buffer) => {
        const match = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(String(chunk));
        if (match?.[1]) resolve(match[1]);
      });
    });
    const targets = async (): Promise<Target[]> =>
      (await fetch(`http://127.0.0.1:${port}/json/list`)).json() as Promise<Target[]>;
    const worker = async () => (await targets()).find((each) => each.type === 'service_worker');
    const awake = await until('the worker', worker);
    const extensionId = new URL(awake.url).host;
    await until('the worker to fall asleep', async () => !(await worker()), 90_000, 1_000);

    await fetch(
      `http://127.0.0.1:${port}/json/new?${encodeURIComponent(addressOf(backend.site, 'aftersales'))}`,
      {
        method: 'PUT',
      },
    );
    await until('the worker to wake', worker, 30_000, 200);
    await new Promise((resolve) => setTimeout(resolve, 4_000));

    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = await browser.contexts()[0]?.newPage();
    if (!page) throw new Error('no context');
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    const stored = (await storedIds(page, 'doudian')) as {
      orderIds: string[];
      ticketIds: string[];
    };
    // Ten rows a page by default: the order page from before, the after-sale page from after.
    expect(stored.orderIds).toHaveLength(10);
    expect(stored.ticketIds).toHaveLength(10);
    await browser.close();
  } finally {
    child.kill('SIGKILL');
    await backend.close();
  }
});
