/**
 * What the engine answers beyond the report: what-if, steps, path, roll-off, why it moved, losses split,
 * trend, eligibility. Plain data; texts are made from these codes by the interface. Every function takes
 * the model of a report (score-model.ts) or plain arguments; none reads a clock.
 */
import type { EligibilityLine, LineStanding, SplitBy } from './advice-types';
import type { Provenance } from './entities';

/**
 * A supposed change of one indicator: another value, or other units behind it. `turned` bad units become
 * good ones (they stay in the denominator), `good` and `bad` are added; negative takes away.
 */
export interface Supposition {
  indicator: string;
  /** In the indicator's unit; wins over units. */
  value?: number;
  good?: number;
  bad?: number;
  turned?: number;
  /** What one good and one bad unit are worth in the indicator's unit; default `UnitWorth` of the rule. */
  worth?: UnitWorth;
}

/** Value of one good and one bad unit in the indicator's unit: 0 and 1 for a rate where low is better. */
export interface UnitWorth {
  good: number;
  bad: number;
  /** True for times and the like, where "good" is an assumption of ours: say it. */
  assumed: boolean;
}

/** Why an answer in points or orders cannot be given. */
export type NoAnswer =
  | 'unknown-indicator'
  /** No value is known. */
  | 'no-value'
  /** Neither the page nor our lists give the number of units. */
  | 'no-denominator'
  /** The platform publishes no way from value to points, and no figures were entered. */
  | 'no-points'
  /** Weights are unknown: points of the indicator, not of the total. */
  | 'no-weight'
  /** Standing among peers decides, not orders. */
  | 'by-rank';

export interface SupposedIndicator {
  id: string;
  fromValue?: number;
  toValue?: number;
  fromPoints?: number;
  toPoints?: number;
  /** Points of the total: positive is a gain. */
  gain?: number;
  provenance: Provenance;
  why?: NoAnswer;
}

export interface WhatIf {
  indicators: SupposedIndicator[];
  /** Σ gains, within the dimensions' and the scale's limits. */
  gain: number;
  total?: { from: number; to: number; display?: number };
  provenance: Provenance;
}

/** One line in an indicator's value at which points change. */
export interface Step {
  /**
   * The value to reach (up). Down: by steps the last value that still keeps today's points; on a curve,
   * which falls at once, its next knot.
   */
  value: number;
  /** The indicator's points there; below it for a step down. */
  points: number;
  /** Good units more that reach it (up). Undefined: no number can, or no denominator. */
  good?: number;
  /** Bad units to turn good that reach it (up). */
  turned?: number;
  /** Bad units more that still fit; one more drops (down). */
  bad?: number;
  /** Points of the total won (up) or lost (down), where weights are known. */
  gain?: number;
}

export interface Steps {
  indicator: string;
  value?: number;
  den?: number;
  worth?: UnitWorth;
  up?: Step;
  down?: Step;
  /** Small-shop rule holds: bad units that still fit before it no longer does. */
  reliefLeft?: number;
  /** By rank: share of peers beaten now, needed for the next line, and in between. */
  peers?: { beaten: number; needed: number; more: number; points: number };
  provenance: Provenance;
  why?: NoAnswer;
}

/** What a new day is supposed to bring. Said beside every projected number. */
export type PathAssumption =
  /** Each day like the mean of the last `days` complete ones. */
  | { kind: 'as-recent'; days: number }
  /** As many units a day, none of them bad. */
  | { kind: 'no-bad'; days: number }
  /** No new unit at all: what roll-off alone does. */
  | { kind: 'nothing-new' };

export interface PathPoint {
  value?: number;
  points?: number;
  pointsLost?: number;
  /** What leaves the window on this day, in the measure's integers. */
  leavingNum?: number;
  leavingDen?: number;
}

export interface PathDay {
  /** Last complete day then: Beijing day number and date. */
  asOfDay: number;
  asOf: string;
  total?: number;
  /** Dimension id → score. */
  dimensions: Record<string, number>;
  indicators: Record<string, PathPoint>;
}

export interface ScorePath {
  assumption: PathAssumption;
  days: PathDay[];
  /** Projected from our own counts. */
  projected: string[];
  /** Kept as they are: our own counts cannot give their rate. */
  held: string[];
  provenance: Provenance;
}

/** Part of a movement between two official snapshots; all parts sum to `difference`. */
export interface MovePart {
  kind:
    | 'entered'
    | 'left'
    /** Orders inside both windows that changed, and drift between the page and our counts. */
    | 'revised'
    /** The indicator's value moved; our counts cannot tell entered from left. */
    | 'value'
    | 'dimension'
    | 'bonus'
    | 'deduction'
    | 'rule-change'
    | 'unexplained';
  /** Points of the total, signed. */
  points: number;
  dimension?: string;
  indicator?: string;
  /** Units that entered or left, in the measure's integers. */
  num?: number;
  den?: number;
  /** Beijing days, both included, that entered or left. */
  dayFrom?: string;
  dayTo?: string;
  /** Orders among them that offend, worst first, when their facts were given. */
  orders?: { orderId: string; unitId: string; day: number; num: number; reason?: string }[];
  provenance: Provenance;
}

export interface Movement {
  fromDay: string;
  toDay: string;
  difference: number;
  parts: MovePart[];
  fromPack?: string;
  toPack?: string;
}

/** Key of the bucket for units whose field is unknown. */
export const UNKNOWN_KEY = 'unknown';

/** Part of an indicator's loss that one bucket carries; `points` sum to the loss, `share` to 1. */
export interface LossPart {
  by: SplitBy;
  key: string;
  /** Orders, tickets or days behind it. */
  count: number;
  share: number;
  points?: number;
  /** Part of all units, bad or not. */
  baseShare?: number;
}

/** One day of the trend, with the rule it was scored by. */
export interface TrendPoint {
  day: number;
  date: string;
  total?: number;
  dimensions: Record<string, number>;
  packId?: string;
  /** Set on the first reading under another rule than the one before. */
  ruleChange?: { fromPack: string; toPack: string };
}

/** Where a shop stands on a line, with the assumption of the projection. */
export interface Standing extends LineStanding {
  line: EligibilityLine;
  assumption?: PathAssumption;
}
