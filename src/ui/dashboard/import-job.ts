/** The worker's side of an import: reads one file, keeps what it holds, stores it when told to. */

import type { FileKind } from '../../files/file-kind';
import type { FilePreview } from '../../files/preview-types';
import { claimWholePeriod, readFile } from '../../files/read-file';
import type { ScoreDatabase } from '../../store/database';
import { importRecords } from '../../store/import-records';
import { hashOf } from '../../store/imported-files';
import type { PlatformRules } from '../../store/rules';
import type { FromWorker, ImportFailure, StoreRequest, ToWorker } from './import-types';

export interface JobParts {
  db: ScoreDatabase;
  kinds: FileKind[];
  findRules(platform: string): PlatformRules | undefined;
  post(message: FromWorker): void;
}

/** Returns what takes the messages. */
export function createImportJob({ db, kinds, findRules, post }: JobParts) {
  let preview: FilePreview | undefined;
  let stop = new AbortController();

  async function read({ file, fileName, nowMs }: ToWorker & { type: 'read' }): Promise<void> {
    stop = new AbortController();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const hash = await hashOf(bytes);
    const result = await readFile(bytes, fileName, {
      kinds,
      nowMs,
      signal: stop.signal,
      onProgress: (progress) => post({ type: 'reading', progress }),
    });
    if (!result.ok) {
      post({ type: 'read', result });
      return;
    }
    preview = result;
    const { batches: _, ...data } = result;
    post({ type: 'read', result: data, hash });
  }

  async function store({ shop, whole }: StoreRequest): Promise<void> {
    const rules = preview && findRules(preview.platform);
    if (!preview || !rules || shop.platform !== preview.platform) {
      throw new Error('nothing to store for this platform');
    }
    stop = new AbortController();
    const result = await importRecords(db, rules, {
      shop,
      seenMs: preview.seenMs,
      batches: preview.batches(),
      ...(whole ? { claim: claimWholePeriod(preview, whole.fromMs, whole.toMs) } : {}),
      signal: stop.signal,
      onProgress: (done) => post({ type: 'storing', done }),
    });
    post({ type: 'stored', result });
  }

  return (message: ToWorker): void => {
    if (message.type === 'cancel') {
      stop.abort();
      return;
    }
    const work = message.type === 'read' ? read(message) : store(message.request);
    work.catch((error: unknown) => post({ type: 'failed', why: failureOf(error) }));
  };
}

/** Dexie wraps the browser's error; either may carry the name. */
function failureOf(error: unknown): ImportFailure {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } };
  return [name, inner?.name].includes('QuotaExceededError') ? 'quota' : 'internal';
}
