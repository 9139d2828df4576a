/** Plain records of like members as columns, and back. */
import { type ColumnHead, decodeColumn, encodeColumn } from './column';
import { opened, sealed } from './sealed';

interface Head {
  rows: number;
  columns: [string, ColumnHead][];
}

/** @param rows members are texts, numbers, truth values or lists of texts. */
export function encodeRows(rows: object[]): Uint8Array {
  const out: Uint8Array[] = [];
  const columns = columnsOf(rows, (row) => row).map(([name, values]): [string, ColumnHead] => [
    name,
    encodeColumn(values, {}, out),
  ]);
  const head: Head = { rows: rows.length, columns };
  return sealed(head, out);
}

/** Rows of which only as many columns are decoded as are asked for. */
export interface OpenRows {
  rows: number;
  /** Undefined: no row has a value of this name. Those before it, by name, are decoded with it. */
  column(name: string): unknown[] | undefined;
  row(at: number): Record<string, unknown>;
}

/** @throws, as do its members, when the bytes were not written by `encodeRows`, or were damaged. */
export function openRows(bytes: Uint8Array): OpenRows {
  const { head, from } = opened<Head>(bytes);
  const decoded: [string, unknown[]][] = [];
  const decodeTo = (at: number): void => {
    for (const [name, each] of head.columns.slice(decoded.length, at + 1))
      decoded.push([name, decodeColumn(each, head.rows, {}, from)]);
  };
  return {
    rows: head.rows,
    column(name) {
      const at = head.columns.findIndex(([one]) => one === name);
      decodeTo(at);
      return decoded[at]?.[1];
    },
    row(at) {
      decodeTo(head.columns.length - 1);
      return valuesAt(decoded, at);
    },
  };
}

/** @throws when the bytes were not written by `encodeRows`, or were damaged. */
export function decodeRows(bytes: Uint8Array): Record<string, unknown>[] {
  const open = openRows(bytes);
  return Array.from({ length: open.rows }, (_, at) => open.row(at));
}

/** A column for every name that some row has a value for, sorted: parts keep their fields so. */
export function columnsOf<T>(
  rows: T[],
  valuesOf: (row: T) => object | undefined,
): [string, unknown[]][] {
  const columns = new Map<string, unknown[]>();
  for (let row = 0; row < rows.length; row++) {
    const values = valuesOf(rows[row] as T) as Record<string, unknown>;
    for (const name in values) {
      let column = columns.get(name);
      if (!column) {
        column = new Array<unknown>(rows.length).fill(undefined);
        columns.set(name, column);
      }
      column[row] = values[name];
    }
  }
  return [...columns].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** One row's values again. */
export function valuesAt(
  columns: (readonly [string, unknown[]])[],
  row: number,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i++) {
    const [name, column] = columns[i] as (typeof columns)[number];
    const value = column[row];
    if (value !== undefined) values[name] = value;
  }
  return values;
}
