/**
 * Tallies (日汇总): the sums of facts per day. An exact cache: −facts(old) + facts(new) in the same
 * transaction always equals recomputation, because empty cells and rows vanish.
 */
import type { Fact, TallyCell, TallyRow } from './measure';

/** What changes, one signed row per day touched, oldest first. Days where all cancels are absent. */
export function tallyDelta(oldFacts: Fact[], newFacts: Fact[]): TallyRow[] {
  const rows = new Map<number, TallyRow>();
  for (const fact of oldFacts) addFact(rows, fact, -1);
  for (const fact of newFacts) addFact(rows, fact, 1);
  return [...rows.values()]
    .map(withoutEmpty)
    .filter((row): row is TallyRow => row !== undefined)
    .sort((a, b) => a.day - b.day);
}

/** The row after a delta of the same day; undefined when nothing is left (delete the stored row). */
export function applyDelta(row: TallyRow | undefined, delta: TallyRow): TallyRow | undefined {
  const sum: TallyRow = { day: delta.day, cells: {}, buckets: {} };
  for (const each of row ? [row, delta] : [delta]) {
    for (const [id, cell] of Object.entries(each.cells)) addCell(sum, id, cell);
    for (const [id, buckets] of Object.entries(each.buckets ?? {})) {
      for (const [bucket, units] of Object.entries(buckets)) addBucket(sum, id, bucket, units);
    }
  }
  return withoutEmpty(sum);
}

/** Recomputation from the facts of many cases: what stored tallies must equal, and what validation counts with. */
export function tallyAll(factLists: Iterable<Fact[]>): TallyRow[] {
  const rows = new Map<number, TallyRow>();
  for (const facts of factLists) {
    for (const fact of facts) addFact(rows, fact, 1);
  }
  return [...rows.values()]
    .map(withoutEmpty)
    .filter((row): row is TallyRow => row !== undefined)
    .sort((a, b) => a.day - b.day);
}

/** The sum of one measure's cells over the days [dayFrom, dayTo], both included. */
export function sumCells(
  rows: TallyRow[],
  measureId: string,
  dayFrom: number,
  dayTo: number,
): TallyCell {
  const sum: TallyCell = [0, 0, 0, 0, 0, 0];
  for (const row of rows) {
    if (row.day < dayFrom || row.day > dayTo) continue;
    const cell = row.cells[measureId];
    if (cell) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (cell[i] ?? 0);
  }
  return sum;
}

/** Units per raw value of one measure, each day by its weight. */
export function sumBuckets(
  rows: TallyRow[],
  measureId: string,
  weightOf: (day: number) => number,
): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { day, buckets } of rows) {
    for (const [bucket, units] of Object.entries(buckets?.[measureId] ?? {})) {
      sum[bucket] = (sum[bucket] ?? 0) + weightOf(day) * units;
    }
  }
  return sum;
}

/** Numerator and denominator of one measure, each day by its weight. */
export function sumWeighted(
  rows: TallyRow[],
  measureId: string,
  weightOf: (day: number) => number,
): { num: number; den: number } {
  const sum = { num: 0, den: 0 };
  for (const { day, cells } of rows) {
    const [num = 0, den = 0] = cells[measureId] ?? [];
    sum.num += weightOf(day) * num;
    sum.den += weightOf(day) * den;
  }
  return sum;
}

function addFact(rows: Map<number, TallyRow>, fact: Fact, sign: 1 | -1): void {
  let row = rows.get(fact.day);
  if (!row) {
    row = { day: fact.day, cells: {}, buckets: {} };
    rows.set(fact.day, row);
  }
  // In place: this runs for every fact of every order, and makes nothing but the sums.
  const sum = cellOf(row, fact.measureId);
  if (fact.unknown) {
    sum[3] += sign;
    return;
  }
  sum[0] += sign * fact.num;
  sum[1] += sign * fact.den;
  sum[2] += sign;
  if (fact.quality === 'proxy') sum[4] += sign;
  else if (fact.quality === 'estimate') sum[5] += sign;
  if (fact.bucket !== undefined) addBucket(row, fact.measureId, String(fact.bucket), sign);
}

/** The sum of a row that this module owns. It begins at 0, so that −0, which is not equal to 0, never comes up. */
function cellOf(row: TallyRow, id: string): TallyCell {
  const known = row.cells[id];
  if (known) return known;
  const made: TallyCell = [0, 0, 0, 0, 0, 0];
  row.cells[id] = made;
  return made;
}

function addCell(row: TallyRow, id: string, cell: TallyCell): void {
  const sum = cellOf(row, id);
  for (let i = 0; i < cell.length; i++) sum[i] = (sum[i] ?? 0) + (cell[i] ?? 0);
}

function addBucket(row: TallyRow, id: string, bucket: string, units: number): void {
  const all = row.buckets ?? {};
  const buckets = all[id] ?? {};
  buckets[bucket] = (buckets[bucket] ?? 0) + units;
  all[id] = buckets;
  row.buckets = all;
}

/** Keys in one order, zero cells and buckets gone; undefined when nothing is left. */
function withoutEmpty(row: TallyRow): TallyRow | undefined {
  const cells = sortedEntries(row.cells).filter(([, cell]) => cell.some((each) => each !== 0));
  const buckets = sortedEntries(row.buckets ?? {}).flatMap(([id, byBucket]) => {
    const kept = sortedEntries(byBucket).filter(([, units]) => units !== 0);
    return kept.length > 0 ? [[id, Object.fromEntries(kept)] as const] : [];
  });
  if (cells.length === 0 && buckets.length === 0) return undefined;
  const kept: TallyRow = { day: row.day, cells: Object.fromEntries(cells) };
  if (buckets.length > 0) kept.buckets = Object.fromEntries(buckets);
  return kept;
}

function sortedEntries<T>(from: Record<string, T>): [string, T][] {
  return Object.entries(from).sort(([a], [b]) => (a < b ? -1 : 1));
}
