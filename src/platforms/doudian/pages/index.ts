/**
 * What every page of this back-end needs: to know which reader's script to fetch, and when. The readers
 * themselves are in `lists.ts`, `score-pages.ts` and `rare.ts`.
 */
import type { PlatformPages } from '../../types';
import { findMoreKind } from './addresses';
import { findShopRef } from './shop';

export const doudianPages: PlatformPages = {
  id: 'doudian',
  readers: [],
  kindOfMore: ({ url }) => findMoreKind(url),
  findShop: (page) => findShopRef(page)?.value,
};
