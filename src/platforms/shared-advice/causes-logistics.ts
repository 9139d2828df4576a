/** Causes that lie between payment and doorstep. */
import type { Playbook } from '../../core/advice-types';
import { playbook } from './define';
import { damageReasons, missingReasons, outOfStockReasons } from './reasons';

const PICKUP = [
  'pickup-hours',
  'pickup-on-time-rate',
  'pickup-points',
  'pickup-48h-rate',
  'pickup-24h-rate',
];
const DELIVERY = [
  'delivery-on-time-rate',
  'delivery-hours',
  'arrival-hours',
  'logistics-bad-rating-rate',
  'logistics-abnormal-rate',
  'dsr-logistics',
];

export const logisticsCauses: Playbook[] = [
  playbook({
    id: 'dispatch-slow',
    indicators: [...PICKUP, 'arrival-hours', 'group-to-sign-days'],
    actions: [
      ['these-hours', 'faster-pickup', { by: 'hour', span: 4, minShare: 0.4 }],
      ['these-days', 'faster-pickup', { by: 'weekday', span: 2, minShare: 0.4 }],
      ['this-product', 'faster-pickup', { by: 'sku' }],
      ['warehouse-zones', 'faster-pickup'],
    ],
    sources: ['S0', 'S1', 'S2', 'S3'],
  }),
  playbook({
    id: 'delivery-slow',
    indicators: [...DELIVERY, 'group-to-sign-days'],
    actions: [
      ['this-carrier', 'on-time-delivery', { by: 'carrier' }],
      ['this-province', 'on-time-delivery', { by: 'province' }],
      ['carrier-by-region', 'on-time-delivery'],
      ['peak-contract', 'on-time-delivery'],
    ],
    sources: ['S0', 'S1', 'S3', 'S4'],
  }),
  playbook({
    id: 'carrier-careless',
    indicators: [
      'damage-return-rate',
      'logistics-quality-return-rate',
      'logistics-bad-rating-rate',
      'logistics-violation-rate',
    ],
    actions: [
      ['change-carrier', 'fewer-damages', { by: 'carrier' }],
      [
        'weigh-and-photo',
        'fewer-damages',
        { by: 'reason', reasonSet: missingReasons, minShare: 0.2 },
      ],
      ['claim-damage', 'fewer-damages', { by: 'reason', reasonSet: damageReasons }],
      ['reliable-carrier', 'fewer-damages'],
    ],
    sources: ['S1', 'S3', 'S4'],
  }),
  playbook({
    id: 'out-of-stock',
    indicators: [...PICKUP, 'logistics-quality-return-rate', 'logistics-violation-rate'],
    actions: [
      ['safe-stock', 'fewer-stockouts', { by: 'sku' }],
      [
        'stop-selling',
        'fewer-stockouts',
        { by: 'reason', reasonSet: outOfStockReasons, minShare: 0.1 },
      ],
      ['forecast', 'fewer-stockouts'],
    ],
    sources: ['S1', 'S2', 'S4'],
  }),
];
