/** −facts(old) +facts(new) into the days they touch. Inside a transaction. */
import type { Fact } from '../core/measure';
import { applyDelta, tallyDelta } from '../core/tally';
import { deleteAll, getAll, putAll } from './bulk';
import type { CaseChange } from './case-changes';
import type { ScoreDatabase } from './database';
import { shopKeyOf } from './keys';

/** Of cases of several identities: each identity's into its own days. */
export async function writeCaseTallies(
  db: ScoreDatabase,
  gen: number,
  changes: Iterable<CaseChange>,
): Promise<void> {
  const byShop = new Map<string, { oldFacts: Fact[]; newFacts: Fact[] }>();
  for (const { after, oldFacts, newFacts } of changes) {
    const shopKey = shopKeyOf(after);
    const facts = byShop.get(shopKey) ?? { oldFacts: [], newFacts: [] };
    byShop.set(shopKey, facts);
    for (const fact of oldFacts) facts.oldFacts.push(fact);
    for (const fact of newFacts) facts.newFacts.push(fact);
  }
  for (const [shopKey, { oldFacts, newFacts }] of byShop) {
    await writeTallies(db, gen, shopKey, oldFacts, newFacts);
  }
}

export async function writeTallies(
  db: ScoreDatabase,
  gen: number,
  shopKey: string,
  oldFacts: Fact[],
  newFacts: Fact[],
): Promise<void> {
  const deltas = tallyDelta(oldFacts, newFacts);
  const keys = deltas.map(({ day }): [number, string, number] => [gen, shopKey, day]);
  const rows = await getAll(db.tallies, keys);
  const sums = deltas.map((delta, i) => applyDelta(rows[i], delta));
  await putAll(
    db.tallies,
    sums.flatMap((sum) => (sum ? [{ ...sum, gen, shopKey }] : [])),
  );
  await deleteAll(
    db.tallies,
    keys.filter((_, i) => sums[i] === undefined),
  );
}
