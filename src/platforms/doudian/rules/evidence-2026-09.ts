/** Which indicator each count of evidence.ts helps to explain, in the rule in force since 2026-09-08. */
import type { EvidenceCount } from '../../../core/pack';

export const evidence202609: EvidenceCount[] = [
  {
    id: 'orders-placed',
    measureId: 'orders-placed',
    indicator: 'pickup-hours',
    window: [30, 1],
    source: '订单列表：下单时间',
  },
  {
    id: 'unshipped-day-orders',
    measureId: 'unshipped-day-orders',
    indicator: 'pickup-hours',
    explains: true,
    pending: true,
    freshDays: 2,
    window: [30, 1],
    source: '订单列表：待发货满 24 小时（揽收计时），最近两天看到过的',
  },
  {
    id: 'aftersale-tickets',
    measureId: 'aftersale-tickets',
    indicator: 'platform-help-rate',
    window: [30, 1],
    source: '售后列表：申请时间',
  },
  {
    id: 'quality-reason-tickets',
    measureId: 'quality-reason-tickets',
    indicator: 'quality-return-rate',
    explains: true,
    window: [30, 1],
    source: '售后列表：申请原因为商品品质，按申请日计',
  },
  {
    id: 'damage-reason-tickets',
    measureId: 'damage-reason-tickets',
    indicator: 'damage-return-rate',
    explains: true,
    window: [30, 1],
    source: '售后列表：申请原因为商品／包装破损，按申请日计',
  },
  {
    id: 'arbitration-tickets',
    measureId: 'arbitration-tickets',
    indicator: 'platform-help-rate',
    explains: true,
    window: [30, 1],
    source: '售后列表：已进入仲裁的售后单，按申请日计',
  },
  {
    id: 'open-audit-tickets',
    measureId: 'open-audit-tickets',
    indicator: 'aftersale-audit-hours',
    explains: true,
    pending: true,
    freshDays: 2,
    window: [30, 1],
    source: '售后列表：待商家处理的售后单，最近两天看到过的',
  },
];
