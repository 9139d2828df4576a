/** Measures of the rules of 2026-04-07 and 2026-07-14 (103956) that the rule in force no longer has. */
import {
  and,
  compare,
  day,
  exists,
  hours,
  not,
  or,
  seconds,
  sub,
  unknown,
  value,
} from '../../../core/expr-build';
import type { Measure } from '../../../core/measure';
import { counted } from '../../shared-rules/frames';
import { paidMs, paidOrPlacedMs } from '../../shared-rules/parts';
import {
  DAY_SECONDS,
  firstReason,
  isPresale,
  neverShips,
  pickedUpByCarrierMs,
  pickedUpMs,
  pickupStartMs,
} from './conditions';
import { countsInScore, isUnpaid, perhapsLowPrice } from './exclusions';
import { byPickupDay, isLogisticsReason } from './measures-2021';

const RULE = '规则 103956（2026-05-07 文本）';
const waited = sub(pickedUpMs, pickupStartMs);

export const measures202604: Measure[] = [
  counted({
    id: 'pickup-points',
    unit: 'order',
    include: and(countsInScore, not(neverShips)),
    day: byPickupDay,
    num: seconds(waited),
    unknownWhen: or(isUnpaid, compare(pickedUpMs, 'lt', paidOrPlacedMs)),
    proxyWhen: or(unknown(pickedUpByCarrierMs), unknown(paidMs)),
    estimateWhen: or(perhapsLowPrice, isPresale),
    bucket: hours(waited),
    offends: compare(seconds(waited), 'gt', value(DAY_SECONDS)),
    lagDays: 60,
    source: `${RULE} 揽收时长平均得分：每单按揽收小时得 50–100 分后取均值，18:00–06:00 支付从 06:00 起算；小时表未公布`,
  }),
  counted({
    id: 'logistics-quality-return-rate',
    unit: 'order',
    include: countsInScore,
    day: day(paidOrPlacedMs),
    num: and(exists('tickets'), isLogisticsReason(firstReason)),
    unknownWhen: isUnpaid,
    proxyWhen: unknown(paidMs),
    // Only with a judgement or payout does it count; no list shows these.
    estimateWhen: or(perhapsLowPrice, exists('tickets')),
    lagDays: 2,
    source: `${RULE} 发货物流品退率：首次原因为发货物流品质且被判责或赔付的支付订单 ÷ 支付订单`,
  }),
];
