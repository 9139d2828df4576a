/** Who offended against one measure: read off the marks, worst first, then newest. */
import type { OrderCase } from '../core/entities';
import type { Fact } from '../core/measure';
import type { OffenderRef } from '../core/report-types';
import { withoutMarks } from './case-changes';
import type { ScoreDatabase } from './database';
import { dayOfMark, offenceRange } from './keys';
import type { PlatformRules } from './rules';

export interface OffenderQuery {
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
 * Offending units of the `limit` worst orders (an order may offend with several units). Only the
 * index is walked until they are found; `limit` cases are read.
 */
export async function listOffenders(
  db: ScoreDatabase,
  rules: PlatformRules,
  query: OffenderQuery,
): Promise<OffenderRef[]> {
  const { measureId, fromDay, toDay, limit, offset = 0 } = query;
  const inWindow = (day: number): boolean => day >= fromDay && day <= toDay;
  const found = new Map<string, [string, string]>();
  const [from, to] = offenceRange(query.shopKey, measureId);
  await db.cases
    .where('marks')
    .between(from, to)
    .reverse()
    .until(() => found.size >= offset + limit)
    .eachKey((mark, { primaryKey }) => {
      if (inWindow(dayOfMark(String(mark)))) found.set(primaryKey.join('/'), primaryKey);
    });
  const rows = await db.cases.bulkGet([...found.values()].slice(offset));
  return rows
    .flatMap((row) => (row ? offencesOf(withoutMarks(row), measureId, rules) : []))
    .filter((each) => inWindow(each.day))
    .sort(worstFirst);
}

function offencesOf(orderCase: OrderCase, measureId: string, rules: PlatformRules): OffenderRef[] {
  return rules
    .facts(orderCase)
    .filter((fact) => fact.offends && fact.measureId === measureId)
    .map((fact) => offenderRef(orderCase, fact, rules.windows[measureId]?.freshDays !== undefined));
}

/** What a list shows of an offence: the first reason given, and the product. */
export function offenderRef(orderCase: OrderCase, fact: Fact, isOpenState = false): OffenderRef {
  const { measureId, unitId, day, num, den, bucket } = fact;
  const ticket = orderCase.tickets[unitId] ?? firstTicket(orderCase);
  const line = orderCase.lines[unitId] ?? Object.values(orderCase.lines)[0];
  const reason = ticket?.f.firstReason ?? ticket?.f.reason ?? orderCase.order?.f.cancelReason;
  const productName = line?.f.productName ?? ticket?.f.productName;
  return {
    orderId: orderCase.orderId,
    unitId,
    measureId,
    day,
    num,
    den,
    ...(isOpenState && bucket !== undefined ? { seenDay: bucket } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(productName === undefined ? {} : { productName }),
  };
}

/** The ticket applied for first; ties and unknown times by id. */
function firstTicket({ tickets }: OrderCase): OrderCase['tickets'][string] | undefined {
  const byTime = Object.keys(tickets)
    .sort()
    .map((id) => tickets[id])
    .sort((a, b) => (a?.f.appliedMs ?? Infinity) - (b?.f.appliedMs ?? Infinity) || 0);
  return byTime[0];
}

function worstFirst(a: OffenderRef, b: OffenderRef): number {
  if (a.num !== b.num) return b.num - a.num;
  if (a.day !== b.day) return b.day - a.day;
  if (a.orderId !== b.orderId) return a.orderId < b.orderId ? 1 : -1;
  return a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0;
}
