/** What was entered or noted about a shop among that of others: taken out when the shop is deleted. */
import { alertShopKey } from '../../../core/alerts';
import { isObject, PREFERENCES_KEY } from '../../../core/page-preferences';
import { shopKeyOf } from '../../../store/keys';
import type { WritableArea } from '../../../store/mirror-writer';
import { RETENTION_KEY } from '../../../store/retention';
import type { ShopId } from '../../ports';

export const ALERTS_TOLD_KEY = 'alerts:told';

export async function forgetShop(area: WritableArea, shop: ShopId): Promise<void> {
  const stored = await area.get([RETENTION_KEY, ALERTS_TOLD_KEY, PREFERENCES_KEY]);
  const changed: Record<string, unknown> = {};
  for (const key of [RETENTION_KEY, ALERTS_TOLD_KEY]) {
    const value = stored[key];
    if (!isObject(value)) continue;
    const names = [shopKeyOf(shop), alertShopKey(shop)];
    const left = Object.entries(value).filter(([name]) => !names.includes(name));
    if (left.length < Object.keys(value).length) changed[key] = Object.fromEntries(left);
  }
  const preferences = withoutShop(stored[PREFERENCES_KEY], alertShopKey(shop));
  if (preferences) changed[PREFERENCES_KEY] = preferences;
  if (Object.keys(changed).length > 0) await area.set(changed);
}

/** Undefined when no alert is for certain shops with this one among them. */
function withoutShop(preferences: unknown, listed: string): object | undefined {
  if (!isObject(preferences) || !isObject(preferences.alerts)) return undefined;
  let isChanged = false;
  const alerts = Object.entries(preferences.alerts).map(([kind, choice]) => {
    const shops = isObject(choice) && Array.isArray(choice.shops) ? choice.shops : [];
    if (!isObject(choice) || !shops.includes(listed)) return [kind, choice];
    isChanged = true;
    // An empty list stays one: without it the alert would be for every shop.
    return [kind, { ...choice, shops: shops.filter((each) => each !== listed) }];
  });
  return isChanged ? { ...preferences, alerts: Object.fromEntries(alerts) } : undefined;
}
