/** What the dashboard and its import worker say to each other. Plain data: all of it is cloned. */
import type { ShopRef } from '../../core/entities';
import type { FilePreview, ReadProgress } from '../../files/preview-types';
import type { FileError } from '../../files/problem-types';
import type { ImportResult } from '../../store/import-records';

/** A preview without its records, which stay in the worker. */
export type PreviewData = Omit<FilePreview, 'batches'>;

/** The list dates that the user says were the only filter of the export. */
export interface Period {
  fromMs: number;
  toMs: number;
}

export interface StoreRequest {
  shop: ShopRef;
  whole?: Period;
}

export type ToWorker =
  | { type: 'read'; file: Blob; fileName: string; nowMs: number }
  | { type: 'store'; request: StoreRequest }
  | { type: 'cancel' };

/** `quota`: the disk is full. */
export type ImportFailure = 'quota' | 'internal';

export type FromWorker =
  | { type: 'reading'; progress: ReadProgress }
  | { type: 'read'; result: PreviewData; hash: string }
  | { type: 'read'; result: FileError }
  | { type: 'storing'; done: number }
  | { type: 'stored'; result: ImportResult }
  | { type: 'failed'; why: ImportFailure };

/** One file's way through the worker. */
export interface ImportRun {
  /** Reads the file; stores nothing. Never rejects. */
  read(file: File, onProgress: (progress: ReadProgress) => void): Promise<PreviewData | FileError>;
  /** Stores what was read. @throws ImportError; whole batches may have been stored before. */
  store(request: StoreRequest, onProgress: (done: number) => void): Promise<ImportResult>;
  /** When the file that was read was imported for this shop before. */
  findEarlier(shop: Pick<ShopRef, 'platform' | 'shopId'>): Promise<number | undefined>;
  /** Stops reading or storing at the next batch; the promise at hand still settles. */
  cancel(): void;
  /** Ends the worker. */
  close(): void;
}

export class ImportError extends Error {
  constructor(readonly why: ImportFailure) {
    super(why);
  }
}
