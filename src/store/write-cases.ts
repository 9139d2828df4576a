/** Writing changed cases where they belong: a row of their own, or a pack. Inside a transaction. */
import { putAll } from './bulk';
import { type CaseChange, isOpen } from './case-changes';
import type { ScoreDatabase } from './database';
import type { PlatformRules } from './rules';
import { type CaseFacts, writeOffences } from './write-offences';
import { putPacked, takeFromPacks } from './write-packs';

/** `rows`: changed cases get rows of their own. `packs`: those not in a row and not open are packed. */
export type Place = 'rows' | 'packs';

export interface PlaceOptions {
  place: Place;
  /** Changes whose facts belong to generation `gen` now; the others are left to its rebuild. */
  counted: Set<CaseChange>;
}

export async function writeCases(
  db: ScoreDatabase,
  rules: PlatformRules,
  gen: number,
  changes: CaseChange[],
  { place, counted }: PlaceOptions,
): Promise<void> {
  const hasRow = (change: CaseChange): boolean => change.before !== undefined && !change.wasPacked;
  const isPacked = (change: CaseChange): boolean =>
    place === 'packs' && !hasRow(change) && !isOpen(change.row);
  const rows = changes.filter((change) => !isPacked(change));
  const packed = changes.filter(isPacked);
  await putAll(
    db.cases,
    rows.map((change) => change.row),
  );
  const taken = rows.filter((change) => change.wasPacked);
  if (taken.length > 0) {
    await takeFromPacks(
      db,
      rules.platform,
      taken.map(({ after }) => after.orderId),
    );
  }
  await putPacked(
    db,
    rules.platform,
    packed.map(({ after }) => after),
  );
  const gone = changes.filter((change) => change.wasPacked && counted.has(change));
  const come = packed.filter((change) => counted.has(change));
  if (gone.length + come.length === 0) return;
  await writeOffences(db, rules, gen, gone.flatMap(factsBefore), come.map(factsAfter));
}

const factsBefore = ({ before, oldFacts }: CaseChange): CaseFacts[] =>
  before ? [{ orderCase: before, facts: oldFacts }] : [];
const factsAfter = ({ after, newFacts }: CaseChange): CaseFacts => ({
  orderCase: after,
  facts: newFacts,
});
