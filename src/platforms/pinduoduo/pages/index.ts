/**
 * What every page of this back-end needs: to know which reader's script to fetch, and when. The readers
 * themselves are in `lists.ts`, `score-pages.ts` and `rare.ts`.
 */
import type { PlatformPages } from '../../types';
import { findMoreKind } from './addresses';
import { pinduoduoSite } from './shop';

export const pinduoduoPages: PlatformPages = {
  id: 'pinduoduo',
  readers: [],
  kindOfMore: ({ url }) => findMoreKind(url),
  findShop: (page) => pinduoduoSite.findShop(page)?.value,
};
