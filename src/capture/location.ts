/** One address of a page session: wait for the content, observe it, read it, until the signal ends it. */
import type { PageHealth, ShopRef } from '../core/entities';
import type { PageContext, PageReader, PageReading } from '../platforms/types';
import { createChangeLog } from './changes';
import { unreadHealth } from './health';
import { createPace, THROTTLE_MS } from './pace';
import { frameDocuments, isBusy } from './page-state';
import { createMemory } from './reading-memory';
import { createSelfTime } from './self-time';
import type { SessionOptions } from './session';
import { findChanged } from './ticking';

/** Back-ends take 8–10 s to render; twice that and the page is not what its address says. */
const LATE_MS = 20_000;
/** A page that finished loading, shows no spinner and has been still for a while will not change either. */
const CALM_AFTER_MS = 8_000;
const STILL_MS = 4_000;
/** A page being rendered may look broken for a moment; only what stays broken is reported. */
const SETTLE_MS = 4_000;
/** It names its shop, or is of a host whose shop the merchant has said. */
const isOfShop = ({ shop, ofHost }: PageReading): boolean => shop !== undefined || ofHost === true;
/** Our share of the page's main thread at a time: half a frame. */
const SLICE_MS = 8;
const MAX_SLICES = 60;
/** Looks without any mutation (a spinner's class, a late top bar): soon at first, then rarely. */
const MIN_RETRY_MS = 500;
const MAX_RETRY_MS = 30_000;

export interface LocationOptions extends SessionOptions {
  /** Before each look at the page. */
  onPass(page: PageContext): void;
}

