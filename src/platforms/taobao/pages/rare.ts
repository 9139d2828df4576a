/** Readers of pages that are opened now and then, in a script of their own. */
import { chatStatsReader } from '../../shared-pages/chat-stats';
import { parcelListReader } from '../../shared-pages/parcel-list';
import { reviewListReader } from '../../shared-pages/review-list';
import type { MoreReaders } from '../../types';
import { PATHS } from './addresses';
import { taobaoSite } from './shop';

export const taobaoRare: MoreReaders = (first) => [
  ...first,
  parcelListReader(taobaoSite, PATHS['parcel-list']),
  reviewListReader(taobaoSite, PATHS['review-list']),
  chatStatsReader(taobaoSite, PATHS['chat-stats']),
];
