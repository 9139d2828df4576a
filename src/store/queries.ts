/** What popup and dashboard ask of the database. Read-only. */
import type { OrderCase, ShopRef } from '../core/entities';
import { withoutMarks } from './case-changes';
import type { ScoreDatabase } from './database';
import { findStoredCases } from './read-cases';
import { allGroups, findGroup, type ShopGroup } from './shop-group';

export { listSnapshots, listTallies, readCoverage } from './group-read';
export { buildMirror, listDuties, TALLY_DAYS } from './mirror-build';
export { listOffenders, type OffenderQuery } from './offenders';

/** Shops known, latest seen first; identities that are one shop once. */
export async function listShops(db: ScoreDatabase): Promise<ShopGroup[]> {
  return allGroups(await db.shops.toArray());
}

/**
 * Which state of a shop's data this is, for remembering what was made from it. The revision alone starts
 * anew when a shop is deleted and read again; by then it was seen later. Undefined for an unknown shop.
 */
export async function findStamp(
  db: ScoreDatabase,
  shop: Pick<ShopRef, 'platform' | 'shopId'>,
): Promise<string | undefined> {
  const { rows, revision, lastSeenMs } = await findGroup(db, shop);
  return rows.length === 0 ? undefined : `${revision}@${lastSeenMs}`;
}

/** Cases of one shop by order id, in the order asked for; unknown ids and other shops' are left out. */
export async function findCases(
  db: ScoreDatabase,
  shop: Pick<ShopRef, 'platform' | 'shopId'>,
  orderIds: string[],
): Promise<OrderCase[]> {
  const { shopIds } = await findGroup(db, shop);
  const found = await db.transaction('r', [db.cases, db.packs], async () =>
    findStoredCases(db, shop.platform, orderIds),
  );
  return found.flatMap((one) =>
    one && shopIds.includes(one.row.shopId) ? [withoutMarks(one.row)] : [],
  );
}
