/**
 * A row of a text with a cell too many or too few is shifted somewhere: each value after that place stands
 * under a wrong header, and may even look right there. Two habits of writers are no damage: a closing
 * delimiter on every row, and (spreadsheets) leaving out empty cells at the end of many rows; but never of
 * the rows next to the header. If those are short too, the header has a cell too many.
 */
import { FileFailure } from './failure';
import type { Row } from './types';

/** Rows of one length, shorter than the header, that make it a habit. */
const HABIT = 3;

export interface RowWidth {
  /**
   * Rows that may now be read: none, this one, or with it those of its length that waited.
   * @throws FileFailure `shifted-columns`
   */
  admit(row: Row): Row[] | 'too-many-cells';
  /** Rows still waiting at the end: too few of a length to be a habit. */
  waiting(): Row[];
}

/** `headers`: cells of the header row. */
export function createRowWidth(headers: number): RowWidth {
  let most = headers;
  let isFirst = true;
  let whole = 0;
  const short = new Map<number, { count: number; rows: Row[] }>();
  return {
    admit(row) {
      const { length } = row.cells;
      if (isFirst && row.cells.slice(headers).every((cell) => cell === '')) {
        most = Math.max(headers, length);
      }
      isFirst = false;
      if (length > most) return 'too-many-cells';
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
    waiting: () => [...short.values()].flatMap(({ rows }) => rows),
  };
}
