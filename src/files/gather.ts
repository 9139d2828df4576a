/** Rows → records. Decides which rows may speak: whole, and naming a record by an undamaged id. */
import type { CaseRecord } from '../core/entities';
import { type IdReading, isBlank, plainText, type ReadContext, readId } from './cells';
import { createDrafts } from './drafts';
import { FileFailure } from './failure';
import type { Column } from './file-kind';
import { type HeaderMatch, headerKey } from './headers';
import { createIdAudit } from './id-audit';
import type { ProblemCode } from './problem-types';
import type { Problems } from './problems';
import { createRowReader, type RowReading } from './row-reader';
import type { Cell, Row } from './row-types';
import { createRowWidth } from './row-width';
import { isSummaryRow } from './summary-row';

type Key = NonNullable<Column['key']>;
type Damage = Extract<IdReading, { damaged: unknown }>['damaged'];

export interface Gathered {
  rows: number;
  skipped: number;
  /** Newest past instant of any field. */
  newestMs?: number;
  list: { newestMs?: number; oldestMs?: number; newestFirst: boolean };
  /** Ids of the records with the orders they belong to, in the file's order. */
  ids(): Iterable<[string, string]>;
  find(id: string): CaseRecord | undefined;
}

export interface Gatherer {
  /** @throws FileFailure `truncated` */
  add(row: Row): void;
  /** @throws FileFailure `damaged-ids`, `other-ids`, `no-rows`, `no-valid-rows` */
  finish(): Gathered;
}

