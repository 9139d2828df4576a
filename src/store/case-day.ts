/** The day a case belongs to in lists, for retention and for finding what is old. */
import type { OrderCase } from '../core/entities';
import { beijingDay } from '../core/time';

/**
 * Beijing day of the order's list date, else of its first ticket, else of when it was first seen: a
 * stub has no date of its own.
 */
export function listDay(orderCase: OrderCase): number {
  const { order, tickets, reviews } = orderCase;
  const placed = order?.f.placedMs ?? order?.f.paidMs;
  if (placed !== undefined) return beijingDay(placed);
  const applied = Object.values(tickets).flatMap(({ f }) => f.appliedMs ?? []);
  const created = Object.values(reviews).flatMap(({ f }) => f.createdMs ?? []);
  const known = applied.length > 0 ? applied : created;
  return beijingDay(known.length > 0 ? Math.min(...known) : lastSeenMs(orderCase));
}

/** When anything of the case was last seen; of a mere tombstone, when it was deleted. */
export function lastSeenMs({ order, deletedMs, ...parts }: OrderCase): number {
  const seen = [parts.lines, parts.parcels, parts.tickets, parts.reviews]
    .flatMap((map) => Object.values(map))
    .map(({ at }) => at);
  return Math.max(order?.at ?? 0, deletedMs ?? 0, ...seen);
}
