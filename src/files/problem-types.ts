/** What can be wrong with a file or a cell of it, as codes: the words are the interface's. */
import type { FileKind } from './file-kind';

export type ProblemCode =
  | 'not-an-id' // the row names no record of this platform: skipped
  | 'broken-quotes' // skipped
  | 'too-many-cells' // more cells than headers: skipped
  | 'too-few-cells' // fewer, where other rows are whole: skipped
  | 'repeated-row' // the same row again: counted once
  | 'rows-disagree' // rows of one record differ in a field: field unknown
  | 'duplicate-column-differs' // two columns of one name differ: field unknown
  | 'joined-counts-differ' // ';'-joined values do not pair up: fields unknown
  | 'bad-line-id' // line left out
  | 'bad-time'
  | 'date-only' // a day without a time of day: unknown
  | 'no-seconds' // the file was saved again by a spreadsheet: exact to the minute
  | 'in-future' // later than now: unknown
  | 'bad-money'
  | 'bad-count'
  | 'bad-text' // too long, or spread over lines
  | 'bad-parcel'
  | 'ciphered' // the platform's own cipher text
  | 'damaged-number' // a long number the spreadsheet rounded: unknown
  | 'open-end'; // the last cell may be cut: unknown

/** One kind of problem in one column. No cell text: it could be anybody's address. */
export interface Problem {
  code: ProblemCode;
  /** Where several sheets were read. */
  sheet?: string;
  /** 1-based. */
  column?: number;
  header?: string;
  /** The first lines it was met on, at most five. */
  lines: number[];
  count: number;
}

export type FileErrorCode =
  | 'empty'
  | 'cancelled'
  | 'too-large'
  | 'old-excel' // .xls, or a workbook with a password
  | 'web-page'
  | 'unknown-format'
  | 'zip-without-workbook'
  | 'zip-encrypted'
  | 'damaged-archive'
  | 'damaged-text'
  | 'truncated'
  | 'unclosed-quote'
  | 'unknown-kind'
  | 'missing-columns'
  | 'ambiguous-kind'
  | 'other-ids' // the columns fit, the ids are of another platform's shape
  | 'damaged-ids'
  | 'shifted-columns' // headers and rows differ in number: which belongs to which can't be told
  | 'unreadable-dates' // most rows have no readable list date: reformatted, or shifted under the headers
  | 'no-rows'
  | 'no-valid-rows'
  | 'internal';

/** What the user can do next. */
export type NextStep =
  | 'export-again'
  | 'download-again'
  | 'unpack-first'
  | 'save-as-xlsx-or-csv'
  | 'choose-official-export'
  | 'export-with-columns'
  | 'export-csv-unopened' // import the downloaded file itself, not one a spreadsheet has saved
  | 'split-by-date'
  | 'none';

export interface FileError {
  ok: false;
  code: FileErrorCode;
  next: NextStep;
  fileName: string;
  /** 1-based, where known. */
  line?: number;
  column?: number;
  header?: string;
  /** Numbers and words for the message. */
  params: {
    /** unknown-kind, missing-columns: per kind, the headers without which it can't be one. */
    expected?: { platform: string; source: FileKind['source']; headers: string[] }[];
    missing?: string[];
    count?: number;
    /** damaged-ids: scientific notation, or digits past the fifteenth lost. */
    how?: 'scientific' | 'rounded';
    detail?: string;
  };
}
