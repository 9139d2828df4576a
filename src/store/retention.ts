/**
 * Retention: what lies further back than a shop keeps is removed, in small transactions, so that pages
 * can be stored in between. No tombstones: an old order that is shown again is simply stored again.
 */
import Dexie from 'dexie';
import { beijingDay, dayStartMs } from '../core/time';
import { listDay } from './case-day';
import { batchTables, type PackKey, type ScoreDatabase } from './database';
import { planGeneration } from './generation';
import { shopKeyOf } from './keys';
import { findUnpacked } from './pack-codec';
import type { FoundCase } from './read-cases';
import { removeCases } from './remove-cases';
import type { PlatformRules } from './rules';
import { allGroups, groupKeyOf } from './shop-group';
import { writeTallies } from './write-tallies';

/** Longer than any rule looks back, and a year's comparison still has its other side. */
export const DEFAULT_DAYS = 400;
/** The longest window of any known rule is 104 days; below it numbers would be wrong. */
export const LEAST_DAYS = 120;

export type RetentionDays = Record<string, number>;
export const RETENTION_KEY = 'settings:retention-days';

/** Days kept of a shop; what is stored as a setting may be anything. */
export function retentionDays(settings: unknown, shopKey: string): number {
  const days = (settings as RetentionDays | undefined)?.[shopKey];
  return typeof days === 'number' && days >= LEAST_DAYS ? Math.floor(days) : DEFAULT_DAYS;
}

/** Removes what is too old of every shop of a platform. Returns how many orders went. */
export async function expireOld(
  db: ScoreDatabase,
  rules: PlatformRules,
  settings: unknown,
  nowMs: number,
): Promise<number> {
  const shops = allGroups(await db.shops.toArray()).filter(
    ({ platform }) => platform === rules.platform,
  );
  const firstDays = new Map(
    shops.flatMap(({ shop, shopIds }) => {
      const firstDay = beijingDay(nowMs) - retentionDays(settings, shopKeyOf(shop));
      return shopIds.map((shopId) => [shopId, firstDay] as const);
    }),
  );
  const touched = new Set<string>();
  const isOld = ({ row }: FoundCase): boolean => {
    const firstDay = firstDays.get(row.shopId);
    if (firstDay === undefined || listDay(row) >= firstDay) return false;
    touched.add(row.shopId);
    return true;
  };
  const latest = Math.max(...firstDays.values());
  let removed = await expirePacks(db, rules, isOld, latest);
  removed += await expireRows(db, rules, isOld);
  for (const { shopIds } of shops) {
    const isTouched = shopIds.some((shopId) => touched.has(shopId));
    for (const shopId of shopIds) {
      const firstDay = firstDays.get(shopId) ?? 0;
      const identity = { platform: rules.platform, shopId };
      await expireDays(db, rules, shopKeyOf(identity), firstDay);
      if (touched.has(shopId)) await cutCoverage(db, shopKeyOf(identity), dayStartMs(firstDay));
      if (isTouched) await cutCoverage(db, groupKeyOf(identity), dayStartMs(firstDay));
    }
  }
  return removed;
}

async function expirePacks(
  db: ScoreDatabase,
  rules: PlatformRules,
  isOld: (one: FoundCase) => boolean,
  latestDay: number,
): Promise<number> {
  const keys: PackKey[] = await db.packs
    .where('[platform+firstDay]')
    .between([rules.platform, Dexie.minKey], [rules.platform, latestDay], true, false)
    .primaryKeys();
  let removed = 0;
  for (const key of keys) {
    removed += await db.transaction('rw', batchTables(db), async () => {
      const pack = await db.packs.get(key);
      const all = ((pack && findUnpacked(pack.bytes)) ?? []).map((row) => ({ row, packed: true }));
      const old = all.filter(isOld);
      await removeCases(db, rules, old);
      return old.length;
    });
  }
  return removed;
}

const CHUNK = 1_000;

/** Few are left unpacked, so looking at all of them is quick. */
async function expireRows(
  db: ScoreDatabase,
  rules: PlatformRules,
  isOld: (one: FoundCase) => boolean,
): Promise<number> {
  let removed = 0;
  let afterId: string | undefined = '';
  while (afterId !== undefined) {
    const from: string = afterId;
    afterId = await db.transaction('rw', batchTables(db), async () => {
      const rows = await db.cases
        .where(':id')
        .between([rules.platform, from], [rules.platform, Dexie.maxKey], from === '', true)
        .limit(CHUNK)
        .toArray();
      const old = rows.map((row) => ({ row, packed: false })).filter(isOld);
      await removeCases(db, rules, old);
      removed += old.length;
      return rows.length < CHUNK ? undefined : rows.at(-1)?.orderId;
    });
  }
  return removed;
}

/** Snapshots and chat statistics. */
async function expireDays(
  db: ScoreDatabase,
  rules: PlatformRules,
  shopKey: string,
  firstDay: number,
): Promise<void> {
  await db.transaction('rw', batchTables(db), async () => {
    const upTo = [shopKey, firstDay];
    await db.snapshots.where(':id').between([shopKey], upTo, true, false).delete();
    const days = db.chatDays.where(':id').between([shopKey], upTo, true, false);
    const chats = await days.toArray();
    if (chats.length === 0) return;
    await days.delete();
    const generation = await db.generations.get(rules.platform);
    const plan = planGeneration(generation, rules);
    // Other measures may come back: their tallies still hold the days that are gone.
    if (plan.write) await db.generations.put(plan.write);
    if (plan.countsDays) {
      const facts = chats.flatMap(({ chatDay }) => rules.chatFacts(chatDay));
      await writeTallies(db, plan.gen, shopKey, facts, []);
    }
  });
}

/** Nothing is claimed about days that are no longer stored. */
async function cutCoverage(db: ScoreDatabase, shopKey: string, fromMs: number): Promise<void> {
  const row = await db.coverage.get(shopKey);
  if (!row) return;
  const { orders, aftersales } = row.state;
  const cut = (side: typeof orders): typeof orders => ({
    ...side,
    intervals: side.intervals.flatMap(([from, to]): [number, number][] =>
      to <= fromMs ? [] : [[Math.max(from, fromMs), to]],
    ),
  });
  await db.coverage.put({
    shopKey,
    state: { ...row.state, orders: cut(orders), aftersales: cut(aftersales) },
  });
}
