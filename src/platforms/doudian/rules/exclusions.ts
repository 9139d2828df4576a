/**
 * Orders that count nowhere. Rule 103956 (texts of 2026-05-07 and 2026-07-14; the 2026-09-08 notice
 * leaves it unchanged): valid paid orders only; gifts, 福袋, low-price, instantly-refunded and abnormal
 * orders excluded. The low-price line is not stated in the text (2 yuan in 2023 sources), so such orders
 * stay in, as estimates.
 */
import {
  and,
  coalesce,
  compare,
  exists,
  field,
  inSet,
  known,
  not,
  or,
  value,
} from '../../../core/expr-build';
import type { Exclusion, Expr } from '../../../core/measure';

const RULE = '规则 103956（2026-07-14 文本）考核订单范围';

/** An unknown text is no sign: absence of a tag cell never excludes an order. */
const certainly = (expr: Expr): Expr => coalesce(expr, value(false));

const hadMoneyBack = or(
  certainly(inSet(field('order.aftersaleText'), 'refund-text')),
  exists('lines', certainly(inSet(field('aftersaleText'), 'refund-text'))),
);

/** A closed order that nobody refunded had never been paid. */
const wasPaid = or(
  known(field('order.paidMs')),
  known(field('order.shippedMs')),
  exists('tickets'),
  hadMoneyBack,
);

const allLinesAreGifts = and(
  exists('lines'),
  not(exists('lines', not(certainly(inSet(field('tags'), 'gift'))))),
);

export const doudianExclusions: Exclusion[] = [
  {
    id: 'unpaid',
    when: inSet(field('order.status'), 'order-unpaid'),
    reason: '未付款',
    source: RULE,
  },
  {
    id: 'closed-unpaid',
    when: and(inSet(field('order.status'), 'order-closed'), not(wasPaid)),
    reason: '未付款已关闭',
    source: RULE,
  },
  {
    id: 'gift',
    when: or(
      certainly(inSet(field('order.tags'), 'gift')),
      certainly(inSet(field('order.orderType'), 'gift')),
      allLinesAreGifts,
    ),
    reason: '赠品／福袋',
    source: RULE,
  },
  {
    id: 'zero-paid',
    when: certainly(compare(field('order.paidFen'), 'le', value(0))),
    reason: '0 元订单',
    source: RULE,
  },
  {
    id: 'instant-refund',
    when: or(
      certainly(inSet(field('order.aftersaleText'), 'instant-refund')),
      exists('lines', certainly(inSet(field('aftersaleText'), 'instant-refund'))),
      exists('tickets', certainly(inSet(field('status'), 'instant-refund'))),
    ),
    reason: '极速退款',
    source: RULE,
  },
];

/** The order certainly counts; unknown while its status is. */
export const countsInScore: Expr = not(or(...doudianExclusions.map((each) => each.when)));

/** Certainly excluded; an order not seen yet (stub) is not. */
export const certainlyExcluded: Expr = certainly(or(...doudianExclusions.map((each) => each.when)));

/** Perhaps below the unpublished low-price line (2 yuan in 2023 sources). */
export const perhapsLowPrice: Expr = certainly(compare(field('order.paidFen'), 'le', value(200)));
