/** Where this platform shows or exports what the rules count. Addresses and sizes as seen 2022–2026. */
import type { PageSource } from '../types';

const BACKEND = 'https://fxg.jinritemai.com';

export const doudianSources: PageSource[] = [
  { side: 'orders', page: 'order-list', tab: '全部', pageSize: 100, file: 'order-export' },
  {
    side: 'aftersales',
    page: 'aftersale-list',
    tab: '全部',
    pageSize: 100,
    file: 'aftersale-export',
  },
  { side: 'parcels', page: 'parcel-list', url: `${BACKEND}/ffa/logistics/parcelCenter` },
  { side: 'reviews', page: 'review-list', url: `${BACKEND}/ffa/maftersale/comment` },
  {
    side: 'chat',
    page: 'chat-stats',
    url: 'https://im.jinritemai.com/pc_seller_v2/main/data/customerService/index',
  },
];
