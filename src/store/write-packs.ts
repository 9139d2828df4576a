/** Putting cases into packs and taking them out again. Inside a transaction over `packs`. */
import Dexie from 'dexie';
import type { OrderCase } from '../core/entities';
import { putAll } from './bulk';
import { listDay } from './case-day';
import type { PackKey, ScoreDatabase, StoredPack } from './database';
import { findUnpacked, packCases } from './pack-codec';
import { findPackKeys, listPackKeys } from './read-cases';

/** Cases to a pack: reading one for a single order must stay quick, and small packs compress badly. */
const TARGET = 1_000;

/** Stores cases packed; what was packed of the same orders is replaced. */
export async function putPacked(
  db: ScoreDatabase,
  platform: string,
  cases: OrderCase[],
): Promise<void> {
  const sorted = [...cases].sort(byId);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return;
  const before = await findKeyBefore(db, platform, first.orderId);
  const around = await listPackKeys(db, platform, first.orderId, last.orderId);
  for (const { key, cases: incoming } of groupByPack(sorted, [...before, ...around])) {
    const pack = key && (await db.packs.get(key));
    const merged = new Map(
      ((pack && findUnpacked(pack.bytes)) ?? []).map((one) => [one.orderId, one]),
    );
    for (const one of incoming) merged.set(one.orderId, one);
    await replacePack(db, key, [...merged.values()].sort(byId));
  }
}

/** Takes these orders out of their packs. */
export async function takeFromPacks(
  db: ScoreDatabase,
  platform: string,
  orderIds: string[],
): Promise<void> {
  const gone = new Set(orderIds);
  for (const key of await findPackKeys(db, platform, [...gone].sort())) {
    await keepInPack(db, key, (one) => !gone.has(one.orderId));
  }
}

/** Leaves in a pack what is to be kept. False: it could not be read and went whole, with what was to stay. */
export async function keepInPack(
  db: ScoreDatabase,
  key: PackKey,
  keep: (one: OrderCase) => boolean,
): Promise<boolean> {
  const pack = await db.packs.get(key);
  const all = pack && findUnpacked(pack.bytes);
  const kept = all?.filter(keep) ?? [];
  if (kept.length < (all?.length ?? 1)) await replacePack(db, key, kept);
  return all !== undefined;
}

interface Group {
  /** The pack that these join; undefined: a new one. */
  key?: PackKey;
  cases: OrderCase[];
}

/**
 * Cases go into the pack in whose range they lie. A run between two packs makes packs of its own, or
 * joins a neighbour when it is short.
 */
function groupByPack(sorted: OrderCase[], keys: PackKey[]): Group[] {
  const joined = new Map<PackKey, OrderCase[]>();
  const join = (key: PackKey, cases: OrderCase[]): void => {
    joined.set(key, [...(joined.get(key) ?? []), ...cases]);
  };
  const runs: Group[] = [];
  let at = 0;
  for (let from = 0; from < sorted.length; ) {
    const orderId = sorted[from]?.orderId ?? '';
    while (at < keys.length && (keys[at]?.[1] ?? '') < orderId) at += 1;
    const next = keys[at];
    const isInside = next !== undefined && next[2] <= orderId;
    const end = isInside ? next[1] : next?.[2];
    let to = from + 1;
    while (to < sorted.length && isBefore(sorted[to]?.orderId ?? '', end, isInside)) to += 1;
    const run = sorted.slice(from, to);
    const neighbour = isInside ? next : (keys[at - 1] ?? next);
    if (neighbour && (isInside || run.length < TARGET / 2)) join(neighbour, run);
    else runs.push({ cases: run });
    from = to;
  }
  return [...[...joined].map(([key, cases]) => ({ key, cases })), ...runs];
}

/** `end` undefined: open-ended. Inside a pack its last id belongs to it. */
const isBefore = (orderId: string, end: string | undefined, included: boolean): boolean =>
  end === undefined || orderId < end || (included && orderId === end);

async function findKeyBefore(
  db: ScoreDatabase,
  platform: string,
  orderId: string,
): Promise<PackKey[]> {
  return db.packs
    .where(':id')
    .between([platform, Dexie.minKey], [platform, orderId], true, false)
    .reverse()
    .limit(1)
    .primaryKeys();
}

/** @param cases sorted; split evenly when they are too many for one pack. */
async function replacePack(
  db: ScoreDatabase,
  key: PackKey | undefined,
  cases: OrderCase[],
): Promise<void> {
  if (key) await db.packs.delete(key);
  const packs = Math.ceil(cases.length / (TARGET * 1.5));
  const size = Math.ceil(cases.length / Math.max(1, packs));
  const rows: StoredPack[] = [];
  for (let from = 0; from < cases.length; from += size) {
    rows.push(packRow(cases.slice(from, from + size)));
  }
  await putAll(db.packs, rows);
}

function packRow(cases: OrderCase[]): StoredPack {
  const [first, last] = [cases[0], cases.at(-1)] as [OrderCase, OrderCase];
  return {
    platform: first.platform,
    lastId: last.orderId,
    firstId: first.orderId,
    count: cases.length,
    firstDay: Math.min(...cases.map(listDay)),
    shopIds: [...new Set(cases.map((one) => one.shopId))].sort(),
    bytes: packCases(cases),
  };
}

const byId = (a: OrderCase, b: OrderCase): number =>
  a.orderId < b.orderId ? -1 : a.orderId > b.orderId ? 1 : 0;
