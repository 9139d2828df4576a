import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListReading } from '../../../src/core/entities';
import {
  addWalkedPage,
  findAbsentMs,
  isFullWalk,
  type ListWalk,
  type OpenUnit,
  VISIT_MS,
} from '../../../src/core/list-walk';

/** A page of a list newest first; ids are their own list dates. */
function page(
  ids: number[],
  fields: Partial<ListReading> & { total: number },
): [ListReading, string[]] {
  const reading: ListReading = {
    side: 'aftersales',
    filterKey: 'tab=待商家处理',
    rows: ids.length,
    newestFirst: ids.every((id, i) => i === 0 || id <= (ids[i - 1] ?? id)),
    pageIndex: 1,
    pageSize: 3,
    loadedMs: 1_000,
    ...(ids.length > 0 ? { newestMs: Math.max(...ids), oldestMs: Math.min(...ids) } : {}),
    ...fields,
  };
  return [reading, ids.map(String)];
}

const walkOf = (pages: [ListReading, string[]][]): ListWalk | undefined =>
  pages.reduce<ListWalk | undefined>(
    (walk, [reading, ids]) => addWalkedPage(walk, reading, ids) ?? walk,
    undefined,
  );

const unit = (id: number, seenMs = 500): OpenUnit => ({
  side: 'aftersales',
  id: String(id),
  state: '待商家处理',
  seenMs,
  listMs: id,
});

const absentMs = (pages: [ListReading, string[]][], one: OpenUnit): number | undefined => {
  const walk = walkOf(pages);
  return walk && isFullWalk(walk) ? findAbsentMs(walk, one) : undefined;
};

describe('a full walk', () => {
  const first = page([90, 80, 70], { total: 5 });
  const second = page([50, 40], { total: 5, pageIndex: 2, loadedMs: 2_000 });

  it('of one page proves what is not on it absent when the page was loaded', () => {
    expect(absentMs([page([90, 80], { total: 2 })], unit(85))).toBe(1_000);
    expect(absentMs([page([90, 80], { total: 2 })], unit(80))).toBeUndefined();
    expect(absentMs([page([], { total: 0 })], unit(85))).toBe(1_000);
  });

  it('of several pages proves it by the page that would have held the row', () => {
    expect(absentMs([first, second], unit(75))).toBe(1_000);
    expect(absentMs([first, second], unit(45))).toBe(2_000);
    expect(absentMs([first, second], unit(10))).toBe(2_000);
    expect(absentMs([first, second], unit(99))).toBe(1_000);
    // Between the pages a row may have slipped through unread; at a page's end there may be twins.
    for (const id of [60, 70, 50]) {
      expect(absentMs([first, second], { ...unit(id), id: 'other' })).toBeUndefined();
    }
  });

  it('is nothing while a page is missing, read in part, or of another total', () => {
    expect(absentMs([first], unit(75))).toBeUndefined();
    expect(absentMs([second], unit(75))).toBeUndefined();
    expect(absentMs([page([90, 80], { total: 5 }), second], unit(75))).toBeUndefined();
    expect(absentMs([page([90, 80, 70], { total: 6 }), second], unit(75))).toBeUndefined();
    const other = page([50, 40], { total: 5, pageIndex: 2, pageSize: 4, loadedMs: 2_000 });
    expect(absentMs([first, other], unit(75))).toBeUndefined();
  });

  it('is nothing without the instant of loading, or without a total', () => {
    expect(absentMs([page([90], { total: 1, loadedMs: undefined })], unit(75))).toBeUndefined();
    const untold = page([90], { total: 1, ...({ total: undefined } as object) });
    expect(absentMs([untold], unit(75))).toBeUndefined();
  });

  it('is one visit', () => {
    const late = { pageIndex: 2, total: 5, loadedMs: 1_000 + VISIT_MS + 1 };
    expect(absentMs([first, page([50, 40], late)], unit(75))).toBeUndefined();
    const again = page([90, 80, 70], { total: 5, loadedMs: late.loadedMs - 10 });
    expect(absentMs([first, page([50, 40], late), again], unit(75))).toBe(again[0].loadedMs);
  });

  it('with a row met twice has moved on the way', () => {
    const moved = page([70, 50], { total: 5, pageIndex: 2, loadedMs: 2_000 });
    expect(absentMs([first, moved], unit(75))).toBeUndefined();
  });

  it('in another order than newest first proves nothing over several pages', () => {
    expect(absentMs([page([70, 90, 80], { total: 5 }), second], unit(75))).toBeUndefined();
    expect(absentMs([page([80, 90], { total: 2 })], unit(85))).toBe(1_000);
  });

  it('says nothing about what was seen later than the page was loaded', () => {
    expect(absentMs([page([90, 80], { total: 2 })], unit(85, 1_000))).toBeUndefined();
    expect(absentMs([page([90, 80], { total: 2 })], unit(85, 1_001))).toBeUndefined();
  });

  it('is not undone by a tab that shows how the list was before', () => {
    const old = page([90, 85, 80], { total: 3, loadedMs: 900 });
    expect(absentMs([page([90, 80], { total: 2 }), old], unit(85))).toBe(1_000);
  });
});

