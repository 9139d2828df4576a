/** Whether what was read from a disk or a file still has the shape that everything relies on. */
import type { OrderCase } from '../core/entities';

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !value.includes('\u0000');
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isMs = (value: unknown): boolean => Number.isSafeInteger(value);

/** Everything that merging and measuring take for granted. */
export function isSoundCase(one: OrderCase): boolean {
  return (
    isObject(one) &&
    isText(one.platform) &&
    isText(one.orderId) &&
    isText(one.shopId) &&
    (one.order === undefined || isSoundPart(one.order)) &&
    (one.deletedMs === undefined || isMs(one.deletedMs)) &&
    [one.lines, one.parcels, one.tickets, one.reviews].every(
      (map) => isObject(map) && Object.values(map).every(isSoundPart),
    )
  );
}

export function isSoundPart(part: unknown): boolean {
  return (
    isObject(part) &&
    isMs(part.at) &&
    isObject(part.f) &&
    Object.values(part.f).every(isValue) &&
    (part.was === undefined || (isObject(part.was) && Object.values(part.was).every(isMs)))
  );
}

const isValue = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'));
