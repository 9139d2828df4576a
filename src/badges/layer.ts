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
const keyOf = (row: { orderId: string; ticketId?: string }): string =>
  `${row.orderId}/${row.ticketId ?? ''}`;

export function createBadgeLayer({ doc, now, t }: BadgeEnv): BadgeLayer {
  const entries = new Map<string, Entry>();
  /** Host → the anchor we put it into last. */
  const placed = new WeakMap<Element, Element>();
  const budget = createBudget(10, 10_000, 2_000);
  const observer = new MutationObserver(onPageChange);
  let tickTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  doc.addEventListener('visibilitychange', onVisibility);

  function draw(rows: BadgeRow[], verdicts: RowVerdict[]): void {
    const byKey = new Map(verdicts.map((verdict) => [keyOf(verdict), verdict]));
    const wanted = new Map<string, BadgeRow>();
    for (const row of rows) {
      const verdict = byKey.get(keyOf(row));
      if (verdict && describeBadge(verdict, now(), t)) wanted.set(keyOf(row), row);
    }
    for (const [key, entry] of entries) if (!wanted.has(key)) drop(key, entry);
    for (const [key, row] of wanted) {
      const entry = entries.get(key) ?? { ...createBadge(doc, t), ...placeOf(row, byKey, key) };
      Object.assign(entry, placeOf(row, byKey, key));
      entries.set(key, entry);
      entry.host.hidden = false;
      render(entry);
    }
    putBack();
    removeStrays(rows);
    watch();
    arm();
  }

  function placeOf(row: BadgeRow, byKey: Map<string, RowVerdict>, key: string) {
    const { anchor, orderId } = row;
    const tellsOrder = (anchor.textContent ?? '').includes(orderId);
    return { anchor, tellsOrder, verdict: byKey.get(key) as RowVerdict };
  }

  function render(entry: Entry): void {
    const wording = describeBadge(entry.verdict, now(), t);
    if (wording) entry.render(entry.verdict, wording);
  }

  function drop(key: string, entry: Entry): void {
    entry.close();
    entry.host.remove();
    entries.delete(key);
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
  function onPageChange(): void {
    for (const { host, anchor, verdict, tellsOrder } of entries.values()) {
      if (tellsOrder) host.hidden = !(anchor.textContent ?? '').includes(verdict.orderId);
    }
    putBack();
  }

  function onVisibility(): void {
    if (doc.visibilityState === 'hidden') clearTimeout(tickTimer);
    else tick();
  }

  function tick(): void {
    for (const entry of entries.values()) render(entry);
    arm();
  }

  function arm(): void {
    clearTimeout(tickTimer);
    if (entries.size > 0 && doc.visibilityState !== 'hidden') tickTimer = setTimeout(tick, TICK_MS);
  }

  function dispose(): void {
    observer.disconnect();
    clearTimeout(tickTimer);
    clearTimeout(retryTimer);
    doc.removeEventListener('visibilitychange', onVisibility);
    for (const [key, entry] of entries) drop(key, entry);
  }
  return { draw, dispose };
}
