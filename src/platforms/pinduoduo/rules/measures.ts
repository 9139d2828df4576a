/** Measures behind 拼多多's indicators: what lists and chat statistics can tell of them. */
import {
  and,
  compare,
  field,
  inSet,
  not,
  or,
  seconds,
  sub,
  unknown,
  value,
} from '../../../core/expr-build';
import type { Measure } from '../../../core/measure';
import { counted, ofChatDay } from '../../shared-rules/frames';
import {
  byRefundDay,
  bySigningDay,
  certainly,
  clocksAgree,
  isValid,
  listMeasures,
  neverShips,
  paidMs,
  paidOrPlacedMs,
  refundedMs,
  signedByCarrierMs,
  signedMs,
} from '../../shared-rules/parts';

const NAVIGATOR = '店铺领航员（2026-06 与 2026-08 后台页面，定义见帮助页转载）';

const refundWait = seconds(sub(refundedMs, field('appliedMs')));
const signedToRefund = seconds(sub(refundedMs, field('returnSignedMs')));
const isSignedBefore = certainly(compare(signedMs, 'le', field('appliedMs')));
/** The order's own state says that it never left. */
const isRefundedUnshipped = certainly(inSet(field('status'), 'order-never-ships'));
/** Withdrawn or closed without a refund: no refund took any time. */
const cameToNothing = and(inSet(field('status'), 'ticket-ended'), unknown(field('refundedMs')));

const measures: Measure[] = [
  counted({
    id: 'transit-refund-hours',
    unit: 'ticket',
    include: and(
      not(certainly(inSet(field('type'), 'type-no-refund'))),
      not(certainly(inSet(field('type'), 'type-return'))),
      not(isSignedBefore),
      not(cameToNothing),
    ),
    day: byRefundDay(),
    num: refundWait,
    unknownWhen: not(clocksAgree),
    // No list says when the buyer's parcel was signed: taken as unsigned.
    estimateWhen: unknown(signedMs),
    offends: compare(refundWait, 'gt', value(86_400)),
    lagDays: 90,
    source: `${NAVIGATOR} 在途订单退款时长：未签收订单的平均退款时长`,
  }),
  counted({
    id: 'return-signed-refund-hours',
    unit: 'ticket',
    include: and(inSet(field('type'), 'type-return'), not(cameToNothing)),
    day: byRefundDay(),
    num: signedToRefund,
    unknownWhen: compare(refundedMs, 'lt', field('returnSignedMs')),
    offends: compare(signedToRefund, 'gt', value(86_400)),
    lagDays: 90,
    source: `${NAVIGATOR} 商家签收退货后的平均退款时长：退货签收 → 同意`,
  }),
  counted({
    id: 'group-to-sign-days',
    unit: 'order',
    include: and(isValid, not(neverShips), not(isRefundedUnshipped)),
    day: bySigningDay,
    num: seconds(sub(signedMs, paidOrPlacedMs)),
    // Unknown too while either instant is; so below.
    unknownWhen: compare(signedMs, 'lt', paidOrPlacedMs),
    proxyWhen: or(unknown(signedByCarrierMs), unknown(paidMs)),
    offends: value(false),
    lagDays: 60,
    source: `${NAVIGATOR} 成团-签收时效：成团到签收的平均天数；支付时间代成团时间`,
  }),
  ofChatDay({
    id: 'chat-3min-reply-rate',
    num: field('answeredIn3Min'),
    den: field('sessions'),
    // The rule counts buyers; the day's sessions stand in for them.
    proxyWhen: value(true),
    source: `${NAVIGATOR} 3分钟人工回复率：（咨询买家 − 3 分钟未人工回复）÷ 咨询买家，8:00–23:00`,
  }),
];
/** The measures named, and the two list counts. */
export const byId = (...ids: string[]): Measure[] => [
  ...measures.filter((each) => ids.includes(each.id)),
  ...listMeasures,
];
