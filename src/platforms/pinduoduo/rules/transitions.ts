/** When an order was last known to wait, told by the state of a page as it was loaded (captures of 2026). */
import type { Transitions } from '../../../core/transitions';

export const pinduoduoTransitions: Transitions = {
  orders: [{ instant: 'Shipped', before: ['order-waits-shipping'], after: ['order-shipped'] }],
  aftersales: [],
};
