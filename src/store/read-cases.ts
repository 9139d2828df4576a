/**
 * The one way to stored cases, wherever they lie: as rows of their own (young or open ones) or packed
 * (closed history). A case is in exactly one of the two places. Inside a transaction over `cases` and
 * `packs`.
 */
import Dexie, { type Table } from 'dexie';
import type { OrderCase } from '../core/entities';
import { getAll } from './bulk';
import { withoutMarks } from './case-changes';
import type { PackKey, ScoreDatabase, StoredCase, StoredPack } from './database';
import { findUnpacked } from './pack-codec';
import { isSoundCase } from './sound-case';

export interface FoundCase {
  row: StoredCase;
  /** It lies in a pack: a row of its own must take it out of there. */
  packed: boolean;
  /** What is stored there can no longer be read; `row` tells the order only. */
  damaged?: boolean;
}

/** The cases of these orders, in the same order; undefined where none is stored. */
export async function findStoredCases(
  db: ScoreDatabase,
  platform: string,
  orderIds: string[],
): Promise<(FoundCase | undefined)[]> {
  const rows = await findRows(db, platform, orderIds);
  const others = orderIds.filter((orderId) => !rows.has(orderId));
  const packed =
    others.length > 0 ? await findPacked(db, platform, others) : new Map<string, FoundCase>();
  return orderIds.map((orderId) => {
    const row = rows.get(orderId);
    if (row)
      return isSoundCase(row) ? { row, packed: false } : { row, packed: false, damaged: true };
    return packed.get(orderId);
  });
}

/**
 * The ids of one page lie close together: asking for their range is one request instead of a hundred.
 * Where other rows lie between them, the rest is asked for one by one.
 */
async function findRows(
  db: ScoreDatabase,
  platform: string,
  orderIds: string[],
): Promise<Map<string, StoredCase>> {
  const sorted = [...orderIds].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const limit = orderIds.length + Math.min(orderIds.length, 64);
  const rows = await db.cases
    .where(':id')
    .between([platform, first], [platform, last], true, true)
    .limit(limit)
    .toArray();
  const found = new Map(rows.map((row) => [row.orderId, row]));
  if (rows.length < limit) return found;
  const until = rows.at(-1)?.orderId ?? '';
  const rest = sorted.filter((orderId) => orderId > until);
  const others = await getAll(
    db.cases,
    rest.map((id): [string, string] => [platform, id]),
  );
  for (const row of others) if (row) found.set(row.orderId, row);
  return found;
}

async function findPacked(
  db: ScoreDatabase,
  platform: string,
  orderIds: string[],
): Promise<Map<string, FoundCase>> {
  const wanted = new Set(orderIds);
  const keys = await findPackKeys(db, platform, [...wanted].sort());
  const found = new Map<string, FoundCase>();
  for (const pack of await getAll(db.packs, keys)) {
    const cases = pack && findUnpacked(pack.bytes);
    for (const row of cases ?? []) {
      if (wanted.has(row.orderId)) found.set(row.orderId, { row, packed: true });
    }
    if (!pack || cases) continue;
    for (const orderId of wanted) {
      if (orderId < pack.firstId || orderId > pack.lastId) continue;
      const row = lostCase(platform, orderId, pack.shopIds);
      found.set(orderId, { row, packed: true, damaged: true });
    }
  }
  return found;
}

/** In a pack of one shop an order can only have been that shop's. */
const lostCase = (platform: string, orderId: string, shopIds: string[]): OrderCase => ({
  platform,
  orderId,
  shopId: shopIds.length === 1 ? (shopIds[0] ?? '') : '',
  lines: {},
  parcels: {},
  tickets: {},
  reviews: {},
});

/** Keys of the packs in whose range some of these sorted ids lie. */
export async function findPackKeys(
  db: ScoreDatabase,
  platform: string,
  sorted: string[],
): Promise<PackKey[]> {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const around = await listPackKeys(db, platform, first, last);
  let at = 0;
  return around.filter(([, lastId, firstId]) => {
    while (at < sorted.length && (sorted[at] ?? '') < firstId) at += 1;
    return at < sorted.length && (sorted[at] ?? '') <= lastId;
  });
}

