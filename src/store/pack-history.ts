/**
 * Packing what has grown old: orders that no page showed for days and that are not open leave
 * their rows for a pack. Nothing they mean changes, so tallies and revisions stay as they are.
 *
 * It waits while the valid tallies are of other measures: what a packed case offended against is listed by
 * generation, and a list of those measures can no longer be added to.
 */
import Dexie from 'dexie';
import { DAY_MS } from '../core/time';
import { deleteAll } from './bulk';
import { isOpen, withoutMarks } from './case-changes';
import { lastSeenMs } from './case-day';
import { batchTables, type ScoreDatabase } from './database';
import { isOfVersion } from './generation';
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
    const generation = await db.generations.get(rules.platform);
    if (!generation || !isOfVersion(generation, rules.version)) return { packed: 0 };
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
    const come = old.map((orderCase) => ({ orderCase, facts: rules.facts(orderCase) }));
    await writeOffences(db, rules, generation.current, [], come);
    const last = rows.at(-1);
    return last && rows.length === chunk
      ? { packed: old.length, afterId: last.orderId }
      : { packed: old.length };
  });
}
