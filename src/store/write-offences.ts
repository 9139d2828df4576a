/** What packed cases offended against, by measure and day: kept beside the tallies, in the same transaction. */
import type { OrderCase } from '../core/entities';
import { linesOf } from '../core/lines';
import type { Fact } from '../core/measure';
import { deleteAll, getAll, putAll } from './bulk';
import type { OffenceEntry, OffencesKey, ScoreDatabase, StoredOffences } from './database';
import { shopKeyOf } from './keys';
import { offenceEntry, worstFirst } from './offence';
import { listOf, storedList } from './offence-lists';
import type { PlatformRules } from './rules';

/** The very worst of a day, enough for the popup's lists, are read without the others. */
export const WORST = 64;
/** Worst units kept of one day and measure: what nobody pages to is not kept twice. */
export const KEPT = 512;

export interface CaseFacts {
  orderCase: OrderCase;
  facts: Fact[];
}

/** Takes the offences of `gone` out of the lists and adds those of `come`. */
export async function writeOffences(
  db: ScoreDatabase,
  rules: PlatformRules,
  gen: number,
  gone: CaseFacts[],
  come: CaseFacts[],
): Promise<void> {
  const changes = new Map<string, Change>();
  for (const each of gone) collect(changes, rules, each, 'gone');
  for (const each of come) collect(changes, rules, each, 'come');
  const all = [...changes.values()];
  if (all.length === 0) return;
  const keys = all.flatMap(({ shopKey, measureId, day }): OffencesKey[] => [
    [gen, shopKey, measureId, day, 0],
    [gen, shopKey, measureId, day, 1],
  ]);
  const rows = await getAll(db.offences, keys);
  const puts: StoredOffences[] = [];
  const deletes: OffencesKey[] = [];
  for (const [i, change] of all.entries()) {
    const own = [rows[i * 2], rows[i * 2 + 1]];
    const before = own.map(listOf);
    const entries = [
      ...before.flat().filter(({ orderId }) => !change.gone.has(orderId)),
      ...change.come,
    ].sort(worstFirst);
    const isCut = entries.length > KEPT || own[0]?.isCut === true;
    const parts = [entries.slice(0, WORST), entries.slice(WORST, KEPT)];
    for (const [part, some] of parts.entries()) {
      if (isSame(some, before[part] ?? []) && (own[part]?.isCut ?? false) === isCut) continue;
      const { shopKey, measureId, day } = change;
      const list = storedList(some);
      if (some.length === 0) deletes.push([gen, shopKey, measureId, day, part]);
      else puts.push({ gen, shopKey, measureId, day, part, ...list, ...(isCut && { isCut }) });
    }
  }
  await putAll(db.offences, puts);
  await deleteAll(db.offences, deletes);
}

/** The very same entries: nothing came in among them, and none left. */
const isSame = (some: OffenceEntry[], before: OffenceEntry[]): boolean =>
  some.length === before.length && some.every((entry, i) => entry === before[i]);

interface Change {
  shopKey: string;
  measureId: string;
  day: number;
  gone: Set<string>;
  come: OffenceEntry[];
}

function collect(
  changes: Map<string, Change>,
  rules: PlatformRules,
  { orderCase, facts }: CaseFacts,
  side: 'gone' | 'come',
): void {
  const shopKey = shopKeyOf(orderCase);
  let lines: ReturnType<typeof linesOf> | undefined;
  for (const fact of facts) {
    const { measureId, day } = fact;
    const window = rules.windows[measureId];
    if (!fact.offends || !window) continue;
    const key = `${measureId}\u0000${day}\u0000${shopKey}`;
    let change = changes.get(key);
    if (!change) {
      change = { shopKey, measureId, day, gone: new Set(), come: [] };
      changes.set(key, change);
    }
    if (side === 'gone') {
      change.gone.add(orderCase.orderId);
      continue;
    }
    lines ??= linesOf(orderCase);
    change.come.push(offenceEntry(orderCase, fact, window.freshDays !== undefined, lines));
  }
}
