/**
 * What the merchant decides about shops: a label of their own, two identities that are one shop, and back.
 * One small write each (docs/decisions/008-shop-aliases.md); no record is touched.
 */
import Dexie from 'dexie';
import type { ShopRef } from '../core/entities';
import { batchTables, type ScoreDatabase, type ShopAlias, type StoredShop } from './database';
import { shopKeyOf } from './keys';
import { ancestorsOf, groupKeyOf, groupOf } from './shop-group';

type Identity = Pick<ShopRef, 'platform' | 'shopId'>;

/** Longer ones fit no toolbar title. */
export const LABEL_LENGTH = 40;

/** The text as a label: one line, no control characters; undefined when nothing is left of it. */
export function cleanLabel(text: string): string | undefined {
  const label = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LABEL_LENGTH)
    .trim();
  return label === '' ? undefined : label;
}

/** Undefined: the platform's name again. Nothing happens for a shop never seen. */
export async function labelShop(
  db: ScoreDatabase,
  shop: Identity,
  label: string | undefined,
  nowMs: number,
): Promise<void> {
  await db.transaction('rw', [db.shops], async () => {
    const row = await db.shops.get(shopKeyOf(shop));
    if (!row) return;
    const { label: _before, ...rest } = row.alias ?? {};
    await putAlias(db, row, { ...rest, ...(label === undefined ? {} : { label }), labelMs: nowMs });
  });
}

/**
 * From now on `shop` is the same shop as `into`, under that one's name and settings.
 * @returns false when nothing was done: one of them is unknown, or they are one shop already.
 */
export async function mergeShops(
  db: ScoreDatabase,
  shop: Identity,
  into: Identity,
  nowMs: number,
): Promise<boolean> {
  if (shop.platform !== into.platform) return false;
  return db.transaction('rw', [db.shops], async () => {
    const rows = await db.shops.toArray();
    const [row, other] = [shop, into].map((each) =>
      rows.find(({ shopKey }) => shopKey === shopKeyOf(each)),
    );
    const isOne = groupOf(rows, shop).shopIds.includes(into.shopId);
    if (!row || !other || isOne) return false;
    await putAlias(db, row, { ...row.alias, into: into.shopId, intoMs: nowMs });
    await db.shops.put({ ...other, revision: other.revision + 1 });
    return true;
  });
}

/**
 * `shop` is a shop of its own again, exactly as its own pages showed it; what was merged into it stays
 * with it. What was proved of the group as one goes: it may rest on either's orders.
 * @returns every shop whose mirror is now out of date; empty when it was not merged.
 */
export async function splitShop(
  db: ScoreDatabase,
  shop: Identity,
  nowMs: number,
): Promise<ShopRef[]> {
  return db.transaction('rw', batchTables(db), async () => {
    const rows = await db.shops.toArray();
    const row = rows.find(({ shopKey }) => shopKey === shopKeyOf(shop));
    if (row?.alias?.into === undefined) return [];
    const group = groupOf(rows, shop);
    const ofPlatform = rows.filter((each) => each.shop.platform === shop.platform);
    const byId = new Map(ofPlatform.map((each) => [each.shop.shopId, each]));
    for (const shopId of ancestorsOf(byId, shop.shopId)) {
      await forgetClaims(db, groupKeyOf({ platform: shop.platform, shopId }));
    }
    const { into: _into, ...rest } = row.alias;
    await putAlias(db, row, { ...rest, intoMs: nowMs });
    // A mirror of the group must not pass for the newest one of what remains.
    const root = rows.find(({ shopKey }) => shopKey === shopKeyOf(group.shop));
    if (root && root !== row) await db.shops.put({ ...root, revision: group.revision + 1 });
    return [group.shop, row.shop];
  });
}

const putAlias = (db: ScoreDatabase, row: StoredShop, alias: ShopAlias): Promise<string> =>
  db.shops.put({ ...row, alias, revision: row.revision + 1 });

async function forgetClaims(db: ScoreDatabase, key: string): Promise<void> {
  await db.coverage.delete(key);
  await db.walks.where(':id').between([key, Dexie.minKey], [key, Dexie.maxKey]).delete();
}
