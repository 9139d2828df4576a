/** Other measures, same cases: a second generation is made beside the first, and then they swap. */

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import { beijingDay, DAY_MS } from '../../src/core/time';
import type { Platform } from '../../src/platforms/types';
import { createDatabase, type ScoreDatabase } from '../../src/store/database';
import { ingestBatch } from '../../src/store/ingest';
import { shopKeyOf } from '../../src/store/keys';
import { buildMirror } from '../../src/store/mirror-build';
import { findMirror } from '../../src/store/mirror-read';
import { rebuildStep } from '../../src/store/rebuild';
import { createPlatformRules, type PlatformRules } from '../../src/store/rules';
import { health, ingestPage, NOW, order, shop, ticket } from './support/builders';
import { recomputeTallies, storedTallies } from './support/database-content';
import { createWorld, startWorker } from './support/fake-browser';
import { samplePlatform } from './support/sample-platform';

const shopKey = shopKeyOf(shop);

/** The same measures, but what is a quality reason has changed. */
const changedPlatform: Platform = {
  ...samplePlatform,
  words: { ...samplePlatform.words, quality: { includes: ['不想要'] } },
};
const rulesOf = (platform: Platform): PlatformRules =>
  createPlatformRules(platform, (one) => openDuties(one, platform.duties));
const oldRules = rulesOf(samplePlatform);
const newRules = rulesOf(changedPlatform);

const newDatabase = (): ScoreDatabase =>
  createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });

const batch = (from: number, minute: number, reason = '不想要了') => ({
  shop,
  seenMs: NOW + minute * 60_000,
  records: [
    order(from, { finishedMs: NOW - (1 + (minute % 5)) * DAY_MS }),
    order(from + 1),
    ticket(from, { reason }),
    { kind: 'chat-day' as const, day: beijingDay(NOW) - 1, rounds: from, replySeconds: 5 },
  ],
  health: health('order-list'),
});

async function expectNew(db: ScoreDatabase): Promise<void> {
  const stored = await db.generations.get('sample');
  expect(stored).toMatchObject({ version: newRules.version });
  expect(stored?.building).toBeUndefined();
  expect(await storedTallies(db, shopKey)).toEqual(await recomputeTallies(db, newRules, shopKey));
  const today = beijingDay(NOW);
  const offences = (await db.cases.toArray())
    .flatMap((row) => newRules.facts(row))
    .filter((fact) => fact.offends && fact.day >= today - 30);
  expect((await buildMirror(db, newRules, shop, NOW))?.offenders).toHaveLength(offences.length);
}

describe('when the measures change', () => {
  it('the old tallies stay readable until the new ones are whole', async () => {
    const db = newDatabase();
    for (let i = 0; i < 5; i++) await ingestBatch(db, oldRules, batch(i * 2 + 1, i));
    const old = await recomputeTallies(db, oldRules, shopKey);
    expect((await rebuildStep(db, newRules, 3)).done).toBe(false);
    expect(await buildMirror(db, newRules, shop, NOW)).toMatchObject({
      tallies: old,
      measuresVersion: oldRules.version,
    });
    while (!(await rebuildStep(db, newRules, 3)).done);
    await expectNew(db);
    expect(await buildMirror(db, newRules, shop, NOW)).toMatchObject({
      tallies: await recomputeTallies(db, newRules, shopKey),
      measuresVersion: newRules.version,
    });
  });

  it('batches that come in between are counted once, and so are changed minds about the measures', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('ingest' as const), from: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ do: fc.constant('rebuild' as const), chunk: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ do: fc.constant('update' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 20 }), async (steps) => {
        const db = newDatabase();
        for (const from of [1, 4, 7]) await ingestBatch(db, oldRules, batch(from, 0));
        let rules = oldRules;
        for (const [minute, one] of steps.entries()) {
          if (one.do === 'update') rules = rules === oldRules ? newRules : oldRules;
          if (one.do === 'ingest')
            await ingestBatch(db, rules, batch(one.from, minute * 41, `质量${minute}`));
          if (one.do === 'rebuild') await rebuildStep(db, rules, one.chunk);
        }
        while (!(await rebuildStep(db, newRules, 4)).done);
        await expectNew(db);
      }),
      { numRuns: 30 },
    );
  });

  it('the background does it at its start, and the mirror follows', async () => {
    const world = createWorld();
    const before = startWorker(world);
    await before.post(ingestPage([order(1), ticket(1, { reason: '不想要了', status: '已关闭' })]));
    await before.settle();
    expect((await findMirror(world.local, shop))?.offenders).toEqual([]);
    before.kill();

    world.platform = changedPlatform;
    const after = startWorker(world);
    await after.settle();
    const mirror = await findMirror(world.local, shop);
    expect(mirror?.measuresVersion).toBe(newRules.version);
    expect(mirror?.tallies).toEqual([
      { day: beijingDay(NOW - 3 * DAY_MS), cells: { 'quality-return': [1, 1, 1, 0, 0, 0] } },
    ]);
    expect(mirror?.offenders).toMatchObject([{ measureId: 'quality-return', reason: '不想要了' }]);
    await expectNew(after.db);
  });
});
