/**
 * The one write path: a batch is read, merged and tallied in one transaction, and acknowledged after
 * its commit. A worker killed on the way leaves the whole batch or nothing of it; sending it again
 * changes nothing.
 */
import type {
  CaseRecord,
  ListReading,
  OrderCase,
  PageHealth,
  PageRecord,
  ShopRef,
} from '../core/entities';
import { withAbsences } from './absences';
import { changeCases, sightedCases } from './case-changes';
import { batchTables, type ScoreDatabase, type StoredShop } from './database';
import { countsCase, outdated, planGeneration } from './generation';
import { shopKeyOf } from './keys';
import { findStoredCases } from './read-cases';
import type { PlatformRules } from './rules';
import { groupOf, type ShopGroup } from './shop-group';
import { type Place, writeCases } from './write-cases';
import { writeDays } from './write-days';
import { touchShop, writeCoverage, writeHealth } from './write-shop';
import { writeCaseTallies, writeTallies } from './write-tallies';

/** What one page or file yielded about one shop. */
export interface Batch {
  shop: ShopRef;
  seenMs: number;
  records: PageRecord[];
  list?: ListReading;
  /** How well the page could be read; absent for files, which are no pages. */
  health?: PageHealth;
}

export interface IngestResult {
  stored: { created: number; changed: number; unchanged: number };
  refused: { orderId: string; shopName: string }[];
  /** The batch's cases as now known, in the order first named; refused ones are not in it. */
  cases: OrderCase[];
  /** False when nothing at all was written: the batch was known to the millisecond. */
  wrote: boolean;
}

/** Every order of the batch belongs to another shop: nothing was stored. */
export class OtherShopError extends Error {
  constructor(readonly shopNames: string[]) {
    super('every order belongs to another shop');
    this.name = 'OtherShopError';
  }
}

/**
 * @param place where new cases go: a page's into rows of their own, a file's into packs.
 * @throws OtherShopError; Dexie's errors when the database cannot write (nothing is stored then).
 */
export async function ingestBatch(
  db: ScoreDatabase,
  rules: PlatformRules,
  batch: Batch,
  place: Place = 'rows',
): Promise<IngestResult> {
  return db.transaction('rw', batchTables(db), async () => {
    const shopKey = shopKeyOf(batch.shop);
    const sighted = sightedStates(rules, batch);
    const [generation, shops, rows] = await Promise.all([
      db.generations.get(batch.shop.platform),
      db.shops.toArray(),
      findStoredCases(
        db,
        batch.shop.platform,
        sighted.map((each) => each.orderId),
      ),
    ]);
    const group = groupOf(shops, batch.shop);
    const known = await withAbsences(db, rules, { ...batch, group }, sighted, rows);
    const changed = changeCases(known.sighted, known.rows, rules, group.shopIds);
    const refused = nameShops(shops, batch.shop.platform, changed.refused);
    if (refused.length > 0 && changed.cases.length === 0 && batch.records.every(isCaseRecord)) {
      throw new OtherShopError([...new Set(refused.map((each) => each.shopName))]);
    }
    const valid = changed.isDamaged ? outdated(generation) : generation;
    const plan = planGeneration(valid, rules);
    const days = await writeDays(db, rules, shopKey, batch.records, batch.seenMs);
    const counted = new Set(changed.changes.filter(({ after }) => countsCase(plan, after.orderId)));
    await writeCases(db, rules, plan.gen, changed.changes, { place, counted });
    await writeCaseTallies(db, plan.gen, counted);
    if (plan.countsDays) {
      await writeTallies(db, plan.gen, shopKey, days.oldFacts, days.newFacts);
    }
    // A list that holds another shop's orders proves nothing about this shop's.
    const list = refused.length === 0 ? batch.list : undefined;
    const wroteCoverage = await writeCoverage(db, group, list, batch.seenMs, changed.changes);
    const isGrained = isUnmistaken(shops, group);
    const wroteHealth = batch.health && (await writeHealth(db, batch, batch.health, isGrained));
    const wrote =
      changed.changes.length > 0 ||
      days.created + days.changed > 0 ||
      wroteCoverage ||
      wroteHealth === true;
    if (wrote) {
      if (plan.write) await db.generations.put(plan.write);
      await touchShop(db, batch, batch.health === undefined);
    }
    return {
      stored: {
        created: changed.created + days.created,
        changed: changed.changes.length - changed.created + days.changed,
        unchanged: changed.unchanged + days.unchanged,
      },
      refused,
      cases: changed.cases,
      wrote,
    };
  });
}

/**
 * The batch's cases; a page's with what its states say about instants. A file's states are only known to
 * be true no earlier than its newest date, and it prints the instants themselves.
 */
function sightedStates(rules: PlatformRules, { records, shop, seenMs, list, health }: Batch) {
  const sighted = sightedCases(records.filter(isCaseRecord), shop, seenMs);
  return health ? sighted.map((each) => rules.noteTransitions(each, list?.loadedMs)) : sighted;
}

const isCaseRecord = (record: PageRecord): record is CaseRecord =>
  record.kind === 'order' || record.kind === 'ticket' || record.kind === 'review';

function nameShops(
  shops: StoredShop[],
  platform: string,
  refused: { orderId: string; shopId: string }[],
): IngestResult['refused'] {
  const nameOf = (shopId: string): string => groupOf(shops, { platform, shopId }).shop.name;
  return refused.map(({ orderId, shopId }) => ({ orderId, shopName: nameOf(shopId) }));
}

/**
 * No other shop was seen since, and the platform has no other: when which shop was seen decides what a popup
 * shows first, and whose a page without a name is.
 */
function isUnmistaken(shops: StoredShop[], { platform, shopKeys, lastSeenMs }: ShopGroup): boolean {
  return shops.every(
    (each) =>
      shopKeys.includes(each.shopKey) ||
      (each.shop.platform !== platform && each.lastSeenMs <= lastSeenMs),
  );
}
