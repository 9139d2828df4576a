/** What a platform folder provides. Readers and rules are apart: content scripts import only the readers. */

import type { Changes } from '../capture/changes';
import type { Side } from '../core/coverage';
import type {
  ListReading,
  PageHealth,
  PageKind,
  PageRecord,
  ShopRef,
  SourceKind,
} from '../core/entities';
import type { WordSets } from '../core/measure';
import type { Side as SourceSide } from '../core/measure-sides';
import type { RulePack } from '../core/pack';
import type { Transitions } from '../core/transitions';
import type { DutyRule, WaitRule } from '../core/verdict-types';

/** Everything a reader may look at; no ambient state. */
export interface PageContext {
  /** Document of this frame. */
  doc: Document;
  /** URL of the top page as far as this frame may see it (same origin), else of the frame. */
  url: URL;
  /** Top document when same-origin (identity lives there), else `doc`. */
  topDoc: Document;
  nowMs: number;
  /** What changed under the root since a reader last took it; absent where nobody watches the page. */
  changes?: Changes;
}

export interface PageReading {
  kind: PageKind;
  shop?: ShopRef;
  /** The page names no shop, and is known not to: the merchant says once whose its host is. */
  ofHost?: true;
  records: PageRecord[];
  list?: ListReading;
  health: PageHealth;
  /** Row anchors for badges: one per group, in page order. */
  rows: { orderId: string; ticketId?: string; anchor: Element }[];
}

/** One page kind of one platform. Pure: reads the DOM, changes nothing. */
export interface PageReader {
  kind: PageKind;
  /** No public evidence of the markup: read by label text only. */
  unverified?: boolean;
  /** Only its address is public, so another page may stand there: without what we look for nothing is called broken. */
  addressOnly?: boolean;
  /** Cheap: does this address show this kind of page? (URL only.) */
  matches(url: URL): boolean;
  /**
   * The element to observe for changes, or undefined while it is not there or the content lives in
   * another frame (this frame then stays silent).
   */
  findRoot(page: PageContext): Element | undefined;
  read(page: PageContext, root: Element): PageReading;
  /**
   * Reads ahead what `read` will need, for as long as `mayGoOn`; false when something is left. Long pages
   * are read in slices so; `read` itself then looks at everything at one moment.
   */
  prepare?(page: PageContext, root: Element, mayGoOn: () => boolean): boolean;
  /** Attributes that tell more than texts do: a change in one of them is a change of the page. */
  hooks?: readonly string[];
}

/**
 * Imported by that platform's content scripts only. The first script runs in every page of the back-end,
 * so it need not have a reader at all: those that wait in other scripts are put into a frame when it shows
 * such a page.
 */
export interface PlatformPages {
  id: string;
  /** Readers in the first script. */
  readers: PageReader[];
  /**
   * What kind of page only another script can read, told by the address or by a mark in the page;
   * undefined where none is needed. Cheap: asked in every pass, until that script is there.
   */
  kindOfMore?(page: PageContext): PageKind | undefined;
  findShop(page: PageContext): ShopRef | undefined;
}

/** What such a script gives: all readers from now on, made of those that are there and its own. */
export type MoreReaders = (known: readonly PageReader[]) => PageReader[];

export interface PageSource {
  /** What the page adds: `measureSides` names what a measure needs. */
  side: SourceSide;
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

/** What is known of a platform without its rules: the popup asks the browser with this alone. */
export interface PlatformFace {
  id: string;
  /** Own name of the platform, for headings. */
  name: { 'zh-CN': string; en: string };
  /** Match patterns for manifest and content script. */
  hosts: string[];
  links: {
    orderList: string;
    aftersaleList: string;
    score: string;
    /** Link to one order in the back-end, as exact as is known. */
    order(orderId: string): string;
    ticket(ticketId: string, orderId: string): string;
  };
}

/** Imported by background, popup and dashboard. */
export interface Platform extends PlatformFace {
  /** File whose value, run in a page of the back-end, is that page's skeleton. */
  skeletonFile?: string;
  /** File of the script with the readers of a kind of page (`kindOfMore`); one file where it has them all. */
  moreReadersFile?: string | Partial<Record<PageKind, string>>;
  /** An order id has this shape. */
  orderIdPattern: RegExp;
  words: WordSets;
  packs: RulePack[];
  /** What waits for the merchant with a date. */
  duties: DutyRule[];
  /** What waits for the merchant while only a mean grows. */
  waits: WaitRule[];
  /**
   * States with a tab of the same name in the list: the tab alone (`tab=…`) holds every record whose
   * status says so, and nothing else. What left such a tab was handled elsewhere. Absent: no tab is known.
   */
  openStates?: Record<Side, readonly string[]>;
  /** States that put an instant nobody prints between two visits. Absent: none is derived. */
  transitions?: Transitions;
  /** Which page or export gives what: for telling a merchant what to open next. */
  sources: PageSource[];
}
