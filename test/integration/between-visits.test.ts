/** States of two pages bound an instant that neither prints: through the one write path, in any order of arrival. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import type { OrderRecord } from '../../src/core/entities';
import { beijingDay, HOUR_MS, MINUTE_MS } from '../../src/core/time';
import { doudian } from '../../src/platforms/doudian';
import { createDatabase } from '../../src/store/database';
import { type Batch, ingestBatch } from '../../src/store/ingest';
import { shopKeyOf } from '../../src/store/keys';
import { createPlatformRules } from '../../src/store/rules';
import { health, list, NOW, order } from './support/builders';
import { recomputeTallies, storedTallies } from './support/database-content';

const rules = createPlatformRules(doudian, (one) => openDuties(one, doudian.duties));
const shop = { platform: 'doudian', shopId: '木木家居', name: '木木家居' };
const [shopKey, placedMs] = [shopKeyOf(shop), NOW - 3 * HOUR_MS];
const record = (status: string): OrderRecord => {
  const { finishedMs: _finishedMs, ...rest } = order(1, { placedMs, status });
  return rest;
};
/** Read a while after it was loaded. */
const page = (status: string, seenMs: number): Batch => ({
  shop,
  seenMs,
  records: [record(status)],
  list: list({ loadedMs: seenMs - 5 * MINUTE_MS }),
  health: health('order-list'),
});
const { health: _health, list: _list, ...file } = page('待发货', NOW - 20 * MINUTE_MS);

async function pickupAfter(...batches: Batch[]) {
  const db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  for (const each of batches) await ingestBatch(db, rules, each, each.health ? 'rows' : 'packs');
  const rows = await storedTallies(db, shopKey);
  expect(rows).toEqual(await recomputeTallies(db, rules, shopKey));
  return rows.find(({ day }) => day === beijingDay(NOW))?.cells['pickup-hours'];
}

// Waiting at 09:35 (loaded; read at 09:40), shipped at 10:00; placed at 07:00: 09:47:30, 2 h 47 min 30 s.
const pages = [page('待发货', NOW - 20 * MINUTE_MS), page('已发货', NOW)] as const;

it('two pages give an estimate, whichever comes first', async () => {
  const cell = [10_050, 1, 1, 0, 0, 1];
  expect(await pickupAfter(...pages)).toEqual(cell);
  expect(await pickupAfter(...[...pages].reverse(), ...pages)).toEqual(cell);
});

it("a file's state bounds nothing: it is only known to be no older than its newest date", async () => {
  expect(await pickupAfter(file, pages[1])).toEqual([0, 0, 0, 1, 0, 0]);
});
