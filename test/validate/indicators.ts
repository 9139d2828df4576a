/** What the five measures stand for in the validation's score. */
import type { Indicator } from '../../src/core/pack';

export type MeasureKey =
  | 'pickupHours'
  | 'deliveryHours'
  | 'meanRating'
  | 'badReviewRate'
  | 'lateShipRate';

export interface IndicatorSpec
  extends Required<Pick<Indicator, 'id' | 'unit' | 'better' | 'best' | 'scale'>> {
  /** Name in the command's JSON. */
  key: MeasureKey;
  dimension: 'product' | 'logistics';
  label: string;
  /** Share of the total; all sum to 1. */
  weight: number;
}

/**
 * No rule weighs these, so halves all the way: product and logistics half each; product half mean and
 * half tail; logistics half promise kept and half speed; speed half per leg of the journey.
 */
export const INDICATORS: IndicatorSpec[] = [
  {
    key: 'meanRating',
    id: 'mean-rating',
    dimension: 'product',
    label: 'mean rating',
    unit: 'stars',
    better: 'high',
    best: 5,
    scale: 1,
    weight: 1 / 4,
  },
  {
    key: 'badReviewRate',
    id: 'bad-review-rate',
    dimension: 'product',
    label: 'bad reviews',
    unit: 'ratio',
    better: 'low',
    best: 1,
    scale: 1,
    weight: 1 / 4,
  },
  {
    key: 'pickupHours',
    id: 'pickup-hours',
    dimension: 'logistics',
    label: 'pickup',
    unit: 'hours',
    better: 'low',
    best: 1,
    scale: 3600,
    weight: 1 / 8,
  },
  {
    key: 'deliveryHours',
    id: 'delivery-hours',
    dimension: 'logistics',
    label: 'delivery',
    unit: 'hours',
    better: 'low',
    best: 1,
    scale: 3600,
    weight: 1 / 8,
  },
  {
    key: 'lateShipRate',
    id: 'late-ship-rate',
    dimension: 'logistics',
    label: 'late shipping',
    unit: 'ratio',
    better: 'low',
    best: 1,
    scale: 1,
    weight: 1 / 4,
  },
];
