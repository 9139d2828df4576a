/** Reading the mirror: all that the popup needs of the store. No database in this module. */
import type { ShopRef } from '../core/entities';
import {
  MIRROR_INDEX_KEY,
  type MirrorIndex,
  mirrorKey,
  type ShopMirror,
  STATE_KEY,
  type StoreState,
} from './mirror-types';
import { isObject } from './sound-case';
import { isSoundIndex, isSoundMirror } from './sound-mirror';

/** The part of a key-value area that reading takes. */
export interface ReadableArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
}

/** Shops known, latest seen first; empty before the first page was read. */
export async function readMirrorIndex(area: ReadableArea): Promise<MirrorIndex> {
  const stored = await area.get(MIRROR_INDEX_KEY);
  const index = stored[MIRROR_INDEX_KEY];
  return isSoundIndex(index) ? index : { shops: [] };
}

/** The mirror of one shop, or undefined when there is none that this version can read. */
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
    const mirror: unknown = JSON.parse(stored);
    return isSoundMirror(mirror) ? mirror : undefined;
  } catch {
    // Cut off or altered: as good as missing, and healed like a missing one.
    return undefined;
  }
}

/** What is wrong or under way in the store, as the background last said: in the first area that says anything. */
export async function readStoreState(...areas: ReadableArea[]): Promise<StoreState> {
  const said = await Promise.all(areas.map((area) => area.get(STATE_KEY)));
  const state = said.map((each) => each[STATE_KEY]).find(isObject);
  return state ? (state as StoreState) : {};
}
