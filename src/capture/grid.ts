/** Tables: rows that hold data, cells resolved over row-spans and col-spans, columns by header text. */
import { cellText } from './leaves';

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

const ROWS = ':scope > tbody > tr, :scope > tr';
/** Rows of a virtual body; one that can be expanded has a box around it. */
const DIV_ROWS = ':scope > [class*="table-row"], :scope > div > [class*="table-row"]';

/** Body rows of this very table (not of tables inside its cells), helper and header rows left out. */
export function bodyRows(table: Element): Element[] {
  return [...table.querySelectorAll(table.tagName === 'TABLE' ? ROWS : DIV_ROWS)].filter(
    (row) =>
      !HELPER_ROW.test(row.className) &&
      row.getAttribute('aria-hidden') !== 'true' &&
      row.firstElementChild?.tagName !== 'TH',
  );
}

/** Cells per row and column. Spans end with the given rows: pass the rows of one group. */
export function tableGrid(rows: readonly Element[]): GridRow[] {
  const grid: GridRow[] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const el of row.children) {
      while (grid[y]?.[x]) x += 1;
      const colSpan = spanOf(el, 'colspan');
      const yEnd = Math.min(rows.length, y + spanOf(el, 'rowspan'));
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

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return span >= 1 ? Math.min(Math.trunc(span), MAX_SPAN) : 1;
}

/** A column's meaning: the first header text that holds one of `words` (best first) and none of `not`. */
export interface ColumnRole<R extends string> {
  role: R;
  words: readonly string[];
  not?: RegExp;
}
/** Column index by role. */
export type Columns<R extends string> = Partial<Record<R, number>>;

/** Columns by text of ONE header row. A header may carry several roles (`单价/数量`). */
export function mapHeader<R extends string>(
  texts: readonly string[],
  roles: readonly ColumnRole<R>[],
): Columns<R> {
  const columns: Columns<R> = {};
  for (const { role, words, not } of roles) {
    const found = words
      .map((word) => texts.findIndex((text) => text.includes(word) && !not?.test(text)))
      .find((index) => index >= 0);
    if (found !== undefined) columns[role] = found;
  }
  return columns;
}

export interface Header<R extends string> {
  columns: Columns<R>;
  /** Roles found. */
  known: number;
  place: 'same-table' | 'header-table';
  /**
   * Widths a data row may have: from the last titled column to the last column (a scrollbar's header
   * has no cells below it). Any other row is shifted, and a shifted row puts people into our columns.
   */
  width: readonly [min: number, max: number];
  /** The titles by column. */
  titles: readonly string[];
}

/**
 * The best header for a body table: a header row of its own, else of a table beside it (sticky headers
 * live in a table apart, matched by column index). Undefined when no row has a known text.
 */
export function findHeader<R extends string>(
  table: Element,
  roles: readonly ColumnRole<R>[],
): Header<R> | undefined {
  let scope: Element | null = table;
  // Header and body share a container two or three levels up; further away it is another table.
  for (let level = 0; scope && level < 5; level += 1, scope = scope.parentElement) {
    let best: Header<R> | undefined;
    const sections = new Set(
      [...scope.querySelectorAll('th')].map((cell) => cell.parentElement?.parentElement),
    );
    for (const section of sections) {
      const rows = [...(section?.children ?? [])].filter(
        (row) => !HELPER_ROW.test(row.className) && row.querySelector('th'),
      );
      for (const line of tableGrid(rows)) {
        const texts = [...line].map((cell) =>
          cellText(cell?.el).leaves.join('').replaceAll(' ', ''),
        );
        const columns = mapHeader(texts, roles);
        const known = Object.keys(columns).length;
        if (known <= (best?.known ?? 0)) continue;
        const place = scope === table ? 'same-table' : 'header-table';
        const width = [texts.findLastIndex(Boolean) + 1, texts.length] as const;
        best = { columns, known, place, width, titles: texts };
      }
    }
    if (best) return best;
  }
  return undefined;
}
