// Asks the extension itself what it has stored: for the demo and the browser tests to wait on.

/**
 * Orders and tickets of one platform in the database: all, or those of `orderIds` only (quick at any
 * size). Runs in an extension context.
 */
async function readStored([platform, orderIds]) {
  const open = indexedDB.open('scorelens');
  const db = await new Promise((resolve, reject) => {
    // Opening a database that is not there would create it empty, at a version that breaks the real one.
    open.onupgradeneeded = () => open.transaction?.abort();
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  }).catch(() => undefined);
  if (!db) return { orderIds: [], ticketIds: [] };
  const ask = (request) =>
    new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const transaction = db.transaction(['cases', 'packs']);
  const store = transaction.objectStore('cases');
  const requests = orderIds ? orderIds.map((id) => store.get([platform, id])) : [store.getAll()];
  const answers = await Promise.all([
    ask(transaction.objectStore('packs').getAll()),
    ...requests.map(ask),
  ]);
  db.close();
  // Closed history is packed: many orders to a row, as compressed JSON.
  const wanted = orderIds && new Set(orderIds);
  const packs = answers[0].filter(
    (pack) => !orderIds || orderIds.some((id) => id >= pack.firstId && id <= pack.lastId),
  );
  const packed = await Promise.all(
    packs.map((pack) =>
      new Response(
        new Blob([pack.bytes]).stream().pipeThrough(new DecompressionStream('deflate')),
      ).json(),
    ),
  );
  const cases = [
    ...answers.slice(1).flat().filter(Boolean),
    ...packed.flat().filter((each) => !wanted || wanted.has(each.orderId)),
  ].filter((each) => each.platform === platform);
  return {
    orderIds: cases.filter((each) => each.order).map((each) => each.orderId),
    ticketIds: cases.flatMap((each) => Object.keys(each.tickets)),
  };
}

/** What the database holds, read through an open page of the extension. */
export function storedIds(extensionPage, platform, orderIds) {
  return extensionPage.evaluate(readStored, [platform, orderIds]);
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
