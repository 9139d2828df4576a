/** Why a file can't be read: thrown inside this room only; `readFile` turns it into a `FileError`. */
import type { FileError, FileErrorCode, NextStep } from './problem-types';

const NEXT: Record<FileErrorCode, NextStep> = {
  empty: 'export-again',
  cancelled: 'none',
  'too-large': 'split-by-date',
  'old-excel': 'save-as-xlsx-or-csv',
  'web-page': 'export-again',
  'unknown-format': 'choose-official-export',
  'zip-without-workbook': 'unpack-first',
  'zip-encrypted': 'unpack-first',
  'damaged-archive': 'download-again',
  'damaged-text': 'download-again',
  truncated: 'download-again',
  'unclosed-quote': 'download-again',
  'unknown-kind': 'choose-official-export',
  'missing-columns': 'export-with-columns',
  'ambiguous-kind': 'choose-official-export',
  'other-ids': 'choose-official-export',
  'damaged-ids': 'export-csv-unopened',
  'shifted-columns': 'download-again',
  'unreadable-dates': 'export-csv-unopened',
  'no-rows': 'export-again',
  'no-valid-rows': 'choose-official-export',
  internal: 'none',
};

type Where = Pick<FileError, 'line' | 'column' | 'header'>;

export class FileFailure extends Error {
  constructor(
    readonly code: FileErrorCode,
    readonly params: FileError['params'] = {},
    readonly where: Where = {},
  ) {
    super(code);
  }
}

/** The plain data for the caller. An error that nobody foresaw is `internal`, with its message. */
export function toFileError(error: unknown, fileName: string): FileError {
  const failure =
    error instanceof FileFailure
      ? error
      : new FileFailure('internal', { detail: String(error).slice(0, 200) });
  return {
    ok: false,
    code: failure.code,
    next: NEXT[failure.code],
    fileName,
    ...failure.where,
    params: failure.params,
  };
}
