/** What is known about rows of this page, per shop: replies fill it, badges read it. */
import type { ShopRef } from '../core/entities';
import type { RowVerdict } from '../core/verdict-types';

export interface RowId {
  orderId: string;
  ticketId?: string;
}

/** After a minute the shop's means and shares may have moved, by another tab for one. */
const FRESH_MS = 60_000;

const keyOf = (shop: ShopRef, row: RowId): string =>
  `${shop.platform}/${shop.shopId}/${row.orderId}/${row.ticketId ?? ''}`;

export function createVerdictBook() {
  const known = new Map<string, { verdict: RowVerdict; atMs: number }>();
  const asked = new Map<string, number>();

  return {
    learn(shop: ShopRef, verdicts: RowVerdict[], nowMs: number): void {
      for (const verdict of verdicts) {
        known.set(keyOf(shop, verdict), { verdict, atMs: nowMs });
        asked.set(keyOf(shop, verdict), nowMs);
      }
    },
    /** Verdicts of these rows, as far as known. */
    of(shop: ShopRef, rows: RowId[]): RowVerdict[] {
      return rows.flatMap((row) => known.get(keyOf(shop, row))?.verdict ?? []);
    },
    /** Rows never answered for, or too long ago; each is asked for at most once a minute. */
    wanting(shop: ShopRef, rows: RowId[], nowMs: number): RowId[] {
      const wanted = rows.filter(
        (row) => nowMs - (asked.get(keyOf(shop, row)) ?? Number.NEGATIVE_INFINITY) >= FRESH_MS,
      );
      for (const row of wanted) asked.set(keyOf(shop, row), nowMs);
      return wanted.map(({ orderId, ticketId }) => ({
        orderId,
        ...(ticketId ? { ticketId } : {}),
      }));
    },
  };
}
