/** What the second script adds to the lists: pages opened now and then. */
import { chatStatsReader } from '../../shared-pages/chat-stats';
import { parcelListReader } from '../../shared-pages/parcel-list';
import { reviewListReader } from '../../shared-pages/review-list';
import type { MoreReaders } from '../../types';
import { MORE } from './addresses';
import { orderPageReader, refundPageReader } from './details';
import { scorePagesReader } from './score';
import { taobaoSite } from './shop';

export const taobaoMore: MoreReaders = (first) => [
  ...first,
  scorePagesReader,
  orderPageReader,
  refundPageReader,
  parcelListReader(taobaoSite, MORE['parcel-list']),
  reviewListReader(taobaoSite, MORE['review-list']),
  chatStatsReader(taobaoSite, MORE['chat-stats']),
];
