/** Tables: rows that hold data, cells resolved over row-spans and col-spans, columns by header text. */
import { cleanText } from './text';

export interface GridCell {
  el: Element;
  /** False where the cell reaches in from a row above. */
  starts: boolean;
  colSpan: number;
}
export type GridRow = (GridCell | undefined)[];

/** Rows that a component adds for itself: measuring, placeholder, expansion. */
const HELPER_ROW = /measure-row|placeholder|expanded-row/;
/** Hostile spans must not allocate a million columns. */
const MAX_SPAN = 60;

/** Body rows of this very table (not of tables inside its cells), helper rows left out. */
export function bodyRows(table: Element): Element[] {
  const rows: Element[] = [];
  for (const section of [...table.children]) {
    if (section.tagName === 'TR') rows.push(section);
    if (section.tagName !== 'TBODY') continue;
    for (const row of [...section.children]) if (row.tagName === 'TR') rows.push(row);
  }
  return rows.filter(
    (row) =>
      !HELPER_ROW.test(row.className) &&
      row.getAttribute('aria-hidden') !== 'true' &&
      !isHeaderRow(row),
  );
}

/** Cells per row and column. Spans end with the given rows: pass the rows of one group. */
export function tableGrid(rows: Element[]): GridRow[] {
  const grid: GridRow[] = rows.map(() => []);
  rows.forEach((row, y) => {
    const line = grid[y] as GridRow;
    let x = 0;
    for (const el of [...row.children]) {
      if (el.tagName !== 'TD' && el.tagName !== 'TH') continue;
      while (line[x]) x += 1;
      const colSpan = span(el, 'colspan');
      const yEnd = Math.min(rows.length, y + span(el, 'rowspan'));
      for (let below = y; below < yEnd; below += 1) {
        for (let column = x; column < x + colSpan; column += 1) {
          (grid[below] as GridRow)[column] = { el, starts: below === y, colSpan };
        }
      }
      x += colSpan;
    }
  });
  return grid;
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const text = cell.getAttribute(name);
  const value = text === null ? 1 : Number.parseInt(text, 10);
  return value >= 1 ? Math.min(value, MAX_SPAN) : 1;
}

function isHeaderRow(row: Element): boolean {
  return row.children.length > 0 && [...row.children].every((cell) => cell.tagName === 'TH');
}

/** A column's meaning: the first header text that holds one of `words` (best first) and none of `not`. */
export interface ColumnRole<R extends string> {
  role: R;
  words: readonly string[];
  not?: readonly string[];
}
export interface HeaderMap<R extends string> {
  /** Column index by role. */
  columns: Partial<Record<R, number>>;
  /** Roles found. */
  known: number;
}

/** Columns of ONE header row by text. A header may carry several roles (`单价/数量`). */
export function mapHeader<R extends string>(
  row: Element,
  roles: readonly ColumnRole<R>[],
): HeaderMap<R> {
  const texts = (tableGrid([row])[0] ?? []).map((cell) =>
    cell ? cleanText(cell.el.textContent ?? '').replaceAll(' ', '') : '',
  );
  const columns: Partial<Record<R, number>> = {};
  for (const { role, words, not = [] } of roles) {
    const fits = (text: string, word: string): boolean =>
      text.includes(word) && !not.some((part) => text.includes(part));
    for (const word of words) {
      const index = texts.findIndex((text) => fits(text, word));
      if (index < 0) continue;
      columns[role] = index;
      break;
    }
  }
  return { columns, known: Object.keys(columns).length };
}

/**
 * The best header for a body table: a header row of its own, else of a table beside it (sticky headers
 * live in a table apart, matched by column index). Undefined when no row has a known text.
 */
export function findHeader<R extends string>(
  table: Element,
  roles: readonly ColumnRole<R>[],
): (HeaderMap<R> & { place: 'same-table' | 'header-table' }) | undefined {
  const own = best(headerRows(table), roles);
  if (own) return { ...own, place: 'same-table' };
  let scope = table.parentElement;
  // Header and body share a container two or three levels up; further away it is another table.
  for (let level = 0; scope && level < 4; level += 1, scope = scope.parentElement) {
    const found = best(
      [...scope.querySelectorAll('table')].filter((other) => other !== table).flatMap(headerRows),
      roles,
    );
    if (found) return { ...found, place: 'header-table' };
  }
  return undefined;
}

function headerRows(table: Element): Element[] {
  const inHead = [...table.querySelectorAll('thead > tr')];
  // Without a thead, header cells stand in the first row or two.
  const rows = inHead.length > 0 ? inHead : [...table.querySelectorAll('tr')].slice(0, 3);
  return rows.filter(
    (row) =>
      !HELPER_ROW.test(row.className) &&
      (row.parentElement?.tagName === 'THEAD' || isHeaderRow(row)) &&
      row.closest('table') === table,
  );
}

function best<R extends string>(
  rows: Element[],
  roles: readonly ColumnRole<R>[],
): HeaderMap<R> | undefined {
  let found: HeaderMap<R> | undefined;
  for (const row of rows) {
    const map = mapHeader(row, roles);
    if (map.known > (found?.known ?? 0)) found = map;
  }
  return found;
}
