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
import type { CoverageState, OffenderRef } from '../core/report-types';
import { SCHEMAS } from './schemas';
import { shortRows } from './short-rows';

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
  /** As the platform names it. */
  shop: ShopRef;
  lastSeenMs: number;
  /** Grows by one with each commit that changed anything of this shop. */
  revision: number;
  alias?: ShopAlias;
}

/** What the merchant decided about an identity, and when: the later decision wins in a restore. */
export interface ShopAlias {
  /** The merchant's own name for it. */
  label?: string;
  labelMs?: number;
  /** Shop id of the identity that this one is the same shop as (shop-group.ts). */
  into?: string;
  intoMs?: number;
}

/** Which tallies of a platform are valid, and which are being made (generation.ts). */
export interface StoredGeneration {
  platform: string;
  current: number;
  version: string;
  /** Hash of each measure behind `current` (core/measure-versions.ts); absent in rows of earlier versions. */
  measures?: Record<string, string>;
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
  /** Identities of a merged shop whose orders this list has shown: it speaks for no others. */
  ofShopIds?: string[];
}

/** Cases of closed history, about a thousand to a row, by order id; ranges of two rows never overlap. */
export interface StoredPack {
  platform: string;
  lastId: string;
  firstId: string;
  count: number;
  /** Earliest list date of its cases (Beijing day): when retention must look into it. */
  firstDay: number;
  /** Whose cases are in it, sorted. */
  shopIds: string[];
  /** The cases, sorted by order id (pack-codec.ts). */
  bytes: Uint8Array;
}

/** `platform`, `lastId`, `firstId`: what lies in which row can be told without reading any. */
export type PackKey = [string, string, string];

/**
 * Packed cases that offended against one measure on one day, worst first. Derived, like a tally, and
 * of one generation; part 0 holds the very worst, part 1 the others.
 */
export interface StoredOffences {
  gen: number;
  shopKey: string;
  measureId: string;
  day: number;
  part: number;
  /** A short list; a longer one is in `bytes` (offence-lists.ts). */
  entries?: OffenceEntry[];
  bytes?: Uint8Array;
  /** There were more than are kept. */
  isCut?: boolean;
}

export type OffenceEntry = Omit<OffenderRef, 'measureId' | 'day'>;
export type OffencesKey = [number, string, string, number, number];

export interface ScoreDatabase extends Dexie {
  /** The IndexedDB it was made on, where that is not the browser's own. */
  engine: Pick<DatabaseOptions, 'indexedDB' | 'IDBKeyRange'>;
  /** A case is either here, because it is young or open, or in one pack. */
  cases: Table<StoredCase, [string, string]>;
  packs: Table<StoredPack, PackKey>;
  offences: Table<StoredOffences, OffencesKey>;
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
  /** Every schema up to the one it is to be opened by; the present one when not said. */
  schemas?: Record<string, string>[];
}

/**
 * Opens on first use, and again on the next use after another context upgraded or deleted it.
 * Every use rejects with a VersionError when a later version of the extension has upgraded it.
 */
export function createDatabase(options: DatabaseOptions = {}): ScoreDatabase {
  const { name = DATABASE_NAME, schemas = SCHEMAS, ...engine } = options;
  const { indexedDB = globalThis.indexedDB } = engine;
  const strict = indexedDB ? { indexedDB: neverNewer(indexedDB, schemas.length) } : {};
  const db = new Dexie(name, { ...engine, ...strict }) as ScoreDatabase;
  db.engine = engine;
  for (const [i, stores] of schemas.entries()) db.version(i + 1).stores(stores);
  db.use(shortRows);
  return db;
}

/** Dexie counts a version as ten of the browser's. */
const NATIVE = 10;

/**
 * Dexie goes past the version it is given in two cases: it opens a later database with the schema it knows,
 * and where it misses something in the present one it adds that under a version between two of ours. Here it
 * gets the browser's refusal in the first case, and in the second the version it asked for.
 */
function neverNewer(factory: IDBFactory, version: number): IDBFactory {
  const own = version * NATIVE;
  return {
    open: (name, wanted = own) => factory.open(name, Math.min(wanted, own)),
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (a, b) => factory.cmp(a, b),
  };
}

/** A failed upgrade leaves Dexie with a part of the old schema; it has to be told ours again. */
export function redeclare(db: ScoreDatabase): void {
  if (db.hasFailed()) db.version(SCHEMAS.length).stores({});
}

/** Every table a batch may write: one transaction over all of them serialises the writers. */
export const batchTables = (db: ScoreDatabase): Table[] => [
  db.cases,
  db.packs,
  db.offences,
  db.tallies,
  db.snapshots,
  db.chatDays,
  db.coverage,
  db.health,
  db.shops,
  db.generations,
  db.walks,
];
