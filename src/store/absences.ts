/**
 * Cases that a fully walked list proves handled elsewhere, found while a batch is written. They come
 * back as sightings of absence beside the batch's own, so that merge, facts and marks follow by
 * themselves. Inside the batch's transaction.
 */
import type { OrderCase, PageRecord } from '../core/entities';
import { absentCase, openUnits } from '../core/handled';
import { addWalkedPage, findAbsentMs, isFullWalk, type ListWalk } from '../core/list-walk';
import { mergeCases } from '../core/merge';
import { withoutMarks } from './case-changes';
import type { ScoreDatabase, StoredCase, StoredWalk } from './database';
import type { Batch } from './ingest';
import { shopKeyOf, stateMark } from './keys';
import type { FoundCase } from './read-cases';
import type { PlatformRules } from './rules';
import { claimsKeyOf, type ShopGroup } from './shop-group';

interface Sightings {
  sighted: OrderCase[];
  /** What is stored of the sighted orders, in the same order. */
  rows: (FoundCase | undefined)[];
}

/** The batch's sightings with those of absence: of what it names, and of what its page completes. */
export async function withAbsences(
  db: ScoreDatabase,
  rules: PlatformRules,
  batch: Batch & { group: ShopGroup },
  sighted: OrderCase[],
  rows: (FoundCase | undefined)[],
): Promise<Sightings> {
  const { group } = batch;
  const shopKey = claimsKeyOf(group);
  const listed = new Set(rows.flatMap((found) => found?.row.shopId ?? []));
  // A list that holds another shop's orders proves nothing about this shop's.
  const isOwn = [...listed].every((shopId) => group.shopIds.includes(shopId));
  const ofShopIds = new Set(listed).add(batch.shop.shopId);
  const step = isOwn ? await walkOn(db, rules, shopKey, batch, ofShopIds) : undefined;
  const walks = await db.walks.where(':id').between([shopKey], [shopKey, []]).toArray();
  const fulls = walks.filter(({ full }) => full !== undefined);
  if (fulls.length === 0) return { sighted, rows };

  const inState = step ? await listInState(db, group, step) : [];
  // What was open before was looked at when it was written, unless this batch made the walk full.
  const concerned = new Set(inState.map(({ orderId }) => orderId));
  for (const each of sighted) {
    if (openUnits(each, rules.openStates).length > 0) concerned.add(each.orderId);
  }
  const named = sighted.map((each, i) => {
    const row = rows[i]?.damaged ? undefined : rows[i]?.row;
    if (!concerned.delete(each.orderId)) return each;
    if (!row || !group.shopIds.includes(row.shopId)) {
      return absencesOf(each, fulls, rules).reduce(mergeCases, each);
    }
    const own = { ...each, shopId: row.shopId };
    const known = mergeCases(withoutMarks(row), own);
    return absencesOf(known, fulls, rules).reduce(mergeCases, own);
  });
  const others = inState.flatMap((row) => {
    if (!concerned.has(row.orderId)) return [];
    const [first, ...rest] = absencesOf(withoutMarks(row), fulls, rules);
    return first ? [{ row, absence: rest.reduce(mergeCases, first) }] : [];
  });
  return {
    sighted: [...named, ...others.map(({ absence }) => absence)],
    rows: [...rows, ...others.map(({ row }) => ({ row, packed: false }))],
  };
}

function absencesOf(orderCase: OrderCase, walks: StoredWalk[], rules: PlatformRules): OrderCase[] {
  return openUnits(orderCase, rules.openStates).flatMap((unit) => {
    const walk = walks.find(({ side, state }) => side === unit.side && state === unit.state);
    if (walk?.ofShopIds?.includes(orderCase.shopId) === false) return [];
    const absentMs = walk?.full && findAbsentMs(walk.full, unit);
    return absentMs === undefined ? [] : [absentCase(orderCase, unit, absentMs)];
  });
}

/** One page on in the walk through its filter; the row when that made the walk full. */
async function walkOn(
  db: ScoreDatabase,
  rules: PlatformRules,
  shopKey: string,
  { list, records, group }: Batch & { group: ShopGroup },
  ofShopIds: Set<string>,
): Promise<StoredWalk | undefined> {
  if (!list || list.rangeFromMs !== undefined || list.rangeToMs !== undefined) return undefined;
  const { side, filterKey } = list;
  const state = rules.openStates[side].find((each) => filterKey === `tab=${each}`);
  const ids = state === undefined ? undefined : idsInState(records, side, state);
  if (state === undefined || !ids) return undefined;
  const before = await db.walks.get([shopKey, side, state]);
  const walk = addWalkedPage(before?.walk, list, ids);
  if (!walk) return undefined;
  const full: ListWalk | undefined = isFullWalk(walk) ? walk : undefined;
  const kept = full ?? before?.full;
  const row: StoredWalk = { shopKey, side, state, walk, ...(kept ? { full: kept } : {}) };
  if (group.shopIds.length > 1) {
    row.ofShopIds = [...new Set([...(before?.ofShopIds ?? []), ...ofShopIds])].sort();
  }
  await db.walks.put(row);
  return full && row;
}

/** Undefined when some row says something else than the tab: then the rows are not the tab's. */
function idsInState(
  records: PageRecord[],
  side: StoredWalk['side'],
  state: string,
): string[] | undefined {
  const ids: string[] = [];
  for (const record of records) {
    const id =
      side === 'orders'
        ? record.kind === 'order' && record.orderId
        : record.kind === 'ticket' && record.ticketId;
    if (!id || !('status' in record) || record.status !== state) return undefined;
    ids.push(id);
  }
  return ids;
}

async function listInState(
  db: ScoreDatabase,
  { platform, shopIds }: ShopGroup,
  { side, state, ofShopIds }: StoredWalk,
): Promise<StoredCase[]> {
  const spoken = shopIds.filter((shopId) => ofShopIds?.includes(shopId) !== false);
  const marks = spoken.map((shopId) => stateMark(shopKeyOf({ platform, shopId }), side, state));
  return db.cases.where('marks').anyOf(marks).toArray();
}
