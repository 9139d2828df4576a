/**
 * All badges of one document: one a row, keyed by order or ticket, whatever the page's own framework
 * does with its rows. Nothing of the page is changed but one last child of each anchor.
 */
import type { RowVerdict } from '../core/verdict-types';
import { BADGE_TAG, type Badge, createBadge } from './badge';
import { createBudget } from './budget';
import type { BadgeText } from './catalogue';
import { describeBadge } from './wording';

export interface BadgeRow {
  orderId: string;
  ticketId?: string;
  /** The badge becomes its last child. */
  anchor: Element;
}

export interface BadgeEnv {
  doc: Document;
  /** The clock, ms. */
  now(): number;
  t: BadgeText;
  /** Measures our own work. */
  time?<T>(name: string, work: () => T): T;
}

export interface BadgeLayer {
  draw(rows: BadgeRow[], verdicts: RowVerdict[]): void;
  dispose(): void;
}

interface Entry extends Badge {
  anchor: Element;
  verdict: RowVerdict;
  /** The anchor's text holds the order id, so that a reused row can be told at once. */
  tellsOrder: boolean;
}

const TICK_MS = 60_000;
/** Our share of the page's main thread at a time: half a frame. */
const SLICE_MS = 8;
const keyOf = (row: { orderId: string; ticketId?: string }): string =>
  `${row.orderId}/${row.ticketId ?? ''}`;

