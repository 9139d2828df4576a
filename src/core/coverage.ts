/**
 * Coverage (覆盖率): which stretches of the list date have been read in full.
 *
 * A list sorted newest first proves more than its rows: whatever lies strictly between a page's newest
 * and oldest row is on that page. Page 1 proves everything newer than its oldest row, up to the moment
 * it was loaded; the last page everything older. Two neighbouring pages prove what lies between them
 * only if no row can have slipped through between the two readings: see `joins`.
 */
import type { ListReading } from './entities';
import { addInterval, coveredMs, type Interval } from './intervals';
import type { Coverage, CoverageState, SideCoverage, WalkPage } from './report-types';

export type Side = ListReading['side'];

/** Beginning of time: intervals are JSON, which has no −∞. */
const SINCE_EVER = 0;
/** Pages remembered for joining: more than any walk at hand, small enough for the popup's mirror. */
const WALK_LIMIT = 120;

export function emptyCoverage(): CoverageState {
  return { orders: { intervals: [] }, aftersales: { intervals: [] } };
}

/** The state after one more reading of a list page. Readings that prove nothing leave it as it is. */
export function addReading(
  state: CoverageState,
  reading: ListReading,
  seenMs: number,
): CoverageState {
  const side = addToSide(withoutFalseEmptiness(state[reading.side], reading), reading, seenMs);
  return side === state[reading.side] ? state : { ...state, [reading.side]: side };
}

/**
 * Rows older than the moment at which the list was read as empty: it was still loading then (some pages show
 * “0 条” until the first answer), and whatever that reading claimed was never read.
 */
function withoutFalseEmptiness(side: SideCoverage, { oldestMs }: ListReading): SideCoverage {
  const { total, totalSeenMs, walk: _, ...rest } = side;
  const isFalse = total === 0 && oldestMs !== undefined && oldestMs < (totalSeenMs ?? 0);
  return isFalse ? { ...rest, intervals: [] } : side;
}

function addToSide(side: SideCoverage, reading: ListReading, seenMs: number): SideCoverage {
  if (reading.filterKey !== '' || !reading.newestFirst) return side;
  const rangeKey = `${reading.rangeFromMs ?? ''}~${reading.rangeToMs ?? ''}`;
  const sameWalk =
    side.walk?.rangeKey === rangeKey &&
    (reading.pageSize === undefined || reading.pageSize === side.walk.pageSize);
  const pageSize = reading.pageSize ?? (sameWalk ? side.walk?.pageSize : undefined);
  const withTotal = rangeKey === '~' ? rememberTotal(side, reading, seenMs) : side;
  if (!isWhole(reading, pageSize)) return withTotal;
  // A list that had rows does not become empty: it is loading, or filtered in a way we cannot see.
  if (rangeKey === '~' && reading.total === 0 && (side.total ?? 0) > 0) return side;

  const pages = sameWalk ? (side.walk?.pages ?? []) : [];
  const page: WalkPage = {
    index: reading.pageIndex ?? 1,
    seenMs: trueAtMs(reading, side, pages, seenMs),
    ...(reading.newestMs === undefined ? {} : { newestMs: reading.newestMs }),
    ...(reading.oldestMs === undefined ? {} : { oldestMs: reading.oldestMs }),
    ...(reading.total === undefined ? {} : { total: reading.total }),
  };
  const ends = (chain: WalkPage[]): Interval[] =>
    chain.map((each) => ownInterval(each, reading, pageSize));
  const intervals = addInterval(side.intervals, [
    Math.min(...ends(joinedWith(page, pages, 1)).map(([from]) => from)),
    Math.max(...ends(joinedWith(page, pages, -1)).map(([, to]) => to)),
  ]);
  const kept = pages.filter((each) => each.index !== page.index).slice(1 - WALK_LIMIT);
  return {
    ...withTotal,
    intervals,
    walk: { rangeKey, ...(pageSize === undefined ? {} : { pageSize }), pages: [...kept, page] },
  };
}

/**
 * The total, and when the list first had it. A smaller one is an older tab's or a shrunken list's: it is
 * believed only when the page's own time is known.
 */
function rememberTotal(side: SideCoverage, reading: ListReading, seenMs: number): SideCoverage {
  const { total, loadedMs } = reading;
  if (total === undefined || seenMs < (side.totalSeenMs ?? 0) || total === side.total) return side;
  if (loadedMs === undefined && total < (side.total ?? 0)) return side;
  return { ...side, total, totalSeenMs: Math.min(loadedMs ?? seenMs, seenMs) };
}

