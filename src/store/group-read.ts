/**
 * What is stored of a shop, over all identities that are one shop (shop-group.ts). For a shop that was
 * never merged each of these is one look under one key. Read-only.
 */
import { emptyCoverage } from '../core/coverage';
import type { ChatDay, ScoreSnapshot } from '../core/entities';
import { addInterval } from '../core/intervals';
import type { TallyRow } from '../core/measure';
import { mergeChatDays, mergeSnapshots } from '../core/merge';
import type { CoverageState, SideCoverage } from '../core/report-types';
import { applyDelta, tallyDelta } from '../core/tally';
import type { ScoreDatabase, StoredHealth, StoredTally } from './database';
import { mergeHealth } from './health';
import type { PlatformRules } from './rules';
import { groupKeyOf, type ShopGroup } from './shop-group';

export const SNAPSHOT_DAYS = 60;

/** Sums per day, oldest first, from the generation that is valid now. */
export async function listTallies(
  db: ScoreDatabase,
  rules: Pick<PlatformRules, 'version' | 'chatFacts'>,
  group: ShopGroup,
  fromDay: number,
): Promise<TallyRow[]> {
  const generation = await db.generations.get(group.platform);
  const gen = generation?.current ?? 1;
  const each = await Promise.all(group.shopKeys.map((key) => talliesOf(db, gen, key, fromDay)));
  const [only = []] = each;
  if (each.length === 1) return only;
  const sums = new Map<number, TallyRow>();
  const add = (row: TallyRow): void => {
    const sum = applyDelta(sums.get(row.day), row);
    if (sum) sums.set(row.day, sum);
    else sums.delete(row.day);
  };
  for (const row of each.flat()) add(row);
  // Facts of other measures than those behind the tallies cannot be taken out of them: until the rebuild
  // at hand is done, a chat day of two identities weighs twice in its means.
  if (generation?.version === rules.version) {
    for (const delta of await doubleChatDays(db, rules, group, fromDay)) {
      if (delta.day >= fromDay) add(delta);
    }
  }
  return [...sums.values()].sort((a, b) => a.day - b.day);
}

async function talliesOf(
  db: ScoreDatabase,
  gen: number,
  shopKey: string,
  fromDay: number,
): Promise<TallyRow[]> {
  const rows = await db.tallies
    .where(':id')
    .between([gen, shopKey, fromDay], [gen, shopKey, []])
    .toArray();
  return rows.map(({ gen: _gen, shopKey: _shopKey, ...tally }: StoredTally) => tally);
}

/** A measure may count a chat day on another day than its own, but not on one far away. */
const CHAT_SLACK_DAYS = 7;

/** What makes days whose statistics two identities have count once, as one merged day. */
async function doubleChatDays(
  db: ScoreDatabase,
  rules: Pick<PlatformRules, 'chatFacts'>,
  { shopKeys }: ShopGroup,
  fromDay: number,
): Promise<TallyRow[]> {
  const lists = await Promise.all(
    shopKeys.map((key) =>
      db.chatDays
        .where(':id')
        .between([key, fromDay - CHAT_SLACK_DAYS], [key, []])
        .toArray(),
    ),
  );
  const byDay = new Map<number, ChatDay[]>();
  for (const { chatDay } of lists.flat()) {
    byDay.set(chatDay.day, [...(byDay.get(chatDay.day) ?? []), chatDay]);
  }
  const doubles = [...byDay.values()].filter((days) => days.length > 1);
  const merged = doubles.map((days) => days.reduce(mergeChatDays));
  return tallyDelta(doubles.flat().flatMap(rules.chatFacts), merged.flatMap(rules.chatFacts));
}

/** The last days' readings of the score page, oldest first. */
export async function listSnapshots(
  db: ScoreDatabase,
  { shopKeys }: ShopGroup,
): Promise<ScoreSnapshot[]> {
  const each = await Promise.all(
    shopKeys.map((key) =>
      db.snapshots.where(':id').between([key], [key, []]).reverse().limit(SNAPSHOT_DAYS).toArray(),
    ),
  );
  const byDay = new Map<number, ScoreSnapshot>();
  for (const { day, snapshot } of each.flat()) {
    const known = byDay.get(day);
    byDay.set(day, known ? mergeSnapshots(known, snapshot) : snapshot);
  }
  const days = [...byDay].sort(([a], [b]) => a - b).map(([, snapshot]) => snapshot);
  return days.slice(-SNAPSHOT_DAYS);
}

/** What was proved of the shop: by each identity alone, and by the group while it was one. */
export async function readCoverage(
  db: ScoreDatabase,
  { platform, shopIds, shopKeys }: ShopGroup,
): Promise<CoverageState> {
  if (shopKeys.length === 1) {
    return (await db.coverage.get(shopKeys[0] ?? ''))?.state ?? emptyCoverage();
  }
  const groupKeys = shopIds.map((shopId) => groupKeyOf({ platform, shopId }));
  const rows = await db.coverage.bulkGet([...groupKeys, ...shopKeys]);
  const states = rows.flatMap((row) => (row ? [row.state] : []));
  const joined = states.reduce(joinCoverage, emptyCoverage());
  const stored = (side: 'orders' | 'aftersales'): number =>
    states.reduce((sum, state) => sum + (state[side].stored ?? 0), 0);
  return {
    orders: { ...joined.orders, stored: stored('orders') },
    aftersales: { ...joined.aftersales, stored: stored('aftersales') },
  };
}

/** Both claims hold: what either side read in full is stored. Counts and walks stay those of the first. */
export function joinCoverage(mine: CoverageState, other: CoverageState): CoverageState {
  const join = (a: SideCoverage, b: SideCoverage): SideCoverage => {
    const newer = (b.totalSeenMs ?? 0) > (a.totalSeenMs ?? 0) ? b : a;
    return {
      ...a,
      intervals: b.intervals.reduce(addInterval, a.intervals),
      ...(newer.total === undefined ? {} : { total: newer.total, totalSeenMs: newer.totalSeenMs }),
    };
  };
  return {
    ...mine,
    orders: join(mine.orders, other.orders),
    aftersales: join(mine.aftersales, other.aftersales),
  };
}

/** The latest sighting of each kind of page. */
export async function listHealth(
  db: ScoreDatabase,
  { shopKeys }: ShopGroup,
): Promise<StoredHealth[]> {
  const kinds = new Map<string, StoredHealth>();
  for (const key of shopKeys) {
    for (const row of await db.health.where(':id').between([key], [key, []]).toArray()) {
      kinds.set(row.kind, mergeHealth(kinds.get(row.kind), row));
    }
  }
  return [...kinds.values()];
}
