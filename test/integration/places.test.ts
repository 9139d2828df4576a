/**
 * Closed history is packed, young and open orders have rows of their own: the same data either way.
 * Tallies, lists of offenders and counts equal recomputation for any sequence of page batches, imports,
 * late tickets, packing, retention, deletes and rebuilds.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import { createDatabase } from '../../src/store/database';
import { createPlatformRules } from '../../src/store/rules';
import { anySteps, checkStore, playSteps } from './support/any-steps';
import { samplePlatform } from './support/sample-platform';

const changedPlatform = {
  ...samplePlatform,
  words: { ...samplePlatform.words, quality: { includes: ['不想要'] } },
};
const [rules, otherRules] = [samplePlatform, changedPlatform].map((platform) =>
  createPlatformRules(platform, (one) => openDuties(one, platform.duties)),
) as [ReturnType<typeof createPlatformRules>, ReturnType<typeof createPlatformRules>];

describe('any sequence of pages, files, late tickets, packing, retention, deletes and rebuilds', () => {
  it('keeps everything derived equal to recomputation, and each order in one place', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
        const last = await playSteps(db, [rules, otherRules], steps);
        expect(await checkStore(db, last)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