/** Every row that this page should hold was read; else nothing can be claimed about it. */
function isWhole(reading: ListReading, pageSize: number | undefined): boolean {
  const { pageIndex, total, rows } = reading;
  if (total === 0) return rows === 0;
  if (rows === 0 || reading.newestMs === undefined || reading.oldestMs === undefined) return false;
  if (pageSize === undefined) return (pageIndex ?? 1) === 1 && total !== undefined && rows >= total;
  if (pageIndex === undefined || total === undefined) return false;
  return rows >= Math.min(pageSize, total - (pageIndex - 1) * pageSize);
}

/**
 * When the rows were true. A list may sit in an open tab for hours, so without the page's own time: more
 * rows than known are new; as many are those known when that total was first seen; fewer are older.
 */
function trueAtMs(
  reading: ListReading,
  side: SideCoverage,
  pages: WalkPage[],
  seenMs: number,
): number {
  const { loadedMs, total = 0, newestMs } = reading;
  if (loadedMs !== undefined) return Math.min(loadedMs, seenMs);
  if (reading.rangeFromMs === undefined && reading.rangeToMs === undefined) {
    if (side.total === undefined || total > side.total) return seenMs;
    if (total === side.total) return Math.min(side.totalSeenMs ?? seenMs, seenMs);
    return Math.min(newestMs ?? seenMs, seenMs);
  }
  const before = pages.find((each) => each.index === reading.pageIndex);
  const unchanged =
    before?.newestMs === newestMs &&
    before?.oldestMs === reading.oldestMs &&
    before?.total === reading.total;
  return unchanged ? Math.min(before?.seenMs ?? seenMs, seenMs) : seenMs;
}

/**
 * The ends of what a page proves. The instants of its own end rows may go on on the next page, so both
 * are open; the first page is open-ended upwards, the last downwards.
 */
function ownInterval(page: WalkPage, reading: ListReading, pageSize: number | undefined): Interval {
  const isLast = page.total !== undefined && page.index * (pageSize ?? reading.rows) >= page.total;
  const listFrom = reading.rangeFromMs ?? SINCE_EVER;
  const listTo = Math.min(rangeEndMs(reading.rangeToMs), page.seenMs);
  const from = isLast ? listFrom : (page.oldestMs ?? listTo) + 1;
  const to = page.index === 1 ? listTo : (page.newestMs ?? listFrom);
  return [from, to];
}

/**
 * The page with the neighbours that it joins, and theirs: downwards (1) or upwards (−1). Going down such
 * a chain no row is passed by (at worst a page repeats rows above), so all between its ends was read.
 */
function joinedWith(page: WalkPage, pages: WalkPage[], step: 1 | -1): WalkPage[] {
  const chain = [page];
  for (let end = page; ; ) {
    const next = pages.find((each) => each.index === end.index + step);
    if (!next || !(step < 0 ? joins(next, end) : joins(end, next))) return chain;
    chain.push(next);
    end = next;
  }
}

/** A filter up to 23:59:59 means the whole of that second; any other end is taken as it is. */
function rangeEndMs(rangeToMs: number | undefined): number {
  if (rangeToMs === undefined) return Number.POSITIVE_INFINITY;
  return rangeToMs % 60_000 === 59_000 ? rangeToMs + 1_000 : rangeToMs;
}

/**
 * No row can lie unread between two neighbouring pages: nothing moved (totals equal), or the lower page
 * was read later: new arrivals push rows down, so it then repeats rows of the upper page. Read the
 * other way round, arrivals push rows past the reader unseen.
 */
function joins(upper: WalkPage, lower: WalkPage): boolean {
  if (upper.total === undefined || lower.total === undefined) return false;
  if (upper.total === lower.total) return true;
  return lower.seenMs >= upper.seenMs && lower.total > upper.total;
}

/**
 * Coverage of the window [fromMs, toMs). `ratio` is 1 only when the whole window was read; `seen` is
 * the caller's count of records inside it. `expected` is known only then, or from the page's total.
 */
export function coverageFor(
  state: CoverageState,
  side: Side,
  windowFromMs: number,
  windowToMs: number,
  seenInWindow: number,
): Coverage {
  const { intervals, total, totalSeenMs, stored } = state[side];
  const coverage: Coverage = { side, seen: seenInWindow };
  if (intervals.length === 0) {
    return total === undefined ? coverage : { ...coverage, ratio: 0 };
  }
  let ratio = coveredMs(intervals, [windowFromMs, windowToMs]) / (windowToMs - windowFromMs);
  // Read in full yet fewer in store than the page counted: some were refused or lost on the way.
  const readAll = intervals.some(
    ([from, to]) => from <= SINCE_EVER && totalSeenMs !== undefined && to >= totalSeenMs,
  );
  if (readAll && total !== undefined && stored !== undefined && stored < total) {
    ratio = Math.min(ratio, stored / total);
  }
  return ratio >= 1 ? { ...coverage, ratio: 1, expected: seenInWindow } : { ...coverage, ratio };
}
