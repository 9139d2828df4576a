/**
 * Which identities are one shop, and what it is called: the one place that resolves what the merchant
 * decided (docs/decisions/008-shop-aliases.md). Records keep the identity they were seen under.
 */
import type { ShopRef } from '../core/entities';
import type { ScoreDatabase, StoredShop } from './database';
import { shopKeyOf } from './keys';

export interface ShopGroup {
  platform: string;
  /** The identity that the others were merged into, under the merchant's own label if there is one. */
  shop: ShopRef;
  /** Of all identities, the remaining one first; one alone for a shop that was never merged. */
  shopIds: string[];
  shopKeys: string[];
  /** Rows in store, in the same order; empty for a shop never seen. */
  rows: StoredShop[];
  lastSeenMs: number;
  /** Grows with each commit that changed anything of any identity. */
  revision: number;
}

type Identity = Pick<ShopRef, 'platform' | 'shopId'>;

/** Inside or outside of a transaction over `shops`. */
export async function findGroup(db: ScoreDatabase, shop: Identity): Promise<ShopGroup> {
  return groupOf(await db.shops.toArray(), shop);
}

/** @param all every row of `shops`: a handful. */
export function groupOf(all: StoredShop[], { platform, shopId }: Identity): ShopGroup {
  const rows = all.filter(({ shop }) => shop.platform === platform);
  const byId = new Map(rows.map((row) => [row.shop.shopId, row]));
  const rootId = rootOf(byId, shopId);
  const root = byId.get(rootId);
  if (!root) return alone({ platform, shopId, name: shopId });
  const members = rows.filter(
    (row) => row !== root && rootOf(byId, row.shop.shopId) === root.shop.shopId,
  );
  members.sort((a, b) => (a.shopKey < b.shopKey ? -1 : 1));
  const group = [root, ...members];
  return {
    platform,
    shop: shownShop(root),
    shopIds: group.map((row) => row.shop.shopId),
    shopKeys: group.map((row) => row.shopKey),
    rows: group,
    lastSeenMs: Math.max(...group.map((row) => row.lastSeenMs)),
    revision: group.reduce((sum, row) => sum + row.revision, 0),
  };
}

const alone = (shop: ShopRef): ShopGroup => ({
  platform: shop.platform,
  shop,
  shopIds: [shop.shopId],
  shopKeys: [shopKeyOf(shop)],
  rows: [],
  lastSeenMs: 0,
  revision: 0,
});

/** Every group of all platforms, the one seen last first. */
export function allGroups(all: StoredShop[]): ShopGroup[] {
  const roots = new Map<string, ShopGroup>();
  for (const { shop } of all) {
    const group = groupOf(all, shop);
    roots.set(shopKeyOf(group.shop), group);
  }
  return [...roots.values()].sort(
    (a, b) => b.lastSeenMs - a.lastSeenMs || (shopKeyOf(a.shop) < shopKeyOf(b.shop) ? -1 : 1),
  );
}

/** The identity under the merchant's own label. */
export const shownShop = ({ shop, alias }: StoredShop): ShopRef =>
  alias?.label === undefined ? shop : { ...shop, name: alias.label };

/** What this identity was merged into, one step; undefined when that is not in store. */
export function parentOf(byId: Map<string, StoredShop>, shopId: string): string | undefined {
  const into = byId.get(shopId)?.alias?.into;
  return into !== undefined && byId.has(into) ? into : undefined;
}

/** The identities above this one, nearest first. */
export function ancestorsOf(byId: Map<string, StoredShop>, shopId: string): string[] {
  const above: string[] = [];
  let at = parentOf(byId, shopId);
  while (at !== undefined && at !== shopId && !above.includes(at)) {
    above.push(at);
    at = parentOf(byId, at);
  }
  return above;
}

const rootOf = (byId: Map<string, StoredShop>, shopId: string): string =>
  ancestorsOf(byId, shopId).at(-1) ?? shopId;

/**
 * Where lies what was proved about a group as a whole. NUL is in no shop's name, and the key is no
 * shop's own.
 */
export const groupKeyOf = (shop: Identity): string => `${shopKeyOf(shop)}\u0000group`;

/** Where claims about the shop of this group are written. */
export const claimsKeyOf = ({ shop, shopKeys }: ShopGroup): string =>
  shopKeys.length > 1 ? groupKeyOf(shop) : (shopKeys[0] ?? shopKeyOf(shop));
