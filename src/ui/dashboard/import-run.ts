/** The page's side of an import: the worker's messages as promises. */
import type { ShopRef } from '../../core/entities';
import type { FileError } from '../../files/problem-types';
import {
  type FromWorker,
  ImportError,
  type ImportRun,
  type PreviewData,
  type ToWorker,
} from './import-types';

/** The part of a `Worker` that is used. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  /** A worker that cannot start or fails outside of a job. */
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

type Shop = Pick<ShopRef, 'platform' | 'shopId'>;

/** Which files were imported already (store/imported-files.ts). */
export interface ImportMemory {
  find(shop: Shop, hash: string): Promise<number | undefined>;
  remember(shop: Shop, hash: string, nowMs: number): Promise<void>;
}

export interface RunParts {
  startWorker(): WorkerLike;
  now(): number;
  /** Brings what is shown up to date with what was stored. */
  refresh(shop: Shop): Promise<void>;
  memory: ImportMemory;
}

export function createImportRun({ startWorker, now, refresh, memory }: RunParts): ImportRun {
  const worker = startWorker();
  let hash: string | undefined;
  const listeners = new Set<(message: FromWorker) => void>();
  const tell = (message: FromWorker): void => {
    for (const listener of [...listeners]) listener(message);
  };
  worker.onmessage = ({ data }) => tell(data);
  worker.onerror = () => tell({ type: 'failed', why: 'internal' });

  /** Sends, and hands on what comes back until `settle` says that this was the answer. */
  function ask<T>(message: ToWorker, pick: (answer: FromWorker) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const listener = (answer: FromWorker): void => {
        const picked = pick(answer);
        if (picked === undefined && answer.type !== 'failed') return;
        listeners.delete(listener);
        if (answer.type === 'failed') reject(new ImportError(answer.why));
        else resolve(picked as T);
      };
      listeners.add(listener);
      worker.postMessage(message);
    });
  }

  return {
    read(file, onProgress) {
      const message: ToWorker = { type: 'read', file, fileName: file.name, nowMs: now() };
      return ask<PreviewData | FileError>(message, (answer) => {
        if (answer.type === 'reading') onProgress(answer.progress);
        if (answer.type !== 'read') return undefined;
        if ('hash' in answer) hash = answer.hash;
        return answer.result;
      }).catch(() => unreadable(file.name));
    },
    async store(request, onProgress) {
      try {
        const result = await ask({ type: 'store', request }, (answer) => {
          if (answer.type === 'storing') onProgress(answer.done);
          return answer.type === 'stored' ? answer.result : undefined;
        });
        // A file that was stopped on the way has more to give.
        if (result.outcome === 'done' && hash !== undefined) {
          await memory.remember(request.shop, hash, now()).catch(() => {});
        }
        return result;
      } finally {
        // Also after a failure: batches before it are in store. The background repairs what fails here.
        await refresh(request.shop).catch(() => {});
      }
    },
    findEarlier: async (shop) => (hash === undefined ? undefined : memory.find(shop, hash)),
    cancel: () => worker.postMessage({ type: 'cancel' }),
    close: () => worker.terminate(),
  };
}

/** The bytes could not be had at all: the file was moved, or there is no memory for it. */
const unreadable = (fileName: string): FileError => ({
  ok: false,
  code: 'internal',
  next: 'none',
  fileName,
  params: {},
});
