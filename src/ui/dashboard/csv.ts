/** Tables as CSV that spreadsheet programs open without harm: no formula runs, no long id is rounded. */
import Papa from 'papaparse';

/** From here on a spreadsheet rounds the last digits. */
const LONG_NUMBER = /^\d{12,}$/;
/** Tells spreadsheet programs that the text is UTF-8. */
const MARK = '\uFEFF';

export const CSV_TYPE = 'text/csv;charset=utf-8';

/** @param rows cells as shown; undefined is an empty cell */
export function toCsv(header: string[], rows: (string | undefined)[][]): string {
  return MARK + csvLines([header, ...rows]);
}

/** Lines of such a table alone, to go on with one. */
export function csvLines(rows: (string | undefined)[][]): string {
  const cells = rows.map((row) =>
    // A tab behind a long number keeps it a text; the back-ends' own exports do the same.
    row.map((cell = '') => (LONG_NUMBER.test(cell) ? `${cell}\t` : cell)),
  );
  return Papa.unparse(cells, { escapeFormulae: true, newline: '\r\n' });
}

/** A name without the characters that file systems refuse. */
export const fileName = (...parts: string[]): string =>
  parts.join('-').replace(/[\\/:*?"<>|\s]+/g, '_');
