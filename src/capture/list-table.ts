/** The table that holds a list, and its rows in groups: one order or case is several rows. */
import { firstAlternative } from './alternatives';
import { bodyRows, type ColumnRole, findHeader, type Header } from './grid';
import { inFront } from './hidden';
import { cleanText } from './text';

export interface ListTable<R extends string> {
  /** The table, or the element around several (one table per order). */
  table: Element;
  rows: Element[];
  /** Absent when no header text is known. */
  header?: Header<R>;
}

/** A virtual list of the component library (2026, ecom-g): rows and cells are `div`s, the header is a table. */
const VIRTUAL_BODY = '[class*="table-tbody-virtual-holder-inner"]';

/**
 * The best candidate under `scope`: known header texts first, then what stands in front, then data rows.
 * With neither, the table with the most rows, so that a page whose labels are gone is reported and not
 * passed over.
 */
export function findListTable<R extends string>(
  scope: ParentNode,
  roles: readonly ColumnRole<R>[],
): ListTable<R> | undefined {
  const found: (ListTable<R> & { rank: number; isKnown: boolean })[] = [];
  for (const table of scope.querySelectorAll(`table, ${VIRTUAL_BODY}`)) {
    if (table.parentElement?.closest('td') || isCopy(table)) continue;
    // One table per order: its brothers hold the others; the first of them stands for all.
    const brothers = tablesBeside(table);
    if (brothers[0] !== table) continue;
    const rows = brothers.flatMap(bodyRows);
    const header = findHeader(table, roles);
    // Any rows outrank a table without (a header table, an empty list). Of as many rows those as wide as
    // the header: fixed columns are drawn again in narrow tables.
    const fits = header && (rows[0]?.children.length ?? 0) >= header.width[0];
    const rank = (header ? 1 : 0) + (fits ? 4 : 0) + rows.length * 10;
    if (rank === 0) continue;
    const whole = brothers.length > 1 ? (table.parentElement ?? table) : table;
    found.push({ table: whole, rows, header, rank, isKnown: (header?.known ?? 0) > 1 });
  }
  const known = found.filter(({ isKnown }) => isKnown);
  const best = known.length > 0 ? known : found;
  const front = inFront(best.map(({ table }) => table));
  const [first, ...others] = best.filter(({ table }) => front.includes(table));
  return others.reduce<(ListTable<R> & { rank: number }) | undefined>(
    (top, next) => (top && top.rank >= next.rank ? top : next),
    first,
  );
}

/** Locked columns are drawn again in a table of their own, which says that it is not content. */
function isCopy(table: Element): boolean {
  return table.closest('[class*="table"][aria-hidden="true"]') !== null;
}

/** The tables under one parent, where it holds data tables side by side; else the table alone. */
function tablesBeside(table: Element): Element[] {
  if (table.tagName !== 'TABLE') return [table];
  const tables = [...(table.parentElement?.children ?? [])].filter(
    ({ tagName }) => tagName === 'TABLE',
  );
  return tables.some((each) => each.querySelector(':scope > thead')) ? [table] : tables;
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
  headText: RegExp,
  isId: (text: string) => boolean,
): { id: string; value: RowGroup[] } | undefined {
  const isNarrow = (row: Element): boolean => row.children.length <= MAX_HEAD_CELLS;
  const isHead = (row: Element): boolean => headText.test(cleanText(row.textContent ?? ''));
  const split = (test: (row: Element) => boolean) => (): RowGroup[] | undefined => {
    const groups: RowGroup[] = [];
    for (const row of rows) {
      if (test(row)) groups.push({ head: row, items: [] });
      else groups[groups.length - 1]?.items.push(row);
    }
    return groups[0] && groups;
  };
  return firstAlternative([
    // 2022-11 …: the table component's tree level, the same under every prefix (auxo, ecom-g, aurora).
    [
      'level-0-rows',
      split((row) => row.className.includes('table-row-level-0') && (isNarrow(row) || isHead(row))),
    ],
    // 2026: one table per order, whose first row the component names so.
    [
      'group-header-rows',
      split((row) => row.className.includes('table-group-header') && isNarrow(row)),
    ],
    // 2022-11 …: the component writes the row key as an attribute even when classes are renamed.
    ['row-key-rows', split((row) => isNarrow(row) && isId(row.getAttribute('data-row-key') ?? ''))],
    // 2026: label text outlives class names. Only rows too narrow to be data: no product name can pose.
    ['label-rows', split((row) => isNarrow(row) && isHead(row))],
  ]);
}
