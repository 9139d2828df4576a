/** How an indicator's value becomes points (DESIGN §5): the kinds that the rules of all versions use. */

/** Piecewise linear from value to points; empty where nobody may guess. Always an `estimate`. */
export type Ladder = { value: number; points: number }[];

/** One step (档位): the points from this value on, in the better direction. Compared unrounded. */
export interface Tier {
  value: number;
  points: number;
}

/** Points of one unit whose raw value is at most `upTo` (unit of the measure's bucket); last one: no limit. */
export interface BucketPoints {
  upTo?: number;
  points: number;
}

interface PointsBase {
  /** Reference curve for an opaque rule (value → points) or a rank (rank → points). Editable estimate. */
  ladder: Ladder;
  /** Share inside the dimension, 0..1; absent where only the page knows it. */
  weight?: number;
  /** What the weight is: `exact` when published, `page` when copied from there. Default `estimate`. */
  weightProvenance?: 'exact' | 'page';
  source: string;
}

export type PointsRule = PointsBase &
  (
    | { how: 'opaque' }
    | {
        how: 'tiers';
        /** Points that the steps give, low to high: public where the thresholds are not. */
        steps?: number[];
        /** Thresholds of the shop's category, from its page. Without them: no points. */
        tiers?: Tier[];
        /** The thresholds were read off the page, which may show some of them only. */
        partial?: true;
        /** Small-shop rule: the measure whose numerator (`countsDen`: denominator) is counted; `anyVolume`: whatever the orders. */
        relief?: { countMeasureId?: string; countsDen?: true; anyVolume?: true };
      }
    | { how: 'rank' }
    | {
        how: 'mean-points';
        /** Points per hour; unpublished: entered from the page. */
        table?: BucketPoints[];
      }
    /** 5, 4, 3, 2 or 0 by rank; `cuts` are the largest ranks (0 = best) for 5, 4, 3 and 2. */
    | { how: 'five-step'; cuts?: [number, number, number, number] }
    | { how: 'mean-rating' }
    /** full × (1 − rank). */
    | { how: 'percentile'; full: number }
  );
