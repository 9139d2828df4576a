/** Spans that 淘宝 left out of an assessment, as notices and pages said. */
import type { ExcludedSpan } from '../../../core/calendar';

export const taobaoCalendar: ExcludedSpan[] = [
  {
    id: 'spring-festival-2026',
    indicators: ['arrival-hours', 'logistics-abnormal-rate'],
    from: '2026-02-10',
    to: '2026-02-23',
    by: 'paid',
    reason: '春节',
    source:
      '店铺真实体验分 2026 年春节豁免：2026-02-10 至 02-23 支付的订单不计到货时长与物流异常率（帮助页转载）',
  },
];
