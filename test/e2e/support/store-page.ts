/** Runs in a page of the extension: the store's own code on the browser's database, to be killed at will. */
import fc from 'fast-check';
import { DAY_MS } from '../../../src/core/time';
import { makeBackup } from '../../../src/store/backup';
import { createDatabase } from '../../../src/store/database';
import { importRecords } from '../../../src/store/import-records';
import { ingestBatch } from '../../../src/store/ingest';
import { buildMirror } from '../../../src/store/mirror-build';
import { packHistoryStep } from '../../../src/store/pack-history';
import { rebuildStep } from '../../../src/store/rebuild';
import { restoreBackup } from '../../../src/store/restore';
import { expireOld } from '../../../src/store/retention';
import { anySteps, checkStore, playSteps } from '../../integration/support/any-steps';
import { NOW, order, orderId, shop, ticket } from '../../integration/support/builders';
import { rulesOf, storedCases } from '../../integration/support/database-content';
import { samplePlatform } from '../../integration/support/sample-platform';

const rules = rulesOf(samplePlatform);
const otherRules = rulesOf({
  ...samplePlatform,
  words: { ...samplePlatform.words, quality: { includes: ['不想要'] } },
});
const NAME = 'faults';
const TOGETHER = 'together';
const ROWS = 20;

const ids = (batch: number): number[] => Array.from({ length: ROWS }, (_, i) => batch * ROWS + i);
const records = (batch: number) =>
  ids(batch).flatMap((n) => [order(n), ...(n % 3 === 0 ? [ticket(n, { status: '已关闭' })] : [])]);

/** Batches `from` … `to` − 1, every third as a file; `acked` hears of each after its commit. */
async function writeBatches(from: number, to: number): Promise<void> {
  const { acked } = globalThis as unknown as { acked(batch: number): Promise<void> };
  const db = createDatabase({ name: NAME });
  for (let batch = from; batch < to; batch++) {
    const sent = { shop, seenMs: NOW, records: records(batch) };
    if (batch % 3 === 0) {
      const batches = (async function* () {
        yield sent.records;
      })();
      await importRecords(db, rules, { ...sent, batches });
    } else await ingestBatch(db, rules, sent);
    await acked(batch);
  }
  db.close();
}

/** What is wrong after the faults: orders of acknowledged batches that are missing, and all else. */
async function verify(acknowledged: number[]): Promise<string[]> {
  const db = createDatabase({ name: NAME });
  while (!(await rebuildStep(db, rules)).done);
  const problems = await checkStore(db, rules);
  const stored = new Set((await storedCases(db)).map((one) => one.orderId));
  for (const batch of acknowledged) {
    const missing = ids(batch).filter((n) => !stored.has(orderId(n)));
    if (missing.length > 0) problems.push(`batch ${batch} lost ${missing.length} orders`);
  }
  db.close();
  return problems;
}

/**
 * One page of several at work on one database. `tab`: sends lists as a back-end page does, in an order of its
 * own; `file`: an import; `keeper`: packs, expires and rebuilds under changing measures; `popup`: reads only.
 * Returns what it saw go wrong.
 */
async function workTogether(
  role: 'tab' | 'file' | 'keeper' | 'popup',
  seed: number,
  batches: number,
): Promise<string[]> {
  const db = createDatabase({ name: TOGETHER });
  const problems: string[] = [];
  const order = Array.from({ length: batches }, (_, i) => (i * 7 + seed * 3) % batches);
  for (const [nth, batch] of order.entries()) {
    const sent = { shop, seenMs: NOW + nth * 3_600_000, records: records(batch) };
    if (role === 'tab') {
      await ingestBatch(db, rules, sent);
    } else if (role === 'file') {
      const batches = (async function* () {
        yield sent.records;
      })();
      await importRecords(db, rules, { ...sent, batches });
    } else if (role === 'keeper') {
      const measures = nth % 8 < 2 ? otherRules : rules;
      await rebuildStep(db, measures, 50);
      let afterId: string | undefined = '';
      while (afterId !== undefined) {
        const at: { afterId: string; nowMs: number } = { afterId, nowMs: NOW + 60 * DAY_MS };
        afterId = (await packHistoryStep(db, rules, at, 100)).afterId;
      }
      await expireOld(db, rules, {}, NOW);
    } else {
      const mirror = await buildMirror(db, rules, shop, NOW);
      // A reader sees whole batches only: what it counts is never between two of them.
      const orders = mirror?.coverage.orders.stored ?? 0;
      if (orders % ROWS !== 0) problems.push(`a popup saw ${orders} orders: half a batch`);
    }
  }
  db.close();
  return problems;
}

/** What is wrong after all of them: every order of every list once, and everything derived exact. */
async function verifyTogether(batches: number): Promise<string[]> {
  const db = createDatabase({ name: TOGETHER });
  while (!(await rebuildStep(db, rules)).done);
  const problems = await checkStore(db, rules);
  const { length } = await storedCases(db);
  if (length !== batches * ROWS) problems.push(`${length} orders instead of ${batches * ROWS}`);
  db.close();
  return problems;
}

/** Random lives of the store; the first one after which something does not hold. */
async function playRandom(runs: number, seed: number): Promise<string> {
  let nth = 0;
  const details = await fc.check(
    fc.asyncProperty(anySteps, async (steps) => {
      const db = createDatabase({ name: `random-${nth++}` });
      const last = await playSteps(db, [rules, otherRules], steps);
      const problems = await checkStore(db, last);
      await db.delete();
      return problems.length === 0;
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  return details.failed ? JSON.stringify(details.counterexample) : '';
}

/** A store of so many closed orders, to be backed up. */
async function fillSource(count: number): Promise<void> {
  const db = createDatabase({ name: 'source' });
  const all = Array.from({ length: count }, (_, n) => order(n));
  const batches = (async function* () {
    yield all;
  })();
  await importRecords(db, rules, { shop, seenMs: NOW, batches });
  db.close();
}

/** Its backup into another store; `acked` hears of each batch after its commit. */
async function restoreSource(): Promise<void> {
  const { acked } = globalThis as unknown as { acked(orders: number): Promise<void> };
  const source = createDatabase({ name: 'source' });
  const bytes = new Uint8Array(await (await makeBackup(source, { nowMs: NOW })).arrayBuffer());
  const db = createDatabase({ name: 'restored' });
  const onProgress = (orders: number): void => void acked(orders);
  await restoreBackup(db, { bytes, findRules: () => rules, onProgress });
  source.close();
  db.close();
}

/** How many orders it holds, and what is wrong with them. */
async function checkRestored(): Promise<{ orders: number; problems: string[] }> {
  const db = createDatabase({ name: 'restored' });
  const problems = await checkStore(db, rules);
  const { length } = await storedCases(db);
  db.close();
  return { orders: length, problems };
}

Object.assign(globalThis, {
  storeFaults: {
    fillSource,
    restoreSource,
    checkRestored,
    writeBatches,
    verify,
    playRandom,
    workTogether,
    verifyTogether,
  },
});
