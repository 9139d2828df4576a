/** The mirror of one shop, made from the database alone: the same whenever and by whomever it is made. */

import { emptyCoverage } from '../core/coverage';
import { isSavable } from '../core/duties';
import type { ScoreSnapshot, ShopRef } from '../core/entities';
import type { TallyRow } from '../core/measure';
import type { OffenderRef } from '../core/report-types';
import { beijingDay } from '../core/time';
import type { Duty } from '../core/verdict-types';
import { withoutMarks } from './case-changes';
import { batchTables, type ScoreDatabase, type StoredCase, type StoredTally } from './database';
import { dutyRange, shopKeyOf } from './keys';
import type { ShopMirror } from './mirror-types';
import { listOffenders } from './offenders';
import type { PlatformRules } from './rules';
import { isSoundCase } from './sound-case';

/** The longest window of any known rule looks 104 days back; the rest is slack for old snapshots. */
export const TALLY_DAYS = 130;
export const SNAPSHOT_DAYS = 60;
export const OFFENDERS_PER_MEASURE = 50;
export const DUTIES = 500;

/** Undefined for a shop never seen. */
export async function buildMirror(
  db: ScoreDatabase,
  rules: PlatformRules,
  shop: Pick<ShopRef, 'platform' | 'shopId'>,
  nowMs: number,
): Promise<ShopMirror | undefined> {
  const shopKey = shopKeyOf(shop);
  const today = beijingDay(nowMs);
  return db.transaction('r', batchTables(db), async () => {
    const row = await db.shops.get(shopKey);
    if (!row) return undefined;
    const generation = await db.generations.get(shop.platform);
    const [tallies, snapshots, coverage, health, duties, offenders] = await Promise.all([
      listTallies(db, generation?.current ?? 1, shopKey, today - TALLY_DAYS),
      listSnapshots(db, shopKey),
      db.coverage.get(shopKey),
      db.health.where(':id').between([shopKey], [shopKey, []]).toArray(),
      listDuties(db, rules, shopKey, nowMs, DUTIES),
      listWorst(db, rules, shopKey, today),
    ]);
    return {
      schema: 1,
      revision: row.revision,
      updatedMs: nowMs,
      // Of the tallies at hand: while a new generation is being made, these are still the old one's.
      measuresVersion: generation?.version ?? rules.version,
      shop: row.shop,
      tallies,
      snapshots,
      coverage: coverage?.state ?? emptyCoverage(),
      offenders,
      duties,
      health: Object.fromEntries(
        health.map(({ kind, health: page, seenMs, lastGoodMs }) => [
          kind,
          { ...page, seenMs, ...(lastGoodMs === undefined ? {} : { lastGoodMs }) },
        ]),
      ),
    };
  });
}

/** Sums per day, oldest first, from the generation that is valid now. */
export async function listTallies(
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

/** The last days' readings of the score page, oldest first. */
export async function listSnapshots(db: ScoreDatabase, shopKey: string): Promise<ScoreSnapshot[]> {
  const rows = await db.snapshots
    .where(':id')
    .between([shopKey], [shopKey, []])
    .reverse()
    .limit(SNAPSHOT_DAYS)
    .toArray();
  return rows.reverse().map(({ snapshot }) => snapshot);
}

/** Duties that can still be met, soonest first: stale ones take no place in the list. */
export async function listDuties(
  db: ScoreDatabase,
  rules: PlatformRules,
  shopKey: string,
  nowMs: number,
  limit: number,
): Promise<Duty[]> {
  const [from, to] = dutyRange(shopKey, nowMs);
  const savable = (row: StoredCase): Duty[] =>
    rules.openDuties(withoutMarks(row)).filter((duty) => isSavable(duty, nowMs));
  const rows = await db.cases
    .where('marks')
    .between(from, to)
    .distinct()
    .filter((row) => isSoundCase(row) && savable(row).length > 0)
    .limit(limit)
    .toArray();
  return rows
    .flatMap(savable)
    .sort((a, b) => a.dueMs - b.dueMs || (a.orderId < b.orderId ? -1 : 1))
    .slice(0, limit);
}

async function listWorst(
  db: ScoreDatabase,
  rules: PlatformRules,
  shopKey: string,
  today: number,
): Promise<OffenderRef[]> {
  const perMeasure = await Promise.all(
    Object.entries(rules.windows).map(async ([measureId, window]) => {
      // What offended today is shown as "will count" before it enters the window tomorrow.
      const [fromDay, toDay] = [today - window.from, Math.max(today - window.to, today)];
      const query = { shopKey, measureId, fromDay, toDay, limit: OFFENDERS_PER_MEASURE };
      return (await listOffenders(db, rules, query)).slice(0, OFFENDERS_PER_MEASURE);
    }),
  );
  return perMeasure.flat();
}
