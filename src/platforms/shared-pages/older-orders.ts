/**
 * An order list of before under an address that has another one today: one element per order, found by the
 * one class without a hash. What stands in such an element is the platform's.
 */
import { countMissing, listHealth } from '../../capture/health';
import { readPaging } from '../../capture/list-state';
import { contentRoot, saysEmpty, surroundings } from '../../capture/page-state';
import { compact } from '../../capture/record';
import type { OrderRecord } from '../../core/entities';
import type { PageContext, PageReader, PageReading } from '../types';

const FIELDS = ['placedMs', 'status', 'paidFen'] as const;

export interface OlderOrders {
  className: string;
  /** Such an element may belong to today's list. */
  isToday?(element: Element): boolean;
  shopHooks: string;
  findShop(page: PageContext): { id: string; value: NonNullable<PageReading['shop']> } | undefined;
  /** Health's names of what was read by. */
  alternatives: Record<string, string>;
  /** One order, or why it cannot be told. */
  readOrder(element: Element, nowMs: number): OrderRecord | 'id-unreadable' | 'id-conflict';
}

/** The order list at its addresses: today's, else that of then. */
export const withOlder = (today: PageReader, older: OlderOrders): PageReader => ({
  ...today,
  findRoot: (page) => {
    const found = page.doc.getElementsByClassName(older.className)[0];
    return found && !older.isToday?.(found)
      ? contentRoot(found.parentElement ?? found, older.shopHooks)
      : today.findRoot(page);
  },
  read: (page, root) =>
    root.getElementsByClassName(older.className)[0]
      ? readOlder(page, root, older)
      : today.read(page, root),
});

/** No coverage is told (`list`): what this list's filters looked like is not known. */
function readOlder(page: PageContext, root: Element, older: OlderOrders): PageReading {
  const shop = older.findShop(page);
  const elements = [...root.getElementsByClassName(older.className)];
  const orders = new Map<string, OrderRecord>();
  const problems = new Set<string>();
  for (const element of elements) {
    const order = older.readOrder(element, page.nowMs);
    if (typeof order === 'string') problems.add(order);
    else if (orders.has(order.orderId)) problems.add('id-conflict');
    else orders.set(order.orderId, order);
  }
  const records = [...orders.values()];
  const health = listHealth({
    kind: 'order-list',
    alternatives: { ...(shop ? { shop: shop.id } : {}), ...older.alternatives },
    groupsSeen: elements.length,
    groupsParsed: records.length,
    fieldsMissing: countMissing(records, FIELDS),
    problems: [...problems],
    keyFields: ['placedMs', 'status'],
    usualFields: ['paidFen'],
    total: readPaging(surroundings(root, elements[0]?.parentElement ?? root)).total,
    isEmpty: saysEmpty(root),
    fatal: shop ? [] : ['no-shop'],
  });
  return compact({
    kind: 'order-list',
    shop: shop?.value,
    records: health.verdict === 'broken' ? [] : records,
    rows: [],
    health,
  });
}
