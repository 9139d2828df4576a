/** The floors: what the browser's own database costs for the same rows, with nothing around it. */
import type { StoredCase } from '../../../src/store/database';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** A database with the one table of cases and its index. */
export async function openRaw(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const cases = request.result.createObjectStore('cases', { keyPath: ['platform', 'orderId'] });
    cases.createIndex('marks', 'marks', { multiEntry: true });
  };
  return settled(request);
}

export function rawPut(db: IDBDatabase, rows: StoredCase[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('cases', 'readwrite');
    const store = transaction.objectStore('cases');
    for (const row of rows) store.put(row);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Reads every row of a table, `chunk` at a time; returns how many. */
export async function readAll(db: IDBDatabase, table: string, chunk = 2_000): Promise<number> {
  let count = 0;
  let after: IDBValidKey | undefined;
  for (;;) {
    const store = db.transaction(table).objectStore(table);
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const [rows, keys] = await Promise.all([
      settled(store.getAll(range, chunk)),
      settled(store.getAllKeys(range, chunk)),
    ]);
    count += rows.length;
    if (rows.length < chunk) return count;
    after = keys.at(-1);
  }
}
