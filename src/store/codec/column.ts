/**
 * One field of many rows. Numbers go into planes of bytes, ids of digits into two columns of numbers, and
 * everything else is named once and pointed at.
 */
import { type ByteReader, take } from './bytes';
import { decodeIntegers, encodeIntegers, type IntegerHead, isPlainInteger } from './integers';

/** What numbers of a row are likely to be near to, one entry for each row. */
export interface References {
  ms?: number[];
  idHigh?: number[];
  idLow?: number[];
}

/** `gaps`: some rows have no value; a bit for each row says which. */
export type ColumnHead =
  | { kind: 'integers'; gaps?: true; values: IntegerHead }
  | { kind: 'ids'; gaps?: true; high: IntegerHead; low: IntegerHead }
  /** `at` is left out when all values are one, or all are different. */
  | { kind: 'words'; gaps?: true; words: unknown[]; at?: IntegerHead };

/** Platforms' ids: too long for a number, never with a leading zero. */
const ID = /^[1-9]\d{9,23}$/;
const LOW_DIGITS = 9;

/** @param rows a value each; undefined where there is none. */
export function encodeColumn(rows: unknown[], near: References, out: Uint8Array[]): ColumnHead {
  const gaps = rows.includes(undefined);
  const values = gaps ? rows.filter((value) => value !== undefined) : rows;
  if (gaps) out.push(bitsOf(rows));
  const mark = gaps ? { gaps: true as const } : {};
  const at = (reference?: number[]): number[] | undefined =>
    gaps ? reference?.filter((_, i) => rows[i] !== undefined) : reference;
  if (values.every(isPlainInteger)) {
    return { kind: 'integers', ...mark, values: encodeIntegers(values, at(near.ms), out) };
  }
  if (values.every(isLongId)) {
    const high = values.map((id) => Number(id.slice(0, -LOW_DIGITS)));
    const low = values.map((id) => Number(id.slice(-LOW_DIGITS)));
    return {
      kind: 'ids',
      ...mark,
      high: encodeIntegers(high, at(near.idHigh), out),
      low: encodeIntegers(low, at(near.idLow), out),
    };
  }
  const { words, pointers } = namedOnce(values);
  if (words.length === 1 || words.length === values.length)
    return { kind: 'words', ...mark, words };
  return { kind: 'words', ...mark, words, at: encodeIntegers(pointers, undefined, out) };
}

/** @throws when there are too few bytes. */
export function decodeColumn(
  head: ColumnHead,
  count: number,
  near: References,
  from: ByteReader,
): unknown[] {
  const bits = head.gaps && take(from, Math.ceil(count / 8));
  const rows = bits && [...Array(count).keys()].filter((i) => isSet(bits, i));
  const values = decodeValues(head, rows?.length ?? count, near, rows, from);
  if (!rows) return values;
  const spread = new Array<unknown>(count).fill(undefined);
  for (let i = 0; i < rows.length; i++) spread[rows[i] as number] = values[i];
  return spread;
}

function decodeValues(
  head: ColumnHead,
  count: number,
  near: References,
  rows: number[] | undefined,
  from: ByteReader,
): unknown[] {
  const at = (reference?: number[]): number[] | undefined =>
    reference && rows ? rows.map((i) => reference[i] as number) : reference;
  switch (head.kind) {
    case 'integers':
      return decodeIntegers(head.values, count, at(near.ms), from);
    case 'ids': {
      const high = decodeIntegers(head.high, count, at(near.idHigh), from);
      const low = decodeIntegers(head.low, count, at(near.idLow), from);
      return high.map((part, i) => idOf(part, low[i] as number));
    }
    case 'words': {
      const { words } = head;
      if (head.at) return decodeIntegers(head.at, count, undefined, from).map((i) => words[i]);
      return words.length === count ? words : new Array<unknown>(count).fill(words[0]);
    }
  }
}

/** The two numbers of an id; undefined for ids of another form. */
export function splitId(id: string): { high: number; low: number } | undefined {
  if (!isLongId(id)) return undefined;
  return { high: Number(id.slice(0, -LOW_DIGITS)), low: Number(id.slice(-LOW_DIGITS)) };
}

const idOf = (high: number, low: number): string =>
  `${high}${String(low).padStart(LOW_DIGITS, '0')}`;

const isLongId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** In the order of their first appearance. Lists are compared as text. */
function namedOnce(values: unknown[]): { words: unknown[]; pointers: number[] } {
  const texts = new Map<string, number>();
  const others = new Map<string, number>();
  const words: unknown[] = [];
  const pointers = new Array<number>(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const isText = typeof value === 'string';
    const known = isText ? texts : others;
    const key = isText ? value : JSON.stringify(value);
    let at = known.get(key);
    if (at === undefined) {
      at = words.push(value) - 1;
      known.set(key, at);
    }
    pointers[i] = at;
  }
  return { words, pointers };
}

function bitsOf(rows: unknown[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(rows.length / 8));
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] !== undefined) bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
  }
  return bits;
}

const isSet = (bits: Uint8Array, i: number): boolean =>
  ((bits[i >> 3] as number) & (1 << (i & 7))) !== 0;
