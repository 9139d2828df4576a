import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compile';
import type { OrderCase } from '../../../src/core/entities';
import type { Fact, TallyRow } from '../../../src/core/measure';
import { deleteCase, mergeCases } from '../../../src/core/merge';
import { applyDelta, sumCells, tallyAll, tallyDelta } from '../../../src/core/tally';
import { pack202609 } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { doudianWords } from '../../../src/platforms/doudian/rules/words';
import { sighting } from './arbitrary-case';

const compiled = compilePack(pack202609, doudianWords);

/** What the store does: a row per day, changed in place of the old one. */
function apply(rows: Map<number, TallyRow>, deltas: TallyRow[]): void {
  for (const delta of deltas) {
    const next = applyDelta(rows.get(delta.day), delta);
    if (next) rows.set(delta.day, next);
    else rows.delete(delta.day);
  }
}
const sorted = (rows: Map<number, TallyRow>): TallyRow[] =>
  [...rows.values()].sort((a, b) => a.day - b.day);

describe('tallies', () => {
  it('equal recomputation after any sequence of sightings, corrections, deletes and re-sends', () => {
    let factsSeen = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 3 }), sighting, fc.nat({ max: 30 })), { maxLength: 25 }),
        (events) => {
          const cases = new Map<string, OrderCase>();
          const rows = new Map<number, TallyRow>();
          for (const [which, seen, dice] of events) {
            const orderId = `order-${which}`;
            const arriving = { ...seen, orderId };
            const before = cases.get(orderId);
            const after =
              before && dice === 0
                ? deleteCase(before, 9)
                : before
                  ? mergeCases(before, arriving)
                  : arriving;
            const oldFacts = before ? compiled.facts(before) : [];
            const newFacts = compiled.facts(after);
            factsSeen += newFacts.length;
            apply(rows, tallyDelta(oldFacts, newFacts));
            cases.set(orderId, after);
          }
          const all = tallyAll([...cases.values()].map(compiled.facts));
          expect(JSON.stringify(sorted(rows))).toBe(JSON.stringify(all));
        },
      ),
      { numRuns: 400 },
    );
    expect(factsSeen).toBeGreaterThan(1_000);
  });

  const fact = (more: Partial<Fact>): Fact => ({
    measureId: 'm',
    unitId: '',
    day: 3,
    num: 2,
    den: 5,
    unknown: false,
    quality: 'exact',
    offends: false,
    ...more,
  });

  it('counts known, unknown, proxied and estimated units apart', () => {
    const rows = tallyAll([
      [
        fact({}),
        fact({ quality: 'proxy', bucket: 7 }),
        fact({ quality: 'estimate', num: 0 }),
        fact({ unknown: true, num: 0, den: 0 }),
      ],
    ]);
    expect(rows).toEqual([
      { day: 3, cells: { m: [4, 15, 3, 1, 1, 1] }, buckets: { m: { '7': 1 } } },
    ]);
  });

  it('leaves nothing behind when a corrected day moves', () => {
    const delta = tallyDelta([fact({ bucket: 1 })], [fact({ day: 4, bucket: 1 })]);
    expect(delta.map((row) => row.day)).toEqual([3, 4]);
    const rows = new Map([[3, tallyAll([[fact({ bucket: 1 })]])[0] as TallyRow]]);
    apply(rows, delta);
    expect(sorted(rows)).toEqual([
      { day: 4, cells: { m: [2, 5, 1, 0, 0, 0] }, buckets: { m: { '1': 1 } } },
    ]);
    expect(tallyDelta([fact({})], [fact({})])).toEqual([]);
  });

  it('keeps a fact of zero out of zero: it is a unit known', () => {
    expect(tallyAll([[fact({ num: 0, den: 0 })]])).toEqual([
      { day: 3, cells: { m: [0, 0, 1, 0, 0, 0] } },
    ]);
  });

  it('sums the days of a window, both ends included', () => {
    const rows = tallyAll([[1, 2, 3, 4].map((day) => fact({ day, num: day }))]);
    expect(sumCells(rows, 'm', 2, 3)).toEqual([5, 10, 2, 0, 0, 0]);
    expect(sumCells(rows, 'other', 2, 3)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
