/**
 * Packing what has grown old: orders that no page showed for days and that are not open leave
 * their rows for a pack. Nothing they mean changes, so tallies and revisions stay as they are.
 */
import Dexie from 'dexie';
import { DAY_MS } from '../core/time';
import { deleteAll } from './bulk';
import { isOpen, withoutMarks } from './case-changes';
import { lastSeenMs } from './case-day';
import { batchTables, type ScoreDatabase } from './database';
import { countsCase, planGeneration } from './generation';
import type { PlatformRules } from './rules';
import { writeOffences } from './write-offences';
import { putPacked } from './write-packs';

/** The orders that a shop's pages show again and again are those of the last days. */
export const PACK_AFTER_MS = 3 * DAY_MS;
const CHUNK = 1_000;

export interface PackStep {
  packed: number;
  /** Where to go on; undefined: all rows were looked at. */
  afterId?: string;
}

/** One chunk, one transaction. */
export async function packHistoryStep(
  db: ScoreDatabase,
  rules: PlatformRules,
  { afterId, nowMs }: { afterId: string; nowMs: number },
  chunk = CHUNK,
): Promise<PackStep> {
  return db.transaction('rw', batchTables(db), async () => {
    const rows = await db.cases
      .where(':id')
      .between([rules.platform, afterId], [rules.platform, Dexie.maxKey], afterId === '', true)
      .limit(chunk)
      .toArray();
    const old = rows
      .filter((row) => !isOpen(row) && lastSeenMs(row) < nowMs - PACK_AFTER_MS)
      .map(withoutMarks);
    await deleteAll(
      db.cases,
      old.map((one): [string, string] => [one.platform, one.orderId]),
    );
    await putPacked(db, rules.platform, old);
    const stored = await db.generations.get(rules.platform);
    const plan = planGeneration(stored, rules.platform, rules.version);
    const counted = old.filter((one) => countsCase(plan, one.orderId));
    const come = counted.map((orderCase) => ({ orderCase, facts: rules.facts(orderCase) }));
    await writeOffences(db, rules, plan.gen, [], come);
    const last = rows.at(-1);
    return last && rows.length === chunk
      ? { packed: old.length, afterId: last.orderId }
      : { packed: old.length };
  });
}
