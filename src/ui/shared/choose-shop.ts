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

/** The shop to show first: the active tab's, else the last seen of its platform, else the last seen. */
export function chooseShop(
  { shops }: MirrorIndex,
  active: { platform: string; shopId?: string } | undefined,
): ShopId | undefined {
  const newest = [...shops].sort((a, b) => b.lastSeenMs - a.lastSeenMs);
  const found =
    (active?.shopId === undefined
      ? undefined
      : findKnown(newest, { platform: active.platform, shopId: active.shopId })) ??
    newest.find((each) => each.platform === active?.platform) ??
    newest[0];
  return found && idOf(found);
}
