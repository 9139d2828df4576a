/**
 * Everything the first content script needs of this platform: the two lists that are open all day. All
 * other readers are in `more.ts`. Imports readers only, no rules.
 */
import type { PlatformPages } from '../../types';
import { findMoreKind } from './addresses';
import { aftersaleListReader } from './aftersale-list';
import { OLDER_ROW } from './older-row';
import { orderListReader } from './order-list';
import { findShopRef } from './shop';

export const doudianPages: PlatformPages = {
  id: 'doudian',
  readers: [orderListReader, aftersaleListReader],
  kindOfMore: ({ doc, url }) =>
    findMoreKind(url) ?? (doc.getElementsByClassName(OLDER_ROW)[0] ? 'order-list' : undefined),
  findShop: (page) => findShopRef(page)?.value,
};
