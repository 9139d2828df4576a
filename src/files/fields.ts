/**
 * Fields of one record gathered from its rows. Rows that say nothing leave a gap; rows that contradict
 * each other make the field unknown: which of them is right can't be told.
 */
import type { Value } from './cells';

export interface Fields {
  values: (Value | undefined)[];
  /** Bit i: two rows differ in field i. */
  conflicts: number;
  /** Bit i: some row said nothing about field i. */
  gaps: number;
}

/** Fields of a record are numbered; a bit set holds this many. */
export const MAX_FIELDS = 31;

export function createFields(): Fields {
  return { values: [], conflicts: 0, gaps: 0 };
}

/** Notes what a row says about a field. False when it contradicts an earlier row. */
export function noteField(fields: Fields, index: number, value: Value | undefined): boolean {
  if (value === undefined) {
    fields.gaps |= 1 << index;
    return true;
  }
  const known = fields.values[index];
  if (known === undefined) {
    fields.values[index] = value;
    return true;
  }
  if (known === value) return true;
  fields.conflicts |= 1 << index;
  return false;
}

/** The field's value, or undefined: unknown, contradicted, or (`everyRow`) not said by every row. */
export function settledField(fields: Fields, index: number, everyRow = false): Value | undefined {
  const bit = 1 << index;
  if (fields.conflicts & bit || (everyRow && fields.gaps & bit)) return undefined;
  return fields.values[index];
}
