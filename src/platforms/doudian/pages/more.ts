/** What the second script adds to the lists: pages opened now and then, and the lists of earlier years. */

import type { PageKind } from '../../../core/entities';
import { chatStatsReader } from '../../shared-pages/chat-stats';
import { parcelListReader } from '../../shared-pages/parcel-list';
import { reviewListReader } from '../../shared-pages/review-list';
import type { MoreReaders, PageReader } from '../../types';
import { CHAT_HOST, PATHS } from './addresses';
import { aftersaleDetailReader } from './aftersale-detail';
import { withWideRows } from './aftersale-list-older';
import { orderDetailReader } from './order-detail';
import { withOlderOrders } from './order-list-older';
import { scorePagesReader } from './score-older';
import { doudianSite } from './shop';

/** Lists that had other markup in earlier years, or have under an older address. */
const OLDER: Partial<Record<PageKind, (today: PageReader) => PageReader>> = {
  'order-list': withOlderOrders,
  'aftersale-list': withWideRows,
};

export const doudianMore: MoreReaders = (first) => [
  ...first.map((reader) => OLDER[reader.kind]?.(reader) ?? reader),
  scorePagesReader,
  orderDetailReader,
  aftersaleDetailReader,
  parcelListReader(doudianSite, PATHS['parcel-list']),
  reviewListReader(doudianSite, PATHS['review-list']),
  chatStatsReader(doudianSite, PATHS['chat-stats'], CHAT_HOST),
];
