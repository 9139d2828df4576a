/** The small-shop rule inside the report: only with counts that are all there. */
import type { Indicator } from './pack';
import type { ReportContext } from './report-context';
import { countOwn } from './report-own';
import { smallShopHolds } from './small-shop';
import { windowEndingOn } from './window';

export interface Relief {
  /** What the rule sets the indicator to. */
  points: number;
  /** Bad units that still fit before the rule no longer holds. */
  left: number;
}

/**
 * The points the rule sets, when it certainly holds; undefined when not, or when that cannot be told.
 * @param more bad units supposed on top of those counted
 */
export function findRelief(
  input: ReportContext,
  indicator: Indicator,
  asOf: number,
  more = 0,
): Relief | undefined {
  const { smallShop, measures } = input.pack;
  const rule = indicator.points;
  if (!smallShop || rule.how !== 'tiers' || !rule.relief) return undefined;
  const window = windowEndingOn(indicator.window, asOf);
  const countOf = (measureId: string | undefined) => {
    const measure = measures.find((each) => each.id === measureId);
    const own = measure && countOwn(input, measure, window);
    return own?.rateAllowed ? own : undefined;
  };
  const count = countOf(rule.relief.countMeasureId ?? indicator.measureId);
  const counted = rule.relief.countsDen ? count?.den : count?.num;
  const orders = countOf(smallShop.ordersMeasureId)?.den;
  if (counted === undefined) return undefined;
  const bad = Math.max(0, counted + more);
  const { industry, flagship } = input.settings ?? {};
  const holds = smallShopHolds(
    smallShop,
    {
      bad,
      ...(orders === undefined ? {} : { orders }),
      ...(rule.relief.anyVolume ? { anyVolume: true } : {}),
    },
    {
      ...(industry === undefined ? {} : { industry }),
      ...(flagship === undefined ? {} : { flagship }),
    },
  );
  return holds ? { points: smallShop.points, left: smallShop.maxCount - bad } : undefined;
}
