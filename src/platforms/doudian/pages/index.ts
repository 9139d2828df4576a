/** Everything the content script needs of this platform. Imports readers only, no rules. */

import { chatStatsReader } from '../../shared-pages/chat-stats';
import { parcelListReader } from '../../shared-pages/parcel-list';
import { reviewListReader } from '../../shared-pages/review-list';
import type { PlatformPages } from '../../types';
import { aftersaleDetailReader } from './aftersale-detail';
import { aftersalePagesReader } from './aftersale-list-older';
import { orderDetailReader } from './order-detail';
import { orderPagesReader } from './order-list-older';
import { scorePagesReader } from './score-older';
import { doudianSite, findShopRef } from './shop';

export const doudianPages: PlatformPages = {
  id: 'doudian',
  readers: [
    orderPagesReader,
    aftersalePagesReader,
    scorePagesReader,
    orderDetailReader,
    aftersaleDetailReader,
    parcelListReader(doudianSite, /^\/ffa\/logistics\/parcelCenter$/),
    reviewListReader(doudianSite, /^\/ffa\/(?:maftersale|g)\/comment$/),
    chatStatsReader(
      doudianSite,
      /^\/pc_seller_v2\/main\/data\/customerService\/index$/,
      'im.jinritemai.com',
    ),
  ],
  findShop: (page) => findShopRef(page)?.value,
};