export function createBadgeLayer({
  doc,
  now,
  t,
  time = (_, work) => work(),
}: BadgeEnv): BadgeLayer {
  const entries = new Map<string, Entry>();
  const byAnchor = new Map<Node, Entry>();
  /** Host → the anchor we put it into last. */
  const placed = new WeakMap<Element, Element>();
  const budget = createBudget(10, 10_000, 2_000);
  const observer = new MutationObserver(onPageChange);
  let tickTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let sliceTimer: ReturnType<typeof setTimeout> | undefined;
  doc.addEventListener('visibilitychange', onVisibility);

  function draw(rows: BadgeRow[], verdicts: RowVerdict[]): void {
    clearTimeout(sliceTimer);
    const byKey = new Map(verdicts.map((verdict) => [keyOf(verdict), verdict]));
    const wanted = new Map<string, { row: BadgeRow; verdict: RowVerdict }>();
    for (const row of rows) {
      const key = keyOf(row);
      const verdict = byKey.get(key);
      const saysSomething =
        verdict && (entries.get(key)?.verdict === verdict || describeBadge(verdict, now(), t));
      if (saysSomething) wanted.set(key, { row, verdict });
    }
    const isGone = [...entries].filter(([key]) => !wanted.has(key));
    for (const [key, entry] of isGone) drop(key, entry);
    const changed = [...wanted].filter(([key, { row, verdict }]) => {
      const entry = entries.get(key);
      return entry?.anchor !== row.anchor || entry.verdict !== verdict || entry.host.hidden;
    });
    if (isGone.length > 0) watch();
    drawSlice(changed, rows);
  }

  /** New badges in slices: a hundred of them at once would be felt. */
  function drawSlice(
    left: [key: string, { row: BadgeRow; verdict: RowVerdict }][],
    rows: BadgeRow[],
  ): void {
    const startMs = performance.now();
    let at = 0;
    while (at < left.length && (at === 0 || performance.now() - startMs < SLICE_MS)) {
      const [key, { row, verdict }] = left[at] as (typeof left)[number];
      put(key, row, verdict);
      at += 1;
    }
    putBack();
    if (at > 0) watch();
    if (at < left.length) {
      const rest = left.slice(at);
      sliceTimer = setTimeout(() => time('draw', () => drawSlice(rest, rows)), 0);
      return;
    }
    removeStrays(rows);
    arm();
  }

  function put(key: string, { anchor, orderId }: BadgeRow, verdict: RowVerdict): void {
    const entry = entries.get(key) ?? {
      ...createBadge(doc, t),
      anchor,
      verdict,
      tellsOrder: false,
    };
    if (byAnchor.get(entry.anchor) === entry) byAnchor.delete(entry.anchor);
    entry.tellsOrder = (anchor.textContent ?? '').includes(orderId);
    entry.anchor = anchor;
    entry.verdict = verdict;
    entries.set(key, entry);
    byAnchor.set(anchor, entry);
    entry.host.hidden = false;
    render(entry);
  }

  function render(entry: Entry): void {
    const wording = describeBadge(entry.verdict, now(), t);
    if (wording) entry.render(entry.verdict, wording);
  }

  function drop(key: string, entry: Entry): void {
    entry.close();
    entry.host.remove();
    entries.delete(key);
    if (byAnchor.get(entry.anchor) === entry) byAnchor.delete(entry.anchor);
  }

  /** Badges thrown out of an anchor that still stands cost the budget; first placings do not. */
  function putBack(): void {
    const away = [...entries.values()].filter(
      ({ host, anchor }) => host.parentNode !== anchor && anchor.isConnected && !host.hidden,
    );
    const isThrownOut = ({ host, anchor }: Entry): boolean => placed.get(host) === anchor;
    const mayReturn = !away.some(isThrownOut) || budget.take(now());
    if (!mayReturn) retryLater();
    for (const entry of away) {
      if (!mayReturn && isThrownOut(entry)) continue;
      entry.close();
      entry.anchor.append(entry.host);
      placed.set(entry.host, entry.anchor);
    }
  }

  function retryLater(): void {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(putBack, budget.waitMs(now()));
  }

  /** A framework may copy a row with our badge in it; a copy has no shadow root and says nothing. */
  function removeStrays(rows: BadgeRow[]): void {
    // Most of the time there are as many as we put there.
    const isPlaced = ({ host }: Entry): boolean => host.isConnected;
    const ownCount = [...entries.values()].filter(isPlaced).length;
    if (doc.getElementsByTagName(BADGE_TAG).length === ownCount) return;
    const ours = new Set<Element>([...entries.values()].map((each) => each.host));
    for (const { anchor } of rows) {
      for (const found of anchor.querySelectorAll(BADGE_TAG)) if (!ours.has(found)) found.remove();
    }
  }

  function watch(): void {
    observer.disconnect();
    const what = { childList: true, characterData: true, subtree: true };
    for (const { anchor } of entries.values()) observer.observe(anchor, what);
  }

  /** Runs before the next paint: a badge never shows on a row that was given to another order. */
  function onPageChange(mutations: MutationRecord[]): void {
    for (const entry of new Set(mutations.map(({ target }) => entryAround(target)))) {
      if (!entry?.tellsOrder) continue;
      const { host, anchor, verdict } = entry;
      host.hidden = !(anchor.textContent ?? '').includes(verdict.orderId);
    }
    putBack();
  }

  function entryAround(node: Node): Entry | undefined {
    for (let at: Node | null = node; at; at = at.parentNode) {
      const entry = byAnchor.get(at);
      if (entry) return entry;
    }
    return undefined;
  }

  function onVisibility(): void {
    clearTimeout(tickTimer);
    if (doc.visibilityState !== 'hidden') tick();
  }

  function tick(): void {
    tickTimer = undefined;
    for (const entry of entries.values()) render(entry);
    arm();
  }

  function arm(): void {
    if (tickTimer !== undefined || entries.size === 0 || doc.visibilityState === 'hidden') return;
    tickTimer = setTimeout(tick, TICK_MS);
  }

  function dispose(): void {
    observer.disconnect();
    clearTimeout(tickTimer);
    clearTimeout(retryTimer);
    clearTimeout(sliceTimer);
    doc.removeEventListener('visibilitychange', onVisibility);
    for (const [key, entry] of entries) drop(key, entry);
  }
  return { draw, dispose };
}
