/**
 * Deleting what is stored, because the merchant says so: whole shops, nothing kept behind. One transaction
 * over every table, so a batch that arrives meanwhile comes wholly before or wholly after.
 */
import Dexie from 'dexie';
import type { ShopRef } from '../core/entities';
import { batchTables, type ScoreDatabase } from './database';
import { outdated } from './generation';
import { orphanKeyOf } from './keys';
import { listMirrorKeys } from './mirror-index';
import { MIRROR_INDEX_KEY, mirrorKey } from './mirror-types';
import type { WritableArea } from './mirror-writer';
import { findGroup, groupKeyOf } from './shop-group';
import { glanceKey } from './stored-glance';
import { keepInPack } from './write-packs';

type Identity = Pick<ShopRef, 'platform' | 'shopId'>;

/**
 * Everything of one shop under all its identities, its mirror included. The caller has the mirror's index
 * written again. Returns the identities that are gone.
 */
export async function deleteShop(
  db: ScoreDatabase,
  area: WritableArea,
  { platform, shopId: anyId }: Identity,
): Promise<Identity[]> {
  const gone = await db.transaction('rw', batchTables(db), async () => {
    const { shopIds, shopKeys } = await findGroup(db, { platform, shopId: anyId });
    const identities = shopIds.map((shopId) => ({ platform, shopId }));
    await db.cases
      .where(':id')
      .between([platform, Dexie.minKey], [platform, Dexie.maxKey])
      .filter((each) => shopIds.includes(each.shopId))
      .delete();
    const packs = db.packs
      .where(':id')
      .between([platform, Dexie.minKey], [platform, Dexie.maxKey])
      .filter((pack) => pack.shopIds.some((shopId) => shopIds.includes(shopId)));
    let isLost = false;
    for (const key of await packs.primaryKeys()) {
      isLost = !(await keepInPack(db, key, (one) => !shopIds.includes(one.shopId))) || isLost;
    }
    // What other shops had in a pack that nobody can read is gone, and still in their tallies.
    const stored = isLost ? outdated(await db.generations.get(platform)) : undefined;
    if (stored) await db.generations.put(stored);
    const keys = new Set([...shopKeys, ...identities.map(groupKeyOf)]);
    await db.tallies.filter((each) => keys.has(each.shopKey)).delete();
    await db.offences.filter((each) => keys.has(each.shopKey)).delete();
    for (const shopKey of keys) {
      for (const table of [db.snapshots, db.chatDays, db.health, db.walks]) {
        await table.where(':id').between([shopKey, Dexie.minKey], [shopKey, Dexie.maxKey]).delete();
      }
    }
    await db.coverage.bulkDelete([...keys]);
    await db.shops.bulkDelete(shopKeys);
    // What could not be read of unknown shops may have been this one's.
    const orphans = orphanKeyOf(platform);
    await db.health.where(':id').between([orphans, Dexie.minKey], [orphans, Dexie.maxKey]).delete();
    return identities;
  });
  await area.remove(
    gone.flatMap(({ shopId }) => [mirrorKey(platform, shopId), glanceKey(platform, shopId)]),
  );
  return gone;
}

/** Everything of every shop. Settings stay. */
export async function deleteAllData(db: ScoreDatabase, area: WritableArea): Promise<void> {
  await db.transaction('rw', batchTables(db), async () => {
    for (const table of batchTables(db)) await table.clear();
  });
  await area.remove([MIRROR_INDEX_KEY, ...(await listMirrorKeys(area))]);
}
