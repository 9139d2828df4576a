/** The indicators: the page's value first, ours beside it, and what each costs. */
import type { ScoreSnapshot } from './entities';
import type { Indicator } from './pack';
import { badnessOf, indicatorOfMeasure } from './pack-lookup';
import { findPoints, meanPoints } from './points-rule';
import { findRank } from './rank';
import { findRelief } from './relief';
import { countOwn, type OwnCount } from './report-own';
import type { Behind, IndicatorReport, ReportInput } from './report-types';
import { sumBuckets, sumWeighted } from './tally';
import { formatDay } from './time';
import { windowEndingOn } from './window';

/** Value, points and orders behind each; losses follow once the dimensions are known (report-losses.ts). */
export function describeIndicators(
  input: ReportInput,
  official: ScoreSnapshot | undefined,
  asOf: number,
): IndicatorReport[] {
  return input.pack.indicators.map((each) => describe(input, each, official, asOf));
}

function describe(
  input: ReportInput,
  indicator: Indicator,
  official: ScoreSnapshot | undefined,
  asOf: number,
): IndicatorReport {
  const window = windowEndingOn(indicator.window, asOf);
  const own = countOf(input, indicator, asOf);
  const ownValue = own && ownValueOf(input, indicator, own, window);
  const printed = official?.indicators[indicator.id];
  const value = printed?.value ?? ownValue;
  const assumed = input.pack.recency !== undefined || indicator.valueTable !== undefined;
  const ownProvenance = own?.rateAllowed ? rateProvenance(own) : 'missing';
  const provenance =
    printed?.value !== undefined
      ? 'page'
      : assumed && own?.rateAllowed
        ? 'estimate'
        : ownProvenance;
  const found = findPoints(indicator.points, {
    better: indicator.better,
    value,
    valueProvenance: provenance,
    printed: printed?.points,
    rank: findRank(printed?.peerText),
    relief: findRelief(input, indicator, asOf),
  });
  const points = found?.points;
  const behind = findBehind(input, indicator, own, asOf);
  const compared = compare(input, indicator, official);
  const report: IndicatorReport = {
    id: indicator.id,
    label: indicator.labels[0] ?? indicator.id,
    dimension: indicator.dimension,
    unit: indicator.unit,
    numProvenance: ownProvenance,
    denProvenance: ownProvenance,
    windowFrom: formatDay(window.dayFrom),
    windowTo: formatDay(window.dayTo),
    provenance: value === undefined ? 'missing' : provenance,
    pointsProvenance: found?.provenance ?? 'missing',
    offenders: countOffenders(input, indicator, behind, asOf),
  };
  if (value !== undefined) report.value = value;
  if (points !== undefined) report.points = points;
  if (ownValue !== undefined) report.ownValue = ownValue;
  if (own && own.known > 0) report.num = own.num;
  if (own?.rateAllowed) report.den = own.den;
  if (own?.coverage) report.coverage = own.coverage;
  if (behind) report.behind = behind;
  if (compared) report.compared = compared;
  return report;
}

function countOf(input: ReportInput, indicator: Indicator, asOf: number): OwnCount | undefined {
  const measure = input.pack.measures.find((each) => each.id === indicator.measureId);
  return measure && countOwn(input, measure, windowEndingOn(indicator.window, asOf));
}

/** By buckets where each unit counts by its own value; weighted by recency where the rule says so; else the rate. */
function ownValueOf(
  input: ReportInput,
  indicator: Indicator,
  own: OwnCount,
  { dayFrom, dayTo }: { dayFrom: number; dayTo: number },
): number | undefined {
  const { points: rule, measureId = '' } = indicator;
  const { recency } = input.pack;
  const inWindow = input.tallies.filter((each) => each.day >= dayFrom && each.day <= dayTo);
  const weightOf = (day: number): number =>
    recency ? 0.5 ** ((dayTo - day) / recency.halfLifeDays) : 1;
  if (indicator.valueTable || rule.how === 'mean-points') {
    const table = indicator.valueTable ?? (rule.how === 'mean-points' ? rule.table : undefined);
    if (!own.rateAllowed || !table) return undefined;
    return meanPoints(table, sumBuckets(inWindow, measureId, weightOf));
  }
  if (!recency || !own.rateAllowed) return rateOf(indicator, own);
  return rateOf(indicator, { ...own, ...sumWeighted(inWindow, measureId, weightOf) });
}

function rateOf(indicator: Indicator, own: OwnCount): number | undefined {
  return own.rateAllowed ? own.num / own.den / (indicator.scale ?? 1) : undefined;
}

/** A window read to 98 % gives a rate, but not an exact one. */
function rateProvenance(own: OwnCount): 'exact' | 'proxy' | 'estimate' {
  if (own.quality === 'estimate' || !own.whole) return 'estimate';
  return own.quality === 'proxy' ? 'proxy' : 'exact';
}

/** The page's number and ours over the same days: its data ends the day before the snapshot. */
function compare(
  input: ReportInput,
  indicator: Indicator,
  official: ScoreSnapshot | undefined,
): IndicatorReport['compared'] {
  const printed = official?.indicators[indicator.id]?.value;
  if (!official || printed === undefined) return undefined;
  const asOf = official.day - 1;
  const own = countOf(input, indicator, asOf);
  const window = windowEndingOn(indicator.window, asOf);
  const ours = own && ownValueOf(input, indicator, own, window);
  return ours === undefined ? undefined : { asOf: formatDay(asOf), ours, official: printed };
}

/** Its own measure when that covers the window; else the evidence with most to show; else what is known. */
function findBehind(
  input: ReportInput,
  indicator: Indicator,
  own: OwnCount | undefined,
  asOf: number,
): Behind | undefined {
  const { pack } = input;
  const counted = (
    measureId: string,
    count: OwnCount,
  ): (Behind & { whole: boolean }) | undefined => {
    const use = indicatorOfMeasure(pack, measureId);
    const badness = use ? badnessOf(use, count.num, count.den) : 0;
    // What has not entered the indicator yet did not cause its loss: no share.
    return badness > 0 ? { measureId, badness, whole: count.whole && !use?.pending } : undefined;
  };
  const mine = own && indicator.measureId ? counted(indicator.measureId, own) : undefined;
  const evidence = pack.evidence
    .filter((each) => each.indicator === indicator.id && each.explains)
    .flatMap((each) => {
      const measure = pack.measures.find((one) => one.id === each.measureId);
      const count = measure && countOwn(input, measure, windowEndingOn(each.window, asOf));
      return (count && counted(each.measureId, count)) ?? [];
    })
    .sort((a, b) => b.badness - a.badness)[0];
  const chosen = own?.rateAllowed ? (mine ?? evidence) : (evidence ?? mine);
  if (!chosen) return undefined;
  const { measureId, badness, whole } = chosen;
  // 0 marks "a share can be given"; the loss is known only after the dimension was split.
  return { measureId, badness, ...(whole ? { lossPerBadness: 0 } : {}) };
}

/** For rates: the bad units counted. For means: the units known to offend (a bounded sample). */
function countOffenders(
  input: ReportInput,
  indicator: Indicator,
  behind: Behind | undefined,
  asOf: number,
): number {
  if (!behind) return 0;
  const own = behind.measureId === indicator.measureId;
  if (!own || indicator.unit === 'ratio') return behind.badness;
  const { dayFrom, dayTo } = windowEndingOn(indicator.window, asOf);
  return input.offenders.filter(
    (each) => each.measureId === behind.measureId && each.day >= dayFrom && each.day <= dayTo,
  ).length;
}
