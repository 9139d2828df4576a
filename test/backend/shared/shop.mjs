/** What every site's generator does alike: when a shop is looked at, and drawing until a fault is clear. */
import { addDays, DAY, dayOf, HOUR, MINUTE, startOfDay } from './beijing.mjs';
import { createRandom } from './random.mjs';

/** Days simulated after `asOf`, so that the page's own morning and a few advanced days have orders. */
export const FUTURE_DAYS = 5;

/** Yesterday in Beijing: the last complete day. */
export const yesterday = (realNowMs) => addDays(dayOf(realNowMs), -1);

/** A late morning after `asOf`, some minutes after the platform's daily update. */
export const defaultNowMs = (seed, asOf) =>
  startOfDay(asOf) + DAY + 11 * HOUR + createRandom(`${seed}/now`).int(4, 25) * MINUTE;

/**
 * Draws shops until the planted fault clearly stands out (or, without one, nothing does).
 * @param site {faults, attempts, simulate(options, attempt), isClear(shop)}
 * @throws for an unknown fault, and when no attempt is clear
 */
export function drawShop({ faults, attempts, simulate, isClear }, options) {
  const { seed, fault, orders, days } = options;
  if (!faults.includes(fault))
    throw new Error(`unknown fault "${fault}"; one of ${faults.join(' ')}`);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const shop = simulate(options, attempt);
    if (isClear(shop)) return { ...shop, attempt };
  }
  throw new Error(
    `seed ${seed} gives no clear "${fault}" shop of ${orders} orders in ${days} days`,
  );
}
