/** Where this platform shows or exports what the rules count. Addresses as seen 2021–2026. */
import type { PageSource } from '../types';

const BACKEND = 'https://mms.pinduoduo.com';

export const pinduoduoSources: PageSource[] = [
  { side: 'orders', page: 'order-list', tab: '全部', pageSize: 100, file: 'order-export' },
  {
    side: 'aftersales',
    page: 'aftersale-list',
    tab: '全部',
    pageSize: 100,
    file: 'aftersale-export',
  },
  { side: 'parcels', page: 'parcel-list', url: `${BACKEND}/logistics/home` },
  { side: 'reviews', page: 'review-list', url: `${BACKEND}/goods/evaluation/index` },
  { side: 'chat', page: 'chat-stats', url: `${BACKEND}/mms-chat/overview/merchant` },
];
