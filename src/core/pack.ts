/** A rule pack (规则包): one dated version of a platform's rule, as data (DESIGN §5). */
import type { Exclusion, Measure, OpeningHours } from './measure';
import type { BucketPoints, PointsRule } from './points-types';

export type Unit =
  | 'ratio' // fraction 0..1, shown as %
  | 'hours'
  | 'days'
  | 'seconds'
  | 'stars'
  | 'count'
  | 'points';

export type { BucketPoints, Ladder, PointsRule, Tier } from './points-types';

export interface Indicator {
  /** kebab-case English of the rule's term. */
  id: string;
  dimension: string;
  /** The platform's own words first; the rest are labels met on pages. */
  labels: string[];
  unit: Unit;
  better: 'low' | 'high';
  /** The best value one unit can have where high is better (1 for a rate, 5 for stars). Default 1. */
  best?: number;
  /** Measure that gives our own value; absent where no record can. */
  measureId?: string;
  /** Divide num/den by this to get `unit` (e.g. 3600 for seconds → hours). */
  scale?: number;
  /** The value is the mean of what each unit's own raw value (the measure's bucket) is worth: an estimate. */
  valueTable?: BucketPoints[];
  /** Window [from, to] in days back from today (asOf = 1): [30, 1] = T-30..T-1. */
  window: [number, number];
  /** How the indicator becomes points. */
  points: PointsRule;
  /** Rule clause and date. */
  source: string;
}

export interface Dimension {
  id: string;
  labels: string[];
  /** Weight when the page shows none; absent where only the page knows it. */
  weightPrior?: number;
  /** What the prior is: `exact` when the rule publishes it, `page` when copied from there. Default `estimate`. */
  weightProvenance?: 'exact' | 'page';
  min: number;
  max: number;
  source: string;
}

/** A count that lists alone prove exactly (evidence), shown beside the indicator. */
export interface EvidenceCount {
  id: string;
  measureId: string;
  /** Indicator that this count helps to explain. */
  indicator: string;
  /** Its offending units stand behind the indicator (they are listed and share its loss). */
  explains?: boolean;
  /** Its units have not entered the indicator yet: they will count. */
  pending?: boolean;
  /**
   * The units are open states, their measure's bucket is the day each was last seen: only those seen on
   * the last so many days count, today included. The others are stale.
   */
  freshDays?: number;
  window: [number, number];
  source: string;
}

/** Points on top, once per window. `needs` is what the merchant can still reach: a share of at least `threshold`. */
export interface Bonus {
  id: string;
  labels: string[];
  points: number;
  /** The dimension it is added to (within that dimension's maximum); absent: the total. */
  dimension?: string;
  needs?: { label: string; threshold: number; minCount?: number };
  source: string;
}

/** Points off, each time, up to `cap` in one window. one-off ones have `cap` = `pointsEach`. */
export interface Deduction {
  id: string;
  labels: string[];
  pointsEach: number;
  cap: number;
  source: string;
}

/** Score of a shop below the gate (成长期). */
export interface GrowthStage {
  points: number;
  fallen: number;
  source: string;
}

/** Few orders and few bad ones: the indicator is set to `points` (80 分规则). */
export interface SmallShopRule {
  points: number;
  maxCount: number;
  ordersBelow: { listed: number; other: number };
  /** Industries with the lower volume line; flagship shops have it too. */
  listedIndustries: string[];
  /** Measure whose denominator is the shop's valid paid orders. */
  ordersMeasureId: string;
  source: string;
}

export interface RulePack {
  id: string;
  platform: string;
  /** What the platform calls this score, for headings. */
  name: string;
  /** First Beijing day in force, YYYY-MM-DD; undefined `to` = still in force. */
  from: string;
  to?: string;
  scale: { min: number; max: number; decimals: number };
  /** Beijing time of the daily update, HH:MM; absent: not published. */
  updatedAt?: string;
  /** The total is full × (1 − peer rank), not a sum of dimensions. */
  totalFromRank?: true;
  /** Stars by share of peers beaten, %; below the lowest line: not published. */
  stars?: { above: number; stars: number }[];
  /** Newer days weigh more in own values, by this half-life: an estimate of an unpublished curve. */
  recency?: { halfLifeDays: number; source: string };
  growth?: GrowthStage;
  smallShop?: SmallShopRule;
  /** What the rule's prose names but no table scores, and what was left out: codes for docs and UI. */
  notes?: { id: string; text: string }[];
  gate: { minOrders: number; windowDays: number; source: string };
  dimensions: Dimension[];
  indicators: Indicator[];
  evidence: EvidenceCount[];
  /** The measure that counts every record of a list by its list date. */
  listCounts: { orders: string; aftersales: string };
  bonuses: Bonus[];
  deductions: Deduction[];
  clocks: Record<string, OpeningHours>;
  measures: Measure[];
  /** Orders that count nowhere, most telling reason first. */
  exclusions: Exclusion[];
  /** Labels that only this version's page has / must not have, to choose the pack by page. */
  pageLabels: { must: string[]; mustNot: string[] };
  /** How the consumer-side display follows from the score: [from, shown, step, perPoints]. */
  display: { from: number; shown: number; step: number; everyPoints: number }[];
  source: string;
}
