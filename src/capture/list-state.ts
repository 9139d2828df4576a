/** How much of its list a page shows: the pager, read by its texts. */
import { inFront } from './hidden';
import { cellText } from './leaves';
import { parseCount } from './numbers';
import { around, type Surroundings } from './page-state';
import { cleanText } from './text';

export interface Paging {
  total?: number;
  pageIndex?: number;
  pageSize?: number;
}

const TOTAL = /(?:[共总合]计|共有?|Total|of) ?([\d,]+) ?(?:条|单|个|笔|项|items?)/i;
const PAGE_SIZE = /^([\d,]+) ?(?:条|项|单)? ?\/ ?(?:页|page)$/i;
/** A pager is a short text; whatever else stands beside a table may be long. */
const MAX_PAGER_CHARS = 400;

/** The pager nearest to the table: by class stem, else any short text with a total. */
export function readPaging(where: Surroundings): Paging {
  const pager =
    inFront(around(where, '[class*="pagination"]'))[0] ??
    where.find((el) => {
      const text = el.textContent ?? '';
      return text.length < MAX_PAGER_CHARS && TOTAL.test(cleanText(text));
    });
  if (!pager) return {};
  const { lines, nodes } = cellText(pager);
  const first = (texts: string[], pattern: RegExp): number | undefined => {
    const digits = texts.map((text) => pattern.exec(text)?.[1]).find(Boolean);
    return digits === undefined ? undefined : parseCount(digits);
  };
  const active = nodes.find(({ el }) =>
    el.closest(
      '[class*="item-active"], [class*="pagination-item"][class*="-current"], [aria-current="page"]',
    ),
  );
  return {
    total: first(lines, TOTAL),
    pageIndex: (active && parseCount(active.text)) || undefined,
    pageSize:
      first(
        nodes.map(({ text }) => text),
        PAGE_SIZE,
      ) ||
      // A number of its own in the part of the pager that is for it.
      first(
        nodes.filter(({ el }) => el.closest('[class*="size-selector"]')).map(({ text }) => text),
        /^(\d+)$/,
      ) ||
      undefined,
  };
}

/** Groups this page should hold; undefined when the pager does not tell. */
export function expectedRows({ total, pageIndex, pageSize }: Paging): number | undefined {
  if (total === undefined || !pageIndex || !pageSize) return undefined;
  return Math.max(0, Math.min(pageSize, total - (pageIndex - 1) * pageSize));
}
