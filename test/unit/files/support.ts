import type { CaseRecord } from '../../../src/core/entities';
import type { FilePreview } from '../../../src/files/preview-types';
import type { FileError } from '../../../src/files/problem-types';
import { readFile } from '../../../src/files/read-file';
import { doudianFileKinds } from '../../../src/platforms/doudian/files';
import { NOW_MS } from '../../files/truth.mjs';

export const read = (
  bytes: Uint8Array,
  fileName = 'orders.csv',
): Promise<FilePreview | FileError> =>
  readFile(bytes, fileName, { kinds: doudianFileKinds, nowMs: NOW_MS });

export async function recordsOf(preview: FilePreview): Promise<CaseRecord[]> {
  const records: CaseRecord[] = [];
  for await (const batch of preview.batches()) records.push(...batch);
  return records;
}

/** Reads a text that must be importable; gives preview and records. */
export async function readText(text: string) {
  const preview = await read(new TextEncoder().encode(text));
  if (!preview.ok) throw new Error(JSON.stringify(preview));
  return { preview, records: await recordsOf(preview) };
}

/** Reads a text that must be refused. */
export async function refuseText(text: string): Promise<FileError> {
  const error = await read(new TextEncoder().encode(text));
  if (error.ok) throw new Error('accepted');
  return error;
}
