/** What order list and after-sale list have in common: find the table, read groups, say how it went. */
import {
  type ColumnRole,
  type Columns,
  type GridRow,
  type Header,
  tableGrid,
} from '../../capture/grid';
import { unreadHealth } from '../../capture/health';
import { type CellText, cellText, hidesText } from '../../capture/leaves';
import { readFilter } from '../../capture/list-filter';
import { readPaging } from '../../capture/list-state';
import { findListTable, type RowGroup } from '../../capture/list-table';
import {
  contentRoot,
  findBarrier,
  frameDocuments,
  isLoading,
  saysEmpty,
  surroundings,
} from '../../capture/page-state';
import { compact } from '../../capture/record';
import type { CaseRecord } from '../../core/entities';
import { beijingDay } from '../../core/time';
import type { PageContext, PageReader, PageReading } from '../types';
import { createGroupMemo, type GroupMemo } from './group-memo';
import { anchorOf } from './list-facts';
import { type GroupReading, type ListFields, listOutcome } from './list-outcome';
import { createSurveyor, type Survey } from './list-survey';
import type { Site } from './site';

export type { GroupReading } from './list-outcome';

/** One group of rows, ready to be read. */
export interface Group<R extends string> {
  /** See `hookOf`. */
  hook: string;
  headTexts: readonly string[];
  /** Item rows as wide as the header, as a grid; cells reach down over row-spans. */
  grid: GridRow[];
  columns: Columns<R>;
  /** The cell of a role in a row. */
  cell(row: GridRow, role: R): Element | undefined;
  /** Its text, walked once however often it is asked for. Empty for no cell. */
  text(row: GridRow, role: R): CellText;
}

export interface ListSpec<R extends string, T extends CaseRecord> extends ListFields<T> {
  /** Path of the address; all of it. */
  path: RegExp;
  roles: readonly ColumnRole<R>[];
  /** Are these enough columns to know what the cells mean? */
  isKnown(columns: Columns<R>): boolean;
  /** Text of a head row, and its row key where that is an id. */
  headText: RegExp;
  isRowKey(text: string): boolean;
  /** Words for the list's own date, for a range filter on it. */
  listDate: readonly string[];
  /** What a head row's attributes say about its id; '' for nothing. */
  hookOf(head: Element): string;
  /** Those attributes. */
  hooks: readonly string[];
  /** The record says something that depends on when it was read. */
  isTicking(record: T): boolean;
  readGroup(group: Group<R>, nowMs: number): GroupReading<T>;
}

/** A reader for one list page. */
export function listReader<R extends string, T extends CaseRecord>(
  site: Site,
  spec: ListSpec<R, T>,
): PageReader {
  const groups: GroupMemo<Kept<T>> = createGroupMemo();
  const memo: Memo<R, T> = { groups, survey: createSurveyor(spec, groups.update) };
  const findKnown = (doc: Document): Element | undefined => {
    const found = findListTable(doc, spec.roles);
    return found?.header && spec.isKnown(found.header.columns) ? found.table : undefined;
  };
  return {
    kind: spec.kind,
    matches: (url) => spec.path.test(url.pathname.replace(/\/+$/, '')),
    findRoot: ({ doc, topDoc }) => {
      const table = findKnown(doc);
      if (table) return contentRoot(table, site.shopHooks);
      // An unknown page is reported once, by the frame the merchant looks at.
      if (doc !== topDoc || frameDocuments(doc).some(findKnown)) return undefined;
      if (findBarrier(doc)) return doc.body;
      const trace =
        findListTable(doc, spec.roles)?.table ??
        doc.querySelector('[class*="pagination-total-text"]');
      return trace ? contentRoot(trace, site.shopHooks) : undefined;
    },
    read: (page, root) => readList(site, spec, memo, page, root),
    prepare: (page, root, mayGoOn) => {
      const { header, groups } = memo.survey(page, root);
      if (!header) return true;
      const context = contextOf(spec, header, page);
      for (const group of groups?.value ?? []) {
        if (memo.groups.find(group, context(group), page)) continue;
        if (!mayGoOn()) return false;
        readGroup(spec, memo, group, header, context(group), page);
      }
      return true;
    },
    hooks: spec.hooks,
  };
}

