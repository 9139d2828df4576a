/** Finding the header row and what its columns mean: by name, never by position. */
import type { Column, FileKind } from './file-kind';
import type { IgnoredColumn, RecognisedColumn } from './preview-types';
import type { Cell, Row } from './row-types';

/** Header rows are looked for this deep: exports may begin with a title, a period, a note. */
export const HEADER_DEPTH = 30;

/** A column of the file that is read. Several when the file repeats a header. */
export interface MappedColumn {
  column: Column;
  /** 0-based positions, all with the same header. */
  at: number[];
  header: string;
}

export interface HeaderMatch {
  kind: FileKind;
  /** Index of the header row in the sample. */
  index: number;
  row: Row;
  columns: MappedColumn[];
  width: number;
}

/**
 * Names compare without width, blanks, marks, quotes, and without the unit of money: "应付金额（元） " is
 * "应付金额", for every amount is in yuan.
 */
export function headerKey(text: string): string {
  return unwrap(text)
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff'"]+/g, '')
    .replace(/\(元\)$/, '')
    .toLowerCase();
}

export function headerText(cell: Cell | undefined): string {
  return typeof cell === 'string'
    ? unwrap(cell)
        .replace(/[\s\ufeff]+/g, ' ')
        .trim()
    : (cell?.n ?? '');
}

function unwrap(text: string): string {
  return /^\s*="([\s\S]*)"\s*$/.exec(text)?.[1] ?? text;
}

/** All kinds whose required columns stand in one of the first rows and whose forbidden ones don't. */
export function findHeaders(sample: Row[], kinds: FileKind[]): HeaderMatch[] {
  return kinds.flatMap((kind) => {
    for (let index = 0; index < Math.min(sample.length, HEADER_DEPTH); index += 1) {
      const match = matchRow(sample[index] as Row, index, kind);
      if (match) return [match];
    }
    return [];
  });
}

function matchRow(row: Row, index: number, kind: FileKind): HeaderMatch | undefined {
  const positions = positionsByKey(row);
  if (holdsData(positions)) return undefined;
  if (kind.forbidden.some((name) => positions.has(headerKey(name)))) return undefined;
  const columns: MappedColumn[] = [];
  for (const column of kind.columns) {
    const at = column.names.map((name) => positions.get(headerKey(name))).find(Boolean);
    if (at) columns.push({ column, at, header: headerText(row.cells[at[0] as number]) });
    else if (column.required) return undefined;
  }
  return { kind, index, row, columns, width: lastFilled(row) + 1 };
}

function positionsByKey(row: Row): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  row.cells.forEach((cell, at) => {
    const key = headerKey(headerText(cell));
    if (key === '') return;
    const known = positions.get(key);
    if (known) known.push(at);
    else positions.set(key, [at]);
  });
  return positions;
}

/** A header run together with the first row (its line end is gone) would show that row's cells as names. */
function holdsData(positions: Map<string, number[]>): boolean {
  return [...positions.keys()].some((key) => /\d{8,}|\d{4}[-/]\d{1,2}[-/]\d/.test(key));
}

function lastFilled(row: Row): number {
  return row.cells.findLastIndex((cell) => headerText(cell) !== '');
}

/**
 * When no kind matches: the kind whose required columns came closest in one row, and what it lacked.
 * Undefined when nothing at all was recognised.
 */
export function findNearest(
  sample: Row[],
  kinds: FileKind[],
): { kind: FileKind; missing: string[]; line: number } | undefined {
  let best: { kind: FileKind; missing: string[]; line: number; known: number } | undefined;
  for (const kind of kinds) {
    for (const row of sample.slice(0, HEADER_DEPTH)) {
      const positions = positionsByKey(row);
      if (holdsData(positions)) continue;
      if (kind.forbidden.some((name) => positions.has(headerKey(name)))) continue;
      const has = (column: Column) => column.names.some((name) => positions.has(headerKey(name)));
      const known = kind.columns.filter(has).length;
      const missing = kind.columns
        .filter((column) => column.required && !has(column))
        .map((column) => column.names[0] as string);
      // Two hits at least: one word alone may stand in any sheet.
      if (known >= 2 && known > (best?.known ?? 0)) best = { kind, missing, line: row.line, known };
    }
  }
  return best && { kind: best.kind, missing: best.missing, line: best.line };
}

/** What the preview says of each column of the file. */
export function describeColumns(match: HeaderMatch): {
  columns: RecognisedColumn[];
  ignored: IgnoredColumn[];
} {
  const { kind } = match;
  const columns: RecognisedColumn[] = [];
  const taken = new Set<number>();
  for (const { column, at, header } of match.columns) {
    at.forEach((position) => taken.add(position));
    columns.push({ column: (at[0] as number) + 1, header, fields: fieldsOf(column, kind) });
  }
  columns.sort((a, b) => a.column - b.column);
  const keys = (names: string[]) => new Set(names.map(headerKey));
  const [personal, notNeeded] = [keys(kind.personal), keys(kind.notNeeded)];
  const used = keys(kind.columns.flatMap((column) => column.names));
  const ignored: IgnoredColumn[] = [];
  match.row.cells.forEach((cell, position) => {
    const header = headerText(cell);
    if (taken.has(position) || header === '') return;
    const key = headerKey(header);
    const isPersonal = personal.has(key) || kind.personalParts.some((part) => key.includes(part));
    const listed = used.has(key) ? 'duplicate' : notNeeded.has(key) ? 'not-needed' : undefined;
    const why = personal.has(key) ? 'personal' : (listed ?? (isPersonal ? 'personal' : 'unknown'));
    ignored.push({ column: position + 1, header, why });
  });
  return { columns, ignored };
}

function fieldsOf(column: Column, kind: FileKind): string[] {
  const fields: string[] = [];
  if (column.key) fields.push(`${column.key === 'record' ? kind.record : column.key}.id`);
  if (column.record) fields.push(`${kind.record}.${column.record}`);
  if (column.line) fields.push(`line.${column.line}`);
  if (column.type === 'parcels') fields.push('parcels');
  if (column.type === 'tracking') fields.push('parcel.id');
  if (column.type === 'carrier') fields.push('parcel.carrier');
  return fields;
}
