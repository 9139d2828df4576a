/** The report: what popup, dashboard and report.json show. Schema: docs/report.md. */
import type { Provenance, ScoreSnapshot, ShopRef } from './entities';
import type { TallyRow } from './measure';
import type { RulePack } from './pack';
import type { BonusReport, FitReport, RuleChange, StageReport } from './report-extra-types';
import type { AppliedSettings, ShopSettings } from './shop-settings';

export type { BonusReport, FitReport, RuleChange, StageReport } from './report-extra-types';

export interface Coverage {
  side: 'orders' | 'aftersales';
  /** Records in store inside the window. */
  seen: number;
  /** What the page says exists, when it can be told for this window. */
  expected?: number;
  /** Share of the window read in full, 0..1; undefined when nothing is known. */
  ratio?: number;
  /** First Beijing day that must be read. */
  from?: string;
}

export interface IndicatorReport {
  id: string;
  label: string;
  dimension: string;
  /** Value in the indicator's unit: the page's when it prints one, else ours when coverage allows, else absent. */
  value?: number;
  unit: string;
  num?: number;
  den?: number;
  /**
   * Provenance of num and den (our own counting), apart from the value's. `missing` beside a num: that
   * many were seen so far, more may exist; its den is then absent.
   */
  numProvenance: Provenance;
  denProvenance: Provenance;
  windowFrom: string;
  windowTo: string;
  /** Our own rate, only when coverage ≥ 98 %. */
  ownValue?: number;
  points?: number;
  /** Share of the total, 0..1 (dimension weight × share inside the dimension). */
  weight?: number;
  pointsLost?: number;
  /** Of `value`. */
  provenance: Provenance;
  /** Of `points` and `pointsLost`. */
  pointsProvenance: Provenance;
  coverage?: Coverage;
  /** Units behind it in the window, known from records (a lower bound while lists are read in part). */
  offenders: number;
  /** The measure whose units stand behind it: its own when it may give a rate, else its evidence. */
  behind?: Behind;
  /** 95 % interval of our own rate (Wilson): how much so few units can say. */
  interval?: [low: number, high: number];
  /** The small-shop rule sets the points; so many bad units more and it no longer does. */
  reliefLeft?: number;
  /** Ours over the page's own window, beside what the page printed: both as of the snapshot's data. */
  compared?: { asOf: string; ours: number; official: number };
  /** Share of peers that the page says it beats, 0..1. */
  beaten?: number;
  /** The page's own 已达标 (true) or 未达标. */
  met?: boolean;
  mainly?: MainPart;
}

/** What most of an indicator's offenders have in common. */
export interface MainPart {
  by: 'reason' | 'weekend';
  /** The reason's own words. */
  key?: string;
  count: number;
  /** Offenders looked at: those listed, worst first. */
  of: number;
}

export interface Behind {
  measureId: string;
  /** How bad all of them are together: Σ num, or what is lacking to the best where high is better. */
  badness: number;
  /** Points lost ÷ badness: an offender's share is this × its own badness. Absent while lists are partial. */
  lossPerBadness?: number;
}

export interface DimensionReport {
  id: string;
  label: string;
  score?: number;
  weight?: number;
  weightProvenance: Provenance;
  /** weight × (max − score). */
  pointsLost?: number;
  provenance: Provenance;
  /** Part of pointsLost that the indicators' estimates do not explain. */
  unexplained?: number;
}

export interface Residual {
  kind: 'rounding' | 'clamp' | 'unexplained';
  points: number;
}

export interface Drag {
  /** Indicator id, or undefined when nothing stands out / nothing is known. */
  indicator?: string;
  dimension?: string;
  pointsLost?: number;
  provenance: Provenance;
  /**
   * Machine code: 'below-standard' | 'lowest-rank' | 'lowest-part' | 'several-below' where only peers'
   * ranks are known; else 'largest-loss' | 'nothing-stands-out' | 'no-score' | 'no-data' | 'unexplained-largest',
   * 'deduction-largest' (points the platform took off) | 'parts-unknown' (a dimension that was not read may
   * have lost more).
   */
  why: string;
}

