/** Where this platform shows or exports what the rules count. Addresses as readers of 2026 have them. */
import type { PageSource } from '../types';

const BACKEND = 'https://myseller.taobao.com/home.htm';

export const taobaoSources: PageSource[] = [
  { side: 'orders', page: 'order-list', tab: '全部订单', file: 'order-export' },
  { side: 'aftersales', page: 'aftersale-list', tab: '全部', file: 'aftersale-export' },
  { side: 'parcels', page: 'parcel-list', url: `${BACKEND}/package-center/packageMonitor` },
  { side: 'reviews', page: 'review-list', url: `${BACKEND}/comment-manage/list/rateWait4PC` },
  { side: 'chat', page: 'chat-stats', url: `${BACKEND}/op-sycm-svc/overview` },
];
