/** Puts the demo shop in through the one write path, like any page. */
import type { DemoShop } from '../core/demo';
import type { ScoreDatabase } from './database';
import { ingestBatch } from './ingest';
import type { PlatformRules } from './rules';

/** Adding it again changes nothing. @throws Dexie's errors when the database cannot write. */
export async function addDemoShop(
  db: ScoreDatabase,
  rules: PlatformRules,
  { shop, records, snapshots, readings }: DemoShop,
  seenMs: number,
): Promise<void> {
  await ingestBatch(db, rules, { shop, seenMs, records: [...records, ...snapshots] });
  for (const list of readings) await ingestBatch(db, rules, { shop, seenMs, records: [], list });
}