/** Starts reading; returns `refresh`. `navigate` is called when the address turns out to have changed. */
export function startLocation(
  options: LocationOptions,
  reader: PageReader,
  url: URL,
  navigate: (url: URL) => void,
): () => void {
  const { doc, topDoc, win, signal } = options;
  const memory = createMemory();
  const pace = createPace(win, pass);
  const time = createSelfTime(win.performance);
  const observer = new win.MutationObserver((mutations) => {
    changedMs = options.now();
    if (!root) {
      pace.soon(waitMs());
      return;
    }
    const changed = findChanged(mutations, root);
    if (changed.inside.size === 0) return;
    changes.add(changed);
    pace.soon();
  });
  /** Begun anew with each root: nobody saw what changed before. */
  let changes = createChangeLog();
  let slices = 0;
  let root: Element | undefined;
  let changedMs = options.now();
  /** What keeps us from reading, and since when (visible time only). */
  let failing: { why: string; sinceMs: number } | undefined;
  let reported = '';

  doc.addEventListener('visibilitychange', onVisibility, { signal });
  signal.addEventListener('abort', stop, { once: true });
  if (!doc.hidden) pass();
  return () => pace.soon(0);

  function stop(): void {
    observer.disconnect();
    pace.stop();
  }

  function onVisibility(): void {
    stop();
    root = undefined;
    failing = undefined;
    if (!doc.hidden) pace.soon(0);
  }

  /** While waiting, look less often the longer it takes: a page that loads mutates all the time. */
  function waitMs(): number {
    return Math.min(2_000, Math.max(THROTTLE_MS, failedMs() / 4));
  }

  function pass(): void {
    if (signal.aborted || doc.hidden) return;
    const address = options.url();
    if (address.href !== url.href) {
      navigate(address);
      if (signal.aborted) return;
    }
    const page: PageContext = { doc, topDoc, url: address, nowMs: options.now() };
    options.onPass(page);
    const reading = time('read', () => attempt(page));
    if (reading === 'unfinished') {
      pace.next();
      return;
    }
    if (!reading) waitForRoot(page);
    else if (reading.health.problems.includes('loading')) waitForRows(page, reading);
    else if (reading.health.verdict === 'broken' || !isOfShop(reading)) failed(page, reading);
    else if (reading.list?.rows === 0 && !lasts('empty', page, SETTLE_MS)) waitForFirst(reading);
    else succeeded(page, reading);
  }

  /** Finds the root if need be and reads it. A reader that throws is a broken page, not a dead session. */
  function attempt(page: PageContext): PageReading | undefined | 'unfinished' {
    try {
      // A broken page may have grown a better root meanwhile.
      if (!root?.isConnected || failing) observe(reader.findRoot(page));
      if (!root) return undefined;
      const watched = { ...page, changes };
      if (!isPrepared(watched, root)) return 'unfinished';
      slices = 0;
      return reader.read(watched, root);
    } catch {
      slices = 0;
      changes = createChangeLog();
      const health = unreadHealth(reader.kind, 'reader-error');
      return { kind: reader.kind, records: [], rows: [], health };
    }
  }

  /** A slice of reading ahead; true when `read` may follow in the same task. */
  function isPrepared(page: PageContext, at: Element): boolean {
    slices += 1;
    // A page that changes faster than we read is read as it stands.
    if (!reader.prepare || slices > MAX_SLICES) return true;
    const clock = (): number => win.performance?.now() ?? 0;
    const startMs = clock();
    let isWork = false;
    const mayGoOn = (): boolean => {
      isWork = true;
      return clock() - startMs < SLICE_MS;
    };
    const isDone = reader.prepare(page, at, mayGoOn);
    return isDone && (!isWork || clock() - startMs < SLICE_MS / 2);
  }

  function observe(next: Element | undefined): void {
    if (next && next === root && next.isConnected) return;
    observer.disconnect();
    root = next;
    changes = createChangeLog();
    if (!root) {
      observer.observe(doc, { childList: true, subtree: true });
      return;
    }
    observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      characterDataOldValue: true,
      attributeFilter: ['hidden', 'style', ...(reader.hooks ?? [])],
      attributeOldValue: true,
    });
    // The root's own removal shows only in its ancestors.
    for (let up = root.parentNode; up; up = up.parentNode)
      observer.observe(up, { childList: true });
  }

  function succeeded(page: PageContext, raw: PageReading): void {
    failing = undefined;
    reported = '';
    const [reading, isNew] = time('settle', () => {
      const settled = memory.settle(raw, page.nowMs);
      return [settled, memory.isNew(settled)];
    });
    if (isNew) options.onReading(reading, page.nowMs);
    options.onRows(reading.rows, reading);
  }

  function waitForRows(page: PageContext, reading: PageReading): void {
    memory.noteLoading();
    if (lasts('rows', page, LATE_MS)) report(page, reading.health, reading.shop);
    retry();
  }

  /** A list that says that it is empty may only not have asked yet: believed when it stays so. */
  function waitForFirst(reading: PageReading): void {
    options.onRows([], reading);
    retry();
  }

  function failed(page: PageContext, reading: PageReading): void {
    options.onRows([], reading);
    if (lasts('broken', page, SETTLE_MS)) report(page, reading.health, reading.shop);
    retry();
  }

  function waitForRoot(page: PageContext): void {
    options.onRows([], undefined);
    const isLate =
      lasts('root', page, LATE_MS) || (lasts('root', page, CALM_AFTER_MS) && isStill());
    // A frame without the content stays silent; the top frame speaks unless some frame has it.
    if (isLate && !reader.addressOnly && doc === topDoc && !isInFrame(page)) {
      report(page, unreadHealth(reader.kind, 'no-root'), undefined);
    }
    retry();
  }

  function isStill(): boolean {
    const docs = [doc, ...frameDocuments(doc)];
    return options.now() - changedMs >= STILL_MS && !docs.some(isBusy);
  }

  function isInFrame(page: PageContext): boolean {
    return frameDocuments(doc).some(
      (inner) => reader.findRoot({ ...page, doc: inner }) !== undefined,
    );
  }

  function lasts(why: string, page: PageContext, ms: number): boolean {
    if (failing?.why !== why) failing = { why, sinceMs: page.nowMs };
    return page.nowMs - failing.sinceMs >= ms;
  }

  function failedMs(): number {
    return failing ? options.now() - failing.sinceMs : 0;
  }

  function retry(): void {
    pace.later(Math.min(MAX_RETRY_MS, Math.max(MIN_RETRY_MS, failedMs() / 2)));
  }

  function report(page: PageContext, health: PageHealth, shop: ShopRef | undefined): void {
    const reason = health.problems.join(',');
    if (reason === reported) return;
    reported = reason;
    options.onUnreadable(health, page.nowMs, shop);
  }
}
