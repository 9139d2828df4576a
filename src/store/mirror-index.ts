/** Which shops have a mirror: as the database says, and as storage.local has them. */
import type { ScoreDatabase } from './database';
import { orphanKeyOf } from './keys';
import type { ReadableArea } from './mirror-read';
import { MIRROR_INDEX_KEY, MIRROR_PREFIX, type MirrorIndex } from './mirror-types';
import { allGroups, type ShopGroup, shownShop } from './shop-group';
import { GLANCE_PREFIX } from './stored-glance';

/** Shops, latest seen first, and what could not be read of pages that did not tell their shop. */
export async function buildIndex(db: ScoreDatabase): Promise<MirrorIndex> {
  return db.transaction('r', [db.shops, db.health], async () => {
    const groups = allGroups(await db.shops.toArray());
    const orphanHealth: MirrorIndex['orphanHealth'] = {};
    for (const { shopKey, kind, health, seenMs } of await db.health.toArray()) {
      const platform = shopKey.slice(0, shopKey.indexOf(':'));
      if (shopKey !== orphanKeyOf(platform)) continue;
      orphanHealth[platform] = { ...orphanHealth[platform], [kind]: { ...health, seenMs } };
    }
    const shops = groups.map(indexEntry);
    return Object.keys(orphanHealth).length > 0 ? { shops, orphanHealth } : { shops };
  });
}

function indexEntry({ shop, rows, lastSeenMs, revision }: ShopGroup): MirrorIndex['shops'][number] {
  const [root, ...others] = rows;
  const merged = others.map((row) => ({
    shopId: row.shop.shopId,
    name: shownShop(row).name,
    into: row.alias?.into ?? shop.shopId,
  }));
  return {
    ...shop,
    lastSeenMs,
    revision,
    ...(root && root.shop.name !== shop.name ? { ownName: root.shop.name } : {}),
    ...(merged.length > 0 ? { merged } : {}),
  };
}

/** Keys of the mirrors and of the glances beside them that lie in storage.local, whoever they are of. */
export async function listMirrorKeys(area: ReadableArea): Promise<string[]> {
  return Object.keys(await area.get(null)).filter(
    (key) =>
      (key.startsWith(MIRROR_PREFIX) && key !== MIRROR_INDEX_KEY) || key.startsWith(GLANCE_PREFIX),
  );
}
