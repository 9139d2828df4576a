/** One day's list of offences as it is stored: a short one plain, a long one as columns. */
import { decodeRows, encodeRows, openRows } from './codec/rows';
import type { OffenceEntry, StoredOffences } from './database';

/** From so many entries on, columns are smaller and quicker to write than objects. Not compressed: that costs more time. */
const LONG = 12;

export function storedList(
  entries: OffenceEntry[],
): Pick<StoredOffences, 'entries'> | Pick<StoredOffences, 'bytes'> {
  if (entries.length < LONG) return { entries };
  return { bytes: encodeRows(entries) };
}

/** Nothing of a list that was damaged: it is derived, and the next rebuild makes it anew. */
export function listOf(row: StoredOffences | undefined): OffenceEntry[] {
  if (!row?.bytes) return row?.entries ?? [];
  try {
    return decodeRows(row.bytes) as unknown as OffenceEntry[];
  } catch {
    return [];
  }
}

/** A day's list, worst first, of which an entry is made only when it is asked for. */
export interface OpenList {
  day: number;
  num: number[];
  orderId: string[];
  entry(at: number): OffenceEntry;
}

/** Nothing of a damaged list, as `listOf`. */
export function openList(row: StoredOffences): OpenList {
  const { day } = row;
  try {
    if (row.bytes) {
      const open = openRows(row.bytes);
      return {
        day,
        num: (open.column('num') ?? []) as number[],
        orderId: (open.column('orderId') ?? []) as string[],
        entry: (at) => open.row(at) as unknown as OffenceEntry,
      };
    }
  } catch {
    return { day, num: [], orderId: [], entry: () => ({}) as OffenceEntry };
  }
  const entries = row.entries ?? [];
  return {
    day,
    num: entries.map((each) => each.num),
    orderId: entries.map((each) => each.orderId),
    entry: (at) => entries[at] as OffenceEntry,
  };
}