describe('while the list changes', () => {
  interface Move {
    what: 'leave' | 'enter' | 'load' | 'show-old';
    pick: number;
  }
  const move: fc.Arbitrary<Move> = fc.record({
    what: fc.constantFrom('leave', 'enter', 'load', 'load', 'load', 'load', 'show-old'),
    pick: fc.nat({ max: 30 }),
  });

  it('nothing is called absent that was still there', () => {
    let proofs = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 11 }),
        fc.integer({ min: 2, max: 4 }),
        fc.array(move, { minLength: 6, maxLength: 24 }),
        (start, pageSize, moves) => {
          const inList = new Set(start);
          const history: Set<number>[] = [];
          const shown: [ListReading, string[]][] = [];
          const seenMs = new Map<number, number>([...inList].map((id) => [id, 0]));
          let walk: ListWalk | undefined;
          for (const [i, { what, pick }] of moves.entries()) {
            const nowMs = i + 1;
            const ids = [...inList].sort((a, b) => b - a);
            const leaving = ids[pick % Math.max(1, ids.length)];
            if (what === 'leave' && leaving !== undefined) inList.delete(leaving);
            // Also in the middle of the list: a case comes back to its old place.
            if (what === 'enter') inList.add(1 + pick * 2);
            history[nowMs] = new Set(inList);
            if (what === 'load') {
              const rows = [...inList].sort((a, b) => b - a);
              const index = 1 + (pick % Math.max(1, Math.ceil(rows.length / pageSize)));
              const slice = rows.slice((index - 1) * pageSize, index * pageSize);
              shown.push(
                page(slice, { total: rows.length, pageIndex: index, pageSize, loadedMs: nowMs }),
              );
            }
            const reading = what === 'show-old' ? shown[pick % shown.length] : shown.at(-1);
            if (!reading || (what !== 'load' && what !== 'show-old')) continue;
            for (const id of reading[1]) {
              seenMs.set(
                Number(id),
                Math.max(seenMs.get(Number(id)) ?? 0, reading[0].loadedMs ?? 0),
              );
            }
            walk = addWalkedPage(walk, ...reading) ?? walk;
            if (!walk || !isFullWalk(walk)) continue;
            for (const [id, seen] of seenMs) {
              const atMs = findAbsentMs(walk, unit(id, seen));
              if (atMs === undefined) continue;
              proofs += 1;
              expect(history[atMs]?.has(id)).toBe(false);
            }
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(proofs).toBeGreaterThan(100);
  });

  it('a list that holds still proves all that left, but between two pages', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.integer({ min: 2, max: 5 }),
        (all, pick, pageSize) => {
          const gone = all[pick % all.length] as number;
          const rows = all.filter((id) => id !== gone).sort((a, b) => b - a);
          const last = Math.max(1, Math.ceil(rows.length / pageSize));
          const pages = Array.from({ length: last }, (_, i) =>
            page(rows.slice(i * pageSize, (i + 1) * pageSize), {
              total: rows.length,
              pageIndex: i + 1,
              pageSize,
              loadedMs: 1_000 + i,
            }),
          );
          const at = rows.filter((id) => id > gone).length;
          const isBetween = at > 0 && at < rows.length && at % pageSize === 0;
          expect(absentMs(pages, unit(gone)) !== undefined).toBe(!isBetween);
        },
      ),
    );
  });
});
