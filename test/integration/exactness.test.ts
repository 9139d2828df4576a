/**
 * DESIGN §8: ingest is idempotent and order-independent, and tallies equal recomputation, for random
 * pages in any order, sent twice, by two tabs at once.
 */

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import type { OrderRecord, PageRecord, TicketRecord } from '../../src/core/entities';
import { beijingDay, DAY_MS, HOUR_MS } from '../../src/core/time';
import { withoutMarks } from '../../src/store/case-changes';
import { createDatabase, type ScoreDatabase } from '../../src/store/database';
import { type Batch, ingestBatch } from '../../src/store/ingest';
import { shopKeyOf } from '../../src/store/keys';
import { buildMirror } from '../../src/store/mirror-build';
import { createPlatformRules } from '../../src/store/rules';
import { health, NOW, order, otherShop, shop, snapshot, ticket } from './support/builders';
import { contentOf, recomputeTallies, storedTallies } from './support/database-content';
import { samplePlatform } from './support/sample-platform';

const rules = createPlatformRules(samplePlatform, (one) => openDuties(one, samplePlatform.duties));
const shopKey = shopKeyOf(shop);

const newDatabase = (): ScoreDatabase =>
  createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });

/** Steps of an hour: coarser than the half hour within which a mere sighting is not written. */
const someMs = fc.integer({ min: -200, max: -1 }).map((hours) => NOW + hours * HOUR_MS);
const n = fc.integer({ min: 1, max: 6 });

const someOrder: fc.Arbitrary<OrderRecord> = fc
  .record(
    {
      status: fc.constantFrom('待发货', '已完成', '已关闭'),
      finishedMs: fc.option(someMs, { nil: undefined }),
      paidFen: fc.integer({ min: 0, max: 5_000 }),
      tags: fc.subarray(['预售', '赠品']),
    },
    { requiredKeys: [] },
  )
  .chain((fields) => n.map((id) => order(id, { finishedMs: undefined, ...fields })));

const someTicket: fc.Arbitrary<TicketRecord> = fc
  .record({
    orderOf: n,
    status: fc.constantFrom('待商家处理', '已同意', '已关闭'),
    reason: fc.constantFrom('质量问题', '不想要了', '包装破损'),
    agreedMs: fc.option(someMs, { nil: undefined }),
    dueMs: fc.option(
      someMs.map((ms) => ms + 10 * DAY_MS),
      { nil: undefined },
    ),
  })
  .chain(({ orderOf, ...fields }) =>
    n.map((id) => ({ ...ticket(orderOf, fields), ticketId: ticket(orderOf * 10 + id).ticketId })),
  );

const someRecord: fc.Arbitrary<PageRecord> = fc.oneof(
  { weight: 4, arbitrary: someOrder },
  { weight: 4, arbitrary: someTicket },
  { weight: 1, arbitrary: someMs.map((ms) => snapshot(ms, (ms / HOUR_MS) % 100)) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('chat-day' as const),
      day: fc.integer({ min: 1, max: 3 }).map((back) => beijingDay(NOW) - back),
      rounds: fc.integer({ min: 0, max: 50 }),
      replySeconds: fc.integer({ min: 0, max: 900 }),
    }),
  },
);

const someBatch: fc.Arbitrary<Batch> = fc.record({
  shop: fc.constant(shop),
  seenMs: someMs,
  records: fc.array(someRecord, { minLength: 1, maxLength: 8 }),
  health: fc.constantFrom(health('order-list'), health('aftersale-list', 'degraded')),
});

/** Everything but the count of commits, which is how often something changed on the way. */
async function settledContent(db: ScoreDatabase) {
  const content = await contentOf(db);
  return { ...content, shops: content.shops.map(({ revision: _revision, ...row }) => row) };
}

