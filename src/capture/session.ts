/**
 * The page session: what happens between opening an address and leaving it. It knows no browser API of
 * extensions and no platform; it watches one document, asks a reader, and tells what changed.
 */
import type { PageHealth, PageKind, ShopRef } from '../core/entities';
import type { MoreReaders, PageContext, PageReader, PageReading } from '../platforms/types';
import { startLocation } from './location';
import type { PaceWindow } from './pace';
import type { Timeline } from './self-time';

export interface SessionWindow extends PaceWindow {
  MutationObserver: typeof MutationObserver;
  /** For measures of our own time (`scorelens:read`); absent in some test environments. */
  performance?: Timeline;
}

export interface SessionOptions {
  readers: readonly PageReader[];
  /** Readers in scripts of their own: when they are needed, and how they come (undefined: they did not). */
  more?: {
    kindOf(page: PageContext): PageKind | undefined;
    load(kind: PageKind): Promise<MoreReaders | undefined>;
  };
  /** Document of this frame. */
  doc: Document;
  /** Top document when same-origin, else `doc`. */
  topDoc: Document;
  /**
   * Address of the top page, as far as this frame may see it. Asked at every pass as well, since a
   * frame hears nothing of its parent's navigation.
   */
  url(): URL;
  /** The clock, ms. */
  now(): number;
  win: SessionWindow;
  /** Ends everything at once. */
  signal: AbortSignal;
  /** Records or list changed. Only readings that may be stored: `ok` or `degraded`, with a shop or of a host. */
  onReading(reading: PageReading, seenMs: number): void;
  /**
   * Rows on the page after each pass, for badges: the same or other elements, new order, none. Called
   * after `onReading` of the same pass. Drawing must be idempotent.
   */
  onRows(rows: PageReading['rows'], reading: PageReading | undefined): void;
  /** The page stayed unreadable; once per reason. A later `onReading` means that it reads again. */
  onUnreadable(health: PageHealth, seenMs: number, shop: ShopRef | undefined): void;
}

export interface Session {
  /** The address changed without a load. The same address again is ignored. */
  navigate(url: URL): void;
  /** Read again soon, and report rows even if nothing changed (after waking up, say). */
  refresh(): void;
}

/** Starts at the current address. Ends with `signal`. */
export function startSession(options: SessionOptions): Session {
  let current: { href: string; refresh(): void; end: AbortController } | undefined;
  const { more } = options;
  let { readers } = options;
  /** Kinds of page whose script is here. */
  const loaded = new Set<PageKind>();
  let isLoading = false;

  const navigate = (url: URL): void => {
    if (options.signal.aborted || current?.href === url.href) return;
    current?.end.abort();
    // Badges of the last page must not stay on rows that are reused for the next.
    if (current) options.onRows([], undefined);
    start(url);
  };

  function start(url: URL): void {
    const end = new AbortController();
    current = { href: url.href, end, refresh: () => undefined };
    const reader = readers.find((each) => each.matches(url)) ?? standIn(url);
    if (!reader) return;
    const location = { ...options, signal: end.signal, onPass: loadMore };
    current.refresh = startLocation(location, reader, url, navigate);
  }

  /** Waits in the place of a reader that is not here yet, and says so if it never comes. */
  function standIn(url: URL): PageReader | undefined {
    const { doc, topDoc, now } = options;
    const kind = findMissing({ doc, topDoc, url, nowMs: now() });
    const read = (): never => {
      throw new Error('nothing to read');
    };
    return kind && { kind, matches: () => true, findRoot: () => undefined, read };
  }

  /** The kind of page whose script is not here yet. */
  function findMissing(page: PageContext): PageKind | undefined {
    const kind = more?.kindOf(page);
    return kind && !loaded.has(kind) ? kind : undefined;
  }

  /** Asked in each pass, so only of a visible page; a failure is tried again in a later pass. */
  function loadMore(page: PageContext): void {
    const kind = isLoading ? undefined : findMissing(page);
    if (!more || !kind) return;
    isLoading = true;
    void more.load(kind).then((extend) => {
      isLoading = false;
      if (!extend || options.signal.aborted) return;
      const known = readers;
      readers = extend(known);
      for (const reader of readers) if (!known.includes(reader)) loaded.add(reader.kind);
      loaded.add(kind);
      current?.end.abort();
      start(options.url());
    });
  }

  options.signal.addEventListener('abort', () => current?.end.abort(), { once: true });
  navigate(options.url());
  return { navigate, refresh: () => current?.refresh() };
}
