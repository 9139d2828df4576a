/**
 * Tabs of the lists that are named after the state of everything in them. What 千牛 calls its tabs today
 * is not public; where one has the very words of a state (notices and readers of 2026), it is this one.
 * Counters such as 24小时内待处理 are no tabs: what they leave out is written nowhere.
 */
import type { Platform } from '../../types';

export const taobaoOpenStates: NonNullable<Platform['openStates']> = {
  orders: ['买家已付款', '等待卖家发货', '待发货'],
  aftersales: ['待商家处理', '待商家确认收货', '待商家收货', '待商家举证', '待举证'],
};
