/** Reading the mirror: all that the popup needs of the store. No database in this module. */
import type { ShopRef } from '../core/entities';
import { MIRROR_INDEX_KEY, type MirrorIndex, mirrorKey, type ShopMirror } from './mirror-types';

/** The part of a key-value area that reading takes. */
export interface ReadableArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
}

/** Shops known, latest seen first; empty before the first page was read. */
export async function readMirrorIndex(area: ReadableArea): Promise<MirrorIndex> {
  const stored = await area.get(MIRROR_INDEX_KEY);
  return (stored[MIRROR_INDEX_KEY] as MirrorIndex | undefined) ?? { shops: [] };
}

/** The mirror of one shop, or undefined when there is none of a kind this version can read. */
export async function findMirror(
  area: ReadableArea,
  shop: Pick<ShopRef, 'platform' | 'shopId'>,
): Promise<ShopMirror | undefined> {
  const key = mirrorKey(shop.platform, shop.shopId);
  return parseMirror((await area.get(key))[key]);
}

/** @param stored what storage.local holds; undefined unless it is a mirror that this version can read */
export function parseMirror(stored: unknown): ShopMirror | undefined {
  if (typeof stored !== 'string') return undefined;
  try {
    const mirror = JSON.parse(stored) as ShopMirror | null;
    return mirror?.schema === 1 ? mirror : undefined;
  } catch {
    // Cut off or altered: as good as missing, and healed like a missing one.
    return undefined;
  }
}
