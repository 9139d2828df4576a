/** Labels and merges of a backup into this store: the later decision wins, and none may close a circle. */
import { emptyCoverage } from '../core/coverage';
import type { ShopLine } from './backup-lines';
import { putAll } from './bulk';
import type { ScoreDatabase, ShopAlias, StoredShop } from './database';
import { joinCoverage } from './group-read';
import { shopKeyOf } from './keys';
import { ancestorsOf, groupKeyOf, groupOf } from './shop-group';

/** Shops that some decision is about are known from here on, even if none of their orders follows. */
export async function restoreAliases(db: ScoreDatabase, lines: ShopLine[]): Promise<void> {
  const decided = lines.filter(({ alias }) => alias !== undefined);
  if (decided.length === 0) return;
  const named = new Set(
    decided.flatMap(({ shop, alias }) => [
      shopKeyOf(shop),
      shopKeyOf({ platform: shop.platform, shopId: alias?.into ?? shop.shopId }),
    ]),
  );
  await db.transaction('rw', [db.shops], async () => {
    const rows = new Map((await db.shops.toArray()).map((row) => [row.shopKey, row]));
    const fresh = lines
      .map(rowOf)
      .filter(({ shopKey }) => named.has(shopKey) && !rows.has(shopKey));
    for (const row of fresh) rows.set(row.shopKey, row);
    const changed = new Set(fresh.map(({ shopKey }) => shopKey));
    // What was taken apart first: it may make room for a merge the other way round.
    const ordered = [...decided].sort((a, b) => Number(!!a.alias?.into) - Number(!!b.alias?.into));
    for (const line of ordered) {
      const row = rows.get(shopKeyOf(line.shop));
      if (!row) continue;
      const alias = laterAlias(row, line.alias ?? {}, [...rows.values()]);
      if (alias === row.alias) continue;
      rows.set(row.shopKey, { ...row, alias, revision: row.revision + 1 });
      changed.add(row.shopKey);
    }
    await putAll(
      db.shops,
      [...rows.values()].filter(({ shopKey }) => changed.has(shopKey)),
    );
  });
}

const rowOf = ({ shop, lastSeenMs }: ShopLine): StoredShop => ({
  shopKey: shopKeyOf(shop),
  shop,
  lastSeenMs,
  revision: 0,
});

/** The row's own alias, the same object, when the other says nothing newer. */
function laterAlias(row: StoredShop, other: ShopAlias, rows: StoredShop[]): ShopAlias | undefined {
  const own = row.alias ?? {};
  const takesLabel = (other.labelMs ?? 0) > (own.labelMs ?? 0);
  const takesInto =
    (other.intoMs ?? 0) > (own.intoMs ?? 0) &&
    (other.into === undefined || !isAbove(row, other.into, rows));
  if (!takesLabel && !takesInto) return row.alias;
  const label = takesLabel ? other : own;
  const into = takesInto ? other : own;
  return {
    ...(label.label === undefined ? {} : { label: label.label }),
    ...(label.labelMs === undefined ? {} : { labelMs: label.labelMs }),
    ...(into.into === undefined ? {} : { into: into.into }),
    ...(into.intoMs === undefined ? {} : { intoMs: into.intoMs }),
  };
}

/** `row` is the identity itself, or one that it was merged into. */
function isAbove({ shop }: StoredShop, shopId: string, rows: StoredShop[]): boolean {
  const ofPlatform = rows.filter((each) => each.shop.platform === shop.platform);
  const byId = new Map(ofPlatform.map((each) => [each.shop.shopId, each]));
  return shop.shopId === shopId || ancestorsOf(byId, shopId).includes(shop.shopId);
}

/** Claims about a group, where the same identities are one shop here and all their orders were taken in. */
export async function restoreClaims(
  db: ScoreDatabase,
  lines: ShopLine[],
  refusedShops: Set<string>,
): Promise<void> {
  const theirs = lines.map((line): StoredShop => ({ ...rowOf(line), alias: line.alias }));
  await db.transaction('rw', [db.shops, db.coverage], async () => {
    const ours = await db.shops.toArray();
    for (const { shop, claims } of lines) {
      if (!claims) continue;
      const [meant, known] = [groupOf(theirs, shop), groupOf(ours, shop)];
      const isSame = meant.shopIds.every((shopId) => known.shopIds.includes(shopId));
      if (!isSame || meant.shopKeys.some((key) => refusedShops.has(key))) continue;
      const shopKey = groupKeyOf(shop);
      const own = (await db.coverage.get(shopKey))?.state ?? emptyCoverage();
      await db.coverage.put({ shopKey, state: joinCoverage(own, claims) });
      const row = ours.find((each) => each.shopKey === shopKeyOf(shop));
      if (row) await db.shops.put({ ...row, revision: row.revision + 1 });
    }
  });
}
