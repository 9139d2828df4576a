/** Where an indicator's loss comes from: one walk over the shop's cases, or over its days. */
import { compileMeasures } from '../../core/compile';
import { createLossSplit, SPLITS, splitDays } from '../../core/loss-split';
import { indicatorOfMeasure } from '../../core/pack-lookup';
import type { Report } from '../../core/report-types';
import { createTallySums } from '../../core/tally-sums';
import { beijingDay, findDay, HOUR_MS, msOfDay } from '../../core/time';
import { windowEndingOn } from '../../core/window';
import type { Platform } from '../../platforms/types';
import type { ScoreDatabase } from '../../store/database';
import { offenderRow } from '../../store/offender-rows';
import { listTallies } from '../../store/queries';
import { scanCases } from '../../store/read-cases';
import type { PlatformRules } from '../../store/rules';
import { findGroup } from '../../store/shop-group';
import type { LossesData } from '../ports';

const emptyHours = (): number[][] => Array.from({ length: 7 }, () => new Array(24).fill(0));

/** Monday is 0; the first day of all was a Thursday. */
export const weekdayIndex = (day: number): number => (day + 3) % 7;

export async function splitLosses(
  db: ScoreDatabase,
  platform: Platform,
  rules: PlatformRules,
  report: Report,
  indicatorId: string,
  onProgress: (read: number) => boolean,
): Promise<LossesData> {
  const parts = Object.fromEntries(SPLITS.map((by) => [by, []])) as unknown as LossesData['parts'];
  const hours = emptyHours();
  const nothing = { parts, hours };
  const pack = platform.packs.find((each) => each.id === report.packId);
  const indicator = report.indicators.find((each) => each.id === indicatorId);
  const asOf = findDay(report.asOf);
  const measureId =
    indicator?.behind?.measureId ??
    pack?.indicators.find((each) => each.id === indicatorId)?.measureId;
  const measure = pack?.measures.find((each) => each.id === measureId);
  const use = pack && measure && indicatorOfMeasure(pack, measure.id);
  if (!pack || !indicator || !measure || !use || asOf === undefined) return nothing;
  const loss = indicator.pointsLost;
  const group = await findGroup(db, report.shop);
  if (measure.unit === 'chatDay') {
    const { dayFrom } = windowEndingOn(use.window, asOf);
    const tallies = await listTallies(db, rules, group, dayFrom);
    const sums = createTallySums(tallies);
    parts.weekday = splitDays({ ...use, measureId: measure.id }, sums, asOf, loss);
    return nothing;
  }
  const { facts } = compileMeasures([measure], platform.words, pack.clocks);
  const split = createLossSplit({ ...use, measureId: measure.id }, facts, asOf);
  const { dayFrom, dayTo } = windowEndingOn(use.window, asOf);
  let read = 0;
  for await (const cases of scanCases(db, platform.id)) {
    for (const each of cases) {
      if (!group.shopIds.includes(each.shopId)) continue;
      split.add(each);
      for (const fact of facts(each)) {
        if (!fact.offends || fact.day < dayFrom || fact.day > dayTo) continue;
        const { atMs } = offenderRow(each, fact);
        if (atMs === undefined) continue;
        const row = hours[weekdayIndex(beijingDay(atMs))];
        const hour = Math.floor(msOfDay(atMs) / HOUR_MS);
        if (row) row[hour] = (row[hour] ?? 0) + 1;
      }
    }
    read += cases.length;
    if (!onProgress(read)) break;
  }
  for (const by of SPLITS) parts[by] = split.parts(by, loss);
  return nothing;
}
