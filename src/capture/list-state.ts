/** Which list a page shows and how much of it: pagination and total (class stems, then text). */

import { parseCount } from './numbers';
import { cleanText } from './text';

export interface Paging {
  total?: number;
  pageIndex?: number;
  pageSize?: number;
}

const PAGINATION = '[class*="pagination"]';
const TOTAL = '[class*="pagination-total-text"]';
const ACTIVE = '[class*="pagination-item-active"], [class*="pagination"] [aria-current="page"]';
/** antd 4 and 5 say select-selection-item, antd 6 select-content-value. */
export const SELECT_VALUE = '[class*="select-selection-item"], [class*="select-content-value"]';
const TOTAL_TEXT = /(?:共|总共|Total) ?([\d,]+) ?(?:条|单|个|笔|项|items?)/i;
const PAGE_SIZE = /^([\d,]+) ?(?:条|项|单)? ?\/ ?(?:页|page)$/i;
/** A pager is a short text; a whole list is not. */
const MAX_PAGER_CHARS = 400;

/** The pager nearest to the table, between it and `root`. Absent parts are unknown. */
export function readPaging(root: Element, table: Element): Paging {
  const scope = nearestWith(root, table, TOTAL) ?? nearestWith(root, table, PAGINATION);
  const total = scope ? totalOf(scope.querySelector(TOTAL)) : undefined;
  const paging: Paging = {};
  const known = total ?? totalByText(root, table);
  if (known !== undefined) paging.total = known;
  if (!scope) return paging;
  const active = scope.querySelector(ACTIVE);
  const pageIndex = active ? parseCount(cleanText(active.textContent ?? '')) : undefined;
  if (pageIndex) paging.pageIndex = pageIndex;
  for (const value of scope.querySelectorAll(SELECT_VALUE)) {
    const match = PAGE_SIZE.exec(cleanText(value.textContent ?? ''));
    const size = match?.[1] ? parseCount(match[1]) : undefined;
    if (size) paging.pageSize = size;
  }
  return paging;
}

/** Groups this page should hold; undefined when the pager does not tell. */
export function expectedRows({ total, pageIndex, pageSize }: Paging): number | undefined {
  if (total === undefined || pageIndex === undefined || pageSize === undefined) return undefined;
  return Math.max(0, Math.min(pageSize, total - (pageIndex - 1) * pageSize));
}

function totalOf(el: Element | null): number | undefined {
  if (!el) return undefined;
  const match = TOTAL_TEXT.exec(cleanText(el.textContent ?? ''));
  return match?.[1] ? parseCount(match[1]) : undefined;
}

/** `共 120 条` in a short text beside the table, for pagers without known class names. */
function totalByText(root: Element, table: Element): number | undefined {
  for (let el: Element = table; el !== root && el.parentElement; el = el.parentElement) {
    for (const sibling of el.parentElement.children) {
      if (sibling === el) continue;
      const raw = sibling.textContent ?? '';
      const match = raw.length < MAX_PAGER_CHARS ? TOTAL_TEXT.exec(cleanText(raw)) : null;
      if (match?.[1]) return parseCount(match[1]);
    }
  }
  return undefined;
}

function nearestWith(root: Element, from: Element, selector: string): Element | undefined {
  for (let el: Element | null = from; el; el = el.parentElement) {
    if (el.querySelector(selector)) return el;
    if (el === root) break;
  }
  return undefined;
}
