/** A rule pack (规则包): one dated version of a platform's rule, as data (DESIGN §5). */
import type { Exclusion, Measure, OpeningHours } from './measure';

export type Unit =
  | 'ratio' // fraction 0..1, shown as %
  | 'hours'
  | 'seconds'
  | 'stars'
  | 'count'
  | 'points';

/** A default reference ladder: piecewise linear from value to points; always an `estimate`. */
export type Ladder = { value: number; points: number }[];

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
  /** Window [from, to] in days back from today (asOf = 1): [30, 1] = T-30..T-1. */
  window: [number, number];
  /** How the indicator becomes points. */
  points: { how: 'opaque'; ladder: Ladder; weight: number; source: string };
  /** Rule clause and date. */
  source: string;
}

export interface Dimension {
  id: string;
  labels: string[];
  /** Prior for the weight when the page shows none: `estimate`. */
  weightPrior: number;
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
  window: [number, number];
  source: string;
}

export interface RulePack {
  id: string;
  platform: string;
  /** First Beijing day in force, YYYY-MM-DD; undefined `to` = still in force. */
  from: string;
  to?: string;
  scale: { min: number; max: number; decimals: number };
  gate: { minOrders: number; windowDays: number; source: string };
  dimensions: Dimension[];
  indicators: Indicator[];
  evidence: EvidenceCount[];
  /** The measure that counts every record of a list by its list date. */
  listCounts: { orders: string; aftersales: string };
  bonuses: { id: string; labels: string[]; points: number; source: string }[];
  deductions: { id: string; labels: string[]; pointsEach: number; cap: number; source: string }[];
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
