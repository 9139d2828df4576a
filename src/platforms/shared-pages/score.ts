/** The score page, by text alone: its markup is not public, its labels are (seen 2026-09-09). */
import { parseDateTimeMs } from '../../capture/dates';
import { unreadHealth } from '../../capture/health';
import { cellText } from '../../capture/leaves';
import { contentRoot, findBarrier, frameDocuments, WAITING } from '../../capture/page-state';
import { compact } from '../../capture/record';
import type { PageHealth, ScoreSnapshot } from '../../core/entities';
import { beijingDay, DAY_MS } from '../../core/time';
import type { PageContext, PageReader, PageReading } from '../types';
import { collect, type Findings, isPack } from './score-findings';
import type { ScoreLabels } from './score-labels';
import { pairLabels } from './score-pairs';
import { withoutScales } from './score-scale';
import { tokenise } from './score-tokens';
import type { Site } from './site';

export type EmptyState = Exclude<ScoreSnapshot['state'], 'scored'>;

export interface ScoreSpec {
  /** Does the address show the score? Then with which labels. */
  labelsAt(url: URL): ScoreLabels | undefined;
  /** Texts of a page without a score. */
  states: Readonly<Record<EmptyState, RegExp>>;
}

/** Fewer than half of a version's labels on the page: it is another page, or the labels have changed. */
const MIN_LABELS = 0.5;

export function scoreReader(site: Site, { labelsAt, states }: ScoreSpec): PageReader {
  return {
    kind: 'score',
    matches: (url) => labelsAt(url) !== undefined,
    findRoot: ({ doc, topDoc, url }) => {
      const labels = labelsAt(url);
      if (!labels) return undefined;
      const find = (each: Document): Element | undefined => rootIn(each, labels);
      const root = find(doc);
      if (root || doc !== topDoc || frameDocuments(doc).some(find)) return root;
      return findBarrier(doc) ? doc.body : undefined;
    },
    read: (page, root) => read(page, root, labelsAt(page.url) as ScoreLabels),
  };

  /** The content area with the most known texts; a menu may hold one of them too. */
  function rootIn(doc: Document, labels: ScoreLabels): Element | undefined {
    const { nodes } = cellText(doc.body ?? undefined);
    const votes = new Map<Element, number>();
    for (const { kind, text, el } of tokenise(withoutScales(nodes), labels)) {
      if (kind !== 'label' && !stateOf([text])) continue;
      const root = contentRoot(el, site.shopHooks);
      votes.set(root, (votes.get(root) ?? 0) + 1);
    }
    return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
  }

  function read(page: PageContext, root: Element, labels: ScoreLabels): PageReading {
    const shop = site.findShop(page);
    const alternatives: Record<string, string> = shop ? { shop: shop.id } : {};
    const { nodes, leaves } = cellText(root);
    const found = collect(pairLabels(tokenise(withoutScales(nodes), labels), root));
    const { updatedMs, day } = updatedAt(leaves, page.nowMs);
    const state = found.fields.total === undefined ? stateOf(leaves) : 'scored';
    const reading = (health: PageHealth, packId?: string): PageReading => {
      const isScored = state === 'scored';
      const snapshot: ScoreSnapshot = compact({
        kind: 'score',
        state: state ?? 'scored',
        updatedMs,
        day,
        seenMs: page.nowMs,
        ...(isScored ? found.fields : { dimensions: {}, indicators: {} }),
        packId,
        sheet: labels.sheet,
        unknownLabels: isScored && found.unknownLabels.length > 0 ? found.unknownLabels : undefined,
      });
      const records = health.verdict === 'broken' || !health.groupsParsed ? [] : [snapshot];
      return compact({ kind: 'score', shop: shop?.value, records, rows: [], health });
    };
    if (!state) {
      const busy = root.querySelector(WAITING);
      const obstacle = findBarrier(page.doc) ?? (busy ? 'loading' : undefined);
      if (obstacle) return reading(unreadHealth('score', obstacle, alternatives));
    }
    if (state && state !== 'scored') {
      const unscored = { ...found, seen: new Set([state]), answered: new Set([state]) };
      return reading(health(unscored, { ...alternatives, state: `${state}-text` }, !!shop, []));
    }
    const isKnown = isPack(found, labels);
    if (found.how) alternatives.values = found.how;
    if (isKnown) alternatives.labels = labels.packId;
    const wanted = labels.entries.filter(
      ({ kind }) => kind === 'dimension' || kind === 'indicator',
    );
    const isGone = found.seen.size < wanted.length * MIN_LABELS;
    const missing = (isGone ? [] : wanted)
      .filter(({ id, kind }) => {
        const mayBeAbsent = labels.mayBeAbsent.includes(id);
        // A part's name may be no more than a heading.
        const isAsked = !mayBeAbsent || (kind === 'indicator' && found.seen.has(id));
        return isAsked && !found.answered.has(id);
      })
      .map(({ id }) => id);
    if (!state) missing.unshift('total');
    const fatal = isGone ? ['labels-unknown'] : state ? [] : ['total-missing'];
    const faults = {
      'values-missing': missing.length > 0,
      'pack-unknown': !isKnown,
      'unknown-labels': found.unknownLabels.length > 0,
      'conflicting-values': found.hasConflict,
    };
    const problems = Object.entries(isGone ? {} : faults).flatMap(([name, holds]) =>
      holds ? name : [],
    );
    return reading(
      health(found, alternatives, !!shop, fatal, problems, missing),
      isKnown ? labels.packId : undefined,
    );
  }

  function stateOf(texts: readonly string[]): EmptyState | undefined {
    const names = Object.keys(states) as EmptyState[];
    return names.find((name) => texts.some((text) => states[name].test(text)));
  }
}

