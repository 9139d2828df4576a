/**
 * Closed history is packed, young and open orders have rows of their own: the same data either way.
 * Tallies, lists of offenders and counts equal recomputation for any sequence of page batches, imports,
 * late tickets, packing, retention, deletes and rebuilds.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderRecord, TicketRecord } from '../../src/core/entities';
import { createDatabase } from '../../src/store/database';
import { anySteps, checkStore, playSteps, restlessSteps, type Step } from './support/any-steps';
import { rulesOf } from './support/database-content';
import { samplePlatform } from './support/sample-platform';

const withQuality = (word: string) => ({
  ...samplePlatform,
  words: { ...samplePlatform.words, quality: { includes: [word] } },
});
const rules = rulesOf(samplePlatform);
const otherRules = rulesOf(withQuality('不想要'));
const oldRules = rulesOf(withQuality('破损'));

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

  it('and so do changes of measures that overtake each other', async () => {
    await fc.assert(
      fc.asyncProperty(restlessSteps, async (steps) => {
        const db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
        const last = await playSteps(db, [rules, otherRules, oldRules], steps);
        expect(await checkStore(db, last)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('lists an offender packed between two changes of the measures', async () => {
    const placedMs = 1_795_309_200_000;
    const orderId = '6920000000000000018';
    const order = (status: string, finishedMs?: number): OrderRecord => ({
      kind: 'order',
      orderId,
      placedMs,
      status,
      finishedMs,
      paidFen: 12_900,
      lines: [{ lineId: '#1', productName: '陶瓷杯', quantity: 1, unitPriceFen: 12_900 }],
    });
    const ticket = (id: string, of: string, status: string): TicketRecord => ({
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
    const steps: Step[] = [
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
    ];
    const db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
    const last = await playSteps(db, [rules, otherRules], steps);
    expect(await checkStore(db, last)).toEqual([]);
  });
});
