/** How far a rebuild has come, and which measures it is for: told from the database alone, by any worker. */
import Dexie from 'dexie';
import { changedMeasures } from '../core/measure-versions';
import type { ScoreDatabase } from './database';
import { isOfVersion } from './generation';
import type { RebuildProgress } from './mirror-types';
import type { PlatformRules } from './rules';

/** What a pack stands for in the count: about as many cases as are put into one. */
const PER_PACK = 1_000;

/** Undefined when the tallies are of the present measures, or nothing is stored. */
export async function findRebuild(
  db: ScoreDatabase,
  rules: PlatformRules,
): Promise<RebuildProgress | undefined> {
  return db.transaction('r', [db.cases, db.packs, db.generations], async () => {
    const stored = await db.generations.get(rules.platform);
    if (!stored || isOfVersion(stored, rules.version)) return undefined;
    const { building, measures } = stored;
    const cursor = building?.version === rules.version ? building.cursor : '';
    const [all, done] = [
      await countTo(db, rules.platform, Dexie.maxKey),
      await countTo(db, rules.platform, cursor),
    ];
    const percent = all === 0 ? 0 : Math.min(99, Math.floor((done / all) * 100));
    return measures
      ? { percent, measures: changedMeasures(measures, rules.measureVersions()) }
      : { percent };
  });
}

/** Cases up to an order id, by keys alone. */
async function countTo(db: ScoreDatabase, platform: string, orderId: unknown): Promise<number> {
  const from = [platform, Dexie.minKey];
  const rows = await db.cases.where(':id').between(from, [platform, orderId], true, true).count();
  const packs = await db.packs
    .where(':id')
    .between(from, [platform, orderId, Dexie.maxKey], true, true)
    .count();
  return rows + packs * PER_PACK;
}
