/** What our own records say about one measure over one window, and how far that can be trusted. */
import { coverageFor } from './coverage';
import type { Provenance } from './entities';
import type { Measure } from './measure';
import { measureSides } from './measure-sides';
import type { RulePack } from './pack';
import type { Coverage, CoverageState } from './report-types';
import { sumBuckets } from './tally';
import type { TallySums } from './tally-sums';
import { beijingDay, DAY_MS, formatDay } from './time';
import type { WindowDays } from './window';

/** Below this share of the window a rate could be that of a biased sample: counts only (DESIGN §5). */
export const RATE_COVERAGE = 0.98;

export interface OwnCount {
  num: number;
  den: number;
  /** Units known and units whose fact is unknown, in the window. */
  known: number;
  unknown: number;
  /** Worst coverage of the lists it needs; absent when it needs none, or nothing is known. */
  coverage?: Coverage;
  /** A rate may be given. */
  rateAllowed: boolean;
  /** Every unit of the window is in: counts are the window's counts. */
  whole: boolean;
  /** exact · proxy · estimate of the units themselves. */
  quality: Provenance;
}

/** What counting needs: the pack, the sums of the tallies, what was read. */
export interface Counting {
  pack: RulePack;
  sums: TallySums;
  coverage: CoverageState;
}

/** @param freshFrom of open states, only those last seen on this Beijing day or later (fresh.ts). */
export function countOwn(
  input: Counting,
  measure: Measure,
  window: WindowDays,
  freshFrom?: number,
): OwnCount {
  const { dayFrom, dayTo } = window;
  const lag = measure.lagDays ?? 0;
  const [all, den, known, unknown, proxied, estimated] = input.sums.sum(measure.id, dayFrom, dayTo);
  const num = freshFrom === undefined ? all : countFresh(input.sums, measure.id, window, freshFrom);
  const unknownBefore = input.sums.sum(measure.id, dayFrom - lag, dayFrom - 1)[3];
  const sides = measureSides(measure);
  const coverages = sides
    .filter((side): side is 'orders' | 'aftersales' => side === 'orders' || side === 'aftersales')
    .map((side) => listCoverage(input, side, { ...window, fromMs: window.fromMs - lag * DAY_MS }));
  const ratio = Math.min(1, ...coverages.map((each) => each.ratio ?? 0));
  const unprovable = sides.some((side) => side === 'parcels' || side === 'reviews');
  // Chat statistics come one record a day: every day must be there.
  const daysMissing = sides.includes('chat') && known < dayTo - dayFrom + 1;
  const told = !unprovable && !daysMissing && unknown + unknownBefore === 0;
  const coverage = [...coverages].sort((a, b) => (a.ratio ?? 0) - (b.ratio ?? 0))[0];
  return {
    num,
    den,
    known,
    unknown,
    ...(coverage ? { coverage } : {}),
    rateAllowed: told && ratio >= RATE_COVERAGE && den > 0,
    // A stale unit may still be open: what is left is a lower bound.
    whole: told && ratio === 1 && num === all,
    quality: estimated > 0 ? 'estimate' : proxied > 0 ? 'proxy' : 'exact',
  };
}

function countFresh(
  sums: TallySums,
  measureId: string,
  { dayFrom, dayTo }: WindowDays,
  freshFrom: number,
): number {
  return Object.entries(sumBuckets(sums.rows(dayFrom, dayTo), measureId, () => 1))
    .filter(([seenDay]) => Number(seenDay) >= freshFrom)
    .reduce((sum, [, units]) => sum + units, 0);
}

/** Coverage of one list over a window; `seen` counts the records in store inside it. */
export function listCoverage(
  { pack, sums, coverage }: Counting,
  side: keyof RulePack['listCounts'],
  { dayFrom, dayTo, fromMs, toMs }: WindowDays,
): Coverage {
  const seen = sums.sum(pack.listCounts[side], dayFrom, dayTo)[2];
  return {
    ...coverageFor(coverage, side, fromMs, toMs, seen),
    from: formatDay(beijingDay(fromMs)),
  };
}
