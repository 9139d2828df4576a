/** The rows that a batch keeps about its shop: coverage, health, revision. Inside a transaction. */
import { addReading, emptyCoverage } from '../core/coverage';
import type { ListReading, PageHealth, ShopRef } from '../core/entities';
import { type CaseChange, storedCounts } from './case-changes';
import type { ScoreDatabase } from './database';
import { healthRow, mergeHealth } from './health';
import { orphanKeyOf, shopKeyOf } from './keys';
import { sameData } from './same';

/** A sighting of a shop: which, and when. */
export interface ShopSighting {
  shop: ShopRef;
  seenMs: number;
}

export async function writeCoverage(
  db: ScoreDatabase,
  shopKey: string,
  list: ListReading | undefined,
  seenMs: number,
  changes: CaseChange[],
): Promise<boolean> {
  const before = (await db.coverage.get(shopKey))?.state;
  let state = before ?? emptyCoverage();
  if (list) state = addReading(state, list, seenMs);
  for (const side of ['orders', 'aftersales'] as const) {
    const added = changes.reduce(
      (sum, { before, after }) => sum + storedCounts(after)[side] - storedCounts(before)[side],
      0,
    );
    if (added !== 0) {
      const stored = (state[side].stored ?? 0) + added;
      state = { ...state, [side]: { ...state[side], stored } };
    }
  }
  if (sameData(before ?? emptyCoverage(), state)) return false;
  await db.coverage.put({ shopKey, state });
  return true;
}

/** Also clears the complaint about a page of this kind whose shop could not be told. */
export async function writeHealth(
  db: ScoreDatabase,
  { shop, seenMs }: ShopSighting,
  health: PageHealth,
): Promise<boolean> {
  const shopKey = shopKeyOf(shop);
  const [before, orphan] = await db.health.bulkGet([
    [shopKey, health.kind],
    [orphanKeyOf(shop.platform), health.kind],
  ]);
  const solved = orphan !== undefined && orphan.seenMs <= seenMs && health.verdict !== 'broken';
  if (solved) await db.health.delete([orphan.shopKey, orphan.kind]);
  const after = mergeHealth(before, healthRow(shopKey, health, seenMs));
  if (sameData(before, after)) return solved;
  await db.health.put(after);
  return true;
}

export async function touchShop(db: ScoreDatabase, { shop, seenMs }: ShopSighting): Promise<void> {
  const shopKey = shopKeyOf(shop);
  const before = await db.shops.get(shopKey);
  const isNewest = !before || seenMs >= before.lastSeenMs;
  await db.shops.put({
    shopKey,
    shop: isNewest ? shop : before.shop,
    lastSeenMs: Math.max(seenMs, before?.lastSeenMs ?? seenMs),
    revision: (before?.revision ?? 0) + 1,
  });
}
