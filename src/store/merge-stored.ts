/** Cases and days of another store (a backup) into this one: one transaction, the one merge. */
import type { ChatDay, OrderCase, ScoreSnapshot, ShopRef } from '../core/entities';
import type { Fact } from '../core/measure';
import { mergeChatDays, mergeSnapshots } from '../core/merge';
import type { CoverageState } from '../core/report-types';
import { changeCases } from './case-changes';
import { batchTables, type ScoreDatabase } from './database';
import { countsCase, outdated, planGeneration } from './generation';
import { shopKeyOf } from './keys';
import { findStoredCases } from './read-cases';
import type { PlatformRules } from './rules';
import { sameData } from './same';
import { findGroup } from './shop-group';
import { writeCases } from './write-cases';
import { touchShop, writeCoverage } from './write-shop';
import { writeCaseTallies, writeTallies } from './write-tallies';

export interface StoredThings {
  shop: ShopRef;
  lastSeenMs: number;
  cases: OrderCase[];
  snapshots?: ScoreSnapshot[];
  chatDays?: ChatDay[];
  coverage?: (own: CoverageState | undefined) => CoverageState;
}

export interface MergeResult {
  created: number;
  changed: number;
  refused: number;
}

/** @throws Dexie's errors when the database cannot write; nothing is stored then. */
export async function mergeStored(
  db: ScoreDatabase,
  rules: PlatformRules,
  things: StoredThings,
): Promise<MergeResult> {
  const { shop, lastSeenMs, cases } = things;
  const shopKey = shopKeyOf(shop);
  return db.transaction('rw', batchTables(db), async () => {
    const generation = await db.generations.get(rules.platform);
    const group = await findGroup(db, shop);
    const ids = cases.map((one) => one.orderId);
    const stored = await findStoredCases(db, rules.platform, ids);
    const { changes, created, refused, isDamaged } = changeCases(
      cases,
      stored,
      rules,
      group.shopIds,
    );
    const valid = isDamaged ? outdated(generation) : generation;
    const plan = planGeneration(valid, rules);
    const counted = new Set(changes.filter(({ after }) => countsCase(plan, after.orderId)));
    const days = await mergeDays(db, rules, shopKey, things);
    await writeCases(db, rules, plan.gen, changes, { place: 'packs', counted });
    await writeCaseTallies(db, plan.gen, counted);
    if (plan.countsDays) {
      await writeTallies(db, plan.gen, shopKey, days.oldFacts, days.newFacts);
    }
    let wrote = await writeCoverage(db, group, undefined, lastSeenMs, changes);
    wrote = (await joinClaims(db, shopKey, things)) || wrote;
    const isNew = (await db.shops.get(shopKey)) === undefined;
    if (wrote || isNew || days.changed || changes.length > 0) {
      if (plan.write) await db.generations.put(plan.write);
      await touchShop(db, { shop, seenMs: lastSeenMs });
    }
    return { created, changed: changes.length - created, refused: refused.length };
  });
}

async function joinClaims(
  db: ScoreDatabase,
  shopKey: string,
  { coverage }: StoredThings,
): Promise<boolean> {
  if (!coverage) return false;
  const own = (await db.coverage.get(shopKey))?.state;
  const state = coverage(own);
  if (sameData(own, state)) return false;
  await db.coverage.put({ shopKey, state });
  return true;
}

async function mergeDays(
  db: ScoreDatabase,
  rules: PlatformRules,
  shopKey: string,
  { snapshots = [], chatDays = [] }: StoredThings,
): Promise<{ changed: boolean; oldFacts: Fact[]; newFacts: Fact[] }> {
  const result = { changed: false, oldFacts: [] as Fact[], newFacts: [] as Fact[] };
  for (const incoming of snapshots) {
    const own = (await db.snapshots.get([shopKey, incoming.day]))?.snapshot;
    const snapshot = own ? mergeSnapshots(own, incoming) : incoming;
    if (own && sameData(own, snapshot)) continue;
    await db.snapshots.put({ shopKey, day: incoming.day, snapshot });
    result.changed = true;
  }
  for (const incoming of chatDays) {
    const own = (await db.chatDays.get([shopKey, incoming.day]))?.chatDay;
    const chatDay = own ? mergeChatDays(own, incoming) : incoming;
    if (own && sameData(own, chatDay)) continue;
    await db.chatDays.put({ shopKey, day: incoming.day, chatDay });
    result.changed = true;
    if (own) result.oldFacts.push(...rules.chatFacts(own));
    result.newFacts.push(...rules.chatFacts(chatDay));
  }
  return result;
}
