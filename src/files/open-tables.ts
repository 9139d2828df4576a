/**
 * A file as one or more tables to choose from: the sheets of a workbook, or a text under each delimiter
 * that occurs. The one whose header row some kind knows is the table.
 */
import { decodeText } from './decode';
import { readDelimited, sniffNewline } from './delimited';
import { FileFailure } from './failure';
import { HEADER_DEPTH } from './headers';
import type { Pace } from './pace';
import type { Row } from './row-types';
import { readSheet } from './sheet';
import { looksLikeMarkup, sniffContainer, sniffEncoding } from './sniff';
import { openWorkbook } from './workbook';

export interface Table {
  sheet?: string;
  delimiter?: string;
  /** Bytes that `rows` goes through. */
  bytes: number;
  /** The first rows, enough to find a header. */
  sample: Row[];
  rows(onBytes: (done: number) => void): AsyncGenerator<Row[]>;
}

export interface Tables {
  container: 'text' | 'workbook';
  encoding?: string;
  since1904: boolean;
  tables: Table[];
}

const DELIMITERS = [',', '\t', ';', '|'];
/** A workbook's first sheets; the rest is never an export. */
const MAX_SHEETS = 10;

/** @throws FileFailure when the bytes are no table at all. */
export async function openTables(bytes: Uint8Array, pace: Pace): Promise<Tables> {
  return sniffContainer(bytes) === 'workbook' ? openSheets(bytes, pace) : openText(bytes, pace);
}

async function openSheets(bytes: Uint8Array, pace: Pace): Promise<Tables> {
  const workbook = await openWorkbook(bytes, pace);
  const tables: Table[] = [];
  for (const { name, entry } of workbook.sheets.slice(0, MAX_SHEETS)) {
    const rows: Table['rows'] = (onBytes) => readSheet(bytes, entry, workbook, pace, onBytes);
    tables.push({
      sheet: name,
      bytes: entry.bytes,
      sample: await takeSample(rows(() => undefined)),
      rows,
    });
  }
  return { container: 'workbook', since1904: workbook.since1904, tables };
}

async function openText(bytes: Uint8Array, pace: Pace): Promise<Tables> {
  const encoding = sniffEncoding(bytes);
  const first = await decodeText(bytes, encoding, pace).next();
  const head = first.value ?? '';
  if (head.trim() === '') throw new FileFailure('empty');
  if (looksLikeMarkup(head)) throw new FileFailure('web-page');
  if (head.includes('\u0000')) throw new FileFailure('unknown-format');
  const newline = sniffNewline(head);
  const tables: Table[] = [];
  for (const delimiter of DELIMITERS.filter((each) => head.includes(each))) {
    const sample = await takeSample(readDelimited(asChunks(head), delimiter, newline), true);
    tables.push({
      delimiter,
      bytes: bytes.length,
      sample,
      rows: (onBytes) =>
        readDelimited(decodeText(bytes, encoding, pace, onBytes), delimiter, newline),
    });
  }
  return { container: 'text', encoding, since1904: false, tables };
}

async function* asChunks(text: string): AsyncGenerator<string> {
  yield text;
}

/** `isPart`: the text goes on, so an open quote at its end is no fault yet. */
async function takeSample(rows: AsyncGenerator<Row[]>, isPart = false): Promise<Row[]> {
  const sample: Row[] = [];
  try {
    for await (const batch of rows) {
      sample.push(...batch.slice(0, HEADER_DEPTH - sample.length));
      if (sample.length >= HEADER_DEPTH) break;
    }
  } catch (error) {
    if (!(isPart && error instanceof FileFailure && error.code === 'unclosed-quote')) throw error;
  }
  return sample;
}
