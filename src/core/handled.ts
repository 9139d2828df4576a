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
  const units: [Side, string, AnyPart | undefined][] = [
    ['orders', orderCase.orderId, orderCase.order as AnyPart | undefined],
    ...Object.entries(orderCase.tickets).map(([id, part]): [Side, string, AnyPart] => [
      'aftersales',
      id,
      part as AnyPart,
    ]),
  ];
  return units.flatMap(([side, id, part]) => {
    const state = fieldOf(part, 'status');
    const seenMs = seenOf(part, 'status');
    if (typeof state !== 'string' || seenMs === undefined || !states[side].includes(state))
      return [];
    if (isHandledElsewhere(part)) return [];
    const listMs = fieldOf(part, side === 'orders' ? 'placedMs' : 'appliedMs');
    return [{ side, id, state, seenMs, ...(typeof listMs === 'number' ? { listMs } : {}) }];
  });
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
