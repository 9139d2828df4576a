/**
 * What the measures of several versions of the rule ask of an order, a ticket, a parcel: reasons, what was
 * never shipped, instants and what stands in for them.
 */
import {
  and,
  choose,
  coalesce,
  compare,
  exists,
  field,
  first,
  inSet,
  min,
  never,
  not,
  or,
  shift,
  value,
} from '../../../core/expr-build';
import type { Expr } from '../../../core/measure';
import { paidOrPlacedMs, signedMs } from '../../shared-rules/parts';
import {
  agreedBetweenMs,
  finishedBetweenMs,
  refundedBetweenMs,
  shippedBetweenMs,
} from './between-visits';

export const DAY_SECONDS = 86_400;

/** Refunded before shipping: the order never leaves. */
export const neverShips = and(
  inSet(field('order.status'), 'order-closed'),
  exists('tickets', inSet(field('type'), 'type-before-shipping')),
);
/** Not shipped when last seen; what happened since is unknown, so such a fact is dated on that sighting. */
export const waitsShipping = inSet(field('order.status'), 'order-waits-shipping');
export const orderSeenMs = field('order.seen.status');

/** Reason of the order's first application: the one that counts, even if changed later. */
export const ticketReason = coalesce(field('firstReason'), field('reason'));
export const firstReason = first('tickets', field('appliedMs'), ticketReason);

/** The back-end's mark settles it; keywords second; breakage moved to logistics in 2026-09. */
const isQualityReason = (reason: Expr): Expr =>
  or(
    inSet(reason, 'reason-quality-marked'),
    and(
      inSet(reason, 'reason-quality-words'),
      not(inSet(reason, 'reason-other')),
      not(inSet(reason, 'reason-damage-words')),
    ),
  );
/** Told by the mark or by words that are certainly something else, not by a keyword's likeness. */
const isQualityDecided = (reason: Expr): Expr =>
  or(
    inSet(reason, 'reason-quality-marked'),
    inSet(reason, 'reason-other'),
    inSet(reason, 'reason-damage-named'),
  );
/** The export's own class of the reason; it belongs to the reason shown now, so to the first only if that is the same. */
const reasonTag = choose(
  coalesce(compare(field('firstReason'), 'eq', field('reason')), value(true)),
  field('reasonTag'),
  never,
);
const tagSettles = inSet(reasonTag, 'reason-quality-tag');
/** Of one ticket: its tag settles it, else its first reason. */
export const isQualityTicket = choose(
  coalesce(tagSettles, value(false)),
  inSet(field('reasonTag'), 'reason-quality-marked'),
  isQualityReason(ticketReason),
);
export const isQualityTicketDecided = or(tagSettles, isQualityDecided(ticketReason));
/** Of the order's first ticket. */
export const firstIsQuality = first('tickets', field('appliedMs'), isQualityTicket);
export const firstIsQualityDecided = first('tickets', field('appliedMs'), isQualityTicketDecided);
export const isDamageReason = (reason: Expr): Expr => inSet(reason, 'reason-damage-words');
export const isDamageDecided = (reason: Expr): Expr =>
  or(inSet(reason, 'reason-damage-named'), not(inSet(reason, 'reason-damage-words')));

/** A parcel seen on its way may have been signed since. */
export const seenOnItsWayMs = min(
  'parcels',
  field('seen.status'),
  coalesce(not(inSet(field('status'), 'parcel-signed')), value(false)),
);

export const pickedUpByCarrierMs = min('parcels', field('pickedUpMs'));
/** The upload of the number stands in for the carrier's first scan. */
export const pickedUpMs = coalesce(
  pickedUpByCarrierMs,
  min('parcels', field('shippedMs')),
  field('order.shippedMs'),
);
export const pickupStartMs = shift(paidOrPlacedMs, 'pickup');
export const isPresale = or(
  coalesce(inSet(field('order.tags'), 'presale'), value(false)),
  coalesce(inSet(field('order.orderType'), 'presale'), value(false)),
);

/** Where nothing prints the instant, the states of two visits may bound it: an estimate. */
export const pickedUpOrSeenMs = coalesce(pickedUpMs, shippedBetweenMs(pickupStartMs));
export const signedOrSeenMs = coalesce(signedMs, finishedBetweenMs);
export const auditStartMs = shift(field('appliedMs'), 'aftersale');
export const agreedOrSeenMs = coalesce(field('agreedMs'), agreedBetweenMs(auditStartMs));
export const refundedOrSeenMs = coalesce(field('refundedMs'), refundedBetweenMs);

/** Without the instant of signing, a sighting decides: signed before the limit, or still not after it. */
export const signedInTimeWhenSeen = and(
  inSet(field('status'), 'parcel-signed'),
  compare(field('seen.status'), 'le', field('dueMs')),
);
export const lateWhenSeen = and(
  not(inSet(field('status'), 'parcel-signed')),
  compare(field('seen.status'), 'gt', field('dueMs')),
);

export const signedInTime = coalesce(
  compare(field('signedMs'), 'le', field('dueMs')),
  inSet(field('status'), 'parcel-signed'),
);
