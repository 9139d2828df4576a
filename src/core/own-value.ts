/** An indicator's value from the tallies alone: whether it may be shown is decided elsewhere (report-own.ts). */
import type { Indicator, RulePack } from './pack';
import { meanPoints } from './points-rule';
import { sumBuckets, sumWeighted } from './tally';
import type { TallySums } from './tally-sums';
import type { WindowDays } from './window';

/**
 * By buckets where each unit counts by its own value; weighted by recency where the rule says so; else
 * num ÷ den. In the indicator's unit. Undefined without a unit in the window, or without the table.
 */
export function countedValue(
  pack: Pick<RulePack, 'recency'>,
  sums: TallySums,
  indicator: Indicator,
  { dayFrom, dayTo }: Pick<WindowDays, 'dayFrom' | 'dayTo'>,
): number | undefined {
  const { points: rule, measureId = '' } = indicator;
  const { recency } = pack;
  const weightOf = (day: number): number =>
    recency ? 0.5 ** ((dayTo - day) / recency.halfLifeDays) : 1;
  if (indicator.valueTable || rule.how === 'mean-points') {
    const table = indicator.valueTable ?? (rule.how === 'mean-points' ? rule.table : undefined);
    if (!table) return undefined;
    return meanPoints(table, sumBuckets(sums.rows(dayFrom, dayTo), measureId, weightOf));
  }
  if (recency) {
    const { num, den } = sumWeighted(sums.rows(dayFrom, dayTo), measureId, weightOf);
    return den > 0 ? num / den / (indicator.scale ?? 1) : undefined;
  }
  const [num, den] = sums.sum(measureId, dayFrom, dayTo);
  return den > 0 ? num / den / (indicator.scale ?? 1) : undefined;
}
