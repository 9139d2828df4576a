/** The mirror of one shop, made from the database alone: the same whenever and by whomever it is made. */

import { isSavable } from '../core/duties';
import type { ShopRef } from '../core/entities';
import type { OffenderRef } from '../core/report-types';
import { beijingDay } from '../core/time';
import type { Duty } from '../core/verdict-types';
import { withoutMarks } from './case-changes';
import { batchTables, type ScoreDatabase, type StoredCase } from './database';
import { listHealth, listSnapshots, listTallies, readCoverage } from './group-read';
import { type DutyKind, dutyRange } from './keys';
import { MAX_DUTIES, type ShopMirror } from './mirror-types';
import { worstFirst } from './offence';
import { listOffenders } from './offenders';
import type { PlatformRules } from './rules';
import { findGroup, type ShopGroup } from './shop-group';
import { isSoundCase } from './sound-case';

/** The longest window of any known rule looks 104 days back; the rest is slack for old snapshots. */
export const TALLY_DAYS = 130;
export const OFFENDERS_PER_MEASURE = 50;

/** Of all identities that are this shop. Undefined for a shop never seen. */
export async function buildMirror(
  db: ScoreDatabase,
  rules: PlatformRules,
  shop: Pick<ShopRef, 'platform' | 'shopId'>,
  nowMs: number,
): Promise<ShopMirror | undefined> {
  const today = beijingDay(nowMs);
  return db.transaction('r', batchTables(db), async () => {
    const group = await findGroup(db, shop);
    if (group.rows.length === 0) return undefined;
    const generation = await db.generations.get(shop.platform);
    const [tallies, snapshots, coverage, health, duties, offenders] = await Promise.all([
      listTallies(db, rules, group, today - TALLY_DAYS),
      listSnapshots(db, group),
      readCoverage(db, group),
      listHealth(db, group),
      listDuties(db, rules, group, nowMs, MAX_DUTIES),
      listWorst(db, rules, group, today),
    ]);
    return {
      schema: 1,
      revision: group.revision,
      updatedMs: nowMs,
      // Of the tallies at hand: while a new generation is being made, these are still the old one's.
      measuresVersion: generation?.version ?? rules.version,
      shop: group.shop,
      tallies,
      snapshots,
      coverage,
      offenders,
      duties,
      health: Object.fromEntries(
        health.map(({ kind, health: page, seenMs, lastGoodMs }) => [
          kind,
          { ...page, seenMs, ...(lastGoodMs === undefined ? {} : { lastGoodMs }) },
        ]),
      ),
    };
  });
}

/** Duties that can still be met, soonest first, at most `limit` of each kind: stale ones take no place in the list. */
export async function listDuties(
  db: ScoreDatabase,
  rules: PlatformRules,
  { shopKeys }: ShopGroup,
  nowMs: number,
  limit: number,
): Promise<Duty[]> {
  const ofKind = async (kind: DutyKind): Promise<Duty[]> => {
    const savable = (row: StoredCase): Duty[] =>
      rules
        .openDuties(withoutMarks(row))
        .filter((duty) => (duty.ticketId === undefined) === (kind === 'order'))
        .filter((duty) => isSavable(duty, nowMs));
    const rowsOf = async (shopKey: string): Promise<StoredCase[]> => {
      const [from, to] = dutyRange(shopKey, nowMs, kind);
      return db.cases
        .where('marks')
        .between(from, to)
        .distinct()
        .filter((row) => isSoundCase(row) && savable(row).length > 0)
        .limit(limit)
        .toArray();
    };
    const rows = await Promise.all(shopKeys.map(rowsOf));
    return rows.flat().flatMap(savable).sort(soonestFirst).slice(0, limit);
  };
  const found = await Promise.all([ofKind('ticket'), ofKind('order')]);
  return found.flat().sort(soonestFirst);
}

const soonestFirst = (a: Duty, b: Duty): number =>
  a.dueMs - b.dueMs || (nameOf(a) < nameOf(b) ? -1 : 1);

const nameOf = ({ orderId, ticketId = '' }: Duty): string => `${orderId}/${ticketId}`;

async function listWorst(
  db: ScoreDatabase,
  rules: PlatformRules,
  { shopKeys }: ShopGroup,
  today: number,
): Promise<OffenderRef[]> {
  const perMeasure = await Promise.all(
    Object.entries(rules.windows).map(async ([measureId, window]) => {
      // What offended today is shown as "will count" before it enters the window tomorrow.
      const [fromDay, toDay] = [today - window.from, Math.max(today - window.to, today)];
      const query = { measureId, fromDay, toDay, limit: OFFENDERS_PER_MEASURE };
      const each = await Promise.all(
        shopKeys.map((shopKey) => listOffenders(db, rules, { ...query, shopKey })),
      );
      return each.flat().sort(worstFirst).slice(0, OFFENDERS_PER_MEASURE);
    }),
  );
  return perMeasure.flat();
}
