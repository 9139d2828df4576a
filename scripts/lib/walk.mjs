// What a merchant does anyway: opens a list, chooses a page size, turns pages. The extension only watches.

const SPINNING = '[class*="spin-spinning"]';
const ACTIVE_PAGE = '[class*="pagination-item-active"]';

/** The frame that shows the list: the page itself, or a same-origin frame inside it. */
export async function listFrame(page, timeoutMs = 20_000) {
  const endMs = Date.now() + timeoutMs;
  while (Date.now() < endMs) {
    for (const frame of page.frames()) {
      const ready = await frame
        .evaluate(
          ([active, spinning]) =>
            document.querySelector(active) !== null && document.querySelector(spinning) === null,
          [ACTIVE_PAGE, SPINNING],
        )
        // A frame may go away while it is asked.
        .catch(() => false);
      if (ready) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`No list appeared at ${page.url()}`);
}

/** The ids that a list shows, as one text: it changes when other rows are there. */
const rowsShown = () => (document.body.textContent?.match(/\d{18,19}/g) ?? []).join();

/** Waits until other rows than `before` are shown and nothing is loading: a spinner may start late. */
async function otherRows(frame, before, timeoutMs) {
  await frame.waitForFunction(
    ([spinning, ids]) =>
      document.querySelector(spinning) === null &&
      (document.body.textContent?.match(/\d{18,19}/g) ?? []).join() !== ids,
    [SPINNING, before],
    { timeout: timeoutMs },
  );
}

/** Chooses a page size such as 100 in the list's size changer. */
export async function setPageSize(frame, size) {
  const before = await frame.evaluate(rowsShown);
  await frame.locator('[class*="pagination-options"] [class*="select"]').first().click();
  await frame.locator(`[title="${size} 条/页"]`).last().click();
  // A list that fits into one page stays as it is.
  await otherRows(frame, before, 5000).catch(() => undefined);
}

/** Turns to the next page; false on the last one. */
export async function nextPage(frame) {
  const next = frame.locator('li[title="下一页"]').first();
  if ((await next.getAttribute('aria-disabled')) === 'true') return false;
  const before = await frame.evaluate(rowsShown);
  await next.click();
  await otherRows(frame, before, 20_000);
  return true;
}

/** Order ids (as displayed) on the current page of a list. */
export async function shownIds(frame, label) {
  return frame.evaluate((wanted) => {
    const ids = new Set();
    const pattern = new RegExp(`${wanted}[\\s\\u00a0:：]*(\\d{18,19})`, 'g');
    for (const match of (document.body.textContent ?? '').matchAll(pattern)) ids.add(match[1]);
    return [...ids];
  }, label);
}

/** Oldest date shown on the current page, YYYY-MM-DD: tells when a window is read. */
export function oldestDay(frame) {
  return frame.evaluate(() => {
    const dates = [...(document.body.textContent ?? '').matchAll(/(20\d\d)[/-](\d\d)[/-](\d\d)/g)];
    return dates.map((each) => each.slice(1, 4).join('-')).sort()[0] ?? '';
  });
}