const KEYS_AT_ONCE = 32;

/** Keys of the packs from the first that ends at or after `fromId` to the first that ends after `toId`. */
export async function listPackKeys(
  db: ScoreDatabase,
  platform: string,
  fromId: string,
  toId: string,
): Promise<PackKey[]> {
  const keys: PackKey[] = [];
  let from: unknown[] = [platform, fromId];
  for (;;) {
    const some = await db.packs
      .where(':id')
      .between(from, [platform, Dexie.maxKey], keys.length === 0, true)
      .limit(KEYS_AT_ONCE)
      .primaryKeys();
    keys.push(...some);
    const last = some.at(-1);
    if (!last || some.length < KEYS_AT_ONCE) break;
    if (last[1] > toId) break;
    from = last;
  }
  const end = keys.findIndex(([, lastId]) => lastId > toId);
  return end < 0 ? keys : keys.slice(0, end + 1);
}

export interface CaseChunk {
  /** Sorted by order id. */
  cases: FoundCase[];
  /** Where to go on; undefined: there are no more. */
  afterId?: string;
}

/** Cases of a platform after an order id, about `limit` of them: scanning everything, chunk by chunk. */
export async function readCasesAfter(
  db: ScoreDatabase,
  platform: string,
  afterId: string,
  limit: number,
): Promise<CaseChunk> {
  const packs = await findPacksAfter(db, platform, afterId, limit);
  // Rows beyond what these packs reach to would be read again with each of the next chunks.
  const lastId = packs.more ? packs.until : Dexie.maxKey;
  const rows = await db.cases
    .where(':id')
    .between([platform, afterId], [platform, lastId], afterId === '', true)
    .limit(limit)
    .toArray();
  // Up to here both places were read in full.
  const ends: string[] = [];
  if (rows.length === limit) ends.push(rows.at(-1)?.orderId ?? '');
  if (packs.more) ends.push(packs.until);
  const until = ends.sort()[0];
  const inRange = (orderId: string): boolean =>
    orderId > afterId && (until === undefined || orderId <= until);
  const cases: FoundCase[] = rows.filter(isSoundCase).map((row) => ({ row, packed: false }));
  for (const pack of packs.packs) {
    if (until !== undefined && pack.firstId > until) break;
    for (const row of findUnpacked(pack.bytes) ?? []) cases.push({ row, packed: true });
  }
  const kept = cases.filter(({ row }) => inRange(row.orderId));
  kept.sort((a, b) => (a.row.orderId < b.row.orderId ? -1 : 1));
  return until === undefined ? { cases: kept } : { cases: kept, afterId: until };
}

async function findPacksAfter(
  db: ScoreDatabase,
  platform: string,
  afterId: string,
  limit: number,
): Promise<{ packs: StoredPack[]; more: boolean; until: string }> {
  if (!placesOf(db).includes(db.packs)) return { packs: [], more: false, until: '' };
  const many = Math.max(1, Math.round(limit / 1_000));
  const packs = await db.packs
    .where(':id')
    .between([platform, afterId, Dexie.maxKey], [platform, Dexie.maxKey], false, true)
    .limit(many)
    .toArray();
  return { packs, more: packs.length === many, until: packs.at(-1)?.lastId ?? '' };
}

/** An old database that could not be upgraded has no packs yet. */
const placesOf = (db: ScoreDatabase): Table[] =>
  [db.cases, db.packs].filter((table: Table | undefined) => table !== undefined);

/** Every case of a platform, chunk by chunk, each chunk read in a transaction of its own. */
export async function* scanCases(
  db: ScoreDatabase,
  platform: string,
  limit = 2_000,
): AsyncGenerator<OrderCase[]> {
  let afterId: string | undefined = '';
  while (afterId !== undefined) {
    const from: string = afterId;
    const chunk: CaseChunk = await db.transaction('r', placesOf(db), async () =>
      readCasesAfter(db, platform, from, limit),
    );
    yield chunk.cases.map(({ row }) => withoutMarks(row));
    afterId = chunk.afterId;
  }
}
