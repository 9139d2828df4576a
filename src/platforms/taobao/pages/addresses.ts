/** Addresses of the pages that have a reader: the first script must know whose to fetch. Two hosts serve all. */
import type { PageKind } from '../../../core/entities';
import { isAt } from '../../shared-pages/site';
import { taobaoSite } from './shop';

const path = (rest: string): RegExp => new RegExp(`^/home\\.htm/${rest}$`);

/** Whole paths, without a slash at the end (readers of 2026; some shops have `tp/` in the refund list's). */
export const PATHS = {
  // The second is the old page's, whose own host is none of 千牛's.
  'order-list': /^\/(?:home\.htm\/trade-platform\/tp\/sold|trade\/itemlist\/list_sold_items\.htm)$/,
  'aftersale-list': path('trade-platform/(?:tp/)?refund-list'),
  score: path('voc-tmall/serverReport'),
  'order-detail': path('trade-platform/tp/detail'),
  'aftersale-detail': path('trade-platform/(?:tp/)?refund-list/detail'),
  'parcel-list': path('package-center/packageMonitor'),
  'review-list': path('comment-manage/list/rateWait4PC'),
  'chat-stats': path('op-sycm-svc/overview'),
} satisfies Partial<Record<PageKind, RegExp>>;

/** The kind of page at an address. */
export function findMoreKind({ hostname, pathname }: URL): PageKind | undefined {
  if (!isAt(taobaoSite, hostname)) return undefined;
  const bare = pathname.replace(/\/+$/, '');
  return (Object.keys(PATHS) as (keyof typeof PATHS)[]).find((kind) => PATHS[kind].test(bare));
}
