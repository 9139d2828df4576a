/** One row → what it says: ids, fields of the record, its lines. Which cell is which is compiled once. */
import type { ParcelRecord } from '../core/entities';
import { isBlank, plainText, type ReadContext, type Reading, readCell, type Value } from './cells';
import type { Column } from './file-kind';
import type { HeaderMatch, MappedColumn } from './headers';
import { countsLines, pieces } from './joined';
import { findParcels, findTracked } from './parcels';
import type { ProblemCode } from './problem-types';
import type { Problems } from './problems';
import type { Cell, Row } from './row-types';

/** A field and the columns that may fill it, best first. */
export interface Slot {
  field: string;
  columns: MappedColumn[];
  everyRow: boolean;
  singleRow: boolean;
}

export interface RowReading {
  /** Per record slot, every value the row gives: usually one, none when unknown. */
  record: Value[][];
  lines: { id?: string; values: (Value | undefined)[] }[];
  parcels: ParcelRecord[];
  /** Newest past instant of the row. */
  newestMs?: number;
}

export interface RowReader {
  recordSlots: Slot[];
  lineSlots: Slot[];
  read(row: Row): RowReading;
  /** The cell of a key, or '' when two columns of that name differ. */
  keyCell(row: Row, key: NonNullable<Column['key']>): Cell | undefined;
}

const READINGS_KEPT = 5_000;

