/**
 * The fields of rows by number, as stored: add at the end, never remove, never reorder. A field that is
 * missing here is stored all the same, in a longer row.
 */
import type { OrderCase } from '../../core/entities';

export type Side = 'order' | 'lines' | 'parcels' | 'tickets' | 'reviews';

export const FIELD_NAMES = {
  order: [
    'placedMs',
    'placedDayMs',
    'paidMs',
    'shipByMs',
    'shippedMs',
    'finishedMs',
    'status',
    'aftersaleText',
    'orderType',
    'cancelReason',
    'payMethod',
    'paidFen',
    'tags',
    'province',
    'handledMs',
    'notYetShipped',
    'alreadyShipped',
    'notYetFinished',
    'alreadyFinished',
    'notYetOverdue',
    'alreadyOverdue',
  ],
  lines: [
    'productName',
    'productId',
    'spec',
    'merchantCode',
    'quantity',
    'unitPriceFen',
    'status',
    'aftersaleText',
    'tags',
  ],
  parcels: ['carrier', 'status', 'shippedMs', 'pickedUpMs', 'dueMs', 'signedMs'],
  tickets: [
    'type',
    'reason',
    'firstReason',
    'reasonTag',
    'instantRefund',
    'responsibility',
    'status',
    'appliedMs',
    'dueMs',
    'dueAction',
    'refundFen',
    'paidFen',
    'itemCount',
    'shipStatus',
    'returnStatus',
    'arbitration',
    'agreedMs',
    'refundedMs',
    'closedMs',
    'returnSignedMs',
    'productName',
    'handledMs',
    'notYetAgreed',
    'alreadyAgreed',
    'notYetRefunded',
    'alreadyRefunded',
  ],
  reviews: ['stars', 'serviceStars', 'logisticsStars', 'createdMs'],
} as const satisfies Record<Side, readonly string[]>;

/** A row holds these beside its sides; with another member it is stored as it is. */
export const OWN_NAMES = new Set<keyof OrderCase | 'marks'>([
  'platform',
  'orderId',
  'shopId',
  'deletedMs',
  'marks',
  'order',
  'lines',
  'parcels',
  'tickets',
  'reviews',
]);
