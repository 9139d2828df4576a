/** Everything stored, as one file. */
import type { ShopRef } from '../core/entities';
import { sealBackup } from './backup-file';
import { type BackupLine, LINES_VERSION, type ShopLine, zipLines } from './backup-lines';
import type { Settings } from './backup-settings';
import type { ScoreDatabase, StoredShop } from './database';
import { scanCases } from './read-cases';
import { groupKeyOf } from './shop-group';

export interface BackupParts {
  nowMs: number;
  /** What the merchant entered, from `readSettings`. */
  settings?: Settings;
  /** Encrypts the file. It cannot be had back when it is forgotten. */
  passphrase?: string;
  /** Orders written so far. */
  onProgress?(done: number): void;
  signal?: AbortSignal;
}

/** @throws the signal's reason when cancelled. */
export async function makeBackup(db: ScoreDatabase, parts: BackupParts): Promise<Blob> {
  return sealBackup(await zipLines(linesOf(db, parts)), parts.passphrase);
}

async function* linesOf(
  db: ScoreDatabase,
  { nowMs, settings, onProgress, signal }: BackupParts,
): AsyncGenerator<BackupLine> {
  let lines = 1;
  const head = { format: 'scorelens' as const, version: LINES_VERSION, createdMs: nowMs };
  yield { t: 'head', ...head, ...(settings && { settings }) };
  const shops = await db.shops.toArray();
  // Coverage first: claims made while the cases are read would be about cases that are not in the file.
  const others: BackupLine[] = [];
  for (const row of shops) {
    others.push(await shopLine(db, row), ...(await linesOfShop(db, row.shop, row.shopKey)));
  }
  for (const line of others) {
    lines += 1;
    yield line;
  }
  let done = 0;
  for (const platform of new Set(shops.map(({ shop }) => shop.platform))) {
    for await (const cases of scanCases(db, platform)) {
      signal?.throwIfAborted();
      for (const one of cases) {
        lines += 1;
        yield { t: 'case', case: one };
      }
      done += cases.length;
      onProgress?.(done);
    }
  }
  yield { t: 'end', lines };
}

async function shopLine(
  db: ScoreDatabase,
  { shop, lastSeenMs, alias }: StoredShop,
): Promise<ShopLine> {
  const claims = (await db.coverage.get(groupKeyOf(shop)))?.state;
  return { t: 'shop', shop, lastSeenMs, ...(alias && { alias }), ...(claims && { claims }) };
}

async function linesOfShop(
  db: ScoreDatabase,
  { platform, shopId }: ShopRef,
  shopKey: string,
): Promise<BackupLine[]> {
  const ofShop = { platform, shopId };
  const snapshots = await db.snapshots.where(':id').between([shopKey], [shopKey, []]).toArray();
  const chatDays = await db.chatDays.where(':id').between([shopKey], [shopKey, []]).toArray();
  const coverage = await db.coverage.get(shopKey);
  return [
    ...snapshots.map(({ snapshot }): BackupLine => ({ t: 'snapshot', ...ofShop, snapshot })),
    ...chatDays.map(({ chatDay }): BackupLine => ({ t: 'chat-day', ...ofShop, chatDay })),
    ...(coverage ? [{ t: 'coverage' as const, ...ofShop, state: coverage.state }] : []),
  ];
}
