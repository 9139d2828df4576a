/** Addresses of the pages that have a reader: the first script must know whose to fetch. */
import type { PageKind } from '../../../core/entities';
import { pinduoduoSite } from './shop';

/** Whole paths, without a slash at the end. */
export const PATHS = {
  'order-list': /^\/orders\/list$/,
  'aftersale-list': /^\/aftersales\/aftersale_list$/,
  // 消费者服务体验分 and 店铺领航员.
  score: /^\/sycm\/goods_quality\/(?:help|pilot_mall)$/,
  'order-detail': /^\/orders\/detail$/,
  'aftersale-detail': /^\/aftersales(?:-ssr)?\/detail$/,
  'parcel-list': /^\/logistics\/home$/,
  'review-list': /^\/goods\/evaluation\/index$/,
  'chat-stats': /^\/mms-chat\/overview\/(?:merchant|service)$/,
} satisfies Partial<Record<PageKind, RegExp>>;

/** The kind of page at an address. */
export function findMoreKind({ hostname, pathname }: URL): PageKind | undefined {
  if (hostname !== pinduoduoSite.host) return undefined;
  const path = pathname.replace(/\/+$/, '');
  return (Object.keys(PATHS) as (keyof typeof PATHS)[]).find((kind) => PATHS[kind].test(path));
}
