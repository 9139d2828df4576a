/**
 * A row of a text with a cell too many or too few is shifted somewhere: each value after that place stands
 * under a wrong header, and may even look right there. Two habits of writers are no damage: a closing
 * delimiter on every row, and (spreadsheets) leaving out empty cells at the end of many rows, though never
 * of those next to the header. When it is the rule and no exception, the header row itself is shifted.
 */
import { FileFailure } from './failure';
import type { Row } from './row-types';

/** Rows of one length, shorter than the header, that make it a habit. */
const HABIT = 3;

export interface RowWidth {
  /**
   * Rows that may now be read: none, this one, or with it those of its length that waited.
   * @throws FileFailure `shifted-columns`
   */
  admit(row: Row): Row[] | 'too-many-cells';
  /**
   * Rows still waiting at the end: too few of a length to be a habit.
   * @throws FileFailure `shifted-columns`
   */
  waiting(): Row[];
}

/** `headers`: cells of the header row. */
export function createRowWidth(headers: number): RowWidth {
  let most = headers;
  let whole = 0;
  let long = 0;
  let firstLongLine = 0;
  const short = new Map<number, { count: number; rows: Row[] }>();

  function closesRows(row: Row): boolean {
    const isFirst = whole === 0 && long === 0 && short.size === 0;
    return isFirst && row.cells.slice(headers).every((cell) => cell === '');
  }

  return {
    admit(row) {
      const { length } = row.cells;
      if (closesRows(row)) most = Math.max(headers, length);
      if (length > most) {
        if (long === 0) firstLongLine = row.line;
        long += 1;
        return 'too-many-cells';
      }
      if (length >= headers) {
        whole += 1;
        return [row];
      }
      const known = short.get(length) ?? { count: 0, rows: [] };
      short.set(length, known);
      known.count += 1;
      known.rows.push(row);
      if (known.count < HABIT) return [];
      if (whole === 0) throw new FileFailure('shifted-columns', {}, { line: row.line });
      return known.rows.splice(0);
    },
    waiting() {
      if (long > whole) throw new FileFailure('shifted-columns', {}, { line: firstLongLine });
      return [...short.values()].flatMap(({ rows }) => rows);
    },
  };
}
