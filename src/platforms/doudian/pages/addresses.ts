/** Addresses of the pages that have a reader: the first script must know whose to fetch. */
import type { PageKind } from '../../../core/entities';
import { doudianSite } from './shop';

export const CHAT_HOST = 'im.jinritemai.com';

/** Whole paths, without a slash at the end. */
export const PATHS = {
  'order-list': /^\/ffa\/morder\/order\/list$/,
  // The workbench, and the older address beside it: its list may have markup of its own.
  'aftersale-list': /^\/ffa\/(?:merchant-aftersale-workbench|maftersale)\/aftersale\/list$/,
  // The second is the sub-page of one dimension.
  score: /^\/ffa\/eco\/experience-score(?:\/detail)?$/,
  'order-detail': /^\/ffa\/order\/detail$/,
  'aftersale-detail': /^\/ffa\/(?:maftersale|morder)\/aftersale\/detail-v[23][\w-]*$/,
  'parcel-list': /^\/ffa\/logistics\/parcelCenter$/,
  'review-list': /^\/ffa\/(?:maftersale|g)\/comment$/,
  'chat-stats': /^\/pc_seller_v2\/main\/data\/customerService\/index$/,
} satisfies Partial<Record<PageKind, RegExp>>;

/** The kind of page at an address. */
export function findMoreKind({ hostname, pathname }: URL): PageKind | undefined {
  const path = pathname.replace(/\/+$/, '');
  return (Object.keys(PATHS) as (keyof typeof PATHS)[]).find(
    (kind) =>
      PATHS[kind].test(path) && hostname === (kind === 'chat-stats' ? CHAT_HOST : doudianSite.host),
  );
}
