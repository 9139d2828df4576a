import type { MirrorIndex } from '../../store/mirror-types';
import type { ShopId } from '../ports';

/** The shop to show first: the active tab's, else the last seen of its platform, else the last seen. */
export function chooseShop(
  { shops }: MirrorIndex,
  active: { platform: string; shopId?: string } | undefined,
): ShopId | undefined {
  const newest = [...shops].sort((a, b) => b.lastSeenMs - a.lastSeenMs);
  const found =
    newest.find((each) => each.platform === active?.platform && each.shopId === active.shopId) ??
    newest.find((each) => each.platform === active?.platform) ??
    newest[0];
  return found && { platform: found.platform, shopId: found.shopId };
}
