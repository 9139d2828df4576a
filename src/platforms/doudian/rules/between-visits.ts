/**
 * Instants that only the states of two visits bound (core/transitions.ts, transitions.ts): the middle of
 * the interval, an estimate, and only where both ends of it decide the fact alike.
 */
import {
  between,
  choose,
  compare,
  field,
  never,
  seconds,
  sub,
  value,
} from '../../../core/expr-build';
import type { Expr } from '../../../core/measure';
import { DAY_MS, HOUR_MS } from '../../../core/time';

/**
 * The widest interval whose middle may stand for an instant in a mean: it is then half an hour off at most,
 * about one point on the steepest stretch of the reference ladders (15 points in 6 hours of audit).
 */
const NARROW_MS = HOUR_MS;

/** A day's wait: where an order or ticket becomes an offender. */
const DAY_SECONDS = value(DAY_MS / 1_000);

/** Both ends lie on one day, and on the same side of a day's wait since the start. */
function endedBetween(from: Expr, to: Expr, startMs: Expr): Expr {
  const isLong = (endMs: Expr): Expr => compare(seconds(sub(endMs, startMs)), 'gt', DAY_SECONDS);
  return choose(compare(isLong(from), 'eq', isLong(to)), between(from, to, NARROW_MS), never);
}

export const shippedBetweenMs = (startMs: Expr): Expr =>
  endedBetween(field('seen.notYetShipped'), field('seen.alreadyShipped'), startMs);
export const agreedBetweenMs = (startMs: Expr): Expr =>
  endedBetween(field('seen.notYetAgreed'), field('seen.alreadyAgreed'), startMs);

/** These only date a fact, so the ends need only agree on the day. */
export const finishedBetweenMs = between(
  field('seen.notYetFinished'),
  field('seen.alreadyFinished'),
);
export const refundedBetweenMs = between(
  field('seen.notYetRefunded'),
  field('seen.alreadyRefunded'),
);
