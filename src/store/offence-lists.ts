/** One day's list of offences as it is stored: a short one plain, a long one as columns. */
import { decodeRows, encodeRows } from './codec/rows';
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