describe('any sequence of batches', () => {
  it('ends in the same database, whatever the order, repeated or interleaved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someBatch, { minLength: 1, maxLength: 8 }).chain((batches) =>
          fc.record({
            batches: fc.constant(batches),
            shuffled: fc.shuffledSubarray(batches, { minLength: batches.length }),
            repeats: fc.array(fc.constantFrom(...batches), { maxLength: 4 }),
          }),
        ),
        async ({ batches, shuffled, repeats }) => {
          const straight = newDatabase();
          for (const batch of batches) await ingestBatch(straight, rules, batch);
          const other = newDatabase();
          // Two tabs at once: nobody waits for the other's acknowledgement.
          await Promise.all(
            [...shuffled, ...repeats].map((batch) => ingestBatch(other, rules, batch)),
          );
          expect(await settledContent(other)).toEqual(await settledContent(straight));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps tallies, marks, counts and the mirror equal to recomputation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someBatch, { minLength: 1, maxLength: 8 }), async (batches) => {
        const db = newDatabase();
        for (const batch of batches) await ingestBatch(db, rules, batch);
        expect(await storedTallies(db, shopKey)).toEqual(
          await recomputeTallies(db, rules, shopKey),
        );
        const cases = (await db.cases.toArray()).map(withoutMarks);
        const stored = (await db.coverage.get(shopKey))?.state;
        expect(stored?.orders.stored ?? 0).toBe(cases.filter((one) => one.order).length);
        expect(stored?.aftersales.stored ?? 0).toBe(
          cases.reduce((sum, one) => sum + Object.keys(one.tickets).length, 0),
        );
        const mirror = await buildMirror(db, rules, shop, NOW);
        expect(mirror?.tallies).toEqual(await recomputeTallies(db, rules, shopKey));
        const today = beijingDay(NOW);
        const offences = cases
          .flatMap((one) => rules.facts(one).map((fact) => ({ ...fact, orderId: one.orderId })))
          .filter((fact) => fact.offends && fact.day >= today - 30 && fact.day <= today)
          .map(({ orderId, unitId, measureId, day, num }) =>
            [measureId, -num, -day, orderId, unitId].join(),
          );
        expect(
          mirror?.offenders
            .map((one) => [one.measureId, -one.num, -one.day, one.orderId, one.unitId].join())
            .sort(),
        ).toEqual(offences.sort());
        // Stale ones are in no list.
        const duties = cases
          .flatMap((one) => rules.openDuties(one))
          .filter((duty) => duty.dueMs > NOW && NOW - duty.seenMs <= 48 * HOUR_MS);
        expect(mirror?.duties).toHaveLength(duties.length);
        expect(mirror?.duties.map((duty) => duty.dueMs)).toEqual(
          duties.map((duty) => duty.dueMs).sort((a, b) => a - b),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('writes nothing for what it knows to the millisecond', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someBatch, { minLength: 1, maxLength: 5 }), async (batches) => {
        const db = newDatabase();
        for (const batch of batches) await ingestBatch(db, rules, batch);
        const before = await contentOf(db);
        for (const batch of batches) {
          const result = await ingestBatch(db, rules, batch);
          expect(result).toMatchObject({ wrote: false, stored: { created: 0, changed: 0 } });
        }
        expect(await contentOf(db)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a page read again as well as before', () => {
  const page = (minute: number, of = shop, more = {}) => ({
    shop: of,
    seenMs: NOW + minute * 60_000,
    records: [order(of === shop ? 1 : 2)],
    health: health('order-list'),
    ...more,
  });

  it('is noted every five minutes; worse or better, or with another shop beside it, at once', async () => {
    const db = newDatabase();
    expect((await ingestBatch(db, rules, page(0))).wrote).toBe(true);
    const before = await contentOf(db);
    expect((await ingestBatch(db, rules, page(5))).wrote).toBe(false);
    expect(await contentOf(db)).toEqual(before);
    expect((await ingestBatch(db, rules, page(6))).wrote).toBe(true);
    const degraded = { ...health('order-list'), verdict: 'degraded' as const };
    expect((await ingestBatch(db, rules, page(7, shop, { health: degraded }))).wrote).toBe(true);
    await ingestBatch(db, rules, page(8, otherShop));
    expect((await ingestBatch(db, rules, page(9, otherShop))).wrote).toBe(true);
    expect((await db.shops.get(shopKeyOf(otherShop)))?.lastSeenMs).toBe(NOW + 9 * 60_000);
  });
});

describe('sightings within half an hour', () => {
  it('change neither values nor tallies, whatever the order, as long as states do not flip back', async () => {
    const states = ['待发货', '已发货', '已完成'];
    const sightings = fc.array(fc.record({ id: n, minute: fc.integer({ min: 0, max: 60 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(
        sightings.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        async ([straight, shuffled]) => {
          const contents = [];
          for (const sequence of [straight, shuffled]) {
            const db = newDatabase();
            for (const { id, minute } of sequence) {
              const status = states[Math.floor(minute / 21)];
              const finishedMs = status === '已完成' ? NOW - DAY_MS : undefined;
              const records = [order(id, { status, finishedMs })];
              await ingestBatch(db, rules, {
                shop,
                seenMs: NOW + minute * 60_000,
                records,
                health: health('order-list'),
              });
            }
            const rows = await db.cases.toArray();
            contents.push({
              fields: rows.map((row) => [row.orderId, row.order?.f, row.marks]),
              tallies: await storedTallies(db, shopKey),
            });
          }
          expect(contents[1]).toEqual(contents[0]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
