/** What popup and dashboard ask of the database. Read-only. */
import type { OrderCase, ShopRef } from '../core/entities';
import { withoutMarks } from './case-changes';
import type { ScoreDatabase, StoredShop } from './database';
import { shopKeyOf } from './keys';
import { findStoredCases } from './read-cases';

export { buildMirror, listDuties, listSnapshots, listTallies, TALLY_DAYS } from './mirror-build';
export { listOffenders, type OffenderQuery } from './offenders';

/** Shops known, latest seen first. */
export async function listShops(db: ScoreDatabase): Promise<StoredShop[]> {
  const shops = await db.shops.toArray();
  return shops.sort((a, b) => b.lastSeenMs - a.lastSeenMs);
}

/**
 * Which state of a shop's data this is, for remembering what was made from it. The revision alone starts
 * anew when a shop is deleted and read again; by then it was seen later. Undefined for an unknown shop.
 */
export async function findStamp(
  db: ScoreDatabase,
  shop: Pick<ShopRef, 'platform' | 'shopId'>,
): Promise<string | undefined> {
  const row = await db.shops.get(shopKeyOf(shop));
  return row && `${row.revision}@${row.lastSeenMs}`;
}

/** Cases of one shop by order id, in the order asked for; unknown ids and other shops' are left out. */
export async function findCases(
  db: ScoreDatabase,
  shop: Pick<ShopRef, 'platform' | 'shopId'>,
  orderIds: string[],
): Promise<OrderCase[]> {
  const found = await db.transaction('r', [db.cases, db.packs], async () =>
    findStoredCases(db, shop.platform, orderIds),
  );
  return found.flatMap((one) =>
    one && one.row.shopId === shop.shopId ? [withoutMarks(one.row)] : [],
  );
}
