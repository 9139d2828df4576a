/**
 * What most of the bad units behind an indicator have in common (主要是…): a reason, or that their orders were
 * placed at a weekend. Said only of a clear part, and of a weekend only when it is more than the weekend's
 * own part of all orders: three of ten would be chance.
 */
import type { ReportContext } from './report-context';
import type { IndicatorReport, MainPart, Offender } from './report-types';
import { wilsonInterval } from './wilson';

/** A reason of two orders and two fifths of those listed is typical. Our own choice, not a rule. */
const REASON = { count: 2, share: 0.4 };
/** Half of the orders, three at the least, more than chance (95 %). Our own choice, not a rule. */
const WEEKEND = { count: 3, share: 0.5 };
/** Of so many orders placed, the weekend's part is taken from them; of fewer it is two days of seven. */
const ENOUGH_ORDERS = 20;

export function withMainParts(
  context: Pick<ReportContext, 'pack' | 'sums'>,
  indicators: IndicatorReport[],
  offenders: Offender[],
): IndicatorReport[] {
  return indicators.map((each) => {
    const mine = offenders.filter(({ indicator }) => indicator === each.id);
    const mainly = findMainReason(mine) ?? findWeekend(context, mine);
    return mainly ? { ...each, mainly } : each;
  });
}

function findMainReason(mine: Offender[]): MainPart | undefined {
  const counts = new Map<string, number>();
  for (const { reason } of mine) {
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first) return undefined;
  const [key, count] = first;
  const isMain = count >= REASON.count && count >= mine.length * REASON.share;
  return isMain ? { by: 'reason', key, count, of: mine.length } : undefined;
}

function findWeekend(
  { pack, sums }: Pick<ReportContext, 'pack' | 'sums'>,
  mine: Offender[],
): MainPart | undefined {
  const days = mine.flatMap(({ placedDay }) => placedDay ?? []);
  const count = days.filter(isWeekend).length;
  if (count < WEEKEND.count || count < mine.length * WEEKEND.share) return undefined;
  let [all, weekend] = [0, 0];
  for (let day = Math.min(...days); day <= Math.max(...days); day++) {
    const [placed] = sums.sum(pack.listCounts.orders, day, day);
    all += placed;
    if (isWeekend(day)) weekend += placed;
  }
  const usual = all >= ENOUGH_ORDERS ? weekend / all : 2 / 7;
  const [low] = wilsonInterval(count, mine.length) ?? [0];
  return low > usual ? { by: 'weekend', count, of: mine.length } : undefined;
}

/** Saturday or Sunday; day 0 was a Thursday. */
const isWeekend = (day: number): boolean => (day + 3) % 7 >= 5;
