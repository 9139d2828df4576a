/**
 * Which export files were imported already, by the hash of their bytes: neither name nor content is kept.
 * A note for the merchant; the ingest would double nothing without it.
 */
import type { ShopRef } from '../core/entities';
import { shopKeyOf } from './keys';
import type { WritableArea } from './mirror-writer';

type Shop = Pick<ShopRef, 'platform' | 'shopId'>;

/** Hash → when it was last imported in full, of one shop. */
export type ImportedFiles = Record<string, number>;

export const IMPORTED_PREFIX = 'imported:';
const keyOf = (shop: Shop): string => `${IMPORTED_PREFIX}${shopKeyOf(shop)}`;
/** Years of daily exports. */
const MAX_FILES = 1_000;

/** SHA-256 in hexadecimal. Needs a secure context, as an extension's pages are. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** When this file was imported for the shop; undefined when it never was in full. */
export async function findImported(
  area: Pick<WritableArea, 'get'>,
  shop: Shop,
  hash: string,
): Promise<number | undefined> {
  return (await filesOf(area, shop))[hash];
}

export async function rememberImported(
  area: WritableArea,
  shop: Shop,
  hash: string,
  nowMs: number,
): Promise<void> {
  const files = { ...(await filesOf(area, shop)), [hash]: nowMs };
  const latest = Object.entries(files)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_FILES);
  await area.set({ [keyOf(shop)]: Object.fromEntries(latest) });
}

/** Of one shop, or of all: once its data is deleted, the file is new again. */
export async function forgetImported(area: WritableArea, shop?: Shop): Promise<void> {
  const keys = shop
    ? [keyOf(shop)]
    : Object.keys(await area.get(null)).filter((key) => key.startsWith(IMPORTED_PREFIX));
  await area.remove(keys);
}

/** What is stored may be anything. */
async function filesOf(area: Pick<WritableArea, 'get'>, shop: Shop): Promise<ImportedFiles> {
  const stored = (await area.get(keyOf(shop)))[keyOf(shop)];
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return Object.fromEntries(entries.filter(([, ms]) => typeof ms === 'number'));
}
