/**
 * Everything the first content script needs of this platform: the two lists that are open all day. All
 * other readers are in `more.ts`. Imports readers only, no rules.
 */
import type { PlatformPages } from '../../types';
import { findMoreKind } from './addresses';
import { aftersaleListReader } from './aftersale-list';
import { orderListReader } from './order-list';
import { pinduoduoSite } from './shop';

export const pinduoduoPages: PlatformPages = {
  id: 'pinduoduo',
  readers: [orderListReader, aftersaleListReader],
  kindOfMore: ({ url }) => findMoreKind(url),
  findShop: (page) => pinduoduoSite.findShop(page)?.value,
};
