/** A full walk finds every open case by its mark: no open case may lie in packed history, where there are none. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import type { CaseRecord } from '../../src/core/entities';
import { isHandledElsewhere } from '../../src/core/handled';
import { DAY_MS, MINUTE_MS } from '../../src/core/time';
import type { Platform } from '../../src/platforms/types';
import { createDatabase, type ScoreDatabase } from '../../src/store/database';
import { importRecords } from '../../src/store/import-records';
import { type Batch, ingestBatch } from '../../src/store/ingest';
import { packHistoryStep } from '../../src/store/pack-history';
import { findStoredCases } from '../../src/store/read-cases';
import { rebuildStep } from '../../src/store/rebuild';
import { createPlatformRules, type PlatformRules } from '../../src/store/rules';
import { checkStore } from './support/any-steps';
import { health, list, NOW, order, orderId, shop, ticket, ticketId } from './support/builders';
import { samplePlatform } from './support/sample-platform';

const rulesFor = (platform: Platform): PlatformRules =>
  createPlatformRules(platform, (one) => openDuties(one, platform.duties));
const rules = rulesFor(samplePlatform);
/** The same before anybody knew of tabs. */
const { openStates: _openStates, ...older } = samplePlatform;
const olderRules = rulesFor(older);

const createStore = (): ScoreDatabase =>
  createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
/** Waits without a date: no duty holds it open, only its state. */
const waiting = (n: number): CaseRecord => {
  const { dueMs: _dueMs, dueAction: _dueAction, ...rest } = ticket(n);
  return rest;
};
async function* one(...records: CaseRecord[]) {
  yield records;
}
const importFile = (db: ScoreDatabase, by: PlatformRules, ...records: CaseRecord[]) =>
  importRecords(db, by, { shop, seenMs: NOW - 10 * DAY_MS, batches: one(...records) });
/** The tab is empty: what was in it has left. */
const emptyTab: Batch = {
  shop,
  seenMs: NOW,
  records: [],
  list: list({
    side: 'aftersales',
    filterKey: 'tab=待商家处理',
    rows: 0,
    total: 0,
    loadedMs: NOW - MINUTE_MS,
  }),
  health: health('aftersale-list'),
};
async function place(db: ScoreDatabase, n: number) {
  const [found] = await findStoredCases(db, 'sample', [orderId(n)]);
  return {
    packed: found?.packed,
    handled: isHandledElsewhere(found?.row.tickets[ticketId(n)] as never),
  };
}

it('an open case of a file gets a row, is never packed however old, and a walk finds it', async () => {
  const db = createStore();
  await importFile(db, rules, order(1), waiting(1), order(2));
  expect(await place(db, 1)).toEqual({ packed: false, handled: false });
  expect(await place(db, 2)).toMatchObject({ packed: true });
  await packHistoryStep(db, rules, { afterId: '', nowMs: NOW + 90 * DAY_MS });
  expect(await place(db, 1)).toEqual({ packed: false, handled: false });
  await ingestBatch(db, rules, emptyTab);
  expect(await place(db, 1)).toEqual({ packed: false, handled: true });
  // What is handled is closed history again.
  await packHistoryStep(db, rules, { afterId: '', nowMs: NOW + 90 * DAY_MS });
  expect(await place(db, 1)).toEqual({ packed: true, handled: true });
  expect(await checkStore(db, rules)).toEqual([]);
});

it('what was packed before its state had a tab comes out of its pack with the rebuild', async () => {
  const db = createStore();
  await importFile(db, olderRules, order(1), waiting(1), order(2), order(3), waiting(3));
  expect(await place(db, 1)).toEqual({ packed: true, handled: false });
  expect(rules.version).not.toBe(olderRules.version);
  while (!(await rebuildStep(db, rules, 1)).done);
  expect([await place(db, 1), await place(db, 2), await place(db, 3)]).toMatchObject([
    { packed: false },
    { packed: true },
    { packed: false },
  ]);
  expect(await checkStore(db, rules)).toEqual([]);
  await ingestBatch(db, rules, emptyTab);
  expect([await place(db, 1), await place(db, 3)]).toMatchObject([
    { handled: true },
    { handled: true },
  ]);
  expect(await checkStore(db, rules)).toEqual([]);
});
