/**
 * What a batch of sightings does to the cases it names: pure, so that the transaction around it only
 * reads and writes.
 */
import { caseFromRecord } from '../core/case-from-record';
import type { CaseRecord, OrderCase, ShopRef } from '../core/entities';
import { openUnits } from '../core/handled';
import type { Fact } from '../core/measure';
import { mergeCases } from '../core/merge';
import type { StoredCase } from './database';
import { dutyMark, isOpenMark, offenceMark, shopKeyOf, stateMark } from './keys';
import type { FoundCase } from './read-cases';
import type { PlatformRules } from './rules';
import { sameData, seenStepMs } from './same';

/**
 * A row seen again with nothing new is written again only when it was last written this much earlier:
 * reading a list twice then costs no writes, and `seen` is true to half an hour, far finer than the
 * day after which an open duty counts as stale. Price: a state that flips there and back inside half an
 * hour, with the message about "there" arriving after the one about "back", ends as "there" until it is
 * seen again. Sightings that change a fact are always written.
 */
export const SEEN_GRAIN_MS = 30 * 60_000;

export interface CaseChange {
  before?: OrderCase;
  /** `before` lies in a pack. */
  wasPacked: boolean;
  after: OrderCase;
  /** Facts of `before` and `after`. */
  oldFacts: Fact[];
  newFacts: Fact[];
  row: StoredCase;
}

export interface CaseChanges {
  changes: CaseChange[];
  created: number;
  unchanged: number;
  /** Order ids that belong to another shop, with that shop's id. */
  refused: { orderId: string; shopId: string }[];
  /** Some row could not be read any more: the tallies still hold what it said. */
  isDamaged: boolean;
  /** Every accepted case as it is now known, in the order first named. */
  cases: OrderCase[];
}

/** One case per order that the records name, in the order first named. */
export function sightedCases(records: CaseRecord[], shop: ShopRef, seenMs: number): OrderCase[] {
  const byId = new Map<string, OrderCase>();
  for (const record of records) {
    const sighted = caseFromRecord(record, shop, seenMs);
    const known = byId.get(sighted.orderId);
    byId.set(sighted.orderId, known ? mergeCases(known, sighted) : sighted);
  }
  return [...byId.values()];
}

/**
 * @param sighted all of one shop.
 * @param stored what is known of the sighted orders, in the same order.
 * @param shopIds every identity of that shop: an order stays with the one under which it was first seen.
 */
export function changeCases(
  sighted: OrderCase[],
  stored: (FoundCase | undefined)[],
  rules: PlatformRules,
  shopIds: readonly string[],
): CaseChanges {
  const result: CaseChanges = {
    changes: [],
    created: 0,
    unchanged: 0,
    refused: [],
    isDamaged: false,
    cases: [],
  };
  for (const [i, incoming] of sighted.entries()) {
    const found = stored[i];
    const row = found?.row;
    const isLost = found?.damaged === true;
    result.isDamaged ||= isLost;
    if (row && !isLost && !shopIds.includes(row.shopId)) {
      result.refused.push({ orderId: row.orderId, shopId: row.shopId });
      continue;
    }
    const before = row && !isLost ? withoutMarks(row) : undefined;
    const after = before ? mergeCases(before, asOf(before, incoming)) : incoming;
    result.cases.push(after);
    // Facts cost most of the work here, so what is known to the millisecond is left before them.
    const step = before && seenStepMs(before, after);
    if (step === 0) {
      result.unchanged += 1;
      continue;
    }
    // Seen again within the grain, and that decides nothing.
    if (before && step !== undefined && step <= SEEN_GRAIN_MS && !decides(before, after, rules)) {
      result.unchanged += 1;
      continue;
    }
    const oldFacts = before ? rules.facts(before) : [];
    const newFacts = rules.facts(after);
    if (!before) result.created += 1;
    result.changes.push({
      before,
      wasPacked: found?.packed ?? false,
      after,
      oldFacts,
      newFacts,
      row: markCase(after, newFacts, rules),
    });
  }
  return result;
}

/** Whether the instants of the last sightings, all that differs, make other facts. */
const decides = (before: OrderCase, after: OrderCase, rules: PlatformRules): boolean =>
  !sameData(rules.sightingFacts(before), rules.sightingFacts(after));

const asOf = ({ shopId }: OrderCase, seen: OrderCase): OrderCase =>
  seen.shopId === shopId ? seen : { ...seen, shopId };

/** The row to store: the case with the marks that make it findable. */
export function markCase(orderCase: OrderCase, facts: Fact[], rules: PlatformRules): StoredCase {
  const marks: string[] = [];
  const shopKey = shopKeyOf(orderCase);
  for (let i = 0; i < facts.length; i++) {
    const { measureId, num, day, offends } = facts[i] as Fact;
    // Measures that only count (how long is the list?) have no offenders to look up.
    if (offends && rules.windows[measureId])
      marks.push(offenceMark({ shopKey, measureId, num, day }));
  }
  for (const { dueMs, ticketId } of rules.openDuties(orderCase)) {
    marks.push(dutyMark(shopKey, dueMs, ticketId === undefined ? 'order' : 'ticket'));
  }
  for (const { side, state } of openUnits(orderCase, rules.openStates)) {
    marks.push(stateMark(shopKey, side, state));
  }
  return marks.length === 0 ? orderCase : { ...orderCase, marks: [...new Set(marks)].sort() };
}

/** Something about it is open: it is looked for by its date or state, in a row of its own. */
export const isOpen = (row: StoredCase): boolean => (row.marks ?? []).some(isOpenMark);

/** The same of a case without its marks. */
export const isOpenCase = (orderCase: OrderCase, rules: PlatformRules): boolean =>
  rules.openDuties(orderCase).length > 0 || openUnits(orderCase, rules.openStates).length > 0;

export function withoutMarks(row: StoredCase): OrderCase {
  if (row.marks === undefined) return row;
  const { marks: _marks, ...orderCase } = row;
  return orderCase;
}

/** Records that a case adds to the store, per side: what coverage compares with the page's totals. */
export function storedCounts(orderCase: OrderCase | undefined): {
  orders: number;
  aftersales: number;
} {
  return {
    orders: orderCase?.order ? 1 : 0,
    aftersales: Object.keys(orderCase?.tickets ?? {}).length,
  };
}
