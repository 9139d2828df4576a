/** Makes the database's next writes fail where a real one would: at the n-th write of a transaction. */
import type { DBCore } from 'dexie';
import type { ScoreDatabase } from '../../../src/store/database';

export interface FailingWrites {
  /** Write calls since the last `arm`. */
  seen: number;
  /** Fails the n-th write call from now (0-based) with this error; undefined: never. */
  arm(error: Error | undefined, at?: number): void;
}

export function failingWrites(db: ScoreDatabase): FailingWrites {
  let error: Error | undefined;
  let at = 0;
  const control: FailingWrites = {
    seen: 0,
    arm(next, position = 0) {
      error = next;
      at = position;
      control.seen = 0;
    },
  };
  db.use({
    stack: 'dbcore',
    name: 'failing-writes',
    create: (core: DBCore): DBCore => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: async (request) => {
            const position = control.seen++;
            if (error && position === at) {
              // As a browser does: the whole transaction is gone, with that as its reason.
              (request.trans as unknown as IDBTransaction).abort();
              throw error;
            }
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return control;
}

export const workerKilled = (): Error =>
  new DOMException('The transaction was aborted.', 'AbortError');
export const diskFull = (): Error =>
  new DOMException('Encountered full disk while opening backing store.', 'QuotaExceededError');
