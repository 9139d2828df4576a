/** What order list and after-sale list have in common: find the table, read groups, say how it went. */
import type { ColumnRole } from '../../../capture/grid';
import { countMissing, listHealth, unreadHealth } from '../../../capture/health';
import { readFilter } from '../../../capture/list-filter';
import { expectedRows, readPaging } from '../../../capture/list-state';
import { findListTable, groupRows, type RowGroup } from '../../../capture/list-table';
import {
  contentRoot,
  findBarrier,
  frameDocuments,
  isLoading,
  saysEmpty,
} from '../../../capture/page-state';
import type { CaseRecord, ListReading, PageKind } from '../../../core/entities';
import type { PageContext, PageReader, PageReading } from '../../types';
import { findShopRef, SHOP_HOOKS } from './shop';

export interface GroupReading<T extends CaseRecord> {
  record?: T;
  /** Distinguishes groups: duplicates (locked columns) are dropped. */
  key?: string;
  /** Alternative that gave the id. */
  idFrom?: string;
  /** Why there is no record. */
  problem?: string;
  anchor: Element;
}

export interface ListSpec<R extends string, T extends CaseRecord> {
  kind: PageKind & ('order-list' | 'aftersale-list');
  side: ListReading['side'];
  paths: readonly string[];
  columns: readonly ColumnRole<R>[];
  /** Are these enough columns to know what the cells mean? */
  isKnown(columns: Partial<Record<R, number>>): boolean;
  isHeadText(text: string): boolean;
  isRowKey(text: string): boolean;
  /** Words for the list's own date, for a range filter on it. */
  listDate: readonly string[];
  dateOf(record: T): number | undefined;
  /** Every field whose absence is counted; `keyFields` and `usualFields`: see `listHealth`. */
  fields: readonly string[];
  keyFields: readonly string[];
  usualFields: readonly string[];
  missingOf(record: T): Partial<Record<string, unknown>>;
  /** Alternatives for the id, best first; the weakest one used is reported. */
  idOrder: readonly string[];
  readGroup(
    group: RowGroup,
    columns: Partial<Record<R, number>>,
    page: PageContext,
  ): GroupReading<T>;
}

/** A reader for one list page. */
export function listReader<R extends string, T extends CaseRecord>(
  spec: ListSpec<R, T>,
): PageReader {
  return {
    kind: spec.kind,
    matches: (url) => spec.paths.includes(url.pathname.replace(/\/+$/, '')),
    findRoot: (page) => findRoot(spec, page),
    read: (page, root) => readList(spec, page, root),
  };
}

function findRoot<R extends string, T extends CaseRecord>(
  spec: ListSpec<R, T>,
  page: PageContext,
): Element | undefined {
  const { doc, topDoc } = page;
  const own = findListTable(doc, spec.columns);
  if (own?.header && spec.isKnown(own.header.columns)) return contentRoot(own.table, SHOP_HOOKS);
  // An unknown page is reported once, by the frame the merchant looks at.
  if (doc !== topDoc) return undefined;
  for (const inner of frameDocuments(doc)) {
    const found = findListTable(inner, spec.columns);
    if (found?.header && spec.isKnown(found.header.columns)) return undefined;
  }
  if (findBarrier(doc)) return doc.body;
  const trace = own?.table ?? doc.querySelector('[class*="pagination-total-text"]');
  return trace ? contentRoot(trace, SHOP_HOOKS) : undefined;
}

