/** The folder's three tables → order cases per shop, through the product's own records and merge. */
import { caseFromRecord } from '../../src/core/case-from-record';
import type { LineRecord, OrderCase, OrderRecord, ReviewRecord } from '../../src/core/entities';
import { mergeCases } from '../../src/core/merge';
import { parseInstantMs, parseStars } from './cells';
import { readTable } from './read-table';

export const PLATFORM = 'sample-market';
/** The files are one sighting; nothing here depends on when it was. */
const SEEN_MS = 1;

export interface Loaded {
  /** Seller id → its orders: an order belongs to every seller with an item in it. */
  shops: Map<string, OrderCase[]>;
  /** Rows left out because cells were missing, too many or badly quoted. */
  rowsUnreadable: number;
  /** Cells that hold something which is no instant and no star count: taken as unknown. */
  cellsUnreadable: number;
}

/** One seller's part of one order. */
interface ShopPart {
  lines: LineRecord[];
  limitsMs: (number | undefined)[];
}

const ITEM_COLUMNS = [
  'order_id',
  'order_item_id',
  'product_id',
  'seller_id',
  'shipping_limit_date',
] as const;
const REVIEW_COLUMNS = ['review_id', 'order_id', 'review_score', 'review_creation_date'] as const;
const ORDER_COLUMNS = [
  'order_id',
  'order_status',
  'order_purchase_timestamp',
  'order_approved_at',
  'order_delivered_carrier_date',
  'order_delivered_customer_date',
  'order_estimated_delivery_date',
] as const;
type OrderRow = Record<(typeof ORDER_COLUMNS)[number], string>;

/** @throws InputProblem when a file or column is missing */
export async function loadCases(dir: string): Promise<Loaded> {
  let cellsUnreadable = 0;
  const read = <T>(parse: (text: string) => T | undefined, text: string): T | undefined => {
    const value = parse(text);
    if (value === undefined && text.trim() !== '') cellsUnreadable += 1;
    return value;
  };
  const instant = (text: string) => read(parseInstantMs, text);

  const parts = new Map<string, Map<string, ShopPart>>();
  const badItems = await readTable(dir, 'order_items.csv', ITEM_COLUMNS, (row) => {
    const part = getOrAdd(
      getOrAdd(parts, row.order_id, () => new Map<string, ShopPart>()),
      row.seller_id,
      (): ShopPart => ({ lines: [], limitsMs: [] }),
    );
    part.lines.push({ lineId: row.order_item_id, productId: row.product_id });
    part.limitsMs.push(instant(row.shipping_limit_date));
  });

  const reviews = new Map<string, ReviewRecord[]>();
  const badReviews = await readTable(dir, 'reviews.csv', REVIEW_COLUMNS, (row) => {
    getOrAdd(reviews, row.order_id, (): ReviewRecord[] => []).push({
      kind: 'review',
      reviewId: row.review_id,
      orderId: row.order_id,
      stars: read(parseStars, row.review_score),
      createdMs: instant(row.review_creation_date),
    });
  });

  const cases = new Map<string, Map<string, OrderCase>>();
  const badOrders = await readTable(dir, 'orders.csv', ORDER_COLUMNS, (row) => {
    const times = readTimes(row, instant);
    for (const [shopId, part] of parts.get(row.order_id) ?? []) {
      const built = buildCase(shopId, row, times, part, reviews.get(row.order_id) ?? []);
      const ofShop = getOrAdd(cases, shopId, () => new Map<string, OrderCase>());
      const before = ofShop.get(built.orderId);
      ofShop.set(built.orderId, before ? mergeCases(before, built) : built);
    }
  });

  return {
    shops: new Map([...cases].map(([id, ofShop]) => [id, [...ofShop.values()]])),
    rowsUnreadable: badItems + badReviews + badOrders,
    cellsUnreadable,
  };
}

type Times = Record<
  'placedMs' | 'paidMs' | 'pickedUpMs' | 'signedMs' | 'dueMs',
  number | undefined
>;

function readTimes(row: OrderRow, instant: (text: string) => number | undefined): Times {
  return {
    placedMs: instant(row.order_purchase_timestamp),
    paidMs: instant(row.order_approved_at),
    pickedUpMs: instant(row.order_delivered_carrier_date),
    signedMs: instant(row.order_delivered_customer_date),
    dueMs: instant(row.order_estimated_delivery_date),
  };
}

function buildCase(
  shopId: string,
  row: OrderRow,
  { placedMs, paidMs, pickedUpMs, signedMs, dueMs }: Times,
  { lines, limitsMs }: ShopPart,
  reviews: ReviewRecord[],
): OrderCase {
  const record: OrderRecord = {
    kind: 'order',
    orderId: row.order_id,
    status: row.order_status,
    placedMs,
    paidMs,
    shipByMs: latest(limitsMs),
    lines,
    // The data know one hand-over and one delivery per order.
    parcels: [{ parcelId: '1', pickedUpMs, signedMs, dueMs }],
  };
  const shop = { platform: PLATFORM, shopId, name: shopId };
  return reviews
    .map((review) => caseFromRecord(review, shop, SEEN_MS))
    .reduce(mergeCases, caseFromRecord(record, shop, SEEN_MS));
}

/** One unreadable limit may be the latest: then the latest is unknown. */
function latest(limitsMs: (number | undefined)[]): number | undefined {
  const known = limitsMs.filter((each) => each !== undefined);
  return known.length === limitsMs.length && known.length > 0 ? Math.max(...known) : undefined;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let found = map.get(key);
  if (found === undefined) {
    found = make();
    map.set(key, found);
  }
  return found;
}
