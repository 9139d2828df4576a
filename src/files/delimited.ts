/** Delimited text → rows, chunk by chunk. The CSV grammar itself is papaparse's. */
import Papa from 'papaparse';
import { countNewlines } from './decode';
import { FileFailure } from './failure';
import type { Row } from './row-types';

interface Parsed {
  data: string[][];
  errors: { row?: number; code: string }[];
  meta: { cursor: number };
}

/** No row is longer: an open quote would otherwise swallow the rest of the file. */
const MAX_ROW_CHARS = 2_000_000;

/** A parser takes one kind of line end; with "\n" the "\r" of "\r\n" falls to trimming. Old Macs wrote "\r". */
export function sniffNewline(sample: string): '\n' | '\r' {
  return sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
}

/**
 * Rows of a text given in chunks. An incomplete last row waits for the next chunk.
 * @throws FileFailure `unclosed-quote` with the line on which the open row begins.
 */
export async function* readDelimited(
  chunks: AsyncIterable<string>,
  delimiter: string,
  newline: '\n' | '\r',
): AsyncGenerator<Row[]> {
  const parser = new Papa.Parser({ delimiter, newline, quoteChar: '"' });
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    rest += chunk;
    const parsed = parser.parse(rest, 0, true) as Parsed;
    const used = rest.slice(0, parsed.meta.cursor);
    rest = rest.slice(parsed.meta.cursor);
    if (rest.length > MAX_ROW_CHARS) {
      throw new FileFailure('unclosed-quote', {}, { line: line + countLines(used, newline) });
    }
    if (parsed.data.length > 0) yield toRows(parsed, used, line, newline);
    line += countLines(used, newline);
  }
  if (rest === '') return;
  const parsed = parser.parse(rest, 0, false) as Parsed;
  if (parsed.errors.some((error) => error.code === 'MissingQuotes')) {
    const whole = parser.parse(rest, 0, true) as Parsed;
    const before = countLines(rest.slice(0, whole.meta.cursor), newline);
    throw new FileFailure('unclosed-quote', {}, { line: line + before });
  }
  const rows = toRows(parsed, rest, line, newline);
  const last = rows.at(-1);
  if (last && !/["\r\n]$/.test(rest)) last.open = true;
  yield rows;
}

function toRows(parsed: Parsed, used: string, firstLine: number, newline: string): Row[] {
  const { data, errors } = parsed;
  const broken = new Set(errors.map((error) => error.row));
  // Usually every row is one line; only otherwise are the line ends inside cells looked for.
  const plain = countLines(used, newline) <= data.length;
  let line = firstLine;
  return data.map((cells, index) => {
    const row: Row = broken.has(index) ? { line, cells, broken: true } : { line, cells };
    line += 1;
    if (!plain)
      for (const cell of cells) if (cell.includes(newline)) line += countLines(cell, newline);
    return row;
  });
}

function countLines(text: string, newline: string): number {
  return newline === '\n' ? countNewlines(text) : text.split('\r').length - 1;
}
