/** −facts(old) +facts(new) into the days they touch. Inside a transaction. */
import type { Fact } from '../core/measure';
import { applyDelta, tallyDelta } from '../core/tally';
import { deleteAll, getAll, putAll } from './bulk';
import type { ScoreDatabase } from './database';

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
