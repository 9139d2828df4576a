/**
 * Import: a file's records through the one write path, a transaction a batch. A stop on the way leaves
 * whole batches; the same file again adds what is missing and changes nothing else.
 */
import type { CaseRecord, ListReading, ShopRef } from '../core/entities';
import type { ScoreDatabase } from './database';
import { ingestBatch, OtherShopError } from './ingest';
import type { PlatformRules } from './rules';

export interface ImportParts {
  shop: ShopRef;
  /** When the file's states were true. */
  seenMs: number;
  batches: AsyncIterable<CaseRecord[]>;
  /** A reading to claim once all is stored: the user said that the file holds a whole period. */
  claim?: ListReading;
  /** Records a transaction. */
  atOnce?: number;
  signal?: AbortSignal;
  /** Records done so far, after each commit. */
  onProgress?(done: number): void;
}

export interface ImportResult {
  /** `other-shop`: every order belongs to another shop, nothing was stored. */
  outcome: 'done' | 'cancelled' | 'other-shop';
  /** Records committed (or already known) when it ended. */
  done: number;
  /** Of orders, as the store counts them. */
  stored: { created: number; changed: number; unchanged: number };
  /** Orders that belong to another shop: left out. */
  refused: number;
  /** Those shops' names. */
  shopNames: string[];
  /** The period counts as read in full. Never when an order was refused or the import stopped early. */
  claimed: boolean;
}

/** @throws Dexie's errors when the database cannot write; batches committed before stay. */
export async function importRecords(
  db: ScoreDatabase,
  rules: PlatformRules,
  { shop, seenMs, batches, claim, atOnce = AT_ONCE, signal, onProgress }: ImportParts,
): Promise<ImportResult> {
  const stored = { created: 0, changed: 0, unchanged: 0 };
  const refused = new Set<string>();
  const shopNames = new Set<string>();
  let done = 0;
  const end = (outcome: ImportResult['outcome'], claimed = false): ImportResult => ({
    outcome,
    done,
    stored,
    refused: refused.size,
    shopNames: [...shopNames],
    claimed,
  });
  for await (const records of gathered(batches, atOnce)) {
    if (signal?.aborted) return end('cancelled');
    try {
      const result = await ingestBatch(db, rules, { shop, seenMs, records }, 'packs');
      for (const key of ['created', 'changed', 'unchanged'] as const) {
        stored[key] += result.stored[key];
      }
      for (const { orderId, shopName } of result.refused) {
        refused.add(orderId);
        shopNames.add(shopName);
      }
    } catch (error) {
      if (!(error instanceof OtherShopError)) throw error;
      for (const { orderId } of records) refused.add(orderId);
      for (const name of error.shopNames) shopNames.add(name);
    }
    done += records.length;
    onProgress?.(done);
  }
  if (signal?.aborted) return end('cancelled');
  const kept = stored.created + stored.changed + stored.unchanged;
  if (refused.size > 0 && kept === 0) return end('other-shop');
  // Last, so that a period is never claimed of which some rows are not in store.
  const claims = claim !== undefined && refused.size === 0;
  if (claims) await ingestBatch(db, rules, { shop, seenMs, records: [], list: claim });
  return end('done', claims);
}

/** Records a transaction: packs and the days' lists are written once each, and a stop on the way costs a second. */
const AT_ONCE = 8_000;

async function* gathered(
  batches: AsyncIterable<CaseRecord[]>,
  atOnce: number,
): AsyncGenerator<CaseRecord[]> {
  let some: CaseRecord[] = [];
  for await (const batch of batches) {
    some = some.concat(batch);
    if (some.length < atOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
