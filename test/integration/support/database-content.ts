/** Everything that a database holds, for comparing two of them; and what its derived parts must be. */
import { openDuties } from '../../../src/core/duties';
import type { TallyRow } from '../../../src/core/measure';
import { tallyAll } from '../../../src/core/tally';
import type { Platform } from '../../../src/platforms/types';
import { withoutMarks } from '../../../src/store/case-changes';
import type { ScoreDatabase, StoredCase } from '../../../src/store/database';
import { shopKeyOf } from '../../../src/store/keys';
import { unpackCases } from '../../../src/store/pack-codec';
import { createPlatformRules, type PlatformRules } from '../../../src/store/rules';

export async function contentOf(db: ScoreDatabase) {
  return {
    cases: await storedCases(db),
    packs: await db.packs.toArray(),
    offences: await db.offences.toArray(),
    tallies: await db.tallies.toArray(),
    snapshots: await db.snapshots.toArray(),
    chatDays: await db.chatDays.toArray(),
    coverage: await db.coverage.toArray(),
    health: await db.health.toArray(),
    shops: await db.shops.toArray(),
    generations: await db.generations.toArray(),
  };
}

/** Every case wherever it lies, by order id; a case in two places is there twice. */
export async function storedCases(db: ScoreDatabase): Promise<StoredCase[]> {
  const packs = await db.packs.toArray();
  const all = [
    ...(await db.cases.toArray()),
    ...packs.flatMap((pack): StoredCase[] => unpackCases(pack.bytes)),
  ];
  return all.sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
}

/** The tallies of one shop made anew from its cases and days. */
export async function recomputeTallies(
  db: ScoreDatabase,
  rules: PlatformRules,
  shopKey: string,
): Promise<TallyRow[]> {
  const cases = (await storedCases(db)).filter((row) => shopKeyOf(row) === shopKey);
  const days = (await db.chatDays.toArray()).filter((row) => row.shopKey === shopKey);
  return tallyAll([
    ...cases.map((row) => rules.facts(withoutMarks(row))),
    ...days.map(({ chatDay }) => rules.chatFacts(chatDay)),
  ]);
}

export async function storedTallies(
  db: ScoreDatabase,
  shopKey: string,
  gen?: number,
): Promise<TallyRow[]> {
  const rows = (await db.tallies.toArray()).filter(
    (row) => row.shopKey === shopKey && (gen === undefined || row.gen === gen),
  );
  return rows.map(({ gen: _gen, shopKey: _shopKey, ...tally }) => tally);
}

/** A platform's rules as the background makes them. */
export const rulesOf = (platform: Platform): PlatformRules =>
  createPlatformRules(platform, (one) => openDuties(one, platform.duties));
