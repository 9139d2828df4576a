// The popup from its address to painted numbers, against an empty page of the same extension, in pairs: to the
// glance (score and drag sentence), and to all of it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchWithExtension } from '../../../scripts/lib/chromium.mjs';
import { until } from '../../../scripts/lib/reading.mjs';
import { painted } from './painted.mjs';

const PAIRS = 15;
const GOAL = 1.3;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** What any popup costs: a page, a script, one element. */
const EMPTY_HTML =
  '<!doctype html><meta charset="utf-8"><title>empty</title><div id="app"></div><script type="module" src="/empty.js"></script>';
const EMPTY_JS =
  "const main = document.createElement('main'); main.textContent = '0'; document.getElementById('app').append(main);";

/** @returns {Promise<{id: string, value: number, goal: number, better: 'lower', pass: boolean}[]>} */
export async function benchPopup({ browserPath, extensionDir, say }) {
  const copy = mkdtempSync(path.join(tmpdir(), 'scorelens-empty-'));
  cpSync(extensionDir, copy, { recursive: true });
  writeFileSync(path.join(copy, 'empty.html'), EMPTY_HTML);
  writeFileSync(path.join(copy, 'empty.js'), EMPTY_JS);
  const browser = await launchWithExtension({
    browserPath,
    extensionDir: copy,
    backends: [],
    keepWelcome: true,
  });
  try {
    const { context, extensionUrl } = browser;
    const welcome = await until('the welcome page', async () =>
      context.pages().find((page) => page.url().endsWith('/welcome.html')),
    );
    await welcome.locator('[data-action="add-demo"]').click();
    await welcome.locator('[data-demo="there"]').waitFor({ timeout: 60_000 });
    await welcome.close();
    const urls = { empty: extensionUrl('empty.html'), popup: extensionUrl('popup.html') };
    for (const url of Object.values(urls)) await painted(context, url);
    const ratios = { glance: [], whole: [] };
    const times = { empty: [], glance: [], whole: [] };
    for (let pair = 0; pair < PAIRS; pair++) {
      // In turns, so that a slow moment of the machine meets both.
      const order = pair % 2 === 0 ? ['empty', 'popup'] : ['popup', 'empty'];
      const found = {};
      for (const which of order) found[which] = await painted(context, urls[which]);
      const emptyMs = found.empty.glanceMs;
      times.empty.push(emptyMs);
      for (const what of ['glance', 'whole']) {
        const ms = found.popup[`${what}Ms`];
        times[what].push(ms);
        ratios[what].push(ms / emptyMs);
      }
    }
    const ms = (what) => median(times[what]).toFixed(0);
    say(`popup: glance ${ms('glance')} ms, whole ${ms('whole')} ms; empty page ${ms('empty')} ms`);
    return ['glance', 'whole'].map((what) => {
      const value = Math.round(median(ratios[what]) * 100) / 100;
      return {
        id: `popup-${what}-vs-empty`,
        value,
        goal: GOAL,
        better: 'lower',
        pass: value <= GOAL,
      };
    });
  } finally {
    await browser.close();
    rmSync(copy, { recursive: true });
  }
}
