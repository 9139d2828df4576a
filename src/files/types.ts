/**
 * Words of the files room: what a platform says about its export files, and what reading one yields.
 * Nothing here names a platform; a platform describes its files as data (`FileKind`).
 */
import type {
  CaseRecord,
  LineFields,
  ListReading,
  OrderFields,
  SourceKind,
  TicketFields,
} from '../core/entities';

/** One cell: text, or a number as the workbook stores it (its digits untouched). '' = empty. */
export type Cell = string | { readonly n: string };

/** A row with its line (text: physical line; workbook: row number), both 1-based. */
export interface Row {
  line: number;
  cells: Cell[];
  /** Its quotes are broken: the borders of its cells can't be trusted. */
  broken?: boolean;
  /** The file ends inside this row, without a line end: its last cell may be cut. */
  open?: boolean;
}

/**
 * - `time`: an instant that has passed; one after `nowMs` is unreadable.
 * - `deadline`: an instant that may lie ahead.
 * - `parcels`: tracking numbers with carriers, in one cell.
 * - `tracking`, `carrier`: the same in two columns.
 */
export type ColumnType =
  | 'id'
  | 'text'
  | 'time'
  | 'deadline'
  | 'money'
  | 'count'
  | 'parcels'
  | 'tracking'
  | 'carrier';

export interface Column {
  /** Headers that mean this column, best first. Compared by `headerKey`. */
  names: string[];
  type: ColumnType;
  /** Identity: of the record, of the order a ticket belongs to, of a line in its order. */
  key?: 'record' | 'order' | 'line';
  /** Shape of an id; required for keys. */
  pattern?: RegExp;
  /** Field of the order or ticket. Rows of one record must agree on it, blanks aside. */
  record?: (keyof OrderFields | keyof TicketFields) & string;
  /** Field of the line. */
  line?: keyof LineFields & string;
  /** Without this column the file is not of this kind. */
  required?: boolean;
  /** The record's field is known only when every row of the record says the same, blanks included. */
  everyRow?: boolean;
  /** An instant without its seconds is unknown: a record is named after it (`nameRecord`). */
  exact?: boolean;
  /** May be the order's or the line's amount: taken only when the record has one row. */
  singleRow?: boolean;
  /** Longest text accepted (default 500). */
  max?: number;
  /** Words that this column alone writes where there is nothing. */
  blanks?: string[];
  /** What its words mean in the record's own (是 → 退货退款): any other word is unknown. */
  means?: Record<string, string>;
}

/** One kind of export file of one platform. */
export interface FileKind {
  platform: string;
  source: Extract<SourceKind, 'order-export' | 'aftersale-export'>;
  side: ListReading['side'];
  record: 'order' | 'ticket';
  columns: Column[];
  /** Field that dates a row in the platform's list. A file without that column claims no period. */
  listDate: 'placedMs' | 'appliedMs';
  /** Tells of records that another sheet of the workbook lists: alone it is no export. */
  besideOnly?: boolean;
  /** Headers that show another kind of file, however many columns match. */
  forbidden: string[];
  /** Headers of personal data: dropped and named so in the preview. */
  personal: string[];
  /** Parts of headers that make an unlisted column personal. */
  personalParts: string[];
  /** Known headers without use here. */
  notNeeded: string[];
  /** Midnight of the day that an order's number begins with, ms: it dates rows whose list date is blank. */
  findDayMs?(orderId: string): number | undefined;
  /**
   * A record's id where pages do not show the file's own: made of its order and its list date, ms. Undefined:
   * it cannot be told, and the row is left out, for under two names one record would count twice.
   */
  nameRecord?(orderId: string, listMs: number | undefined): string | undefined;
  /** Moment of the export, when the platform's own file name carries it. */
  findExportedMs?(fileName: string): number | undefined;
}

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

export interface RecognisedColumn {
  column: number;
  header: string;
  /** e.g. "order.placedMs", "line.quantity", "id". */
  fields: string[];
}

export interface IgnoredColumn {
  column: number;
  header: string;
  why: 'personal' | 'not-needed' | 'unknown' | 'duplicate';
}

/** A file that can be imported. Nothing has been stored. */
export interface FilePreview {
  ok: true;
  fileName: string;
  platform: string;
  source: FileKind['source'];
  container: 'text' | 'workbook';
  /** utf-8, gb18030, utf-16le, utf-16be; workbooks have none. */
  encoding?: string;
  delimiter?: string;
  /** The sheets read, of a workbook. */
  sheets?: string[];
  /** Of the first sheet. */
  headerLine: number;
  /** Data rows, and those of them that had to be left out. */
  rows: number;
  skipped: number;
  /** Distinct records (orders or tickets), and distinct orders. */
  records: number;
  orders: number;
  /** First and last list date. */
  period?: { fromMs: number; toMs: number; fromDay: number; toDay: number };
  columns: RecognisedColumn[];
  ignored: IgnoredColumn[];
  problems: Problem[];
  /**
   * When the file's states were true: the moment of the export if the file name tells it, else the newest
   * instant in the file, which can only be too early: a page seen since then rightly wins the merge.
   */
  seenMs: number;
  seenFrom: 'file-name' | 'newest-instant';
  /**
   * What the file says about its list. `filterKey` is "export": a file never tells which filters it was
   * exported with, so by itself it proves rows, not completeness. See `claimWholePeriod`.
   */
  reading: ListReading;
  /** The records, at most `size` (default 500) at a time, in the file's order. May be called again. */
  batches(size?: number): AsyncGenerator<CaseRecord[]>;
}

export interface ReadProgress {
  /** Bytes read of bytes to read. */
  done: number;
  total: number;
  rows: number;
}

export interface ReadOptions {
  kinds: FileKind[];
  nowMs: number;
  signal?: AbortSignal;
  onProgress?: (progress: ReadProgress) => void;
}
