/** What the score page of one rule version says, as data. */

/** `beaten`: share of peers that are worse, in percent. */
export type ScoreUnit = 'points' | 'stars' | 'ratio' | 'hours' | 'days' | 'seconds' | 'beaten';

export interface ScoreLabel {
  id: string;
  kind: 'total' | 'dimension' | 'indicator' | 'bonus' | 'deduction';
  unit: ScoreUnit;
  labels: readonly string[];
}

export interface ScoreLabels {
  packId: string;
  /** Another score page beside the shop's main one: see `ScoreSnapshot.sheet`. */
  sheet?: string;
  entries: readonly ScoreLabel[];
  /** Indicators that only this version has together: all must be on the page for the pack to match. */
  must: readonly string[];
  /** Labels of other versions: none may be on the page. */
  mustNot: readonly string[];
  /** Named by the rule but not on the page text that is known: their absence is no fault. */
  mayBeAbsent: readonly string[];
}

export const entry =
  (kind: ScoreLabel['kind']) =>
  (id: string, unit: ScoreUnit, ...labels: string[]): ScoreLabel => ({ id, kind, unit, labels });
