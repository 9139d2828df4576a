/** What a list says as a whole, and where its badges may stand. */
import type { ListReading } from '../../core/entities';

/** Where a row's badge may stand: inside the group's head row, never as a row of its own. */
export function anchorOf(head: Element): Element {
  const cell = [...head.children].find(({ textContent }) => textContent?.trim()) ?? head;
  return (
    cell.querySelector('[class*="leftWrapper"]') ??
    cell.querySelector(
      '[class*="pair-head-wrapper"], [class*="order_item"], [class*="rowHead" i]',
    ) ??
    cell
  );
}

/** Newest and oldest list date, and whether the dates never increase (a missing one: cannot tell). */
export function spanOf(
  dates: readonly (number | undefined)[],
): Pick<ListReading, 'newestMs' | 'oldestMs' | 'newestFirst'> {
  const known = dates.filter((date) => date !== undefined);
  const newestFirst =
    known.length === dates.length && known.every((date, i) => date <= (known[i - 1] ?? date));
  if (known.length === 0) return { newestFirst };
  return { newestMs: Math.max(...known), oldestMs: Math.min(...known), newestFirst };
}

/** A range typed but not applied yet shows in the form only: rows outside it give it away. */
export function honestRange(list: ListReading): ListReading {
  const { rangeFromMs: from, rangeToMs: to, newestMs, oldestMs } = list;
  if (from === undefined || to === undefined) return list;
  if ((oldestMs ?? from) >= from && (newestMs ?? to) < to + 1_000) return list;
  const filterKey = [list.filterKey, 'range=?'].filter(Boolean).join('&');
  return { ...list, filterKey, rangeFromMs: undefined, rangeToMs: undefined };
}
