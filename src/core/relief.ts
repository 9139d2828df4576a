/** The small-shop rule inside the report: only with counts that are all there. */
import type { Indicator } from './pack';
import { countOwn } from './report-own';
import type { ReportInput } from './report-types';
import { smallShopHolds } from './small-shop';
import { windowEndingOn } from './window';

/** The points the rule sets, when it certainly holds; undefined when not, or when that cannot be told. */
export function findRelief(
  input: ReportInput,
  indicator: Indicator,
  asOf: number,
): number | undefined {
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
  const bad = rule.relief.countsDen ? count?.den : count?.num;
  const orders = countOf(smallShop.ordersMeasureId)?.den;
  if (bad === undefined) return undefined;
  const holds = smallShopHolds(smallShop, {
    bad,
    ...(orders === undefined ? {} : { orders }),
    ...(rule.relief.anyVolume ? { anyVolume: true } : {}),
  });
  return holds ? smallShop.points : undefined;
}
