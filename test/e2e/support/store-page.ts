/** Runs in a page of the extension: the store's own code on the browser's database, to be killed at will. */
import fc from 'fast-check';
import { createDatabase } from '../../../src/store/database';
import { importRecords } from '../../../src/store/import-records';
import { ingestBatch } from '../../../src/store/ingest';
import { rebuildStep } from '../../../src/store/rebuild';
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

Object.assign(globalThis, { storeFaults: { writeBatches, verify, playRandom } });
