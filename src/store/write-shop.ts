/** The rows that a batch keeps about its shop: coverage, health, revision. Inside a transaction. */
import { addReading, emptyCoverage, type Side } from '../core/coverage';
import type { ListReading, PageHealth, ShopRef } from '../core/entities';
import type { CoverageState, SideCoverage } from '../core/report-types';
import { putAll } from './bulk';
import { type CaseChange, storedCounts } from './case-changes';
import type { ScoreDatabase, StoredCoverage, StoredHealth } from './database';
import { readCoverage } from './group-read';
import { healthRow, mergeHealth } from './health';
import { orphanKeyOf, shopKeyOf } from './keys';
import { sameData } from './same';
import { claimsKeyOf, type ShopGroup } from './shop-group';

/** A sighting of a shop: which, and when. */
export interface ShopSighting {
  shop: ShopRef;
  seenMs: number;
}

/**
 * Counts of what is in store, of each identity that changed; and what the list proves of the whole shop,
 * which of a merged one is kept apart from what each identity proved.
 */
export async function writeCoverage(
  db: ScoreDatabase,
  group: ShopGroup,
  list: ListReading | undefined,
  seenMs: number,
  changes: CaseChange[],
): Promise<boolean> {
  const added = addedCounts(changes);
  const claimsKey = claimsKeyOf(group);
  const keys = new Set(added.keys());
  if (list) keys.add(claimsKey);
  const puts: StoredCoverage[] = [];
  for (const shopKey of keys) {
    const before =
      (await db.coverage.get(shopKey))?.state ?? (await newCoverage(db, group, shopKey));
    const read = list && shopKey === claimsKey ? addReading(before, list, seenMs) : before;
    const state = withCounts(read, added.get(shopKey));
    if (!sameData(before, state)) puts.push({ shopKey, state });
  }
  await putAll(db.coverage, puts);
  return puts.length > 0;
}

/** Of a merged shop: the list's totals as known so far, nothing proved. */
async function newCoverage(
  db: ScoreDatabase,
  group: ShopGroup,
  shopKey: string,
): Promise<CoverageState> {
  if (group.shopKeys.length === 1 || shopKey !== claimsKeyOf(group)) return emptyCoverage();
  const { orders, aftersales } = await readCoverage(db, group);
  const only = ({ total, totalSeenMs }: SideCoverage): SideCoverage => ({
    intervals: [],
    ...(total === undefined ? {} : { total, totalSeenMs }),
  });
  return { orders: only(orders), aftersales: only(aftersales) };
}

type Counts = Record<Side, number>;
const SIDES = ['orders', 'aftersales'] as const;

function addedCounts(changes: CaseChange[]): Map<string, Counts> {
  const added = new Map<string, Counts>();
  for (const { before, after } of changes) {
    const [now, then] = [storedCounts(after), storedCounts(before)];
    if (SIDES.every((side) => now[side] === then[side])) continue;
    const shopKey = shopKeyOf(after);
    const sum = added.get(shopKey) ?? { orders: 0, aftersales: 0 };
    for (const side of SIDES) sum[side] += now[side] - then[side];
    added.set(shopKey, sum);
  }
  return added;
}

function withCounts(state: CoverageState, more: Counts | undefined): CoverageState {
  if (!more) return state;
  const grown = (side: Side): SideCoverage =>
    more[side] === 0
      ? state[side]
      : { ...state[side], stored: (state[side].stored ?? 0) + more[side] };
  return { ...state, orders: grown('orders'), aftersales: grown('aftersales') };
}

/**
 * A page read again as well as before is noted again only when that was last noted this much earlier, so that
 * paging back and forth writes nothing and no mirror. What the merchant reads is "some minutes ago".
 */
const HEALTH_GRAIN_MS = 5 * 60_000;

/**
 * Also clears the complaint about a page of this kind whose shop could not be told.
 *
 * @param isGrained the note may wait: nothing tells by it which shop was seen last.
 */
export async function writeHealth(
  db: ScoreDatabase,
  { shop, seenMs }: ShopSighting,
  health: PageHealth,
  isGrained = false,
): Promise<boolean> {
  const shopKey = shopKeyOf(shop);
  const [before, orphan] = await db.health.bulkGet([
    [shopKey, health.kind],
    [orphanKeyOf(shop.platform), health.kind],
  ]);
  const solved = orphan !== undefined && orphan.seenMs <= seenMs && health.verdict !== 'broken';
  if (solved) await db.health.delete([orphan.shopKey, orphan.kind]);
  const after = mergeHealth(before, healthRow(shopKey, health, seenMs));
  if (sameData(before, after) || (isGrained && isNoted(before, after))) return solved;
  await db.health.put(after);
  return true;
}

const isNoted = (before: StoredHealth | undefined, after: StoredHealth): boolean =>
  before !== undefined &&
  after.seenMs - before.seenMs <= HEALTH_GRAIN_MS &&
  sameData(before.health, after.health);

/** @param keepName a file does not say what the shop is called: the merchant chose it from a list. */
export async function touchShop(
  db: ScoreDatabase,
  { shop, seenMs }: ShopSighting,
  keepName = false,
): Promise<void> {
  const shopKey = shopKeyOf(shop);
  const before = await db.shops.get(shopKey);
  const isNewest = !before || (seenMs >= before.lastSeenMs && !keepName);
  await db.shops.put({
    ...before,
    shopKey,
    shop: isNewest ? shop : before.shop,
    lastSeenMs: Math.max(seenMs, before?.lastSeenMs ?? seenMs),
    revision: (before?.revision ?? 0) + 1,
  });
}
