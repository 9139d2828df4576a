/** The structure of a list page: its table, its columns, its rows in groups. */
import type { ColumnRole, Columns, Header } from '../../capture/grid';
import { findListTable, groupRows, type ListTable } from '../../capture/list-table';
import type { PageContext } from '../types';

export interface Survey<R extends string> {
  found: ListTable<R> | undefined;
  /** Absent unless its columns are known. */
  header: Header<R> | undefined;
  groups: ReturnType<typeof groupRows>;
}

interface SurveySpec<R extends string> {
  roles: readonly ColumnRole<R>[];
  isKnown(columns: Columns<R>): boolean;
  headText: RegExp;
  isRowKey(text: string): boolean;
}

/** A class that changes is not told: after this long the structure is looked at again in any case. */
const KEPT_MS = 2_000;

/**
 * Surveys a page, and gives the last survey again while nothing has changed: the slices of one reading.
 * @param onRows called with the rows of each new survey
 */
export function createSurveyor<R extends string>(
  { roles, isKnown, headText, isRowKey }: SurveySpec<R>,
  onRows: (page: PageContext, rows: readonly Element[]) => void,
): (page: PageContext, root: Element) => Survey<R> {
  let last: { survey: Survey<R>; version: number; root: Element; nowMs: number } | undefined;
  let watched: PageContext['changes'];
  return (page, root) => {
    const { changes, nowMs } = page;
    const isFresh =
      changes !== undefined &&
      watched === changes &&
      last?.version === changes.version &&
      last.root === root &&
      Math.abs(nowMs - last.nowMs) < KEPT_MS;
    if (last && isFresh) return last.survey;
    const found = findListTable(root, roles);
    const header = found?.header && isKnown(found.header.columns) ? found.header : undefined;
    const rows = found?.rows ?? [];
    onRows(page, rows);
    const survey = { found, header, groups: groupRows(rows, headText, isRowKey) };
    watched = changes;
    last = { survey, version: changes?.version ?? 0, root, nowMs };
    return survey;
  };
}
