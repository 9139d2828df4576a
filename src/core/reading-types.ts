/** What a page reading says beside its records: which list, how much of it, how well it was read. */
import type { PageKind } from './entities';

/** Which list a page was showing, and how much of it (DESIGN §2 coverage). */
export interface ListReading {
  side: 'orders' | 'aftersales';
  /** '' for the whole list; else a stable key of tab and filters, e.g. "tab=待发货". */
  filterKey: string;
  /** The page's own total (共 N 条) for this filter. */
  total?: number;
  /** 1-based. */
  pageIndex?: number;
  pageSize?: number;
  /** Groups read on this page. */
  rows: number;
  /** Newest and oldest list date (order time / application time) on this page. */
  newestMs?: number;
  oldestMs?: number;
  /** True when the rows' list dates never increase from top to bottom. */
  newestFirst: boolean;
  /**
   * When these rows reached the page (load, paging, refresh), if known: a list left open over night
   * says nothing about the night. Without it, page 1 read again unchanged proves nothing newer.
   */
  loadedMs?: number;
  /** A date filter on the list date itself, when one is set and readable. */
  rangeFromMs?: number;
  rangeToMs?: number;
}

export type HealthVerdict = 'ok' | 'degraded' | 'broken';

/** How well a page could be read (DESIGN §6). */
export interface PageHealth {
  kind: PageKind;
  verdict: HealthVerdict;
  /** Which reading alternative matched, per step, e.g. {groups: 'auxo level rows', id: 'data-row-key'}. */
  alternatives: Record<string, string>;
  groupsSeen: number;
  groupsParsed: number;
  /** Field → number of groups where it was missing. */
  fieldsMissing: Record<string, number>;
  /** Machine codes for the reasons, e.g. 'no-groups', 'headers-unknown', 'total-but-empty', 'no-shop', 'login', 'captcha', 'loading'. */
  problems: string[];
}
