/** Every unit that offended against one measure in a window, with what lists sort and filter by. */
import type { OrderCase } from '../core/entities';
import type { Fact } from '../core/measure';
import type { OffenderRef } from '../core/report-types';
import { withoutMarks } from './case-changes';
import type { ScoreDatabase } from './database';
import { dayOfMark, offenceRange, shopKeyOf } from './keys';
import { offenderRef } from './offence';
import { listOf } from './offence-lists';
import { findStoredCases, scanCases } from './read-cases';

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
  /** Of every identity of the shop (`ShopGroup`). */
  shopKeys: string[];
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
  { shopKeys, measureId, fromDay, toDay }: RowsQuery,
  onProgress: (progress: RowsProgress) => boolean = () => true,
): Promise<OffenderRow[]> {
  const inWindow = (day: number): boolean => day >= fromDay && day <= toDay;
  const ids = new Set<string>();
  const platform = shopKeys[0]?.split(':')[0] ?? '';
  for (const shopKey of shopKeys) {
    const [from, to] = offenceRange(shopKey, measureId);
    await db.cases
      .where('marks')
      .between(from, to)
      .eachKey((mark, { primaryKey }) => {
        if (inWindow(dayOfMark(String(mark)))) ids.add(primaryKey[1]);
      });
    const listed = await listPackedIds(db, platform, shopKey, { measureId, fromDay, toDay });
    for (const orderId of listed) ids.add(orderId);
  }
  const wanted = [...ids].sort();
  const rows: OffenderRow[] = [];
  for (let at = 0; at < wanted.length; at += CHUNK) {
    if (!onProgress({ read: at, all: wanted.length })) return rows;
    const some = wanted.slice(at, at + CHUNK);
    const found = await db.transaction('r', [db.cases, db.packs], async () =>
      findStoredCases(db, platform, some),
    );
    for (const one of found) {
      if (!one || !shopKeys.includes(shopKeyOf(one.row))) continue;
      const orderCase = withoutMarks(one.row);
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

/** Packed orders that may have offended: those listed, or all of the shop's when a list was cut. */
async function listPackedIds(
  db: ScoreDatabase,
  platform: string,
  shopKey: string,
  { measureId, fromDay, toDay }: Omit<RowsQuery, 'shopKeys'>,
): Promise<string[]> {
  const gen = (await db.generations.get(platform))?.current ?? 1;
  const lists = await db.offences
    .where(':id')
    .between([gen, shopKey, measureId, fromDay], [gen, shopKey, measureId, toDay, []])
    .toArray();
  if (!lists.some(({ isCut }) => isCut)) {
    return lists.flatMap((list) => listOf(list).map((entry) => entry.orderId));
  }
  const ids: string[] = [];
  for await (const cases of scanCases(db, platform)) {
    for (const one of cases) if (shopKeyOf(one) === shopKey) ids.push(one.orderId);
  }
  return ids;
}

/** What is known of the unit that a fact speaks of. */
export function offenderRow(orderCase: OrderCase, fact: Fact): OffenderRow {
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
