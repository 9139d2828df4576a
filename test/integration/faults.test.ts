/** Workers die and disks fill up in the middle of a batch: what was acknowledged stays, the rest is whole or absent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import { deleteCase } from '../../src/core/merge';
import { HOUR_MS } from '../../src/core/time';
import { createClient } from '../../src/messages/client';
import { markCase, withoutMarks } from '../../src/store/case-changes';
import { shopKeyOf } from '../../src/store/keys';
import { findMirror } from '../../src/store/mirror-read';
import { createPlatformRules } from '../../src/store/rules';
import { ingestPage, list, NOW, order, shop, snapshot, ticket } from './support/builders';
import { contentOf, recomputeTallies, storedTallies } from './support/database-content';
import { diskFull, failingWrites, workerKilled } from './support/failing-writes';
import { createWorld, startWorker } from './support/fake-browser';
import { samplePlatform } from './support/sample-platform';

const rules = createPlatformRules(samplePlatform, (one) => openDuties(one, samplePlatform.duties));
const shopKey = shopKeyOf(shop);

/** Health is noted again every five minutes: a batch after that writes to every place there is. */
const LATER_MS = 6 * 60_000;

const page = (from: number, laterMs: number) =>
  ingestPage([order(from), order(from + 1), ticket(from), snapshot(NOW + laterMs)], {
    seenMs: NOW + laterMs,
    list: list({ rows: 2, total: 2 }),
  });

async function straightContent(messages: unknown[]) {
  const world = createWorld();
  const worker = startWorker(world);
  await worker.settle();
  for (const message of messages) await worker.post(message);
  return contentOf(worker.db);
}

describe('a transaction cut off at any write', () => {
  it('leaves what was there, answers "retry", and the same message then goes through', async () => {
    const messages = [page(1, 0), page(2, LATER_MS)];
    const whole = await straightContent(messages);
    let cuts = 0;
    for (let at = 0; ; at++) {
      const world = createWorld();
      const first = startWorker(world);
      const writes = failingWrites(first.db);
      await first.settle();
      await first.post(messages[0]);
      const before = await contentOf(first.db);
      writes.arm(workerKilled(), at);
      const answer = await first.post(messages[1]);
      if (answer.ok) break;
      cuts += 1;
      expect(answer).toMatchObject({ ok: false, code: 'store-unavailable' });
      expect(await contentOf(first.db)).toEqual(before);
      first.kill();
      const second = startWorker(world);
      expect(await second.post(messages[1])).toMatchObject({ ok: true });
      expect(await contentOf(second.db)).toEqual(whole);
      second.kill();
    }
    // Cases, tallies, snapshot, coverage, health, shop: each a place to die at.
    expect(cuts).toBeGreaterThanOrEqual(6);
  });

  it('holds for any batches and any cuts, with a client that sends again', async () => {
    const batches = fc.array(
      fc.record({
        from: fc.integer({ min: 1, max: 5 }),
        cuts: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(batches, async (all) => {
        const world = createWorld();
        let worker = startWorker(world);
        let writes = failingWrites(worker.db);
        for (const [laterMs, { from, cuts }] of all.entries()) {
          const left = [...cuts];
          const client = createClient({
            isExtensionAlive: () => true,
            sleep: async () => {},
            sendMessage: async (message) => {
              const cut = left.shift();
              writes.arm(cut === undefined ? undefined : workerKilled(), cut);
              const answer = await worker.post(message);
              if (answer.ok) return answer;
              worker.kill();
              worker = startWorker(world);
              writes = failingWrites(worker.db);
              // The killed worker's channel closes: nobody hears its answer.
              throw new Error(
                'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
              );
            },
          });
          const { type: _type, ...request } = page(from, laterMs);
          expect(await client.send('ingest-page', request)).toMatchObject({ ok: true });
        }
        writes.arm(undefined);
        const whole = await straightContent(all.map(({ from }, laterMs) => page(from, laterMs)));
        const content = await contentOf(worker.db);
        expect(content.cases).toEqual(whole.cases);
        expect(content.tallies).toEqual(whole.tallies);
        expect(content.shops).toEqual(whole.shops);
        await worker.settle();
        expect((await findMirror(world.local, shop))?.revision).toBe(content.shops[0]?.revision);
        worker.kill();
      }),
      { numRuns: 15 },
    );
  });
});

describe('a full disk', () => {
  it('is said as such, loses nothing, and is told in the toolbar', async () => {
    const world = createWorld();
    world.tabUrls.set(1, 'https://seller.example.com/orders');
    const worker = startWorker(world);
    const writes = failingWrites(worker.db);
    await worker.settle();
    await worker.post(page(1, 0));
    const before = await contentOf(worker.db);
    for (let at = 0; at < 6; at++) {
      writes.arm(diskFull(), at);
      expect(await worker.post(page(2, LATER_MS))).toMatchObject({ ok: false, code: 'quota' });
      expect(await contentOf(worker.db)).toEqual(before);
    }
    writes.arm(undefined);
    await worker.settle();
    expect(world.faces.get(1)).toMatchObject({ text: '!', title: expect.stringContaining('磁盘') });
    expect(await worker.post(page(2, LATER_MS))).toMatchObject({ ok: true });
    expect(await storedTallies(worker.db, shopKey)).toEqual(
      await recomputeTallies(worker.db, rules, shopKey),
    );
  });
});

describe('a deleted order', () => {
  it('stays deleted for what was seen before, and comes back when it is seen again', async () => {
    const world = createWorld();
    const worker = startWorker(world);
    await worker.post(ingestPage([order(1), ticket(1)], { seenMs: NOW - HOUR_MS }));
    const [row] = await worker.db.cases.toArray();
    if (!row) throw new Error('the order was not stored');
    const tombstone = deleteCase(withoutMarks(row), NOW - 60_000);
    await worker.db.cases.put(markCase(tombstone, [], rules));
    await worker.db.tallies.clear();
    expect(await worker.post(ingestPage([order(1)], { seenMs: NOW - 2 * HOUR_MS }))).toMatchObject({
      ok: true,
      value: { stored: { created: 0, changed: 0, unchanged: 1 } },
    });
    expect(await storedTallies(worker.db, shopKey)).toEqual([]);
    await worker.post(ingestPage([order(1)], { seenMs: NOW }));
    expect(await storedTallies(worker.db, shopKey)).toHaveLength(1);
  });
});
