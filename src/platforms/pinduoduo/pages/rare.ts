/** Readers of pages that are opened now and then, in a script of their own. */
import { chatStatsReader } from '../../shared-pages/chat-stats';
import { parcelListReader } from '../../shared-pages/parcel-list';
import type { MoreReaders } from '../../types';
import { PATHS } from './addresses';
import { aftersaleDetailReader } from './aftersale-detail';
import { orderPageReader } from './order-detail';
import { reviewPageReader } from './review-list';
import { pinduoduoSite } from './shop';
import { CHAT_COLUMNS } from './words';

const chatReader = chatStatsReader(pinduoduoSite, PATHS['chat-stats'], {
  columns: CHAT_COLUMNS,
  marker: /咨询人数|咨询消费者数|咨询买家数|3分钟人工/,
});

export const pinduoduoRare: MoreReaders = (first) => [
  ...first,
  orderPageReader,
  aftersaleDetailReader,
  reviewPageReader,
  parcelListReader(pinduoduoSite, PATHS['parcel-list'], true),
  chatReader,
];