export function createGatherer(
  match: HeaderMatch,
  context: ReadContext,
  problems: Problems,
): Gatherer {
  const { kind } = match;
  const reader = createRowReader(match, context, problems);
  const drafts = createDrafts(match, reader, problems);
  const keys = new Map(match.columns.map((mapped) => [mapped.column.key, mapped]));
  const recordKey = keys.get('record') as HeaderMatch['columns'][number];
  const listSlot = reader.recordSlots.findIndex((slot) => slot.field === kind.listDate);
  const audits = { record: createIdAudit(), order: createIdAudit(), line: createIdAudit() };
  let damage: { line: number; count: number; key: Key; how: Damage } | undefined;
  let firstBadLine: number | undefined;
  const rowWidth = createRowWidth(match.row.cells.length);
  let rows = 0;
  let skipped = 0;
  /** Rows whose list date says nothing although something depends on it. */
  let unreadable = 0;
  let newestMs: number | undefined;
  let lastListMs = Number.POSITIVE_INFINITY;
  let newestFirst = true;

  const at = (key: Key) => {
    const mapped = keys.get(key);
    return mapped && { column: (mapped.at[0] as number) + 1, header: mapped.header };
  };

  function skip(row: Row, code: ProblemCode, key?: Key): undefined {
    skipped += 1;
    problems.add(code, row.line, key && at(key));
  }

  /** The id in a cell, or undefined: blank, of another shape, or damaged (which is remembered). */
  function findId(cell: Cell | undefined, key: Key, line: number): string | undefined {
    const reading = readId(cell, keys.get(key)?.column.pattern as RegExp);
    if ('id' in reading) {
      audits[key].add(reading.id, line);
      return reading.id;
    }
    if ('damaged' in reading) {
      damage ??= { line, count: 0, key, how: reading.damaged };
      damage.count += 1;
    } else if ('bad' in reading) firstBadLine ??= line;
    return undefined;
  }

  /** The header again: files of several exports put together. */
  function isHeaderAgain(row: Row): boolean {
    const cell = row.cells[recordKey.at[0] as number];
    return typeof cell === 'string' && headerKey(cell) === headerKey(recordKey.header);
  }

  /** The file ends in this row without a line end: what is missing may be a cell or half of one. */
  function closeRow(row: Row): void {
    if (row.cells.length < match.width && rows > 1) {
      throw new FileFailure('truncated', {}, { line: row.line, column: row.cells.length });
    }
    const last = row.cells.length - 1;
    const mapped = match.columns.find((each) => each.at.includes(last));
    if (!mapped || isBlank(row.cells[last])) return;
    row.cells[last] = '';
    problems.add('open-end', row.line, { column: last + 1, header: mapped.header });
  }

  function add(row: Row): void {
    if (row.cells.every((cell) => plainText(cell) === '') || isHeaderAgain(row)) return;
    if (isSummaryRow(row)) return;
    rows += 1;
    if (row.broken) return skip(row, 'broken-quotes');
    if (row.open) closeRow(row);
    if (!context.isText) return readRow(row);
    const admitted = rowWidth.admit(row);
    if (admitted === 'too-many-cells') return skip(row, admitted);
    admitted.forEach(readRow);
  }

  function readRow(row: Row): void {
    const id = findId(reader.keyCell(row, 'record'), 'record', row.line);
    if (id === undefined) return skip(row, 'not-an-id', 'record');
    const orderId = keys.has('order')
      ? findId(reader.keyCell(row, 'order'), 'order', row.line)
      : id;
    if (orderId === undefined) return skip(row, 'not-an-id', 'order');
    const reading = reader.read(row);
    newestMs = Math.max(newestMs ?? 0, reading.newestMs ?? 0) || undefined;
    const found = reading.record[listSlot]?.[0];
    const listMs = typeof found === 'number' ? found : undefined;
    noteListDate(row, listMs);
    const name = kind.nameRecord ? kind.nameRecord(orderId, listMs) : id;
    if (name === undefined) return skip(row, 'not-an-id', 'record');
    drafts.note(name, orderId, row, { ...reading, lines: checkLineIds(reading, row) });
  }

  function noteListDate(row: Row, listMs: number | undefined): void {
    if (listMs === undefined) {
      if (kind.nameRecord || (kind.findDayMs && !isDateBlank(row))) unreadable += 1;
      return;
    }
    if (listMs > lastListMs) newestFirst = false;
    lastListMs = listMs;
  }

  function isDateBlank(row: Row): boolean {
    const columns = reader.recordSlots[listSlot]?.columns ?? [];
    return columns.every(({ at }) => at.every((position) => isBlank(row.cells[position])));
  }

  /**
   * Lines of a row with an unreadable line id are left out: under another name one would count twice, and
   * its neighbours may be halves of it.
   */
  function checkLineIds(reading: RowReading, row: Row): RowReading['lines'] {
    const isBad = (id: string | undefined) =>
      id !== undefined && findId(id, 'line', row.line) === undefined;
    if (reading.lines.filter((line) => isBad(line.id)).length === 0) return reading.lines;
    problems.add('bad-line-id', row.line, at('line'));
    return [];
  }

  function finish(): Gathered {
    for (const row of rowWidth.waiting()) {
      // A line of totals under the table is short too.
      const isRecord = findId(reader.keyCell(row, 'record'), 'record', row.line) !== undefined;
      if (isRecord) skip(row, 'too-few-cells');
      else skip(row, 'not-an-id', 'record');
    }
    failOnDamage();
    if (rows === 0) throw new FileFailure('no-rows');
    const list: Gathered['list'] = { newestFirst };
    let records = 0;
    let dated = 0;
    for (const [, draft] of drafts.alive()) {
      records += 1;
      const ms = drafts.listMs(draft);
      if (ms === undefined) continue;
      dated += 1;
      list.newestMs = Math.max(list.newestMs ?? ms, ms);
      list.oldestMs = Math.min(list.oldestMs ?? ms, ms);
    }
    // Every order and every ticket has its date in an export that has the column.
    const undated = kind.nameRecord || kind.findDayMs ? unreadable : records - dated;
    const listColumn = reader.recordSlots[listSlot]?.columns[0];
    if (listColumn && undated > Math.max(dated, records - undated)) {
      const where = { header: listColumn.header, column: (listColumn.at[0] as number) + 1 };
      throw new FileFailure('unreadable-dates', { count: undated }, where);
    }
    if (records === 0) {
      const isOther = firstBadLine !== undefined;
      throw new FileFailure(isOther ? 'other-ids' : 'no-valid-rows', {}, { line: firstBadLine });
    }
    return { rows, skipped, newestMs, list, ids, find: (id) => drafts.find(id) };
  }

  function* ids(): Generator<[string, string]> {
    for (const [id, draft] of drafts.alive()) yield [id, draft.orderId];
  }

  function failOnDamage(): void {
    if (damage) {
      const { line, count, how, key } = damage;
      throw new FileFailure('damaged-ids', { count, how }, { line, ...at(key) });
    }
    for (const key of ['record', 'order', 'line'] as const) {
      const found = audits[key].findDamage();
      if (!found) continue;
      const params = { count: found.count, how: 'rounded' as const };
      throw new FileFailure('damaged-ids', params, { line: found.line, ...at(key) });
    }
  }

  return { add, finish };
}