/**
 * 更新时间：2026-09-09 11:00:36（今日已更新）, or the date in the next element. A day alone (2026-09-08), or 昨天
 * 11:00, still says which day's score it is.
 */
function updatedAt(texts: readonly string[], nowMs: number): { updatedMs?: number; day: number } {
  const index = texts.findIndex((text) => /更新(?:时间|于)/.test(text));
  const own = index < 0 ? [] : texts.slice(index, index + 3);
  const updatedMs = [...own.slice(0, 2), own.slice(1).join(' ')]
    .map((text) => parseDateTimeMs(text, nowMs))
    // A page updated after tomorrow is misread, or one of the clocks is wrong: ours dates everything else.
    .find((ms) => ms !== undefined && ms < nowMs + DAY_MS);
  if (updatedMs !== undefined) return { updatedMs, day: beijingDay(updatedMs) };
  const midnights = own.slice(0, 2).map((text) => parseDateTimeMs(`${dayIn(text)} 0:00`, nowMs));
  const midnight = midnights.find((ms) => ms !== undefined && ms < nowMs + DAY_MS);
  if (midnight !== undefined) return { day: beijingDay(midnight) };
  const isYesterday = own
    .slice(0, 2)
    .some((text) => /(?:^|更新(?:时间|于)[\s:]*)昨[天日]/.test(text));
  return { day: beijingDay(nowMs) - (isYesterday ? 1 : 0) };
}

const dayIn = (text: string): string =>
  /(?<!\d)\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)/.exec(text)?.[0] ?? '';

function health(
  { seen, answered }: Pick<Findings, 'seen' | 'answered'>,
  alternatives: Record<string, string>,
  hasShop: boolean,
  fatal: readonly string[],
  problems: readonly string[] = [],
  missing: readonly string[] = [],
): PageHealth {
  const all = [...(hasShop ? [] : ['no-shop']), ...fatal];
  return {
    kind: 'score',
    verdict: all.length > 0 ? 'broken' : problems.length > 0 ? 'degraded' : 'ok',
    alternatives,
    groupsSeen: seen.size,
    groupsParsed: answered.size,
    fieldsMissing: Object.fromEntries(missing.map((id) => [id, 1])),
    problems: [...all, ...problems],
  };
}
