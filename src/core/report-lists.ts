/** The orders behind the indicators, and the counts that lists alone prove. */

import { freshFromDay, isStaleDay } from './fresh';
import { badnessOf, indicatorOfMeasure } from './pack-lookup';
import type { ReportContext } from './report-context';
import { countOwn } from './report-own';
import type { EvidenceReport, IndicatorReport, Offender } from './report-types';
import { formatDay } from './time';
import { leavesOn, windowEndingOn } from './window';

/** Costliest indicator first, then the worst unit, then the newest. Only units still in the window. */
export function reportOffenders(
  input: Pick<ReportContext, 'pack' | 'offenders'>,
  indicators: IndicatorReport[],
  asOf: number,
): Offender[] {
  const byLoss = [...indicators].sort((a, b) => (b.pointsLost ?? 0) - (a.pointsLost ?? 0));
  const dates = new Map<number, string>();
  const dateOf = (day: number): string => {
    const date = dates.get(day) ?? formatDay(day);
    dates.set(day, date);
    return date;
  };
  return byLoss.flatMap(({ id, behind, pointsProvenance }) => {
    const use = behind && indicatorOfMeasure(input.pack, behind.measureId);
    if (!behind || !use) return [];
    const { dayFrom, dayTo } = windowEndingOn(use.window, asOf);
    return input.offenders
      .filter(
        (each) =>
          each.measureId === behind.measureId &&
          each.day >= dayFrom &&
          each.day <= dayTo &&
          !isStaleDay(each.seenDay, use, asOf + 1),
      )
      .map((each) => ({ each, badness: badnessOf(use, each.num, each.den) }))
      .sort(
        (a, b) =>
          b.badness - a.badness ||
          b.each.day - a.each.day ||
          compareText(a.each.orderId, b.each.orderId) ||
          compareText(a.each.unitId, b.each.unitId),
      )
      .map(({ each, badness }): Offender => {
        const share =
          behind.lossPerBadness === undefined ? undefined : behind.lossPerBadness * badness;
        return {
          orderId: each.orderId,
          unitId: each.unitId,
          indicator: id,
          day: each.day,
          num: each.num,
          ...(share === undefined ? {} : { share }),
          shareProvenance: share === undefined ? 'missing' : pointsProvenance,
          ...(each.reason === undefined ? {} : { reason: each.reason }),
          ...(each.productName === undefined ? {} : { productName: each.productName }),
          ...(each.placedDay === undefined ? {} : { placedDay: each.placedDay }),
          leavesOn: dateOf(leavesOn(each.day, use.window)),
        };
      });
  });
}

/** Counts by list date. Exact only when the whole window was read and every unit could be told. */
export function reportEvidence(input: ReportContext, asOf: number): EvidenceReport[] {
  const { pack } = input;
  return pack.evidence.flatMap((each): EvidenceReport[] => {
    const measure = pack.measures.find((one) => one.id === each.measureId);
    if (!measure) return [];
    const window = windowEndingOn(each.window, asOf);
    const own = countOwn(input, measure, window, freshFromDay(each, asOf + 1));
    const neverRead = own.coverage?.ratio === undefined && own.known === 0;
    return [
      {
        id: each.id,
        indicator: each.indicator,
        ...(neverRead ? {} : { num: own.num }),
        atLeast: !own.whole,
        windowFrom: formatDay(window.dayFrom),
        windowTo: formatDay(window.dayTo),
        provenance: own.whole ? own.quality : 'missing',
        ...(own.coverage ? { coverage: own.coverage } : {}),
      },
    ];
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
