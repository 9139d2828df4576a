/** Every unit that offended against one measure in a window, with what lists sort and filter by. */
import type { OrderCase } from '../core/entities';
import type { Fact } from '../core/measure';
import type { OffenderRef } from '../core/report-types';
import { withoutMarks } from './case-changes';
import type { ScoreDatabase } from './database';
import { dayOfMark, offenceRange } from './keys';
import { offenderRef } from './offenders';

/** Cases read at a time: small enough that the page stays alive between two of them. */
const CHUNK = 1_000;

export interface OffenderRow extends OffenderRef {
  /** When the after-sale was applied for; else when the order was paid or placed. */
  atMs?: number;
  carrier?: string;
  province?: string;
  /** Set when the unit is an after-sale ticket. */
  ticketId?: string;
}

export interface RowsQuery {
  shopKey: string;
  measureId: string;
  /** Beijing days, both included. */
  fromDay: number;
  toDay: number;
}

export interface RowsProgress {
  read: number;
  all: number;
}

/**
 * @param facts of the one measure only: all the others would be computed for nothing
 * @param onProgress called between chunks; returning false stops the reading
 * @returns unsorted rows; those read so far when stopped
 */
export async function readOffenderRows(
  db: ScoreDatabase,
  facts: (orderCase: OrderCase) => Fact[],
  { shopKey, measureId, fromDay, toDay }: RowsQuery,
  onProgress: (progress: RowsProgress) => boolean = () => true,
): Promise<OffenderRow[]> {
  const inWindow = (day: number): boolean => day >= fromDay && day <= toDay;
  const keys = new Map<string, [string, string]>();
  const [from, to] = offenceRange(shopKey, measureId);
  await db.cases
    .where('marks')
    .between(from, to)
    .eachKey((mark, { primaryKey }) => {
      if (inWindow(dayOfMark(String(mark)))) keys.set(primaryKey.join('/'), primaryKey);
    });
  const wanted = [...keys.values()];
  const rows: OffenderRow[] = [];
  for (let at = 0; at < wanted.length; at += CHUNK) {
    if (!onProgress({ read: at, all: wanted.length })) return rows;
    for (const stored of await db.cases.bulkGet(wanted.slice(at, at + CHUNK))) {
      if (!stored) continue;
      const orderCase = withoutMarks(stored);
      for (const fact of facts(orderCase)) {
        if (fact.offends && fact.measureId === measureId && inWindow(fact.day)) {
          rows.push(offenderRow(orderCase, fact));
        }
      }
    }
  }
  onProgress({ read: wanted.length, all: wanted.length });
  return rows;
}

function offenderRow(orderCase: OrderCase, fact: Fact): OffenderRow {
  const ticket = orderCase.tickets[fact.unitId];
  const order = orderCase.order?.f;
  const parcel = orderCase.parcels[fact.unitId] ?? Object.values(orderCase.parcels)[0];
  const atMs = ticket?.f.appliedMs ?? order?.paidMs ?? order?.placedMs;
  return {
    ...offenderRef(orderCase, fact),
    ...(atMs === undefined ? {} : { atMs }),
    ...(parcel?.f.carrier === undefined ? {} : { carrier: parcel.f.carrier }),
    ...(order?.province === undefined ? {} : { province: order.province }),
    ...(ticket ? { ticketId: fact.unitId } : {}),
  };
}
