/** An order that must be shipped by a moment: what is the same on every platform, as expressions. */
import {
  and,
  coalesce,
  compare,
  count,
  exists,
  field,
  inSet,
  known,
  not,
  or,
  value,
} from '../../core/expr-build';
import type { Expr, WordSets } from '../../core/measure';
import type { OrderDutyRule } from '../../core/verdict-types';
import { certainly } from './parts';

interface ShipByWords {
  words: WordSets;
  indicator: string;
  clause: string;
  /** Word set of a status that says that a part of it is on its way. */
  partly?: string;
  /** Word sets that say that the money goes or went back. */
  refunded: readonly string[];
  dueByRuleMs?: Expr;
  overWhen?: Expr;
}

/**
 * The state says that it waits (so it is paid, and neither shipped nor closed), and nothing seen since says
 * otherwise: no instant of shipping, no parcel under way, no refund of the whole.
 */
export function shipBy(own: ShipByWords): OrderDutyRule {
  const { words, indicator, clause, partly, dueByRuleMs, overWhen } = own;
  const waits = inSet(field('status'), 'order-waits-shipping');
  const isPartly = partly === undefined ? value(false) : inSet(field('status'), partly);
  const isWhole = and(waits, not(certainly(or(known(field('shippedMs')), isUnderWay))));
  return {
    of: 'order',
    id: 'ship-by',
    indicator,
    words,
    openWhen: and(certainly(or(isPartly, isWhole)), not(certainly(isRefunded(own.refunded)))),
    dueMs: field('shipByMs'),
    ...(dueByRuleMs ? { dueByRuleMs } : {}),
    ...(overWhen ? { overWhen } : {}),
    clause,
  };
}

/** A parcel seen on its way when the order's state was, or later: that state is old. */
const isUnderWay = exists(
  'parcels',
  and(
    or(known(field('shippedMs')), known(field('pickedUpMs')), known(field('signedMs'))),
    compare(field('seen'), 'ge', field('order.seen.status')),
  ),
);

/** The order's cell says so, or every line's; or a ticket that is about all of it. */
function isRefunded(sets: readonly string[]): Expr {
  const saysSo = (text: Expr): Expr => or(...sets.map((set) => certainly(inSet(text, set))));
  const lineSaysSo = saysSo(field('aftersaleText'));
  // Without amounts a ticket of the only line is about all of it.
  const isOfAll = coalesce(
    compare(field('refundFen'), 'ge', field('order.paidFen')),
    compare(count('lines'), 'le', value(1)),
  );
  return or(
    saysSo(field('aftersaleText')),
    and(exists('lines'), not(exists('lines', not(lineSaysSo)))),
    exists('tickets', and(saysSo(field('status')), certainly(isOfAll))),
  );
}
