/** Readers of pages that are opened now and then, in a script of their own. */

import { chatStatsReader } from '../../shared-pages/chat-stats';
import { parcelListReader } from '../../shared-pages/parcel-list';
import { reviewListReader } from '../../shared-pages/review-list';
import type { MoreReaders } from '../../types';
import { CHAT_HOST, PATHS } from './addresses';
import { aftersalePageReader, orderPageReader } from './details';
import { doudianSite } from './shop';

export const doudianRare: MoreReaders = (first) => [
  ...first,
  orderPageReader,
  aftersalePageReader,
  parcelListReader(doudianSite, PATHS['parcel-list']),
  reviewListReader(doudianSite, PATHS['review-list']),
  chatStatsReader(doudianSite, PATHS['chat-stats'], { host: CHAT_HOST, isShopless: true }),
];
