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

  // Known gap, found by the property: packs written while a second change of measures overtakes the first
  // lose a case from its list of offenders (tallies stay exact). Mended when this test passes.
  it.fails('lists an offender packed between two changes of the measures', async () => {
    const placedMs = 1_795_309_200_000;
    const orderId = '6920000000000000018';
    const order = (status: string, finishedMs?: number) => ({
      kind: 'order',
      orderId,
      placedMs,
      status,
      finishedMs,
      paidFen: 12_900,
      lines: [{ lineId: '#1', productName: '陶瓷杯', quantity: 1, unitPriceFen: 12_900 }],
    });
    const ticket = (id: string, of: string, status: string) => ({
      kind: 'ticket',
      ticketId: id,
      orderId: of,
      type: '退货退款',
      reason: '质量问题',
      status,
      appliedMs: 1_795_140_000_000,
      dueAction: '自动同意',
    });
    const at = { minute: 0, atOnce: 1 };
    const steps = [
      { do: 'file', records: [order('已关闭', placedMs), order('已完成')], ...at },
      { do: 'page', records: [ticket('7350000000000000180', orderId, '已关闭')], ...at },
      { do: 'new-measures' },
      { do: 'pack', chunk: 1 },
      { do: 'new-measures' },
      {
        do: 'page',
        records: [ticket('7350000000000000010', '6920000000000000001', '待商家处理')],
        ...at,
      },
      { do: 'expire', days: 370 },
    ] as Parameters<typeof playSteps>[2];
    const db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    const last = await playSteps(db, [rules, otherRules], steps);
    expect(await checkStore(db, last)).toEqual([]);
  });
});
