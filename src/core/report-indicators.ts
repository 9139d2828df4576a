/** The indicators: the page's value first, ours beside it, and what each costs. */
import type { ScoreSnapshot } from './entities';
import { freshFromDay } from './fresh';
import { countedValue } from './own-value';
import type { Indicator } from './pack';
import { badnessOf, indicatorOfMeasure } from './pack-lookup';
import { findPoints } from './points-rule';
import { findRank } from './rank';
import { findRelief } from './relief';
import type { ReportContext } from './report-context';
import { countOwn, type OwnCount } from './report-own';
import type { Behind, IndicatorReport } from './report-types';
import { formatDay } from './time';
import { wilsonInterval } from './wilson';
import { type WindowDays, windowEndingOn } from './window';

/** Value, points and orders behind each; losses follow once the dimensions are known (report-losses.ts). */
export function describeIndicators(
  input: ReportContext,
  official: ScoreSnapshot | undefined,
  asOf: number,
): IndicatorReport[] {
  return input.pack.indicators.map((each) => describe(input, each, official, asOf));
}

function describe(
  input: ReportContext,
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
  const relief = findRelief(input, indicator, asOf);
  const found = findPoints(indicator.points, {
    better: indicator.better,
    value,
    valueProvenance: provenance,
    printed: printed?.points,
    rank: findRank(printed?.peerText),
    relief: relief?.points,
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
  const rank = findRank(printed?.peerText);
  if (rank !== undefined) report.beaten = 1 - rank;
  if (printed?.met !== undefined) report.met = printed.met;
  if (relief && printed?.points === undefined) report.reliefLeft = relief.left;
  const interval =
    own && indicator.unit === 'ratio' ? intervalOf(input, indicator, own) : undefined;
  if (interval) report.interval = interval;
  return report;
}

function countOf(input: ReportContext, indicator: Indicator, asOf: number): OwnCount | undefined {
  const measure = input.pack.measures.find((each) => each.id === indicator.measureId);
  return measure && countOwn(input, measure, windowEndingOn(indicator.window, asOf));
}

/** Only where a rate is allowed. */
function ownValueOf(
  { pack, sums }: ReportContext,
  indicator: Indicator,
  own: OwnCount,
  window: WindowDays,
): number | undefined {
  return own.rateAllowed ? countedValue(pack, sums, indicator, window) : undefined;
}

/** How sure a rate of few units is; only for a plain share of whole units. */
function intervalOf(
  { pack }: ReportContext,
  indicator: Indicator,
  own: OwnCount,
): [number, number] | undefined {
  const isPlain = !pack.recency && !indicator.valueTable && indicator.measureId !== undefined;
  return own.rateAllowed && isPlain ? wilsonInterval(own.num, own.den) : undefined;
}

/** A window read to 98 % gives a rate, but not an exact one. */
function rateProvenance(own: OwnCount): 'exact' | 'proxy' | 'estimate' {
  if (own.quality === 'estimate' || !own.whole) return 'estimate';
  return own.quality === 'proxy' ? 'proxy' : 'exact';
}

/** The page's number and ours over the same days: its data ends the day before the snapshot. */
function compare(
  input: ReportContext,
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
  input: ReportContext,
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
      const window = windowEndingOn(each.window, asOf);
      const count = measure && countOwn(input, measure, window, freshFromDay(each, asOf + 1));
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
  input: ReportContext,
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
