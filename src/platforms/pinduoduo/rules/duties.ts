/**
 * What waits for the merchant on an after-sale case, and orders to be shipped: the page's own date and nothing else. Public
 * tables of limits contradict each other (24, 36 or 48 h for the same request), so none is written down.
 */
import type { DutyRule } from '../../../core/verdict-types';
import { compileWordSet } from '../../../core/words';
import { shipBy } from '../../shared-rules/ship-by';
import { pinduoduoWords } from './words';

const matcher = (set: string): ((text: string | undefined) => boolean) => {
  const matches = compileWordSet(pinduoduoWords[set] ?? {});
  return (text) => text !== undefined && matches(text);
};
const waitsForMerchant = matcher('ticket-waits-merchant');
const isReturn = matcher('type-return');
const waitsForReceipt = matcher('ticket-waits-receipt');

export const pinduoduoDuties: DutyRule[] = [
  {
    id: 'handle-return',
    indicator: 'return-signed-refund-hours',
    open: ({ f }) => waitsForReceipt(f.status),
    clause: '退货收货后退款：以页面倒计时为准（公开的时限各处写的不一样，所以只看页面）',
  },
  {
    id: 'handle-application',
    indicator: 'transit-refund-hours',
    open: ({ f }) => waitsForMerchant(f.status) && !isReturn(f.type),
    clause:
      '售后申请：以页面倒计时为准，超时系统自动处理（公开的时限各处写的不一样，所以只看页面）',
  },
  {
    id: 'handle-return-application',
    indicator: 'platform-help-rate',
    open: ({ f }) => waitsForMerchant(f.status) && isReturn(f.type),
    clause:
      '退货退款申请：以页面倒计时为准，超时系统自动处理（公开的时限各处写的不一样，所以只看页面）',
  },
  shipBy({
    words: pinduoduoWords,
    indicator: 'logistics-violation-rate',
    refunded: ['ticket-refunded', 'ticket-agreed'],
    clause:
      '发货：以页面的承诺发货时间为准（公开的时限各处写的不一样，所以只看页面；2026-08 页面文字）',
  }),
];
