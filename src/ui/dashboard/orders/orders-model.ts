/** Sorting, filtering and naming the orders behind an indicator. Pure. */
import { orderShares } from '../../../core/order-shares';
import type { ScoreModel } from '../../../core/score-model';
import type { OrderRow } from '../../ports';

export type SortKey =
  | 'share'
  | 'marginal'
  | 'day'
  | 'leavesOn'
  | 'orderId'
  | 'reason'
  | 'productName'
  | 'carrier'
  | 'province'
  | 'atMs';

export interface Sort {
  key: SortKey;
  descending: boolean;
}

export interface OrderFilter {
  /** Part of an id, a reason, a product, a carrier or a province. */
  text: string;
  /** Exactly this reason; empty = any. */
  reason: string;
}

export const EVERYTHING: OrderFilter = { text: '', reason: '' };
/** As the engine lists them: worst first. */
export const WORST_FIRST: Sort = { key: 'share', descending: true };

/** What the total would be without each of them, where the indicator's own count tells. */
export function withMarginals(
  rows: readonly OrderRow[],
  model: ScoreModel,
  measureId: string,
): OrderRow[] {
  const units = rows.map(({ orderId, unitId, day, num, den = 0 }) => {
    return { orderId, unitId, measureId, day, num, den };
  });
  const shares = orderShares(model, units);
  // All units are of one measure: either each has an answer, in order, or none has.
  return rows.map((row, i) => {
    const marginal = shares[i]?.marginal;
    return marginal === undefined ? row : { ...row, marginal };
  });
}

/** One unit of one order: an order may stand in a list several times. */
export const rowKey = ({ orderId, unitId }: Pick<OrderRow, 'orderId' | 'unitId'>): string =>
  `${orderId}/${unitId}`;

/** Unknown values last, whatever the direction; ties keep their order. */
export function sortRows(rows: readonly OrderRow[], { key, descending }: Sort): OrderRow[] {
  const valueOf = (row: OrderRow): string | number | undefined =>
    // Without shares the badness itself tells worst from least.
    key === 'share' ? (row.share ?? row.num) : row[key];
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined);
    if (x === y) return 0;
    return (x < y ? -1 : 1) * sign;
  });
}

export function filterRows(rows: readonly OrderRow[], { text, reason }: OrderFilter): OrderRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter((row) => {
    if (reason && row.reason !== reason) return false;
    if (!wanted) return true;
    const fields = [
      row.orderId,
      row.ticketId,
      row.reason,
      row.productName,
      row.carrier,
      row.province,
    ];
    return fields.some((field) => field?.toLowerCase().includes(wanted));
  });
}

/** Reasons with how many units gave them, most frequent first. */
export function reasonCounts(rows: readonly OrderRow[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { reason } of rows) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}

/** Orders, not units: a number that is called orders counts each once. */
export const countOrders = (rows: readonly OrderRow[]): number =>
  new Set(rows.map((each) => each.orderId)).size;

/** Columns that hold nothing at all are not shown. */
export const hasAny = (rows: readonly OrderRow[], key: SortKey): boolean =>
  rows.some((each) => each[key] !== undefined);
