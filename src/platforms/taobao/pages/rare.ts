/** Readers of pages that are opened now and then, in a script of their own. */
import { chatStatsReader } from '../../shared-pages/chat-stats';
import { parcelListReader } from '../../shared-pages/parcel-list';
import { reviewListReader } from '../../shared-pages/review-list';
import type { MoreReaders } from '../../types';
import { PATHS } from './addresses';
import { CHAT_COLUMNS, REVIEW_COLUMNS, REVIEW_LABELS } from './rare-words';
import { taobaoSite } from './shop';

export const taobaoRare: MoreReaders = (first) => [
  ...first,
  parcelListReader(taobaoSite, PATHS['parcel-list']),
  reviewListReader(taobaoSite, PATHS['review-list'], {
    columns: REVIEW_COLUMNS,
    labels: REVIEW_LABELS,
    marker: /评价时间|评价管理|描述相符/,
  }),
  chatStatsReader(taobaoSite, PATHS['chat-stats'], {
    columns: CHAT_COLUMNS,
    marker: /轮次|接待人数|咨询人数|评价总数/,
  }),
];
