// What a merchant does anyway: opens a list, chooses a page size, turns pages. The extension only watches.
// Where a site has its buttons stands in its test/backend/<site>/site.mjs.
import { siteOf } from '../../test/backend/sites.mjs';

/** The frame that shows the list: the page itself, or a same-origin frame inside it. */
export async function listFrame(page, timeoutMs = 20_000) {
  const endMs = Date.now() + timeoutMs;
  while (Date.now() < endMs) {
    for (const frame of page.frames()) {
      const { ready, busy } = siteOf(frame.url())?.list ?? {};
      const there =
        ready !== undefined &&
        (await frame
          .evaluate(
            ([list, spinner]) =>
              document.querySelector(list) !== null && document.querySelector(spinner) === null,
            [ready, busy],
          )
          // A frame may go away while it is asked.
          .catch(() => false));
      if (there) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`No list appeared at ${page.url()}`);
}

/** The ids that a list shows, as one text: it changes when other rows are there. */
const rowsShown = (pattern) =>
  (document.body.textContent?.match(new RegExp(pattern, 'g')) ?? []).join();

/** Waits until other rows than `before` are shown and nothing is loading: a spinner may start late. */
async function otherRows(frame, before, timeoutMs) {
  const { idPattern, list } = siteOf(frame.url());
  await frame.waitForFunction(
    ([spinning, pattern, ids]) =>
      document.querySelector(spinning) === null &&
      (document.body.textContent?.match(new RegExp(pattern, 'g')) ?? []).join() !== ids,
    [list.busy, idPattern, before],
    { timeout: timeoutMs },
  );
}

/** Chooses a page size such as 100 in the list's size changer. */
export async function setPageSize(frame, size) {
  const { idPattern, list } = siteOf(frame.url());
  const before = await frame.evaluate(rowsShown, idPattern);
  await frame.locator(list.sizeOpener).first().click();
  await frame.locator(list.sizeOption(size)).last().click();
  // A list that fits into one page stays as it is.
  await otherRows(frame, before, 5000).catch(() => undefined);
}

/** Turns to the next page; false on the last one. */
export async function nextPage(frame) {
  const { idPattern, list } = siteOf(frame.url());
  const next = frame.locator(list.next).first();
  if (await next.evaluate((button, ended) => button.matches(ended), list.ended)) return false;
  const before = await frame.evaluate(rowsShown, idPattern);
  await next.click();
  await otherRows(frame, before, 20_000);
  return true;
}

/**
 * Ids of orders or cases (as displayed, after their label) on the current page of a list, as the extension
 * names them.
 * @param {'orders' | 'aftersales'} side
 */
export async function shownIds(frame, side) {
  const { idPattern, idLabels, caseName } = siteOf(frame.url());
  const named = side === 'aftersales' ? caseName : undefined;
  const found = await frame.evaluate(
    ([wanted, id, more]) => {
      const pattern = new RegExp(`${wanted}[\\s\\u00a0:：]*(${id})${more}`, 'g');
      const matches = (document.body.textContent ?? '').matchAll(pattern);
      return Array.from(matches, (match) => match.slice(1));
    },
    [idLabels[side], idPattern, named?.pattern ?? ''],
  );
  return [...new Set(found.map((parts) => (named ? named.nameOf(...parts) : parts[0])))];
}

/** Oldest date shown on the current page, YYYY-MM-DD: tells when a window is read. */
export function oldestDay(frame) {
  return frame.evaluate(() => {
    const dates = [...(document.body.textContent ?? '').matchAll(/(20\d\d)[/-](\d\d)[/-](\d\d)/g)];
    return dates.map((each) => each.slice(1, 4).join('-')).sort()[0] ?? '';
  });
}
