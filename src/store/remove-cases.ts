/** Taking cases out of the store, with everything that was derived from them. Inside a transaction. */
import type { OrderCase } from '../core/entities';
import { deleteAll } from './bulk';
import { storedCounts, withoutMarks } from './case-changes';
import type { ScoreDatabase } from './database';
import { countsCase, planGeneration } from './generation';
import { shopKeyOf } from './keys';
import type { FoundCase } from './read-cases';
import type { PlatformRules } from './rules';
import { type CaseFacts, writeOffences } from './write-offences';
import { takeFromPacks } from './write-packs';
import { writeTallies } from './write-tallies';

export async function removeCases(
  db: ScoreDatabase,
  rules: PlatformRules,
  found: FoundCase[],
): Promise<void> {
  if (found.length === 0) return;
  const idsOf = (some: FoundCase[]): string[] => some.map(({ row }) => row.orderId);
  const rows = idsOf(found.filter(({ packed }) => !packed));
  const packed = idsOf(found.filter((one) => one.packed));
  await deleteAll(
    db.cases,
    rows.map((id): [string, string] => [rules.platform, id]),
  );
  if (packed.length > 0) await takeFromPacks(db, rules.platform, packed);
  await uncount(db, rules, found);
  for (const [shopKey, cases] of byShop(found)) await lowerCounts(db, shopKey, cases);
}

/** −facts of what is gone, in the generation that has them. */
async function uncount(db: ScoreDatabase, rules: PlatformRules, found: FoundCase[]): Promise<void> {
  const stored = await db.generations.get(rules.platform);
  const plan = planGeneration(stored, rules);
  if (plan.write) await db.generations.put(plan.write);
  const counted = found.filter(({ row }) => countsCase(plan, row.orderId));
  const offences: CaseFacts[] = [];
  for (const [shopKey, cases] of byShop(counted)) {
    const facts = cases.map(({ row, packed }) => {
      const orderCase = withoutMarks(row);
      const ofCase = rules.facts(orderCase);
      if (packed) offences.push({ orderCase, facts: ofCase });
      return ofCase;
    });
    await writeTallies(db, plan.gen, shopKey, facts.flat(), []);
  }
  await writeOffences(db, rules, plan.gen, offences, []);
}

/** Fewer are stored now, and what coverage proved of them is the caller's to cut. */
async function lowerCounts(db: ScoreDatabase, shopKey: string, gone: FoundCase[]): Promise<void> {
  const row = await db.coverage.get(shopKey);
  if (row) {
    const { state } = row;
    const less = { orders: 0, aftersales: 0 };
    for (const one of gone) {
      const counts = storedCounts(one.row as OrderCase);
      less.orders += counts.orders;
      less.aftersales += counts.aftersales;
    }
    const lower = (side: 'orders' | 'aftersales') => ({
      ...state[side],
      stored: Math.max(0, (state[side].stored ?? 0) - less[side]),
    });
    await db.coverage.put({
      shopKey,
      state: { ...state, orders: lower('orders'), aftersales: lower('aftersales') },
    });
  }
  const shop = await db.shops.get(shopKey);
  if (shop) await db.shops.put({ ...shop, revision: shop.revision + 1 });
}

function byShop(found: FoundCase[]): Map<string, FoundCase[]> {
  const shops = new Map<string, FoundCase[]>();
  for (const one of found) {
    const shopKey = shopKeyOf(one.row);
    const some = shops.get(shopKey) ?? [];
    shops.set(shopKey, some);
    some.push(one);
  }
  return shops;
}
