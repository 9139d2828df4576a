/**
 * Handled elsewhere (已在别处处理): a list of one state was read in full and no longer holds a case that
 * was last seen in that state, so somebody dealt with it, on a phone or at another seat. How it ended is
 * not known: no outcome follows, the case only leaves the lists of what waits. An estimate.
 */
import type { Side } from './coverage';
import type { OrderCase } from './entities';
import type { OpenUnit } from './list-walk';
import { type AnyPart, fieldOf, seenOf } from './scope';

/** True from the proof of absence until the state is seen again. A sighting at the same instant wins. */
export function isHandledElsewhere(part: AnyPart | undefined): boolean {
  const handledMs = fieldOf(part, 'handledMs');
  const seenMs = seenOf(part, 'status');
  return typeof handledMs === 'number' && seenMs !== undefined && handledMs > seenMs;
}

/** What a case has open in the states that have a list of their own, as last seen. */
export function openUnits(
  orderCase: OrderCase,
  states: Record<Side, readonly string[]>,
): OpenUnit[] {
  const open: OpenUnit[] = [];
  const { order, orderId, tickets } = orderCase;
  if (order) addIfOpen(open, 'orders', orderId, order as AnyPart, states);
  for (const [id, part] of Object.entries(tickets)) {
    addIfOpen(open, 'aftersales', id, part as AnyPart, states);
  }
  return open;
}

function addIfOpen(
  open: OpenUnit[],
  side: Side,
  id: string,
  part: AnyPart,
  states: Record<Side, readonly string[]>,
): void {
  const state = fieldOf(part, 'status');
  if (typeof state !== 'string' || !states[side].includes(state)) return;
  const seenMs = seenOf(part, 'status');
  if (seenMs === undefined || isHandledElsewhere(part)) return;
  const listMs = fieldOf(part, side === 'orders' ? 'placedMs' : 'appliedMs');
  open.push({ side, id, state, seenMs, ...(typeof listMs === 'number' ? { listMs } : {}) });
}

/** The case with one unit proven absent at an instant: a sighting like any other, so merging stays as it is. */
export function absentCase(
  { platform, orderId, shopId }: Pick<OrderCase, 'platform' | 'orderId' | 'shopId'>,
  { side, id }: Pick<OpenUnit, 'side' | 'id'>,
  atMs: number,
): OrderCase {
  const part = { f: { handledMs: atMs }, at: atMs };
  const base = { platform, orderId, shopId, lines: {}, parcels: {}, reviews: {} };
  return side === 'orders'
    ? { ...base, order: part, tickets: {} }
    : { ...base, tickets: Object.fromEntries([[id, part]]) };
}
