/** The small copy of tallies and snapshots in storage.local that the popup paints from (DESIGN §3). */
import type { PageHealth, ScoreSnapshot, ShopRef } from '../core/entities';
import type { TallyRow } from '../core/measure';
import type { CoverageState, OffenderRef } from '../core/report-types';
import type { Duty } from '../core/verdict-types';

export const MAX_DUTIES = 500;

export interface ShopMirror {
  schema: 1;
  /** Grows by one with each commit of this shop; the popup compares it with the store's. */
  revision: number;
  updatedMs: number;
  /** Version of the compiled measures behind the tallies. */
  measuresVersion: string;
  shop: ShopRef;
  tallies: TallyRow[];
  snapshots: ScoreSnapshot[];
  coverage: CoverageState;
  offenders: OffenderRef[];
  /** Soonest first, at most `MAX_DUTIES` of each kind (tickets, orders). */
  duties: Duty[];
  health: { [pageKind: string]: PageHealth & { seenMs: number; lastGoodMs?: number } };
}

/** A shop as lists name it: once, whatever identities were merged into it. */
export interface IndexShop {
  platform: string;
  shopId: string;
  /** The merchant's own label, else the platform's name. */
  name: string;
  lastSeenMs: number;
  /** As in the shop's mirror; absent in an index of an earlier version. */
  revision?: number;
  /** The platform's name, where the merchant gave another. */
  ownName?: string;
  /** Other identities that are this shop, and which one each was merged into. */
  merged?: { shopId: string; name: string; into: string }[];
}

/** `mirror:index` */
export interface MirrorIndex {
  shops: IndexShop[];
  /** Health of pages whose shop could not be told, by platform. */
  orphanHealth?: { [platform: string]: { [pageKind: string]: PageHealth & { seenMs: number } } };
}

/** Written, with the instant, when the merchant renamed, merged, took apart or deleted a shop. */
export const SHOPS_CHANGED_KEY = 'shops:changed';

/**
 * How a mirror lies in storage.local: as text. The browser hands over one string four times faster than
 * the thousands of small values in it, and the popup waits for it.
 */
export const mirrorText = (mirror: ShopMirror): string => JSON.stringify(mirror);

/** `store:state`: what the numbers shown cannot say of themselves. Absent: all is well. */
export interface StoreState {
  trouble?: StoreTrouble;
  /** By platform: its tallies are being made anew; those in the mirrors are still the old ones. */
  rebuilds?: Record<string, RebuildProgress>;
}

/**
 * Why the database cannot be used. `upgrade-failed`: it is as an earlier version left it; `newer`: a later
 * version wrote it; `full`: it can be read, not written.
 */
export type TroubleCode = 'upgrade-failed' | 'newer' | 'unreadable' | 'full';
export interface StoreTrouble {
  code: TroubleCode;
  sinceMs: number;
}

export interface RebuildProgress {
  /** Whole, 0..99. */
  percent: number;
  /** Ids of the measures whose meaning changed; absent: nobody knows, so all of them. */
  measures?: string[];
}

export const MIRROR_PREFIX = 'mirror:';
export const STATE_KEY = 'store:state';
export const MIRROR_INDEX_KEY = 'mirror:index';
export const mirrorKey = (platform: string, shopId: string): string =>
  `mirror:${platform}:${shopId}`;
