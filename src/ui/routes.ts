/** Places in the dashboard: `#/<platform>/<shop>/<indicator>`; what is missing is chosen by the page. */
import type { ShopId } from './ports';

export interface Place {
  shop?: ShopId;
  indicator?: string;
}

export function dashboardPath({ shop, indicator }: Place): string {
  const parts = shop ? [shop.platform, shop.shopId, ...(indicator ? [indicator] : [])] : [];
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

/** Reads what `dashboardPath` wrote; a broken address is simply the start. */
export function readPlace(hash: string): Place {
  const [platform, shopId, indicator] = hash.replace(/^#\/?/, '').split('/').map(decode);
  if (!platform || !shopId) return {};
  return { shop: { platform, shopId }, ...(indicator ? { indicator } : {}) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