export interface Offender {
  orderId: string;
  unitId: string;
  indicator: string;
  day: number;
  num: number;
  /** Share of the indicator's loss; shares sum to it. */
  share?: number;
  shareProvenance: Provenance;
  reason?: string;
  productName?: string;
  /** Beijing day that its order was placed on. */
  placedDay?: number;
  /** First `asOf` whose window no longer holds it (roll-off): its day + the window's length. */
  leavesOn: string;
}

export interface EvidenceReport {
  id: string;
  indicator: string;
  /** Counted in the window; absent while nothing of that list was ever read. */
  num?: number;
  /** True: a lower bound. The window was not read in full, or holds units that cannot be told. */
  atLeast: boolean;
  windowFrom: string;
  windowTo: string;
  /** Of `num` as the window's count: `missing` while it is only a lower bound. */
  provenance: Provenance;
  coverage?: Coverage;
}

export interface Report {
  schema: 1;
  /** Fields added since 1.0; a reader of 1.0 may ignore them. */
  schemaMinor: 3;
  shop: ShopRef;
  packId: string;
  /** What the platform calls the score that the pack explains. */
  scoreName: string;
  /** Of the total and the dimensions: 0–100, or 0–5. */
  scale: { min: number; max: number };
  /** Last complete Beijing day, YYYY-MM-DD. */
  asOf: string;
  generatedMs: number;
  state: 'scored' | 'no-score' | 'no-permission' | 'no-snapshot';
  total?: {
    official?: number;
    ours?: number;
    provenance: Provenance;
    delta?: number;
    display?: number;
    /** Official − ours. */
    drift?: number;
  };
  /** The change since the previous snapshot on another day. */
  change?: { points: number; fromDay: string; toDay: string };
  dimensions: DimensionReport[];
  indicators: IndicatorReport[];
  bonus?: number;
  deduction?: number;
  drag: Drag;
  offenders: Offender[];
  evidence: EvidenceReport[];
  coverage: Coverage[];
  official?: ScoreSnapshot;
  residuals: Residual[];
  bonuses: BonusReport[];
  stage: StageReport;
  fits: FitReport[];
  ruleChanges: RuleChange[];
  /** The merchant's own figures behind this report; absent when there are none. */
  settings?: AppliedSettings;
  /** Machine codes worth saying: 'pack-mismatch', 'weights-estimated', 'snapshot-stale', 'few-orders', … */
  notes: string[];
}

/** Who offended what: kept ready by the store so that a popup never reads cases. */
export interface OffenderRef {
  orderId: string;
  unitId: string;
  measureId: string;
  day: number;
  num: number;
  den: number;
  /** Beijing day an open state was last seen, where the measure counts those (fresh.ts). */
  seenDay?: number;
  reason?: string;
  productName?: string;
  /** Beijing day that its order was placed on. */
  placedDay?: number;
}

export interface ReportInput {
  shop: ShopRef;
  pack: RulePack;
  tallies: TallyRow[];
  /** Oldest first; one per day (the day's last). */
  snapshots: ScoreSnapshot[];
  coverage: CoverageState;
  /** A bounded sample per measure, worst first; counts come from tallies. */
  offenders: OffenderRef[];
  nowMs: number;
  /** The merchant's own figures and choices for this shop. */
  settings?: ShopSettings;
}

/** One page of the walk at hand: what it takes to join it with its neighbours. */
export interface WalkPage {
  /** 1-based. */
  index: number;
  newestMs?: number;
  oldestMs?: number;
  /** When its rows were true. */
  seenMs: number;
  total?: number;
}

/** Intervals are of the list date, ms, half-open, sorted, disjoint. 0 = since ever. */
export interface SideCoverage {
  intervals: [number, number][];
  /** The page's own total of the whole list, and when it was first shown. */
  total?: number;
  totalSeenMs?: number;
  /** Records of this side in store, when the store keeps count. */
  stored?: number;
  walk?: { rangeKey: string; pageSize?: number; pages: WalkPage[] };
}

/** What has been read of the lists (see coverage.ts). */
export interface CoverageState {
  orders: SideCoverage;
  aftersales: SideCoverage;
}
