/** The database: every table, key and index, with the reason for each. */
import Dexie, { type Table } from 'dexie';
import type { Side } from '../core/coverage';
import type {
  ChatDay,
  OrderCase,
  PageHealth,
  PageKind,
  ScoreSnapshot,
  ShopRef,
} from '../core/entities';
import type { ListWalk } from '../core/list-walk';
import type { TallyRow } from '../core/measure';
import type { CoverageState } from '../core/report-types';

export const DATABASE_NAME = 'scorelens';

/** A case and the marks that make it findable (keys.ts). */
export interface StoredCase extends OrderCase {
  /** Absent when there are none, so that most cases have no entry in the index. */
  marks?: string[];
}

export interface StoredTally extends TallyRow {
  /** Generation: rows of one version of the measures (generation.ts). */
  gen: number;
  shopKey: string;
}

export interface StoredSnapshot {
  shopKey: string;
  day: number;
  snapshot: ScoreSnapshot;
}

export interface StoredChatDay {
  shopKey: string;
  day: number;
  chatDay: ChatDay;
}

export interface StoredCoverage {
  shopKey: string;
  state: CoverageState;
}

export interface StoredHealth {
  /** A shop's key, or the platform's when the page did not tell its shop. */
  shopKey: string;
  kind: PageKind;
  health: PageHealth;
  seenMs: number;
  /** When a page of this kind could last be read. */
  lastGoodMs?: number;
}

export interface StoredShop {
  shopKey: string;
  shop: ShopRef;
  lastSeenMs: number;
  /** Grows by one with each commit that changed anything of this shop. */
  revision: number;
}

/** Which tallies of a platform are valid, and which are being made (generation.ts). */
export interface StoredGeneration {
  platform: string;
  current: number;
  version: string;
  building?: {
    gen: number;
    version: string;
    /** Cases up to and including this order id are in the new generation. */
    cursor: string;
  };
}

/** The walk through one filtered list at hand, and the last one that was full (absences.ts). */
export interface StoredWalk {
  shopKey: string;
  side: Side;
  state: string;
  walk: ListWalk;
  full?: ListWalk;
}

export interface ScoreDatabase extends Dexie {
  cases: Table<StoredCase, [string, string]>;
  tallies: Table<StoredTally, [number, string, number]>;
  snapshots: Table<StoredSnapshot, [string, number]>;
  chatDays: Table<StoredChatDay, [string, number]>;
  coverage: Table<StoredCoverage, string>;
  health: Table<StoredHealth, [string, string]>;
  shops: Table<StoredShop, string>;
  generations: Table<StoredGeneration, string>;
  walks: Table<StoredWalk, [string, string, string]>;
}

/** Tests bring their own IndexedDB; the extension uses the browser's. */
export interface DatabaseOptions {
  name?: string;
  indexedDB?: IDBFactory;
  IDBKeyRange?: typeof IDBKeyRange;
}

/** Opens on first use. */
export function createDatabase(options: DatabaseOptions = {}): ScoreDatabase {
  const { name = DATABASE_NAME, ...engine } = options;
  const db = new Dexie(name, engine) as ScoreDatabase;
  db.version(1).stores({
    cases: '[platform+orderId], *marks',
    tallies: '[gen+shopKey+day]',
    snapshots: '[shopKey+day]',
    chatDays: '[shopKey+day]',
    coverage: 'shopKey',
    health: '[shopKey+kind]',
    shops: 'shopKey',
    generations: 'platform',
  });
  db.version(2).stores({
    // Read and written whole, a few rows a shop.
    walks: '[shopKey+side+state]',
  });
  return db;
}

/** Every table a batch may write: one transaction over all of them serialises the writers. */
export const batchTables = (db: ScoreDatabase): Table[] => [
  db.cases,
  db.tallies,
  db.snapshots,
  db.chatDays,
  db.coverage,
  db.health,
  db.shops,
  db.generations,
  db.walks,
];
