/** Lists of one row per thing: columns by header text, labels inside the cells where a header says less. */
import { type ColumnRole, type Columns, type GridRow, tableGrid } from '../../capture/grid';
import { type CellText, cellText } from '../../capture/leaves';
import { findListTable } from '../../capture/list-table';
import { saysEmpty } from '../../capture/page-state';

export interface FlatRow<R extends string> {
  el: Element;
  /** Texts of a role's cell; empty where there is no such column. */
  cell(role: R): CellText;
  /** The cell itself. */
  cellOf(role: R): Element | undefined;
  /** Texts of the columns with a role, in order. Others may hold people. */
  texts: string[];
}

export interface FlatTable<R extends string> {
  /** Undefined when the header is not known: nothing says what the cells mean. */
  rows?: FlatRow<R>[];
  /** Rows on the page, read or not. */
  seen: number;
  isEmpty: boolean;
  columns: Columns<R>;
  /** The unit a column's title prints: 平响时长(秒). */
  unitOf(role: R): string;
}

export function readFlatTable<R extends string>(
  root: Element,
  roles: readonly ColumnRole<R>[],
  must: readonly R[],
): FlatTable<R> {
  const found = findListTable(root, roles);
  const { header, rows: all = [] } = found ?? {};
  const columns: Columns<R> = header?.columns ?? {};
  const unitOf = (role: R): string =>
    /\((秒|分钟|小时|天|%)\)$/.exec(header?.titles[columns[role] ?? -1] ?? '')?.[1] ?? '';
  const table = {
    seen: all.length,
    isEmpty: all.length === 0 && saysEmpty(root),
    columns,
    unitOf,
  };
  if (!header || must.some((role) => columns[role] === undefined)) return table;
  const [min, max] = header.width;
  const known = [...new Set(Object.values(columns) as number[])].sort((a, b) => a - b);
  const grid: GridRow[] = tableGrid(all);
  const rows = grid.flatMap((cells, at) => {
    // A row of another width is shifted: its cells mean something else.
    if (cells.length < min || cells.length > max) return [];
    const cellOf = (role: R): Element | undefined => cells[columns[role] ?? -1]?.el;
    const cell = (role: R): CellText => cellText(cellOf(role));
    const texts = known.flatMap((index) => cellText(cells[index]?.el).leaves);
    return [{ el: all[at] as Element, cell, cellOf, texts }];
  });
  return { ...table, rows };
}
