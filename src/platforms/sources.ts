/** Which page or export of each platform gives what: for telling a merchant what to open next. */
import type { PageKind, SourceKind } from '../core/entities';
import type { Side } from '../core/measure-sides';
import { doudianSources } from './doudian/sources';
import { pinduoduoSources } from './pinduoduo/sources';

export interface PageSource {
  /** What the page adds: `measureSides` names what a measure needs. */
  side: Side;
  page: PageKind;
  /** Address, for pages that `Platform.links` does not name. */
  url?: string;
  /** The tab that shows everything, in the platform's own words. */
  tab?: string;
  /** Largest number of rows on a page. */
  pageSize?: number;
  /** The export that holds the same. */
  file?: Extract<SourceKind, 'order-export' | 'aftersale-export'>;
}

const sources: Record<string, PageSource[]> = {
  doudian: doudianSources,
  pinduoduo: pinduoduoSources,
};

/** Empty for a platform of which none is known. */
export const sourcesOf = (platform: string): PageSource[] => sources[platform] ?? [];
