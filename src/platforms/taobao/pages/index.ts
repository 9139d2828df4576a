/**
 * Everything the first content script needs of this platform: the two lists that are open all day. All
 * other readers are in `more.ts`. Imports readers only, no rules.
 */
import type { PlatformPages } from '../../types';
import { findMoreKind } from './addresses';
import { aftersaleListReader } from './aftersale-list';
import { orderListReader } from './order-list';
import { taobaoSite } from './shop';

export const taobaoPages: PlatformPages = {
  id: 'taobao',
  readers: [orderListReader, aftersaleListReader],
  kindOfMore: ({ url }) => findMoreKind(url),
  findShop: (page) => taobaoSite.findShop(page)?.value,
};
