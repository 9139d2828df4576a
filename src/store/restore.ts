/**
 * A backup back into the store: merged like any other sighting, so that restoring twice, or beside newer
 * pages, changes nothing that was known better. The whole file is read and checked before the first
 * write; a stop on the way leaves whole batches, and the same file again adds what is missing.
 */

import { emptyCoverage } from '../core/coverage';
import type { OrderCase, ShopRef } from '../core/entities';
import { mergeCases } from '../core/merge';
import { BackupError, openBackup } from './backup-file';
import { type BackupLine, type ShopLine, unzipLines } from './backup-lines';
import type { Settings } from './backup-settings';
import type { ScoreDatabase } from './database';
import { joinCoverage } from './group-read';
import { shopKeyOf } from './keys';
import { mergeStored } from './merge-stored';
import { restoreAliases, restoreClaims } from './restore-aliases';
import type { PlatformRules } from './rules';

export interface RestoreParts {
  bytes: Uint8Array<ArrayBuffer>;
  passphrase?: string;
  findRules(platform: string): PlatformRules | undefined;
  /** Orders merged so far, of all in the file. */
  onProgress?(done: number, all: number): void;
  signal?: AbortSignal;
}

export interface RestoreResult {
  outcome: 'done' | 'cancelled';
  shops: ShopRef[];
  orders: number;
  created: number;
  changed: number;
  /** Orders that belong to another shop here, and those of platforms that this version does not know. */
  refused: number;
  /** Of the file, for `restoreSettings`: not yet merged. */
  settings: Settings;
}

const AT_ONCE = 2_000;

/** @throws BackupError before anything is written; Dexie's errors when the database cannot write. */
export async function restoreBackup(
  db: ScoreDatabase,
  { bytes, passphrase, findRules, onProgress, signal }: RestoreParts,
): Promise<RestoreResult> {
  const zipped = await openBackup(bytes, passphrase);
  const shops = new Map<string, ShopLine>();
  let settings: Settings = {};
  let all = 0;
  for await (const line of unzipLines(zipped)) {
    if (line.t === 'head') settings = line.settings ?? {};
    else if (line.t === 'shop') shops.set(shopKeyOf(line.shop), line);
    else if (line.t === 'case') {
      all += 1;
      if (findRules(line.case.platform)?.isOrderId(line.case.orderId) === false) {
        throw new BackupError('damaged');
      }
    }
    const ref = line.t === 'case' ? line.case : line.t === 'shop' ? line.shop : line;
    if ('shopId' in ref && !shops.has(shopKeyOf(ref))) throw new BackupError('damaged');
  }

  const known = [...shops.values()].filter(({ shop }) => findRules(shop.platform));
  const result: RestoreResult = {
    outcome: 'done',
    shops: known.map(({ shop }) => shop),
    orders: 0,
    created: 0,
    changed: 0,
    refused: 0,
    settings,
  };
  const refusedShops = new Set<string>();
  // First, so that orders of one shop are not refused because they are stored under its other identity.
  await restoreAliases(db, known);
  const later: BackupLine[] = [];
  let waiting: { shopKey: string; cases: OrderCase[] } | undefined;

  async function flush(): Promise<void> {
    const seen = waiting && shops.get(waiting.shopKey);
    const rules = seen && findRules(seen.shop.platform);
    if (!waiting || !seen) return;
    const { shopKey, cases } = waiting;
    waiting = undefined;
    result.orders += cases.length;
    if (rules) {
      const merged = await mergeStored(db, rules, { ...seen, cases });
      result.created += merged.created;
      result.changed += merged.changed;
      result.refused += merged.refused;
      if (merged.refused > 0) refusedShops.add(shopKey);
    } else result.refused += cases.length;
    onProgress?.(result.orders, all);
  }

  for await (const line of unzipLines(zipped)) {
    if (signal?.aborted) return { ...result, outcome: 'cancelled' };
    if (line.t !== 'case') {
      later.push(line);
      continue;
    }
    const shopKey = shopKeyOf(line.case);
    if (waiting && (waiting.shopKey !== shopKey || waiting.cases.length >= AT_ONCE)) await flush();
    waiting ??= { shopKey, cases: [] };
    // Merged with itself it is in the canonical form, without fields that nobody knows.
    waiting.cases.push(mergeCases(line.case, line.case));
  }
  await flush();
  // Claims come last, and none of a shop whose orders were not all taken in.
  for (const { shop, lastSeenMs } of known) {
    const rules = findRules(shop.platform);
    const shopKey = shopKeyOf(shop);
    const ofShop = later.filter((line) => 'shopId' in line && shopKeyOf(line) === shopKey);
    const coverage = ofShop.find((line) => line.t === 'coverage');
    if (!rules) continue;
    await mergeStored(db, rules, {
      shop,
      lastSeenMs,
      cases: [],
      snapshots: ofShop.flatMap((line) => (line.t === 'snapshot' ? [line.snapshot] : [])),
      chatDays: ofShop.flatMap((line) => (line.t === 'chat-day' ? [line.chatDay] : [])),
      ...(coverage && !refusedShops.has(shopKey)
        ? { coverage: (own) => joinCoverage(own ?? emptyCoverage(), coverage.state) }
        : {}),
    });
  }
  await restoreClaims(db, known, refusedShops);
  return result;
}
