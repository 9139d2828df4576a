// The store in real Chromium: `benchStore()` returns rows {id, value, goal, better, pass}.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchWithExtension } from '../../../scripts/lib/chromium.mjs';
import { bundlePage } from './bundle-page.mjs';
import { popupRatio } from './popup.mjs';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const MIB = 2 ** 20;

/** A Chromium whose extension page has `storeBench`; `stored()` is what its databases take on disk. */
export async function openLab({ browserPath, extensionDir, userDataDir }) {
  const browser = await launchWithExtension({
    browserPath,
    extensionDir,
    backends: [],
    userDataDir,
  });
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl('manifest.json'));
  await page.evaluate(await bundlePage());
  const call = (name, ...args) =>
    page.evaluate(([fn, given]) => globalThis.storeBench[fn](...given), [name, args]);
  return { browser, page, call };
}

/** Bytes of a folder with all below it. */
function folderBytes(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

/** Disk taken by what `fill` stores, after the browser was closed and opened again (its log is then packed). */
async function diskBytes(options, fill) {
  const userDataDir = mkdtempSync(path.join(tmpdir(), 'scorelens-disk-'));
  const profile = path.join(userDataDir, 'Default', 'IndexedDB');
  try {
    const first = await openLab({ ...options, userDataDir });
    await fill(first);
    await first.browser.close();
    const second = await openLab({ ...options, userDataDir });
    await second.page.evaluate(() => indexedDB.databases());
    await second.page.waitForTimeout(1_500);
    await second.browser.close();
    return folderBytes(profile);
  } finally {
    rmSync(userDataDir, { recursive: true, force: true });
  }
}

/** `rows` orders where the goals say 100 k, `many` where they say 1 M. */
export async function benchStore({ browserPath, extensionDir, rows: count, many, say }) {
  const rows = [];
  const add = (id, value, goal, better = 'lower', digits = 2) => {
    const rounded = Number(value.toFixed(digits));
    const pass = better === 'lower' ? rounded <= goal : rounded >= goal;
    rows.push({ id, value: rounded, goal, better, pass });
  };
  const ms = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
  const options = { browserPath, extensionDir };

  const lab = await openLab(options);
  try {
    const batch = await lab.call('ingestTimes', Math.min(20_000, count), 15);
    const [raw, fresh, again] = [median(batch.raw), median(batch.fresh), median(batch.again)];
    add('store-new-100-vs-raw-put', fresh / raw, 3);
    add('store-again-100-vs-raw-put', again / raw, 0.8);
    say(
      `100 rows: raw put ${ms(raw)}, new with tallies ${ms(fresh)}, unchanged again ${ms(again)}`,
    );

    const imported = await lab.call('importTimes', count);
    add(
      'store-import-times-faster-than-bulkput',
      imported.bulkPutMs / imported.importMs,
      5,
      'higher',
    );
    say(
      `${count} orders: bulkPut ${ms(imported.bulkPutMs)}, import ${ms(imported.importMs)}, the same file again ${ms(imported.againMs)}`,
    );
    const rebuilt = await lab.call('rebuildTimes');
    if (rebuilt.counted !== count) throw new Error(`rebuilt ${rebuilt.counted} of ${count}`);
    add('store-rebuild-vs-reading', rebuilt.rebuildMs / rebuilt.rowsMs, 1.5);
    say(`reading ${count} rows ${ms(rebuilt.rowsMs)}, all tallies anew ${ms(rebuilt.rebuildMs)}`);
    const popup = await lab.call('popupTimes', 21);
    add(
      'store-popup-data-times-faster-than-scan',
      popup.scanMs / median(popup.reads),
      200,
      'higher',
      0,
    );
    say(
      `popup data: first ${ms(popup.reads[0])}, then ${ms(median(popup.reads))} (${(popup.mirrorBytes / 1024).toFixed(0)} KiB); scan ${ms(popup.scanMs)}`,
    );

    // The same shop, ten times longer in the tool or ten times as busy.
    const few = Math.round(many / 10);
    await lab.call('fillShop', 'bench-few', few, 100);
    await lab.call('fillShop', 'bench-many', many, 100);
    const small = await lab.call('offenderTimes', 'bench-few', 9);
    const large = await lab.call('offenderTimes', 'bench-many', 9);
    add('store-offenders-many-vs-few', median(large.times) / median(small.times), 1.5);
    say(
      `first 100 offenders: ${few} orders ${ms(median(small.times))} (cold ${ms(small.times[0])}, ${small.found} orders), ${many} orders ${ms(median(large.times))} (cold ${ms(large.times[0])}, ${large.found} orders)`,
    );
  } finally {
    await lab.browser.close();
    rmSync(lab.browser.userDataDir, { recursive: true, force: true });
  }

  const per100k = 100_000 / count;
  const hot = await diskBytes(options, (one) => one.call('fillHot', 'bench-hot', count));
  add('store-disk-hot-mib-per-100k', (hot / MIB) * per100k, 30, 'lower', 1);
  const packed = await diskBytes(options, (one) =>
    one.call('fillShop', 'bench-packed', count, 100),
  );
  add('store-disk-imported-mib-per-100k', (packed / MIB) * per100k, 12, 'lower', 1);

  const opened = await popupRatio({ ...options, openLab, few: 1_000, many });
  add('store-popup-painted-many-vs-1k', opened.ratio, 1.3);
  say(
    `popup, first in a fresh browser: 1000 orders ${opened.few.map(ms).join(', ')}; ${many} orders ${opened.many.map(ms).join(', ')}; again in the same browser ${opened.warm.map(ms).join(', ')}`,
  );
  return rows;
}
