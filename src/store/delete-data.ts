/**
 * Deleting what is stored, because the merchant says so: whole shops, nothing kept behind. One transaction
 * over every table, so a batch that arrives meanwhile comes wholly before or wholly after.
 */
import Dexie from 'dexie';
import type { ShopRef } from '../core/entities';
import { batchTables, type ScoreDatabase } from './database';
import { orphanKeyOf, shopKeyOf } from './keys';
import { MIRROR_INDEX_KEY, mirrorKey } from './mirror-types';
import type { WritableArea } from './mirror-writer';
import { keepInPack } from './write-packs';

/** Everything of one shop, its mirror included. The caller has the mirror's index written again. */
export async function deleteShop(
  db: ScoreDatabase,
  area: WritableArea,
  { platform, shopId }: Pick<ShopRef, 'platform' | 'shopId'>,
): Promise<void> {
  const shopKey = shopKeyOf({ platform, shopId });
  const ofShop: [string, unknown] = [shopKey, Dexie.minKey];
  const upTo: [string, unknown] = [shopKey, Dexie.maxKey];
  await db.transaction('rw', batchTables(db), async () => {
    await db.cases
      .where(':id')
      .between([platform, Dexie.minKey], [platform, Dexie.maxKey])
      .filter((each) => each.shopId === shopId)
      .delete();
    for (const key of await db.packs
      .where(':id')
      .between([platform, Dexie.minKey], [platform, Dexie.maxKey])
      .filter((pack) => pack.shopIds.includes(shopId))
      .primaryKeys()) {
      await keepInPack(db, key, (one) => one.shopId !== shopId);
    }
    await db.tallies.filter((each) => each.shopKey === shopKey).delete();
    await db.offences.filter((each) => each.shopKey === shopKey).delete();
    for (const table of [db.snapshots, db.chatDays, db.health, db.walks]) {
      await table.where(':id').between(ofShop, upTo).delete();
    }
    await db.coverage.delete(shopKey);
    await db.shops.delete(shopKey);
    // What could not be read of unknown shops may have been this one's.
    const orphans = orphanKeyOf(platform);
    await db.health.where(':id').between([orphans, Dexie.minKey], [orphans, Dexie.maxKey]).delete();
  });
  await area.remove(mirrorKey(platform, shopId));
}

/** Everything of every shop. Settings stay. */
export async function deleteAllData(db: ScoreDatabase, area: WritableArea): Promise<void> {
  await db.transaction('rw', batchTables(db), async () => {
    for (const table of batchTables(db)) await table.clear();
  });
  const mirrors = Object.keys(await area.get(null)).filter((key) => key.startsWith('mirror:'));
  await area.remove([...mirrors, MIRROR_INDEX_KEY]);
}
