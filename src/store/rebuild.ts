/**
 * Making a new generation of tallies after the measures changed (generation.ts): chunk by chunk, each
 * one transaction, so that a killed worker goes on where it was and batches come in between.
 */
import Dexie from 'dexie';
import { markCase, withoutMarks } from './case-changes';
import type { ScoreDatabase, StoredCase, StoredGeneration } from './database';
import { planGeneration } from './generation';
import { shopKeyOf } from './keys';
import type { PlatformRules } from './rules';
import { sameData } from './same';
import { writeTallies } from './write-tallies';

/** Cases a transaction: long enough to be quick, short enough to let a page's batch through. */
const CHUNK = 500;

export interface RebuildStep {
  done: boolean;
  /** Cases counted by this step. */
  counted: number;
}

/** One chunk. Call until `done`; any number of times, by any worker. */
export async function rebuildStep(
  db: ScoreDatabase,
  rules: PlatformRules,
  chunk = CHUNK,
): Promise<RebuildStep> {
  const tables = [db.generations, db.cases, db.tallies, db.chatDays, db.shops];
  return db.transaction('rw', tables, async () => {
    const stored = await db.generations.get(rules.platform);
    if (!stored) return { done: true, counted: 0 };
    const row = planGeneration(stored, rules.platform, rules.version).write ?? stored;
    if (!row.building) return { done: true, counted: 0 };
    const { gen, version, cursor } = row.building;
    const cases = await db.cases
      .where(':id')
      .between([rules.platform, cursor], [rules.platform, Dexie.maxKey], cursor === '', true)
      .limit(chunk)
      .toArray();
    await countCases(db, rules, gen, cases);
    const last = cases.at(-1);
    if (last && cases.length === chunk) {
      const building = { gen, version, cursor: last.orderId };
      await db.generations.put({ ...row, building });
      return { done: false, counted: cases.length };
    }
    await finish(db, rules, row, gen);
    return { done: true, counted: cases.length };
  });
}

async function countCases(
  db: ScoreDatabase,
  rules: PlatformRules,
  gen: number,
  cases: StoredCase[],
): Promise<void> {
  const factsByShop = new Map<string, ReturnType<PlatformRules['facts']>>();
  const remarked: StoredCase[] = [];
  for (const row of cases) {
    const orderCase = withoutMarks(row);
    const facts = rules.facts(orderCase);
    const ofShop = factsByShop.get(shopKeyOf(row)) ?? [];
    factsByShop.set(shopKeyOf(row), ofShop);
    ofShop.push(...facts);
    const marked = markCase(orderCase, facts, rules);
    if (!sameData(marked.marks, row.marks)) remarked.push(marked);
  }
  for (const [shopKey, facts] of factsByShop) await writeTallies(db, gen, shopKey, [], facts);
  await db.cases.bulkPut(remarked);
}

/** The days' own records, then the swap; the old generation goes, and every mirror is out of date. */
async function finish(
  db: ScoreDatabase,
  rules: PlatformRules,
  row: StoredGeneration,
  gen: number,
): Promise<void> {
  const shops = (await db.shops.toArray()).filter(({ shop }) => shop.platform === row.platform);
  for (const { shopKey } of shops) {
    const days = await db.chatDays.where(':id').between([shopKey], [shopKey, []]).toArray();
    const facts = days.flatMap(({ chatDay }) => rules.chatFacts(chatDay));
    await writeTallies(db, gen, shopKey, [], facts);
  }
  const shopKeys = new Set(shops.map(({ shopKey }) => shopKey));
  await db.tallies
    .where(':id')
    .below([gen])
    .and((old) => shopKeys.has(old.shopKey))
    .delete();
  await db.shops.bulkPut(shops.map((shop) => ({ ...shop, revision: shop.revision + 1 })));
  await db.generations.put({ platform: row.platform, current: gen, version: rules.version });
}
