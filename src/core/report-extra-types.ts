/** Parts of the report beside the score itself. Schema: docs/report.md. */
import type { Provenance } from './entities';

/** A bonus of the rule, earned or not, and how far it is. */
export interface BonusReport {
  id: string;
  label: string;
  points: number;
  /** Added to this dimension; absent: to the total. */
  dimension?: string;
  /** What it asks for, in the platform's words, and the share wanted. */
  needs?: string;
  threshold?: number;
  /** Share now, 0..1, and good units more until it is reached. */
  share?: number;
  more?: number;
  reached?: boolean;
  /** Of `reached` and `share`: the merchant's own entry counts as `page`. */
  provenance: Provenance;
  source: string;
}

/** Growth or formal stage, by the gate's number of orders. */
export interface StageReport {
  stage: 'growth' | 'formal' | 'unknown';
  /** Valid orders in the gate's window; a lower bound while `atLeast`. */
  orders?: number;
  atLeast: boolean;
  /** Orders that the gate asks for, within so many days. */
  needed: number;
  windowDays: number;
  /** What the rule gives in the growth stage, where the merchant said how its task stands. */
  score?: number;
  provenance: Provenance;
}

/** A figure that the platform hides, fitted from the shop's own snapshots and tried on days it never saw. */
export interface FitReport {
  kind: 'weights' | 'ladder';
  /** For a ladder: whose. */
  indicator?: string;
  /** From so many varied snapshots. */
  days: number;
  /** Mean error on held-out days, points: of the fit, and of the default. */
  error: number;
  defaultError: number;
  /** Used only when it beats the default. */
  used: boolean;
}

export interface RuleChange {
  /** First day read under the newer rule. */
  day: string;
  fromPack: string;
  toPack: string;
}
