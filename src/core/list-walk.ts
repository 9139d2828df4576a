/**
 * Walking a filtered list page by page: what a full walk proves absent (DESIGN §5).
 *
 * A page is one true picture of the list at the instant it was loaded; several pages are not, because
 * rows move between two loads. So a walk counts only when every page of one total was read within one
 * visit, without a row met twice; and a row counts as absent only by the one page that would have held
 * it, which for lists of several pages the sort date tells. What falls between two pages stays as it is.
 */
import type { Side } from './coverage';
import type { ListReading } from './entities';
import { HOUR_MS } from './time';

/** Pages loaded further apart belong to different visits. */
export const VISIT_MS = HOUR_MS;

export interface WalkedPage {
  /** 1-based. */
  index: number;
  loadedMs: number;
  newestFirst: boolean;
  newestMs?: number;
  oldestMs?: number;
  /** Order or ticket ids, as listed. */
  ids: string[];
}

/** Pages of one filter, all with the same total and page size. */
export interface ListWalk {
  total: number;
  pageSize?: number;
  pages: WalkedPage[];
}

/** One order or ticket in a state that has a list of its own. */
export interface OpenUnit {
  side: Side;
  id: string;
  /** The platform's word. */
  state: string;
  /** When it was last seen in that state. */
  seenMs: number;
  /** Its date in the list (order or application time), when known. */
  listMs?: number;
}

/** The walk with one page more. Undefined when the page proves nothing: the walk stays as it was. */
export function addWalkedPage(
  walk: ListWalk | undefined,
  reading: ListReading,
  ids: string[],
): ListWalk | undefined {
  const { total, pageSize, loadedMs, newestMs, oldestMs, newestFirst } = reading;
  if (total === undefined || loadedMs === undefined || !isWhole(reading, ids)) return undefined;
  const index = reading.pageIndex ?? 1;
  const newestLoad = Math.max(...(walk?.pages ?? []).map((each) => each.loadedMs));
  const sameList = walk?.total === total && walk.pageSize === pageSize;
  // Another tab still shows how the list was before.
  if (!sameList && loadedMs < newestLoad) return undefined;
  const others = (sameList ? (walk?.pages ?? []) : []).filter((each) => {
    const sameVisit = Math.abs(each.loadedMs - loadedMs) <= VISIT_MS;
    return sameVisit && (each.index !== index || each.loadedMs > loadedMs);
  });
  if (others.some((each) => each.index === index)) return undefined;
  const page: WalkedPage = {
    index,
    loadedMs,
    newestFirst,
    ...(newestMs === undefined ? {} : { newestMs }),
    ...(oldestMs === undefined ? {} : { oldestMs }),
    ids,
  };
  const pages = [...others, page].sort((a, b) => a.index - b.index);
  return { total, ...(pageSize === undefined ? {} : { pageSize }), pages };
}

/** Every page, every row, none twice. */
export function isFullWalk({ total, pageSize, pages }: ListWalk): boolean {
  const last = pageSize === undefined ? 1 : Math.max(1, Math.ceil(total / pageSize));
  const ids = new Set(pages.flatMap((each) => each.ids));
  return (
    pages.length === last && pages.every(({ index }, i) => index === i + 1) && ids.size === total
  );
}

/** When a full walk proves that a unit had left the list, ms; undefined when it does not. */
export function findAbsentMs(walk: ListWalk, unit: OpenUnit): number | undefined {
  const { pages } = walk;
  if (pages.some(({ ids }) => ids.includes(unit.id))) return undefined;
  const page = pages.length === 1 ? pages[0] : pages.find((each) => wouldHold(walk, each, unit));
  // Seen later than the page was loaded: the page is the older news.
  return page && page.loadedMs > unit.seenMs ? page.loadedMs : undefined;
}

/** Strictly between rows of this page, or beyond the list's first or last row. */
function wouldHold({ pages }: ListWalk, page: WalkedPage, { listMs }: OpenUnit): boolean {
  const { newestMs, oldestMs } = page;
  if (!pages.every(({ newestFirst }) => newestFirst)) return false;
  if (listMs === undefined || newestMs === undefined || oldestMs === undefined) return false;
  return (
    (page.index === 1 || listMs < newestMs) && (page.index === pages.length || listMs > oldestMs)
  );
}

/** Every row that this page should hold was read. */
function isWhole({ rows, total = 0, pageIndex, pageSize }: ListReading, ids: string[]): boolean {
  if (ids.length !== rows || new Set(ids).size !== rows) return false;
  if (pageSize === undefined || total === 0) return (pageIndex ?? 1) === 1 && rows === total;
  return (
    pageIndex !== undefined &&
    rows > 0 &&
    rows === Math.min(pageSize, total - (pageIndex - 1) * pageSize)
  );
}
