/** Everything the content script needs of this platform. Imports readers only, no rules. */
import type { PlatformPages } from '../../types';
import { aftersaleDetailReader } from './aftersale-detail';
import { aftersalePagesReader } from './aftersale-list-older';
import { chatStatsReader } from './chat-stats';
import { orderDetailReader } from './order-detail';
import { orderPagesReader } from './order-list-older';
import { parcelListReader } from './parcel-list';
import { reviewListReader } from './review-list';
import { scorePagesReader } from './score-older';
import { findShopRef } from './shop';

export const doudianPages: PlatformPages = {
  id: 'doudian',
  readers: [
    orderPagesReader,
    aftersalePagesReader,
    scorePagesReader,
    orderDetailReader,
    aftersaleDetailReader,
    parcelListReader,
    reviewListReader,
    chatStatsReader,
  ],
  findShop: (page) => findShopRef(page)?.value,
};
