/**
 * Instants that 千牛's lists do not print, told by what they say before and after (words of pages and
 * exports, 2026). 发货未超时 and 发货已超时 stand beside the state: between them the promise ran out.
 */
import type { Transitions } from '../../../core/transitions';

export const taobaoTransitions: Transitions = {
  orders: [
    {
      instant: 'Shipped',
      before: ['order-waits-shipping'],
      after: ['order-shipped', 'order-done'],
    },
    {
      instant: 'Finished',
      before: ['order-waits-shipping', 'order-shipped'],
      after: ['order-done'],
    },
    { instant: 'Overdue', from: 'tags', before: ['ship-in-time'], after: ['ship-overdue'] },
  ],
  aftersales: [
    {
      instant: 'Agreed',
      before: ['ticket-waits-merchant'],
      after: ['ticket-agreed', 'ticket-refunded'],
    },
    {
      instant: 'Refunded',
      before: [
        'ticket-waits-merchant',
        'ticket-agreed',
        'ticket-platform',
        'ticket-waits-evidence',
      ],
      after: ['ticket-refunded'],
    },
  ],
};
