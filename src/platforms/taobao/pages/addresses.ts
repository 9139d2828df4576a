/** Addresses of the pages; two hosts serve all of them. Those of the second script: `MORE`. */
import type { PageKind } from '../../../core/entities';
import { isAt } from '../../shared-pages/site';
import { taobaoSite } from './shop';

const path = (rest: string): RegExp => new RegExp(`^/home\\.htm/${rest}$`);

/** Whole paths, without a slash at the end (readers of 2026; some shops have `tp/` in the refund list's). */
export const ORDER_LIST = path('trade-platform/tp/sold');
export const REFUND_LIST = path('trade-platform/(?:tp/)?refund-list');

export const MORE = {
  score: path('voc-tmall/serverReport'),
  'order-detail': path('trade-platform/tp/detail'),
  'aftersale-detail': path('trade-platform/(?:tp/)?refund-list/detail'),
  'parcel-list': path('package-center/packageMonitor'),
  'review-list': path('comment-manage/list/rateWait4PC'),
  'chat-stats': path('op-sycm-svc/overview'),
} satisfies Partial<Record<PageKind, RegExp>>;

/** The kind of page at an address, if the second script has its reader. */
export function findMoreKind({ hostname, pathname }: URL): PageKind | undefined {
  if (!isAt(taobaoSite, hostname)) return undefined;
  const bare = pathname.replace(/\/+$/, '');
  return (Object.keys(MORE) as (keyof typeof MORE)[]).find((kind) => MORE[kind].test(bare));
}
