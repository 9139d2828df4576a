/**
 * Writing lists that may be empty. Without a request of its own an empty write lets the transaction
 * around it end early, so it must not be made at all.
 */
import type { Table } from 'dexie';

export async function putAll<T, K>(table: Table<T, K>, rows: T[]): Promise<void> {
  if (rows.length > 0) await table.bulkPut(rows);
}

export async function deleteAll<T, K>(table: Table<T, K>, keys: K[]): Promise<void> {
  if (keys.length > 0) await table.bulkDelete(keys);
}

export async function getAll<T, K>(table: Table<T, K>, keys: K[]): Promise<(T | undefined)[]> {
  return keys.length > 0 ? table.bulkGet(keys) : [];
}
