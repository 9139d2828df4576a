/**
 * Rows of `cases` lie in their short form (codec/short-row.ts); everything above this file knows the
 * full one. Rows that an older version left are full, and stay so until they change.
 */
import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import { fullRow, shortRow } from './codec/short-row';

type Row = Parameters<typeof fullRow>[0];
const full = (row: Row | undefined): Row | undefined => row && fullRow(row);

export const shortRows: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'short-rows',
  create: (core) => ({
    table: (name) => (name === 'cases' ? withShortRows(core.table(name)) : core.table(name)),
  }),
};

function withShortRows(table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      request.type === 'add' || request.type === 'put'
        ? table.mutate({ ...request, values: request.values.map(shortRow) })
        : table.mutate(request),
    get: (request) => table.get(request).then(full),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(full)),
    query: (request) =>
      table
        .query(request)
        .then((found) => (request.values ? { ...found, result: found.result.map(full) } : found)),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor && request.values ? withFullValue(cursor) : cursor)),
  };
}

/** Members are asked of the browser's own cursor, which moves. */
const withFullValue = (cursor: DBCoreCursor): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => full(cursor.value) },
  }) as DBCoreCursor;
