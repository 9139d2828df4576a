/** Measures behind 拼多多's indicators: what lists and chat statistics can tell of them. */
import {
  and,
  coalesce,
  compare,
  day,
  field,
  inSet,
  max,
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
  certainly,
  clocksAgree,
  closedMs,
  isValid,
  listMeasures,
  paidMs,
  paidOrPlacedMs,
  signedByCarrierMs,
  signedMs,
} from '../../shared-rules/parts';

const NAVIGATOR = '店铺领航员（2026-06 与 2026-08 后台页面，定义见帮助页转载）';

const refundWait = seconds(sub(closedMs, field('appliedMs')));
const isSignedBefore = certainly(
  compare(max('parcels', field('signedMs')), 'le', field('appliedMs')),
);

const measures: Measure[] = [
  counted({
    id: 'transit-refund-hours',
    unit: 'ticket',
    include: and(
      not(certainly(inSet(field('type'), 'type-no-refund'))),
      not(certainly(inSet(field('type'), 'type-return'))),
      not(isSignedBefore),
    ),
    day: day(coalesce(closedMs, field('seen.status'))),
    num: refundWait,
    unknownWhen: not(clocksAgree),
    offends: compare(refundWait, 'gt', value(86_400)),
    lagDays: 90,
    source: `${NAVIGATOR} 在途订单退款时长：未签收订单的平均退款时长`,
  }),
  counted({
    id: 'return-signed-refund-hours',
    unit: 'ticket',
    include: inSet(field('type'), 'type-return'),
    day: day(coalesce(closedMs, field('seen.status'))),
    num: seconds(sub(closedMs, field('returnSignedMs'))),
    unknownWhen: compare(closedMs, 'lt', field('returnSignedMs')),
    offends: compare(seconds(sub(closedMs, field('returnSignedMs'))), 'gt', value(86_400)),
    lagDays: 90,
    source: `${NAVIGATOR} 商家签收退货后的平均退款时长：退货签收 → 同意`,
  }),
  counted({
    id: 'group-to-sign-days',
    unit: 'order',
    include: isValid,
    day: day(coalesce(signedMs, field('seen.status'), paidOrPlacedMs)),
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
