import type { MirrorIndex } from '../../store/mirror-types';
import type { ShopId } from '../ports';

export const idOf = ({ platform, shopId }: ShopId): ShopId => ({ platform, shopId });

/** The shop of that identity, under whichever it is listed. */
export function findKnown(
  shops: MirrorIndex['shops'],
  wanted: ShopId | undefined,
): MirrorIndex['shops'][number] | undefined {
  return shops.find(
    ({ platform, shopId, merged = [] }) =>
      platform === wanted?.platform &&
      (shopId === wanted.shopId || merged.some((each) => each.shopId === wanted.shopId)),
  );
}

/**
 * The shop to show first: the active tab's, also when nothing of it is listed yet (another shop's score would be
 * taken for its own); else the last seen of the tab's platform, else the last seen.
 */
export function chooseShop(
  { shops }: MirrorIndex,
  active: { platform: string; shopId?: string } | undefined,
): ShopId | undefined {
  const newest = [...shops].sort((a, b) => b.lastSeenMs - a.lastSeenMs);
  if (active?.shopId !== undefined) {
    const { platform, shopId } = active;
    return idOf(findKnown(newest, { platform, shopId }) ?? { platform, shopId });
  }
  const found = newest.find((each) => each.platform === active?.platform) ?? newest[0];
  return found && idOf(found);
}
