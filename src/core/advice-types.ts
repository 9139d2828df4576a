/**
 * Advice as data (DESIGN §7): lines a shop must keep, playbooks, a checklist, and what is not advised.
 * Texts are catalogue keys (`assets/locales/advice.*.json`); a category is the platform's own word.
 */
import type { Provenance } from './entities';
import type { WordSet } from './measure';

/** H: official text or a real page; M: several independent sources; L: one source, or contradictory. */
export type Confidence = 'H' | 'M' | 'L';

/**
 * What a line looks at: the total, a dimension, an indicator (value or, where a rule version had
 * them, points), or a number that only the platform's page prints, under the name given here.
 */
export type LineMetric =
  | 'total'
  | `dimension:${string}`
  | `indicator:${string}`
  | `indicator-points:${string}`
  /** Number of the page, of the shop or of one product, e.g. `page:product-good-rate`. */
  | `page:${string}`;

/**
 * Which day or days decide. `every-day-N`: lost only when every one of the last N days fails;
 * `mean-7-every-day-7`: the same for the 7-day mean; `month-end`: the last day of the month alone.
 */
export type LineStat =
  | 'now'
  | 'mean-7'
  | 'mean-30'
  | 'month-end'
  | 'every-day-14'
  | 'every-day-90'
  | 'mean-7-every-day-7';

export type LineDirection = 'at-least' | 'above' | 'at-most' | 'below';

/** One condition for something the platform gives or takes. A record of a text, not a promise. */
export interface EligibilityLine {
  id: string;
  platform: string;
  /** What is at stake; lines that share it (and the category) must all hold. */
  use: string;
  metric: LineMetric;
  stat: LineStat;
  /** In the metric's unit (rates are fractions). Absent: only the merchant's own page shows it. */
  threshold?: number;
  /** Sub-categories differ: `threshold` is the strictest of them, this the loosest. */
  thresholdTo?: number;
  direction: LineDirection;
  /** The platform's own words; absent = every category. */
  category?: string;
  /** Ids of general lines that this category line stands in for. */
  replaces?: string[];
  /** The line is judged only from this many units (turns, ratings, cases) on. */
  minSample?: number;
  /** A draft published for comment, not yet a rule. */
  consultation?: boolean;
  /** Beijing days, inclusive, on which it applies; open where absent. */
  from?: string;
  until?: string;
  /** Address or name of the text; texts move, so it is shown as text. */
  source: string;
  confidence: Confidence;
  /** When the text was read or published: YYYY-MM or YYYY-MM-DD. */
  date: string;
  /** What the line decides. */
  effectKey: string;
}

/** A number of one Beijing day. */
export interface DayValue {
  day: number;
  value: number;
}

/** What is known about one metric of a line. */
export interface MetricHistory {
  /** Read so far, any order, at most one a day. */
  series?: DayValue[];
  /** Means that the page itself prints; they win over ours. */
  stats?: Partial<Record<LineStat, number>>;
  /** Projected days after the last one read. */
  path?: DayValue[];
}

/** Where a shop stands on one line. Absent numbers are unknown. */
export interface LineStanding {
  line: EligibilityLine;
  /** The line's statistic today. */
  value?: number;
  /** `page` when every day it needs was read, `estimate` when some are missing. */
  provenance: Provenance;
  /** Distance to the line in the metric's unit: positive on the good side. */
  margin?: number;
  /** `margin` ÷ threshold, to compare lines of different units. */
  relativeMargin?: number;
  /** Undefined when unknown, or when it depends on the sub-category. */
  holds?: boolean;
  /** The day the statistic is projected to, and its value there. */
  decidingDay?: number;
  projected?: number;
  projectedMargin?: number;
  projectedHolds?: boolean;
  /** First projected day on which today's answer turns. */
  turnsOn?: number;
}

/** How losses can be split; all from non-personal fields. Hours are '0'…'23', weekdays '1' (Monday) … '7'. */
export type SplitBy = 'reason' | 'sku' | 'carrier' | 'province' | 'weekday' | 'hour';

/** A part of one indicator's loss. */
export interface LossRow {
  by: SplitBy;
  key: string;
  /** Orders (or tickets, sessions) behind it. */
  count: number;
  /** Part of the indicator's loss, 0..1. */
  share: number;
  /** Part of all units, lost or not: a carrier with 90 % of the parcels has 90 % of the losses anyway. */
  baseShare?: number;
}

/** When an action is worth proposing; defaults in advice.ts. */
export interface Evidence {
  by: SplitBy;
  /** Reasons in this set count together. */
  reasonSet?: WordSet;
  /**
   * Holds only where reasons of this set carry as much of the loss: that a product returns most does not say
   * that it breaks.
   */
  amongReasons?: WordSet;
  /** Hours and weekdays: the heaviest run of so many neighbours counts together. */
  span?: number;
  /** Least part of the loss, 0..1. */
  minShare?: number;
  minCount?: number;
}

export interface PlaybookAction {
  id: string;
  textKey: string;
  /** Absent: good practice that needs no finding. */
  evidence?: Evidence;
  effectKey: string;
}

/** A cause of lost points: what it does, what to do about it, how to see that it helped. */
export interface Playbook {
  /** Stable cause id. */
  id: string;
  titleKey: string;
  /** Indicator ids of any rule version. */
  indicators: string[];
  /** Deduction ids of a rule pack. */
  deductions: string[];
  impactKey: string;
  actions: PlaybookAction[];
  reviewQuestionKey: string;
  /** What to say to a buyer, in order. */
  replySteps?: string[];
  /** S0–S4 (source articles) or a rule's id; listed in docs/sources.md. */
  sources: string[];
}

export interface TriggeredAction {
  action: PlaybookAction;
  /** The findings that trigger it, heaviest first; never empty. */
  because: LossRow[];
  /** Part of the indicator's loss that they make up, 0..1. */
  share: number;
  count: number;
}

/** A number that the sources advise; no score counts it. */
export interface ChecklistTarget {
  from?: number;
  to?: number;
  unit: 'hours' | 'days' | 'percent';
}

export interface ChecklistItem {
  id: string;
  /** What of the shop it keeps in order: lists are grouped by it. */
  topic: 'goods' | 'logistics' | 'service' | 'aftersale' | 'shop' | 'learning';
  textKey: string;
  target?: ChecklistTarget;
  /** How often it is due again. */
  every?: 'day' | 'week' | 'month' | 'batch' | 'campaign';
  sources: string[];
  unscored: true;
}

/** A practice that sources mention and platforms or the law punish. */
export interface NotAdvised {
  id: string;
  textKey: string;
  /** The clause that punishes it or makes it useless, with its date. */
  clause: string;
  sources: string[];
}

/** Everything one platform (or all of them) advises. */
export interface Advice {
  playbooks: Playbook[];
  checklist: ChecklistItem[];
  notAdvised: NotAdvised[];
  lines: EligibilityLine[];
}
