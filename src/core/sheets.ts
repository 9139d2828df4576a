/**
 * A shop may have several score pages side by side (a score, and the indicators that peers are compared
 * in): each reading of another page is kept as a *sheet* of the day. The main page gives the score; what
 * only the others print about an indicator is added to it.
 */
import type { ScoreSnapshot, SnapshotIndicator } from './entities';

/** A page not read again for so long says nothing of today. */
export const SHEET_DAYS = 7;

/** Every reading by itself, oldest first. */
const pagesOf = (snapshots: readonly ScoreSnapshot[]): ScoreSnapshot[] =>
  [...snapshots]
    .sort((a, b) => a.day - b.day)
    .flatMap(({ sheets, ...own }) => [own, ...Object.values(sheets ?? {})]);

/**
 * Readings of one page only, oldest first: of the main one where it was read at most a week before the
 * newest of all, else of the page read last. The last of them carries what the others' newest say.
 * @param packId the pack to explain: where a page of that pack was read as recently, it is that page
 */
export function joinSheets(snapshots: readonly ScoreSnapshot[], packId?: string): ScoreSnapshot[] {
  const pages = pagesOf(snapshots);
  const newest = pages.at(-1);
  if (!newest || pages.every((each) => each.sheet === undefined)) return pages;
  const isRecent = (each: ScoreSnapshot): boolean => newest.day - each.day <= SHEET_DAYS;
  const hasMain = pages.some((each) => each.sheet === undefined && isRecent(each));
  const wanted = pages.findLast((each) => each.packId === packId && isRecent(each));
  const chosen = packId !== undefined && wanted ? wanted.sheet : hasMain ? undefined : newest.sheet;
  const own = pages.filter((each) => each.sheet === chosen);
  const others = pages.filter((each) => each.sheet !== chosen && isRecent(each));
  const at = own.findLastIndex((each) => each.state === 'scored');
  const last = own[at];
  if (!last) return own;
  const indicators: Record<string, SnapshotIndicator> = {};
  for (const page of [...others, last]) {
    for (const [id, indicator] of Object.entries(page.indicators)) {
      indicators[id] = { ...indicators[id], ...indicator };
    }
  }
  return own.with(at, { ...last, indicators });
}
