// The popup from opening to painted, first in a fresh browser, with few and with many orders stored.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../../../scripts/lib/reading.mjs';
import { painted } from '../popup/painted.mjs';

const ROUNDS = 9;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** A profile with so many orders, whose mirror is written. */
async function profileWith({ openLab, ...options }, count) {
  const userDataDir = mkdtempSync(path.join(tmpdir(), 'scorelens-popup-'));
  const first = await openLab({ ...options, userDataDir });
  const offsetMs = await first.call('clockOffsetMs');
  await first.page.evaluate(
    (ms) => chrome.storage.local.set({ 'demo:clock-offset-ms': ms }),
    offsetMs,
  );
  await first.call('fillShop', 'scorelens', count, 100);
  await first.browser.close();
  // The next start of the background finds no mirror and writes it.
  const second = await openLab({ ...options, userDataDir });
  await until('a mirror', () => hasMirror(second.page), 120_000);
  await second.browser.close();
  return userDataDir;
}

const hasMirror = (page) =>
  page.evaluate(async () => {
    const all = await chrome.storage.local.get(null);
    return Object.keys(all).some((key) => key.startsWith('mirror:') && key !== 'mirror:index');
  });

/** To all of it, in ms. */
async function paintedMs({ context, extensionUrl }) {
  return (await painted(context, extensionUrl('popup.html'))).wholeMs;
}

export async function popupRatio({ few, many, ...options }) {
  const folders = [];
  const times = { few: [], many: [], warm: [] };
  try {
    folders.push(await profileWith(options, few), await profileWith(options, many));
    // In turns, so that both meet the same noise.
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, name] of ['few', 'many'].entries()) {
        const { browser } = await options.openLab({ ...options, userDataDir: folders[i] });
        times[name].push(await paintedMs(browser));
        if (name === 'many') times.warm.push(await paintedMs(browser));
        await browser.close();
      }
    }
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
  return { ...times, ratio: median(times.many) / median(times.few) };
}
