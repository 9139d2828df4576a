/** What reading a file yields: a preview to look at before anything is stored. */
import type { CaseRecord, ListReading } from '../core/entities';
import type { FileKind } from './file-kind';
import type { Problem } from './problem-types';

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
