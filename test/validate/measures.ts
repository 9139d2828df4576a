/** The measures of the validation, as data: compiled and summed by the product's own engine. */
import {
  and,
  coalesce,
  compare,
  day,
  exists,
  field,
  first,
  known,
  max,
  min,
  not,
  seconds,
  sub,
  value,
} from '../../src/core/expr-build';
import type { Expr, Measure } from '../../src/core/measure';

const one = value(1);
const paidMs = field('order.paidMs');
const pickedUpMs = min('parcels', field('pickedUpMs'));
const signedMs = max('parcels', field('signedMs'));
const promisedMs = max('parcels', field('dueMs'));
/** First by creation date; children come in the order of their ids, so ties go to the smaller id. */
const firstStars = first('reviews', field('createdMs'), field('stars'));
const firstReviewMs = first('reviews', field('createdMs'), field('createdMs'));
const hasReview = exists('reviews');
const arrivedLate = compare(signedMs, 'gt', promisedMs);

export const everyOrder: Expr = value(true);
export const deliveredOrder: Expr = known(signedMs);

/** @param universe orders to look at; each measure adds its own condition */
export function validationMeasures(universe: Expr): Measure[] {
  return [
    {
      id: 'pickup-hours',
      version: 1,
      unit: 'order',
      include: and(universe, known(pickedUpMs)),
      day: day(pickedUpMs),
      num: seconds(sub(pickedUpMs, paidMs)),
      den: one,
      // A hand-over before the payment is dirt, not a wait of 0; a missing time is as unknown.
      unknownWhen: compare(pickedUpMs, 'lt', paidMs),
      source: 'order_approved_at → order_delivered_carrier_date',
    },
    {
      id: 'delivery-hours',
      version: 1,
      unit: 'order',
      include: and(universe, known(signedMs)),
      day: day(signedMs),
      num: seconds(sub(signedMs, pickedUpMs)),
      den: one,
      unknownWhen: compare(signedMs, 'lt', pickedUpMs),
      source: 'order_delivered_carrier_date → order_delivered_customer_date',
    },
    rating('mean-rating', and(universe, hasReview)),
    {
      id: 'bad-review-rate',
      version: 1,
      unit: 'order',
      include: and(universe, known(signedMs)),
      day: day(signedMs),
      num: and(hasReview, compare(firstStars, 'le', value(2))),
      den: one,
      source: 'reviews.review_score 1–2, over orders with order_delivered_customer_date',
    },
    {
      id: 'late-ship-rate',
      version: 1,
      unit: 'order',
      include: and(universe, known(pickedUpMs)),
      day: day(pickedUpMs),
      num: compare(pickedUpMs, 'gt', field('order.shipByMs')),
      den: one,
      source:
        'order_delivered_carrier_date after the latest shipping_limit_date of the shop’s items',
    },
  ];
}

/** Not scored: what buyers say of orders that came after, and by, the date they had been shown. */
export const promiseMeasures: Measure[] = [
  rating('rating-arrived-late', and(hasReview, arrivedLate)),
  rating('rating-arrived-in-time', and(hasReview, not(arrivedLate))),
];

function rating(id: string, include: Expr): Measure {
  return {
    id,
    version: 1,
    unit: 'order',
    include,
    day: day(coalesce(firstReviewMs, field('order.placedMs'))),
    num: firstStars,
    den: one,
    source: 'reviews.review_score of the first review by review_creation_date, then review_id',
  };
}
