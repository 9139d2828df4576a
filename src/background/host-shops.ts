/** Whose a page is that names no shop: what the merchant said of its host, as long as that can still be true. */
import type { PageKind, ShopRef } from '../core/entities';
import {
  HOST_SHOP_PREFIX,
  readHostShop,
  UNCLAIMED_PREFIX,
  type Unclaimed,
} from '../core/host-shop';
import type { ScoreDatabase } from '../store/database';
import type { WritableArea } from '../store/mirror-writer';
import { allGroups, groupOf } from '../store/shop-group';

export interface HostShopParts {
  db: ScoreDatabase;
  area: WritableArea;
}

/**
 * Undefined when the merchant said nothing, the shop is gone, or another shop of the platform was seen
 * since it was said and after the shop's own last page: then somebody has switched shops.
 */
export async function findHostShop(
  { db, area }: HostShopParts,
  platform: string,
  host: string,
): Promise<ShopRef | undefined> {
  const key = HOST_SHOP_PREFIX + host;
  const said = readHostShop((await area.get(key))[key]);
  if (said?.platform !== platform) return undefined;
  const rows = await db.shops.toArray();
  const group = groupOf(rows, said);
  const row = group.rows.find(({ shop }) => shop.shopId === said.shopId);
  if (!row) return undefined;
  const sinceMs = Math.max(said.atMs, group.lastSeenMs);
  const isSwitched = allGroups(rows).some(
    (other) =>
      other.platform === platform &&
      !other.shopIds.includes(said.shopId) &&
      other.lastSeenMs > sinceMs,
  );
  return isSwitched ? undefined : row.shop;
}

/** Remembers that a page was refused, so that the dashboard asks. */
export async function noteUnclaimed(
  { area }: HostShopParts,
  host: string,
  refused: Unclaimed,
): Promise<void> {
  await area.set({ [UNCLAIMED_PREFIX + host]: refused });
}

/** A page of the host was stored: there is nothing to ask any more. */
export async function clearUnclaimed({ area }: HostShopParts, host: string): Promise<void> {
  const key = UNCLAIMED_PREFIX + host;
  if ((await area.get(key))[key] !== undefined) await area.remove(key);
}

/** Health of a page that could be read but belongs to nobody. */
export const unclaimedHealth = (kind: PageKind) => ({
  kind,
  verdict: 'broken' as const,
  alternatives: {},
  groupsSeen: 0,
  groupsParsed: 0,
  fieldsMissing: {},
  problems: ['shop-unconfirmed'],
});