interface Kept<T> {
  reading: GroupReading<T>;
  anchor: Element;
}

/** What a reader remembers of the page between two looks. */
interface Memo<R extends string, T> {
  groups: GroupMemo<Kept<T>>;
  survey(page: PageContext, root: Element): Survey<R>;
}

/**
 * What a group's texts mean: the columns give it to its cells, a date without a year means another year
 * tomorrow, and its attributes name its id (they are watched where changes are).
 */
function contextOf<R extends string, T extends CaseRecord>(
  { hookOf }: ListSpec<R, T>,
  { columns, width }: Header<R>,
  { nowMs, changes }: PageContext,
): (group: RowGroup) => string {
  const all = [beijingDay(nowMs), ...width, ...Object.entries(columns).flat()].join(',');
  return ({ head }) => (changes ? all : `${all}\n${hookOf(head)}`);
}

function readList<R extends string, T extends CaseRecord>(
  site: Site,
  spec: ListSpec<R, T>,
  memo: Memo<R, T>,
  page: PageContext,
  root: Element,
): PageReading {
  const shop = site.findShop(page);
  const alternatives: Record<string, string> = shop ? { shop: shop.id } : {};
  const { found, header, groups } = memo.survey(page, root);
  const table = found?.table ?? root;
  const where = surroundings(root, table);
  const nothing = { kind: spec.kind, shop: shop?.value, records: [], rows: [] };
  const obstacle =
    found && isLoading(where, table, !!groups)
      ? 'loading'
      : groups
        ? undefined
        : findBarrier(page.doc);
  if (obstacle)
    return compact({ ...nothing, health: unreadHealth(spec.kind, obstacle, alternatives) });

  if (header) alternatives.header = header.place;
  if (groups) alternatives.groups = groups.id;

  const context = header && contextOf(spec, header, page);
  const readKept = (group: RowGroup): Kept<T> | undefined =>
    header &&
    context &&
    (memo.groups.find(group, context(group), page) ??
      readGroup(spec, memo, group, header, context(group), page));
  const readings = (groups?.value ?? []).map((group) => {
    const kept = readKept(group);
    return { reading: kept?.reading, anchor: kept?.anchor };
  });
  return listOutcome(spec, readings, {
    shop: shop?.value,
    alternatives,
    paging: readPaging(where),
    filter: readFilter(where, spec.listDate, page.nowMs),
    isEmpty: !groups && saysEmpty(root),
    fatal: [...(shop ? [] : ['no-shop']), ...(header ? [] : ['headers-unknown'])],
  });
}

function readGroup<R extends string, T extends CaseRecord>(
  spec: ListSpec<R, T>,
  memo: Memo<R, T>,
  rows: RowGroup,
  { columns, width: [min, max] }: Header<R>,
  context: string,
  page: PageContext,
): Kept<T> {
  const { head, items } = rows;
  const hides = [head, ...items].some(hidesText);
  const cells = new Map<Element | undefined, CellText>();
  const cell = (row: GridRow, role: R): Element | undefined => row[columns[role] ?? -1]?.el;
  const text = (row: GridRow, role: R): CellText => {
    const el = cell(row, role);
    const seen = cells.get(el) ?? cellText(el, hides);
    cells.set(el, seen);
    return seen;
  };
  const headTexts = cellText(head, hides).leaves;
  const grid = tableGrid(items).filter(({ length }) => length >= min && length <= max);
  const group = { hook: spec.hookOf(head), headTexts, grid, columns, cell, text };
  const reading = spec.readGroup(group, page.nowMs);
  const isTicking = 'record' in reading && spec.isTicking(reading.record);
  const kept = { reading, anchor: anchorOf(head) };
  memo.groups.keep(rows, context, page, kept, isTicking);
  return kept;
}