function readList<R extends string, T extends CaseRecord>(
  spec: ListSpec<R, T>,
  page: PageContext,
  root: Element,
): PageReading {
  const shop = findShopRef(page);
  const alternatives: Record<string, string> = shop ? { shop: shop.id } : {};
  const reading = (rest: Pick<PageReading, 'health'> & Partial<PageReading>): PageReading => ({
    kind: spec.kind,
    ...(shop ? { shop: shop.value } : {}),
    records: [],
    rows: [],
    ...rest,
  });
  const unread = (problem: string): PageReading =>
    reading({ health: unreadHealth(spec.kind, problem, alternatives) });

  const found = findListTable(root, spec.columns);
  const table = found?.table ?? root;
  const groups = groupRows(found?.rows ?? [], spec.isHeadText, spec.isRowKey);
  if (found && isLoading(root, table, groups !== undefined)) return unread('loading');
  const barrier = groups ? undefined : findBarrier(page.doc);
  if (barrier) return unread(barrier);

  const columns = found?.header?.columns ?? {};
  const isKnown = spec.isKnown(columns);
  if (found?.header && isKnown) alternatives.header = found.header.place;
  if (groups) alternatives.groups = groups.id;

  const seen = readGroups(spec, groups?.value ?? [], isKnown ? columns : undefined, page);
  const worst = Math.max(-1, ...seen.parsed.map((each) => spec.idOrder.indexOf(each.idFrom ?? '')));
  if (worst >= 0) alternatives.id = spec.idOrder[worst] ?? '';
  const records = seen.parsed.map((each) => each.record as T);
  const paging = readPaging(root, table);
  const expected = expectedRows(paging);
  const health = listHealth({
    kind: spec.kind,
    alternatives,
    groupsSeen: seen.count,
    groupsParsed: records.length,
    fieldsMissing: countMissing(records.map(spec.missingOf), spec.fields),
    keyFields: spec.keyFields,
    usualFields: spec.usualFields,
    ...(paging.total === undefined ? {} : { total: paging.total }),
    ...(expected === undefined ? {} : { expectedRows: expected }),
    saysEmpty: saysEmpty(root),
    problems: [
      ...(shop ? [] : ['no-shop']),
      ...(isKnown ? [] : ['headers-unknown']),
      ...seen.problems,
    ],
  });
  if (health.verdict === 'broken') return reading({ health });
  const list: ListReading = {
    side: spec.side,
    ...readFilter(root, { listDate: spec.listDate }, page.nowMs),
    ...paging,
    rows: records.length,
    ...span(records.map(spec.dateOf)),
  };
  return reading({ health, records, list: honestRange(list), rows: seen.parsed.map(toRow) });
}

interface Groups<T extends CaseRecord> {
  parsed: GroupReading<T>[];
  count: number;
  problems: string[];
}

function readGroups<R extends string, T extends CaseRecord>(
  spec: ListSpec<R, T>,
  groups: readonly RowGroup[],
  columns: Partial<Record<R, number>> | undefined,
  page: PageContext,
): Groups<T> {
  const parsed: GroupReading<T>[] = [];
  const problems = new Set<string>();
  const keys = new Set<string>();
  let count = 0;
  for (const group of groups) {
    const each = columns ? spec.readGroup(group, columns, page) : undefined;
    if (each?.key !== undefined && keys.has(each.key)) continue;
    count += 1;
    if (each?.key !== undefined) keys.add(each.key);
    if (each?.problem) problems.add(each.problem);
    if (each?.record) parsed.push(each);
  }
  return { parsed, count, problems: [...problems] };
}

function toRow({ record, anchor }: GroupReading<CaseRecord>): PageReading['rows'][number] {
  const { orderId } = record as CaseRecord;
  return record?.kind === 'ticket'
    ? { orderId, ticketId: record.ticketId, anchor }
    : { orderId, anchor };
}

/** Newest and oldest list date, and whether the dates never increase (a missing one: cannot tell). */
function span(
  dates: readonly (number | undefined)[],
): Pick<ListReading, 'newestMs' | 'oldestMs' | 'newestFirst'> {
  const known = dates.filter((date) => date !== undefined);
  const newestFirst =
    known.length === dates.length &&
    known.every((date, i) => i === 0 || date <= (known[i - 1] ?? 0));
  if (known.length === 0) return { newestFirst };
  return { newestMs: Math.max(...known), oldestMs: Math.min(...known), newestFirst };
}

/** A range typed but not applied yet shows in the form only: rows outside it give it away. */
function honestRange(list: ListReading): ListReading {
  const { rangeFromMs, rangeToMs, ...rest } = list;
  if (rangeFromMs === undefined || rangeToMs === undefined) return list;
  const fits =
    (list.oldestMs ?? rangeFromMs) >= rangeFromMs &&
    (list.newestMs ?? rangeToMs) < rangeToMs + 1_000;
  const filterKey = [list.filterKey, 'range=?'].filter(Boolean).join('&');
  return fits ? list : { ...rest, filterKey };
}
