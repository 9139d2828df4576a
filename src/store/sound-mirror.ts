/** Whether what lies in storage.local still has the shape that the engine and the popup rely on. */
import type { MirrorIndex, ShopMirror } from './mirror-types';
import { isMs, isObject, isText } from './sound-case';

/** A mirror of a kind this version can read, whole. What is wrong inside a sound shape, `verify` finds. */
export function isSoundMirror(value: unknown): value is ShopMirror {
  if (!isObject(value) || value.schema !== 1) return false;
  const { shop, tallies, snapshots, coverage, offenders, duties, health } = value;
  return (
    isMs(value.revision) &&
    isMs(value.updatedMs) &&
    isShop(shop) &&
    isListOf(tallies, (each) => isMs(each.day) && isTable(each.cells, Array.isArray)) &&
    isListOf(
      snapshots,
      (each) => isMs(each.day) && isTable(each.indicators) && isTable(each.dimensions),
    ) &&
    isObject(coverage) &&
    [coverage.orders, coverage.aftersales].every(
      (side) => isObject(side) && Array.isArray(side.intervals),
    ) &&
    isListOf(offenders, (each) => isText(each.orderId) && isMs(each.day)) &&
    isListOf(duties, (each) => isText(each.orderId) && isMs(each.dueMs)) &&
    isTable(health)
  );
}

export const isSoundIndex = (value: unknown): value is MirrorIndex =>
  isObject(value) &&
  isListOf(value.shops, (each) => isShop(each) && isMs(each.lastSeenMs)) &&
  (value.orphanHealth === undefined || isTable(value.orphanHealth));

const isShop = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.platform) &&
  isText(value.shopId) &&
  typeof value.name === 'string';

const isListOf = (value: unknown, fits: (each: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(value) && value.every((each) => isObject(each) && fits(each));

const isTable = (value: unknown, fits: (each: unknown) => boolean = isObject): boolean =>
  isObject(value) && Object.values(value).every(fits);
