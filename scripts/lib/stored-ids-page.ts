/** Runs in a page of the extension: which orders and tickets its database holds, and whose, by the store's own code. */
import { createDatabase } from '../../src/store/database';
import { findStoredCases, scanCases } from '../../src/store/read-cases';
import { findGroup } from '../../src/store/shop-group';

/** All of a platform, or those of `orderIds` only (quick at any size). */
async function readStoredIds(platform: string, orderIds?: string[]) {
  const found = (await indexedDB.databases()).some(({ name }) => name === 'scorelens');
  const ids = { orderIds: [] as string[], ticketIds: [] as string[] };
  // Asking must not make one.
  if (!found) return ids;
  const db = createDatabase();
  try {
    const take = (one: { orderId: string; order?: unknown; tickets: object }): void => {
      if (one.order) ids.orderIds.push(one.orderId);
      ids.ticketIds.push(...Object.keys(one.tickets));
    };
    if (orderIds) {
      const rows = await db.transaction('r', [db.cases, db.packs], async () =>
        findStoredCases(db, platform, [...new Set(orderIds)]),
      );
      for (const one of rows) if (one) take(one.row);
    } else {
      for await (const cases of scanCases(db, platform)) cases.forEach(take);
    }
    return ids;
  } catch (error) {
    // Of a database's error a browser tells another process the class only, and that is minified.
    throw new Error(`${(error as Error).name}: ${(error as Error).message}`);
  } finally {
    db.close();
  }
}

/** Under which shop each of these orders is stored; undefined for one that is not. */
async function readOwners(platform: string, orderIds: string[]): Promise<(string | undefined)[]> {
  const db = createDatabase();
  try {
    const found = await db.transaction('r', [db.cases, db.packs], async () =>
      findStoredCases(db, platform, orderIds),
    );
    return found.map((one) => one?.row.shopId);
  } finally {
    db.close();
  }
}

/** The shop's revision in the database; its mirror follows a moment later. */
async function readRevision(platform: string, shopId: string): Promise<number> {
  const db = createDatabase();
  try {
    return (await findGroup(db, { platform, shopId })).revision;
  } finally {
    db.close();
  }
}

Object.assign(globalThis, { readStoredIds, readOwners, readRevision });
