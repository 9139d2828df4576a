/** Everything the content script needs of this platform. Imports readers only, no rules. */
import type { PlatformPages } from '../../types';
import { aftersaleListReader } from './aftersale-list';
import { orderListReader } from './order-list';
import { scorePagesReader } from './score-older';
import { findShopRef } from './shop';

export const doudianPages: PlatformPages = {
  id: 'doudian',
  readers: [orderListReader, aftersaleListReader, scorePagesReader],
  findShop: (page) => findShopRef(page)?.value,
};
