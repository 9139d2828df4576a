/** The table that holds a list, and its rows in groups: one order or case is several rows. */
import { type Alternative, firstAlternative } from './alternatives';
import { bodyRows, type ColumnRole, findHeader, type HeaderMap } from './grid';
import { cleanText } from './text';

export interface ListTable<R extends string> {
  table: Element;
  rows: Element[];
  /** Absent when no header text is known. */
  header?: HeaderMap<R> & { place: 'same-table' | 'header-table' };
}

/**
 * The best candidate under `scope`: known header texts first, then data rows. With neither, the table
 * with the most rows, so that a page whose labels are gone is reported and not passed over.
 */
export function findListTable<R extends string>(
  scope: ParentNode,
  roles: readonly ColumnRole<R>[],
): ListTable<R> | undefined {
  let found: ListTable<R> | undefined;
  let bestRank = -1;
  for (const table of scope.querySelectorAll('table')) {
    if (table.parentElement?.closest('td')) continue;
    const rows = bodyRows(table);
    const header = findHeader(table, roles);
    // 1000: no list has as many rows on a page; two known headers outrank any number of rows.
    const known = header?.known ?? 0;
    const rank =
      (known >= 2 ? 2_000 : 0) + (rows.length > 0 ? 1_000 : 0) + Math.min(999, rows.length);
    if (rank <= bestRank) continue;
    bestRank = rank;
    found = header ? { table, rows, header } : { table, rows };
  }
  return found && (found.header || found.rows.length > 0) ? found : undefined;
}

export interface RowGroup {
  head: Element;
  /** Rows up to the next head. */
  items: Element[];
}

/** A head spans the table in one cell, two with a checkbox, three with an action. */
const MAX_HEAD_CELLS = 3;

/** Rows in groups; the head of each is found by class, by key, or by its label text. */
export function groupRows(
  rows: readonly Element[],
  isHeadText: (text: string) => boolean,
  isId: (text: string) => boolean,
): { id: string; value: RowGroup[] } | undefined {
  const narrow = (row: Element): boolean => row.children.length <= MAX_HEAD_CELLS;
  const hasHeadText = (row: Element): boolean => isHeadText(cleanText(row.textContent ?? ''));
  const by = (isHead: (row: Element) => boolean) => (): RowGroup[] | undefined =>
    split(rows, isHead);
  const alternatives: Alternative<RowGroup[]>[] = [
    {
      id: 'level-0-rows',
      since: '2022-11',
      why: 'tree level class of the table component, the same under every prefix (auxo, ecom-g, aurora)',
      find: by(
        (row) => /table-row-level-0/.test(row.className) && (narrow(row) || hasHeadText(row)),
      ),
    },
    {
      id: 'row-key-rows',
      since: '2022-11',
      why: 'the component writes the row key as an attribute even when classes are renamed',
      find: by((row) => isId(row.getAttribute('data-row-key') ?? '') && narrow(row)),
    },
    {
      id: 'label-rows',
      since: '2026',
      why: 'label text outlives class names; only rows too narrow to be data, so that no product name can pose as a head',
      find: by((row) => narrow(row) && hasHeadText(row)),
    },
  ];
  return firstAlternative(alternatives);
}

function split(
  rows: readonly Element[],
  isHead: (row: Element) => boolean,
): RowGroup[] | undefined {
  const groups: RowGroup[] = [];
  for (const row of rows) {
    if (isHead(row)) groups.push({ head: row, items: [] });
    else groups[groups.length - 1]?.items.push(row);
  }
  return groups.length > 0 ? groups : undefined;
}
