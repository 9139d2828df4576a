/**
 * Who offended against one measure: worst first, then newest. Cases with rows of their own are found by
 * their marks, packed ones in the lists kept beside the tallies.
 */
import type { OrderCase } from '../core/entities';
import type { OffenderRef } from '../core/report-types';
import { getAll } from './bulk';
import { withoutMarks } from './case-changes';
import type { OffencesKey, ScoreDatabase } from './database';
import { dayOfMark, offenceRange, shopKeyOf } from './keys';
import { offenderRef, worstFirst } from './offence';
import { type OpenList, openList } from './offence-lists';
import type { PlatformRules } from './rules';
import { isSoundCase } from './sound-case';
import { WORST } from './write-offences';

export { offenderRef } from './offence';

export interface OffenderQuery {
  /** As `shopKeyOf` gives it. */
  shopKey: string;
  measureId: string;
  /** Beijing days, both included. */
  fromDay: number;
  toDay: number;
  limit: number;
  /** Orders to skip, for paging. */
  offset?: number;
}

/**
 * Offending units of the `limit` worst orders (an order may offend with several units). What is read
 * depends on what is asked for and on the days of the window, not on how much is stored.
 */
export async function listOffenders(
  db: ScoreDatabase,
  rules: PlatformRules,
  query: OffenderQuery,
): Promise<OffenderRef[]> {
  const { limit, offset = 0 } = query;
  const wanted = offset + limit;
  return db.transaction('r', [db.cases, db.offences, db.generations], async () => {
    const [rows, lists] = await Promise.all([
      listFromRows(db, rules, query, wanted),
      openPackedLists(db, rules.platform, query, wanted),
    ]);
    // While a generation is being made, a list may still name a case that has its own row again.
    const own = new Set(rows.map((each) => each.orderId));
    const packed = worstOf(lists, query.measureId, wanted, own);
    const all = [...rows, ...packed].sort(worstFirst);
    const orders = [...new Set(all.map((each) => each.orderId))].slice(offset, wanted);
    const shown = new Set(orders);
    return all.filter((each) => shown.has(each.orderId));
  });
}

async function listFromRows(
  db: ScoreDatabase,
  rules: PlatformRules,
  { shopKey, measureId, fromDay, toDay }: OffenderQuery,
  wanted: number,
): Promise<OffenderRef[]> {
  const inWindow = (day: number): boolean => day >= fromDay && day <= toDay;
  const found = new Map<string, [string, string]>();
  const [from, to] = offenceRange(shopKey, measureId);
  await db.cases
    .where('marks')
    .between(from, to)
    .reverse()
    .until(() => found.size >= wanted)
    .eachKey((mark, { primaryKey }) => {
      if (inWindow(dayOfMark(String(mark)))) found.set(primaryKey.join('/'), primaryKey);
    });
  const rows = await getAll(db.cases, [...found.values()]);
  return rows
    .flatMap((row) =>
      row && isSoundCase(row) && shopKeyOf(row) === shopKey
        ? offencesOf(withoutMarks(row), measureId, rules)
        : [],
    )
    .filter((each) => inWindow(each.day));
}

async function openPackedLists(
  db: ScoreDatabase,
  platform: string,
  { shopKey, measureId, fromDay, toDay }: OffenderQuery,
  wanted: number,
): Promise<OpenList[]> {
  const gen = (await db.generations.get(platform))?.current ?? 1;
  // The worst of each day hold the worst of all days, as long as no more than those are asked for.
  const parts = wanted < WORST ? [0] : [0, 1];
  const keys: OffencesKey[] = [];
  for (let day = fromDay; day <= toDay; day++) {
    for (const part of parts) keys.push([gen, shopKey, measureId, day, part]);
  }
  const rows = await getAll(db.offences, keys);
  return rows.flatMap((row) => (row ? [openList(row)] : []));
}

/** All that the `wanted` worst orders of these lists offended with. Other entries are not even decoded. */
function worstOf(
  lists: OpenList[],
  measureId: string,
  wanted: number,
  without: ReadonlySet<string>,
): OffenderRef[] {
  const shown = worstOrders(lists, wanted, without);
  return lists.flatMap((list) =>
    list.orderId.flatMap((orderId, at) =>
      shown.has(orderId) ? [{ ...list.entry(at), measureId, day: list.day }] : [],
    ),
  );
}

/** Ids of the `wanted` worst orders of lists that are each worst first: of the newest days where they are alike. */
function worstOrders(lists: OpenList[], wanted: number, without: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const from = lists.map(() => 0);
  while (found.size < wanted) {
    let best = -1;
    let bestNum = Number.NEGATIVE_INFINITY;
    for (const [i, list] of lists.entries()) {
      const num = list.num[from[i] as number];
      if (num === undefined) continue;
      if (num > bestNum || (num === bestNum && list.day > (lists[best]?.day ?? 0))) {
        best = i;
        bestNum = num;
      }
    }
    if (best < 0) break;
    const at = from[best] as number;
    const orderId = lists[best]?.orderId[at] as string;
    if (!without.has(orderId)) found.add(orderId);
    from[best] = at + 1;
  }
  return found;
}

function offencesOf(orderCase: OrderCase, measureId: string, rules: PlatformRules): OffenderRef[] {
  return rules
    .facts(orderCase)
    .filter((fact) => fact.offends && fact.measureId === measureId)
    .map((fact) => offenderRef(orderCase, fact, rules.windows[measureId]?.freshDays !== undefined));
}
