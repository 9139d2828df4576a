/**
 * What every page of this back-end needs: to know which reader's script to fetch, and when. The readers
 * themselves are in `lists.ts`, `score-pages.ts` and `rare.ts`.
 */
import type { PlatformPages } from '../../types';
import { findMoreKind } from './addresses';
import { taobaoSite } from './shop';

export const taobaoPages: PlatformPages = {
  id: 'taobao',
  readers: [],
  kindOfMore: ({ url }) => findMoreKind(url),
  findShop: (page) => taobaoSite.findShop(page)?.value,
};
