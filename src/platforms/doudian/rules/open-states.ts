/**
 * Tabs of the lists that are named after the state of everything in them. Quick-filter cards are not
 * here: what a card leaves out is written nowhere. Order tabs: back-end texts 2020–2025; after-sale
 * states: 2021–2026.
 */
import type { Platform } from '../../types';

export const doudianOpenStates: NonNullable<Platform['openStates']> = {
  orders: ['待发货', '备货中'],
  aftersales: ['待商家处理', '待商家收货', '待商家发货', '待商家退款'],
};
