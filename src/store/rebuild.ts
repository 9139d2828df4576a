/**
 * Making a new generation of tallies after the measures changed (generation.ts): chunk by chunk, each
 * one transaction, so that a killed worker goes on where it was and batches come in between.
 */
import type { Fact } from '../core/measure';
import { putAll } from './bulk';
import { isOpenCase, markCase, withoutMarks } from './case-changes';
import {
  batchTables,
  type ScoreDatabase,
  type StoredCase,
  type StoredGeneration,
} from './database';
import { planGeneration } from './generation';
import { shopKeyOf } from './keys';
import { type FoundCase, readCasesAfter } from './read-cases';
import type { PlatformRules } from './rules';
import { sameData } from './same';
import { type CaseFacts, writeOffences } from './write-offences';
import { takeFromPacks } from './write-packs';
import { writeTallies } from './write-tallies';

/** Cases a transaction: long enough to be quick, short enough to let a page's batch through. */
const CHUNK = 4_000;

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
  return db.transaction('rw', batchTables(db), async () => {
    const stored = await db.generations.get(rules.platform);
    if (!stored) return { done: true, counted: 0 };
    const row = planGeneration(stored, rules).write ?? stored;
    if (!row.building) return { done: true, counted: 0 };
    const { gen, version, cursor } = row.building;
    const { cases, afterId } = await readCasesAfter(db, rules.platform, cursor, chunk);
    await countCases(db, rules, gen, cases);
    if (afterId !== undefined) {
      await db.generations.put({ ...row, building: { gen, version, cursor: afterId } });
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
  cases: FoundCase[],
): Promise<void> {
  const factsByShop = new Map<string, Fact[]>();
  const remarked: StoredCase[] = [];
  const offences: CaseFacts[] = [];
  const opened: StoredCase[] = [];
  for (const { row, packed } of cases) {
    const orderCase = withoutMarks(row);
    const facts = rules.facts(orderCase);
    const ofShop = factsByShop.get(shopKeyOf(row)) ?? [];
    factsByShop.set(shopKeyOf(row), ofShop);
    for (const fact of facts) ofShop.push(fact);
    if (packed && !isOpenCase(orderCase, rules)) {
      offences.push({ orderCase, facts });
      continue;
    }
    const marked = markCase(orderCase, facts, rules);
    if (packed) opened.push(marked);
    else if (!sameData(marked.marks, row.marks)) remarked.push(marked);
  }
  for (const [shopKey, facts] of factsByShop) await writeTallies(db, gen, shopKey, [], facts);
  await writeOffences(db, rules, gen, [], offences);
  await putAll(db.cases, remarked);
  if (opened.length === 0) return;
  // What counts as open since the rules changed must be found by its marks, and a pack has none.
  await putAll(db.cases, opened);
  await takeFromPacks(
    db,
    rules.platform,
    opened.map(({ orderId }) => orderId),
  );
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
  await db.offences
    .where(':id')
    .below([gen])
    .and((old) => shopKeys.has(old.shopKey))
    .delete();
  await putAll(
    db.shops,
    shops.map((shop) => ({ ...shop, revision: shop.revision + 1 })),
  );
  await db.generations.put({
    platform: row.platform,
    current: gen,
    version: rules.version,
    measures: rules.measureVersions(),
  });
}
