/** The parts of one kind (all lines of all cases, say) as columns, and back. */
import type { AnyPart } from '../../core/scope';
import type { ByteReader } from './bytes';
import { type ColumnHead, decodeColumn, encodeColumn, type References } from './column';
import { columnsOf, valuesAt } from './rows';

/** The parts of one case by id. */
export type Parts = Record<string, AnyPart>;

/** Parts are rows, in the order of the cases. */
export interface PartsHead {
  rows: number;
  /** How many parts each case has. */
  counts: ColumnHead;
  id: ColumnHead;
  at: ColumnHead;
  /** By field name. */
  f: [string, ColumnHead][];
  was: [string, ColumnHead][];
}

/** @param near of each case; a part's numbers are near to those of its case. */
export function encodeParts(cases: Parts[], near: References, out: Uint8Array[]): PartsHead {
  const ids = cases.map((parts) => Object.keys(parts));
  const rows: AnyPart[] = [];
  for (let i = 0; i < cases.length; i++) {
    for (const id of ids[i] as string[]) rows.push((cases[i] as Parts)[id] as AnyPart);
  }
  const counts = ids.map(({ length }) => length);
  const own = repeated(near, counts);
  const encode = (values: unknown[]): ColumnHead => encodeColumn(values, own, out);
  const encodeAll = (all: [string, unknown[]][]): [string, ColumnHead][] =>
    all.map(([name, values]) => [name, encode(values)]);
  return {
    rows: rows.length,
    counts: encodeColumn(counts, {}, out),
    id: encode(ids.flat()),
    at: encode(rows.map(({ at }) => at)),
    f: encodeAll(columnsOf(rows, (part) => part.f)),
    was: encodeAll(columnsOf(rows, (part) => part.was)),
  };
}

/** @throws when there are too few bytes. */
export function decodeParts(head: PartsHead, near: References, from: ByteReader): Parts[] {
  const counts = decodeColumn(head.counts, near.ms?.length ?? 0, {}, from) as number[];
  const own = repeated(near, counts);
  const decode = (each: ColumnHead): unknown[] => decodeColumn(each, head.rows, own, from);
  const ids = decode(head.id) as string[];
  const ats = decode(head.at) as number[];
  const fields = head.f.map(([name, each]) => [name, decode(each)] as const);
  const seen = head.was.map(([name, each]) => [name, decode(each)] as const);
  const partAt = (row: number): AnyPart => {
    const part: AnyPart = { f: valuesAt(fields, row), at: ats[row] as number };
    for (let i = 0; i < seen.length; i++) {
      if (seen[i]?.[1][row] === undefined) continue;
      part.was = valuesAt(seen, row) as Record<string, number>;
      break;
    }
    return part;
  };
  let row = 0;
  return counts.map((count) => {
    const first = row;
    row += count;
    if (count === 0) return {};
    // Computed members define plain own keys: an id such as "__proto__" stays an id.
    if (count === 1) return { [ids[first] as string]: partAt(first) };
    return Object.fromEntries(ids.slice(first, row).map((id, i) => [id, partAt(first + i)]));
  });
}

function repeated(near: References, counts: number[]): References {
  if (counts.every((count) => count === 1)) return near;
  const spread = (values: number[] | undefined): number[] | undefined => {
    if (!values) return undefined;
    const rows: number[] = [];
    for (let i = 0; i < counts.length; i++) {
      for (let k = 0; k < (counts[i] as number); k++) rows.push(values[i] as number);
    }
    return rows;
  };
  return { ms: spread(near.ms), idHigh: spread(near.idHigh), idLow: spread(near.idLow) };
}
