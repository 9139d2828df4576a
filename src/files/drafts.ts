/** Records in the making: one order may span several rows, one row may hold several lines. */
import type { CaseRecord, ParcelRecord } from '../core/entities';
import { plainText } from './cells';
import { createFields, type Fields, MAX_FIELDS, noteField, settledField } from './fields';
import type { HeaderMatch } from './headers';
import type { Problems } from './problems';
import type { RowReader, RowReading, Slot } from './row-reader';
import type { Row } from './row-types';

export interface Draft {
  orderId: string;
  rows: number;
  fields: Fields;
  /** Absent in files without line columns. */
  lines?: Map<string, Fields>;
  parcels?: Map<string, ParcelRecord>;
  /** Cells of the first row, where lines have no ids: the same row again is a repetition. */
  signature?: string;
  /** Rows of one ticket name two orders: nothing about it can be trusted. */
  dead?: boolean;
}

export interface Drafts {
  note(id: string, orderId: string, row: Row, reading: RowReading): void;
  /** Records by id that can be trusted, in the file's order. */
  alive(): Iterable<[string, Draft]>;
  /** The record of that id, unless it cannot be trusted. */
  find(id: string): CaseRecord | undefined;
  /** The list date, when known. */
  listMs(draft: Draft): number | undefined;
}

export function createDrafts(match: HeaderMatch, reader: RowReader, problems: Problems): Drafts {
  const { recordSlots, lineSlots } = reader;
  if (Math.max(recordSlots.length, lineSlots.length) > MAX_FIELDS) {
    throw new Error('more fields than a bit set holds');
  }
  const hasLineIds = match.columns.some(({ column }) => column.key === 'line');
  const listSlot = recordSlots.findIndex((slot) => slot.field === match.kind.listDate);
  const mayRepeat = hasLineIds || match.kind.record === 'ticket';
  const drafts = new Map<string, Draft>();

  function note(id: string, orderId: string, row: Row, reading: RowReading): void {
    let draft = drafts.get(id);
    if (!draft) {
      draft = { orderId, rows: 1, fields: createFields() };
      drafts.set(id, draft);
      noteAll(draft, reading);
      if (!reading.lines.every((line) => line.id)) draft.signature = signatureOf(row);
      return;
    }
    if (draft.orderId !== orderId) draft.dead = true;
    if (draft.signature !== undefined && draft.signature === signatureOf(row)) {
      // Perhaps two equal lines: their amounts must not pass for the order's.
      draft.rows += 1;
      problems.add('repeated-row', row.line);
      return;
    }
    const { lines } = draft;
    const isKnown = reading.lines.every((line) => line.id && lines?.has(line.id));
    const agrees = noteAll(draft, reading) && !draft.dead;
    if (!isKnown || !agrees || !hasLineIds) draft.rows += 1;
    if (!agrees) problems.add('rows-disagree', row.line);
    // Without line columns the rows of one order can't but be the same.
    else if (isKnown && mayRepeat) problems.add('repeated-row', row.line);
  }

  /** False when the row contradicts an earlier one in what rows should agree on. */
  function noteAll(draft: Draft, reading: RowReading): boolean {
    let agrees = true;
    recordSlots.forEach((slot, index) => {
      const values = reading.record[index] as RowReading['record'][number];
      if (values.length === 0) noteField(draft.fields, index, undefined);
      for (const value of values) {
        const same = noteField(draft.fields, index, value);
        // Lines of one order differ in these as a matter of course.
        if (!same && !slot.everyRow && !slot.singleRow) agrees = false;
      }
    });
    for (const line of reading.lines) if (!noteLine(draft, line)) agrees = false;
    for (const parcel of reading.parcels) {
      draft.parcels ??= new Map();
      draft.parcels.set(parcel.parcelId, parcel);
    }
    return agrees;
  }

  function noteLine(draft: Draft, line: RowReading['lines'][number]): boolean {
    if (!line.id && line.values.every((value) => value === undefined)) return true;
    draft.lines ??= new Map();
    const id = line.id ?? `#${draft.lines.size + 1}`;
    const fields = draft.lines.get(id) ?? createFields();
    draft.lines.set(id, fields);
    let agrees = true;
    lineSlots.forEach((_, index) => {
      if (!noteField(fields, index, line.values[index])) agrees = false;
    });
    return agrees;
  }

  function signatureOf(row: Row): string {
    return match.columns.map(({ at }) => plainText(row.cells[at[0] as number])).join('\u0001');
  }

  return {
    note,
    *alive() {
      for (const entry of drafts) if (!entry[1].dead) yield entry;
    },
    listMs(draft) {
      const ms = listSlot === -1 ? undefined : settledField(draft.fields, listSlot);
      return typeof ms === 'number' ? ms : undefined;
    },
    find(id) {
      const draft = drafts.get(id);
      if (!draft || draft.dead) return undefined;
      const fields = settle(recordSlots, draft.fields, draft.rows === 1);
      if (match.kind.record === 'ticket') {
        return { kind: 'ticket', ticketId: id, orderId: draft.orderId, ...fields };
      }
      const lines = [...(draft.lines ?? [])].map(([lineId, line]) => ({
        lineId,
        ...settle(lineSlots, line, true),
      }));
      const parcels = draft.parcels && { parcels: [...draft.parcels.values()] };
      const placedDayMs = match.kind.findDayMs?.(id);
      const day = placedDayMs === undefined ? {} : { placedDayMs };
      return { kind: 'order', orderId: id, ...day, ...fields, lines, ...parcels };
    },
  };
}

function settle(slots: Slot[], fields: Fields, isSingleRow: boolean): Record<string, unknown> {
  const settled: Record<string, unknown> = {};
  slots.forEach((slot, index) => {
    if (slot.singleRow && !isSingleRow) return;
    const value = settledField(fields, index, slot.everyRow);
    if (value !== undefined) settled[slot.field] = value;
  });
  return settled;
}
