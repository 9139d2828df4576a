// Asks the extension itself what it has stored: for the demo and the browser tests to wait on.

import { bundle } from '../../test/bench/store/bundle-page.mjs';

let pageCode;

/**
 * Orders and tickets of one platform in the database: all, or those of `orderIds` only (quick at any
 * size). Read through an open page of the extension.
 * @returns {Promise<{ orderIds: string[], ticketIds: string[] }>}
 */
export const storedIds = (extensionPage, platform, orderIds) =>
  askStore(extensionPage, 'readStoredIds', platform, orderIds);

/**
 * Under which shop each order is stored; undefined for one that is not.
 * @returns {Promise<(string | undefined)[]>}
 */
export const storedOwners = (extensionPage, platform, orderIds) =>
  askStore(extensionPage, 'readOwners', platform, orderIds);

/** @returns {Promise<number>} of the shop in the database */
export const storedRevision = (extensionPage, { platform, shopId }) =>
  askStore(extensionPage, 'readRevision', platform, shopId);

/** Calls a function of stored-ids-page.ts in the page, which brings that code when it comes first. */
async function askStore(extensionPage, name, ...args) {
  const isThere = await extensionPage.evaluate((one) => one in globalThis, name);
  if (!isThere) {
    pageCode ??= bundle('scripts/lib/stored-ids-page.ts');
    await extensionPage.evaluate(await pageCode);
  }
  return extensionPage.evaluate(([one, given]) => globalThis[one](...given), [name, args]);
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
