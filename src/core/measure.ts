/**
 * A measure (口径) is data: what is counted, on which day (DESIGN §5). Expressions are a small typed
 * tree that compiles to closures; there is no second implementation of any measure.
 */

/** What a measure looks at, one at a time. `case` is the whole order case. */
export type Unit = 'order' | 'line' | 'parcel' | 'ticket' | 'review' | 'chatDay';

/** Children an expression may quantify over. */
export type Child = 'lines' | 'parcels' | 'tickets' | 'reviews';

/** Opening-hours clocks: an instant outside them moves to the next opening. Data in the pack. */
export interface OpeningHours {
  /** Minutes of the Beijing day at which the clock opens and closes, e.g. 360–1080 for 06:00–18:00. */
  openMinute: number;
  closeMinute: number;
}

/**
 * Values are number | string | boolean | string[]; `undefined` is *unknown* and spreads through
 * every operator except where stated (and/or short-circuit on a decided side, coalesce, known).
 */
export type Expr =
  /**
   * Field of the unit itself ("reason"), of its order ("order.status"), of the case ("case.orderId").
   * "seen.status" is the instant (ms) that field was seen, "seen" the instant the unit was last seen;
   * both also behind "order.".
   */
  | { op: 'field'; path: string }
  | { op: 'const'; value: number | string | boolean }
  /** False as soon as one is false, even beside unknowns; `or` the other way round. */
  | { op: 'and' | 'or'; args: Expr[] }
  | { op: 'not'; arg: Expr }
  | { op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'; left: Expr; right: Expr }
  /** A text (or any of a list of texts) belongs to a word set of the platform. Unknown when the text is. */
  | { op: 'in'; arg: Expr; set: string }
  | { op: 'known'; arg: Expr }
  | { op: 'coalesce'; args: Expr[] }
  /** Unknown while the test is. */
  | { op: 'if'; test: Expr; yes: Expr; no: Expr }
  | { op: 'add' | 'sub'; left: Expr; right: Expr }
  /**
   * An instant known to lie between two (transitions.ts): the middle. Unknown unless left comes before
   * right, both on one Beijing day and no more than `withinMs` apart, when that is given.
   */
  | { op: 'between'; left: Expr; right: Expr; withinMs?: number }
  | { op: 'shift'; arg: Expr; clock: string }
  /** Beijing day number of an instant. */
  | { op: 'day'; arg: Expr }
  /** Whole seconds of a duration in ms; a negative one (the clock had not opened yet) is 0. */
  | { op: 'seconds'; arg: Expr }
  /** Hours of a duration in ms, begun ones counted whole: 24 h 1 s is 25. Never below 0. */
  | { op: 'hours'; arg: Expr }
  /** True when some child satisfies `where` (default: exists at all). */
  | { op: 'exists'; over: Child; where?: Expr }
  | { op: 'count'; over: Child; where?: Expr }
  /** `value` of the child with the smallest `by` (ties: smallest id). Unknown when there is none. */
  | { op: 'first'; over: Child; by: Expr; where?: Expr; value: Expr }
  | { op: 'min' | 'max' | 'sum'; over: Child; where?: Expr; value: Expr };

export interface Measure {
  /** kebab-case; the indicator's id where it is one's own measure. */
  id: string;
  version: number;
  unit: Unit;
  /** The unit belongs to the denominator's universe. Unknown → an unknown fact. */
  include: Expr;
  /** Beijing day the fact is dated on. Unknown → the fact is undated and dropped (counted in tests only). */
  day: Expr;
  /** Contribution; safe integers (counts, stars, fen, seconds). Booleans count as 1/0. */
  num: Expr;
  den: Expr;
  /** True: this unit's fact is unknown although included (e.g. deciding moment later than seen). */
  unknownWhen?: Expr;
  /** True: the fact stands in for the rule's own definition (shipped for picked up …). */
  proxyWhen?: Expr;
  /** True: the fact rests on an interval or assumption. */
  estimateWhen?: Expr;
  /** `mean-points` rules tally raw values in buckets: the bucket's key as an integer. */
  bucket?: Expr;
  /** A unit is listed as an offender when this holds (default: num > 0). */
  offends?: Expr;
  /**
   * How many days the list date (order or application time) may lie before the fact's day: the lists
   * must have been read that much further back before an own rate may be shown. Default 0.
   */
  lagDays?: number;
  /** Rule clause and date, or page field, this comes from. */
  source: string;
}

/** Word sets of a platform: `exact` words, or parts that may occur anywhere, minus `not` parts. */
export interface WordSet {
  exact?: string[];
  includes?: string[];
  not?: string[];
}
export type WordSets = Record<string, WordSet>;

/** Why an order is in no indicator (不计入): looked at on the order unit. */
export interface Exclusion {
  id: string;
  when: Expr;
  /** In the platform's words, e.g. 赠品. */
  reason: string;
  /** Rule clause and date. */
  source: string;
}

/** One unit's contribution to one measure on one day. */
export interface Fact {
  measureId: string;
  /** Id of the unit inside its case: ticketId, lineId … ('' for the order itself). */
  unitId: string;
  day: number;
  num: number;
  den: number;
  unknown: boolean;
  quality: 'exact' | 'proxy' | 'estimate';
  offends: boolean;
  bucket?: number;
}

/**
 * Sums of one measure on one day:
 * [num, den, units known, units unknown, units proxied, units estimated].
 */
export type TallyCell = [number, number, number, number, number, number];

/** All measures of one shop on one day: one stored row (日汇总). */
export interface TallyRow {
  day: number;
  cells: Record<string, TallyCell>;
  /** measureId → bucket → units, for measures that have buckets. */
  buckets?: Record<string, Record<string, number>>;
}