export function createRowReader(
  match: HeaderMatch,
  context: ReadContext,
  problems: Problems,
): RowReader {
  const keys = new Map(
    match.columns.filter((each) => each.column.key).map((each) => [each.column.key, each]),
  );
  const recordSlots = slotsOf(match.columns, (column) => column.record);
  const lineSlots = slotsOf(match.columns, (column) => column.line);
  const lineKey = keys.get('line');
  const counting = [...match.columns].filter(
    ({ column }) => (column.line || column.key === 'line') && countsLines(column.type),
  );
  const ofType = (type: Column['type']) => match.columns.find(({ column }) => column.type === type);
  const joined = ofType('parcels');
  const numbers = joined ?? ofType('tracking');
  const carriers = ofType('carrier');
  const readings = new Map<MappedColumn, Map<string, Reading>>();
  let newestMs: number | undefined;

  const note = (code: ProblemCode, line: number, mapped: MappedColumn) =>
    problems.add(code, line, { column: (mapped.at[0] as number) + 1, header: mapped.header });

  function cellOf(row: Row, mapped: MappedColumn): Cell {
    const [first, ...rest] = mapped.at;
    const cell = row.cells[first as number] ?? '';
    if (rest.length === 0) return cell;
    const filled = mapped.at.map((at) => row.cells[at] ?? '').filter((each) => !isBlank(each));
    if (new Set(filled.map(plainText)).size <= 1) return filled[0] ?? '';
    note('duplicate-column-differs', row.line, mapped);
    return '';
  }

  /** States and product names repeat: each text is read once, and stored once. */
  function readOften(cell: Cell, mapped: MappedColumn): Reading {
    if (typeof cell !== 'string' || mapped.column.type !== 'text') {
      return readCell(cell, mapped.column, context);
    }
    const known = readings.get(mapped) ?? new Map<string, Reading>();
    readings.set(mapped, known);
    const reading = known.get(cell) ?? readCell(cell, mapped.column, context);
    if (known.size < READINGS_KEPT) known.set(cell, reading);
    return reading;
  }

  /** `isNoted`: the same cell was read before, and its problem told. */
  function value(cell: Cell, row: Row, mapped: MappedColumn, isNoted = false): Value | undefined {
    const reading = readOften(cell, mapped);
    if (reading.problem && !isNoted) note(reading.problem, row.line, mapped);
    if (mapped.column.type === 'time' && typeof reading.value === 'number') {
      if (newestMs === undefined || reading.value > newestMs) newestMs = reading.value;
    }
    return reading.value;
  }

  /** How many lines the row holds; 0 when its columns don't agree on it. */
  function countLines(row: Row): number {
    let count = 1;
    for (const mapped of counting) count = Math.max(count, pieces(cellOf(row, mapped)).length);
    if (count === 1 || !lineKey) return count;
    const ids = cellOf(row, lineKey);
    if (isBlank(ids) || pieces(ids).length === count) return count;
    note('joined-counts-differ', row.line, lineKey);
    return 0;
  }

  function readRecordSlot(row: Row, slot: Slot, lines: number): Value[] {
    for (const mapped of slot.columns) {
      const cell = cellOf(row, mapped);
      if (isBlank(cell)) continue;
      const splits =
        mapped.column.type !== 'text' || (mapped.column.line !== undefined && lines > 1);
      const parts = splits ? pieces(cell) : [cell];
      // An amount per line is not the record's amount.
      if (slot.singleRow && parts.length > 1) return [];
      const filled = parts.filter((part) => !isBlank(part));
      const known = filled.map((part) => value(part, row, mapped)).filter(isKnown);
      // One unreadable piece may be a part of its neighbour.
      const isWhole =
        known.length === filled.length && !(slot.everyRow && filled.length < parts.length);
      if (isWhole && known.length > 0) return known;
    }
    return [];
  }

  function readLines(row: Row, count: number): RowReading['lines'] {
    if (lineSlots.length === 0 && !lineKey) return [];
    const lines: RowReading['lines'] = Array.from({ length: count }, () => ({ values: [] }));
    if (lineKey && count > 0) {
      const ids = pieces(cellOf(row, lineKey));
      lines.forEach((line, index) => {
        const id = plainText(ids[index]);
        if (!isBlank(ids[index])) line.id = id;
      });
    }
    lineSlots.forEach((slot, slotIndex) => {
      const mapped = slot.columns[0] as MappedColumn;
      const cell = cellOf(row, mapped);
      const isInRecord = mapped.column.record !== undefined;
      const parts = count > 1 ? pieces(cell) : [cell];
      if (parts.length === count) {
        lines.forEach((line, index) => {
          line.values[slotIndex] = value(parts[index] as Cell, row, mapped, isInRecord);
        });
      } else if (parts.length > 1) note('joined-counts-differ', row.line, mapped);
    });
    return lines;
  }

  function readParcels(row: Row): ParcelRecord[] {
    const text = textOf(row, numbers);
    if (!numbers || text === '') return [];
    const parcels = joined ? findParcels(text) : findTracked(text, textOf(row, carriers));
    if (!parcels) note('bad-parcel', row.line, numbers);
    return parcels ?? [];
  }

  function textOf(row: Row, mapped: MappedColumn | undefined): string {
    const text = mapped && value(cellOf(row, mapped), row, mapped);
    return typeof text === 'string' ? text : '';
  }

  return {
    recordSlots,
    lineSlots,
    keyCell(row, key) {
      const mapped = keys.get(key);
      return mapped && cellOf(row, mapped);
    },
    read(row) {
      newestMs = undefined;
      const count = countLines(row);
      const record = recordSlots.map((slot) => readRecordSlot(row, slot, count));
      const lines = readLines(row, count);
      return { record, lines, parcels: readParcels(row), newestMs };
    },
  };
}

function isKnown(value: Value | undefined): value is Value {
  return value !== undefined;
}

function slotsOf(columns: MappedColumn[], fieldOf: (column: Column) => string | undefined): Slot[] {
  const slots = new Map<string, Slot>();
  for (const mapped of columns) {
    const field = fieldOf(mapped.column);
    if (!field) continue;
    const { everyRow = false, singleRow = false } = mapped.column;
    const known = slots.get(field);
    if (known) known.columns.push(mapped);
    else slots.set(field, { field, columns: [mapped], everyRow, singleRow });
  }
  return [...slots.values()];
}
