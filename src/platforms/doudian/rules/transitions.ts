/**
 * Instants that no list prints, told by the state before and after. Order states: back-end texts
 * 2020–2025; after-sale states: 2021–2026.
 */
import type { Transitions } from '../../../core/transitions';

export const doudianTransitions: Transitions = {
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
  ],
  aftersales: [
    {
      instant: 'Agreed',
      before: ['ticket-waits-audit'],
      after: ['ticket-agreed', 'ticket-refunded'],
    },
    {
      instant: 'Refunded',
      before: ['ticket-waits-audit', 'ticket-agreed', 'ticket-arbitrating', 'ticket-negotiating'],
      after: ['ticket-refunded'],
    },
  ],
};
