// Asks the extension itself what it has stored: for the demo and the browser tests to wait on.

import { bundle } from '../../test/bench/store/bundle-page.mjs';

let pageCode;

/**
 * Orders and tickets of one platform in the database: all, or those of `orderIds` only (quick at any
 * size). Read through an open page of the extension.
 * @returns {Promise<{ orderIds: string[], ticketIds: string[] }>}
 */
export async function storedIds(extensionPage, platform, orderIds) {
  const ask = () =>
    extensionPage.evaluate(
      ([of, ids]) => globalThis.readStoredIds?.(of, ids),
      [platform, orderIds],
    );
  const ids = await ask();
  if (ids) return ids;
  pageCode ??= bundle('scripts/lib/stored-ids-page.ts');
  await extensionPage.evaluate(await pageCode);
  return ask();
}

/** Everything the popup paints from: the index, and each shop's mirror, which lies there as text. */
export async function readMirrors(extensionPage) {
  const stored = await extensionPage.evaluate(async () => {
    const all = await chrome.storage.local.get(null);
    return Object.entries(all).filter(([key]) => key.startsWith('mirror:'));
  });
  return Object.fromEntries(
    stored.map(([key, value]) => [key, typeof value === 'string' ? JSON.parse(value) : value]),
  );
}

/** How many score pages a mirror holds: a day has one snapshot, other pages of that day are its sheets. */
export const scoreReadings = (mirror) =>
  (mirror?.snapshots ?? []).reduce(
    (sum, { sheets }) => sum + 1 + Object.keys(sheets ?? {}).length,
    0,
  );

/**
 * Polls until `check` gives something truthy; names what was waited for when it never does.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} check
 * @param {number} [timeoutMs]
 * @param {number} [everyMs]
 * @returns {Promise<Exclude<T, undefined | null | false | 0 | ''>>}
 */
export async function until(what, check, timeoutMs = 20_000, everyMs = 150) {
  const endMs = Date.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value) return /** @type {any} */ (value);
    if (Date.now() > endMs) throw new Error(`Waited ${timeoutMs / 1000} s for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
