/** What a platform folder provides. Readers and rules are apart: content scripts import only the readers. */
import type { ListReading, PageHealth, PageKind, PageRecord, ShopRef } from '../core/entities';
import type { WordSets } from '../core/measure';
import type { RulePack } from '../core/pack';
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
}

export interface PageReading {
  kind: PageKind;
  shop?: ShopRef;
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
  /** Cheap: does this address show this kind of page? (URL only.) */
  matches(url: URL): boolean;
  /**
   * The element to observe for changes, or undefined while it is not there or the content lives in
   * another frame (this frame then stays silent).
   */
  findRoot(page: PageContext): Element | undefined;
  read(page: PageContext, root: Element): PageReading;
}

/** Imported by that platform's content script only. */
export interface PlatformPages {
  id: string;
  readers: PageReader[];
  findShop(page: PageContext): ShopRef | undefined;
}

/** Imported by background, popup and dashboard. */
export interface Platform {
  id: string;
  /** Own name of the platform, for headings. */
  name: { 'zh-CN': string; en: string };
  /** Match patterns for manifest and content script. */
  hosts: string[];
  /** An order id has this shape. */
  orderIdPattern: RegExp;
  words: WordSets;
  packs: RulePack[];
  /** What waits for the merchant with a date. */
  duties: DutyRule[];
  /** What waits for the merchant while only a mean grows. */
  waits: WaitRule[];
  links: {
    orderList: string;
    aftersaleList: string;
    score: string;
    /** Link to one order in the back-end, as exact as is known. */
    order(orderId: string): string;
    ticket(ticketId: string, orderId: string): string;
  };
}
