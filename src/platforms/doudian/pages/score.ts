/** The score page, by text alone: its markup is not public, its labels are (seen 2026-09-09). */
import { parseDateTimeMs } from '../../../capture/dates';
import { unreadHealth } from '../../../capture/health';
import { type Leaf, textLeaves } from '../../../capture/leaves';
import { contentRoot, findBarrier, frameDocuments } from '../../../capture/page-state';
import type { PageHealth, ScoreSnapshot } from '../../../core/entities';
import { beijingDay } from '../../../core/time';
import type { PageContext, PageReader, PageReading } from '../../types';
import { collect, type Findings, isPack } from './score-findings';
import { SCORE_LABEL_TABLES, type ScoreLabels } from './score-labels';
import { pairLabels } from './score-pairs';
import { tokenise } from './score-tokens';
import { findShopRef, SHOP_HOOKS } from './shop';

/** One label table for now; the newest is the only one whose page texts are documented. */
const LABELS = SCORE_LABEL_TABLES[0] as ScoreLabels;
const NO_SCORE = /暂无体验分|订单不足\d*单|不足30单|达到30单后|暂未出分/;
const NO_PERMISSION = /(?:暂无|没有|无)(?:访问|查看|该页面)?权限/;
/** Fewer than half of a version's labels on the page: it is another page, or the labels have changed. */
const MIN_LABELS = 0.5;

export const scoreReader: PageReader = {
  kind: 'score',
  matches: (url) => url.pathname.replace(/\/+$/, '') === '/ffa/eco/experience-score',
  findRoot,
  read,
};

function findRoot({ doc, topDoc }: PageContext): Element | undefined {
  const root = doc.body ? rootIn(doc.body) : undefined;
  if (root || doc !== topDoc) return root;
  if (frameDocuments(doc).some((inner) => inner.body && rootIn(inner.body))) return undefined;
  return findBarrier(doc) ? doc.body : undefined;
}

/** The content area with the most known texts; a menu may hold one of them too. */
function rootIn(body: Element): Element | undefined {
  const leaves = textLeaves(body);
  const known = tokenise(leaves, LABELS)
    .filter((token) => token.kind === 'label')
    .map((token) => token.el);
  const states = leaves.filter(({ text }) => NO_SCORE.test(text) || NO_PERMISSION.test(text));
  const votes = new Map<Element, number>();
  for (const el of [...known, ...states.map((leaf) => leaf.el)]) {
    const root = contentRoot(el, SHOP_HOOKS);
    votes.set(root, (votes.get(root) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function read(page: PageContext, root: Element): PageReading {
  const shop = findShopRef(page);
  const alternatives: Record<string, string> = shop ? { shop: shop.id } : {};
  const reading = (health: PageHealth, snapshot?: ScoreSnapshot): PageReading => ({
    kind: 'score',
    ...(shop ? { shop: shop.value } : {}),
    records: snapshot && health.verdict !== 'broken' ? [snapshot] : [],
    rows: [],
    health,
  });
  const leaves = textLeaves(root);
  const tokens = tokenise(leaves, LABELS);
  const found = collect(tokens, pairLabels(tokens, root));
  const base = snapshotBase(leaves, page.nowMs);

  if (found.total === undefined) {
    const state = stateOf(leaves);
    if (state) {
      alternatives.state = `${state}-text`;
      return reading(stateHealth(alternatives, shop !== undefined), { ...base, state });
    }
    const barrier = findBarrier(page.doc);
    if (barrier) return reading(unreadHealth('score', barrier, alternatives));
    if (isBusy(root)) return reading(unreadHealth('score', 'loading', alternatives));
  }
  if (found.how) alternatives.values = found.how;
  const isKnown = isPack(found, LABELS);
  if (isKnown) alternatives.labels = LABELS.packId;
  const health = scoreHealth(found, alternatives, { hasShop: shop !== undefined, isKnown });
  const { total, delta, bonus, deduction, dimensions, indicators, unknownLabels } = found;
  return reading(health, {
    ...base,
    state: 'scored',
    ...(total === undefined ? {} : { total }),
    ...(delta === undefined ? {} : { delta }),
    dimensions,
    indicators,
    ...(bonus === undefined ? {} : { bonus }),
    ...(deduction === undefined ? {} : { deduction }),
    ...(isKnown ? { packId: LABELS.packId } : {}),
    ...(unknownLabels.length > 0 ? { unknownLabels } : {}),
  });
}

function snapshotBase(
  leaves: readonly Leaf[],
  nowMs: number,
): Pick<ScoreSnapshot, 'kind' | 'day' | 'seenMs' | 'dimensions' | 'indicators' | 'updatedMs'> {
  const updatedMs = updatedAt(leaves, nowMs);
  return {
    kind: 'score',
    ...(updatedMs === undefined ? {} : { updatedMs }),
    day: beijingDay(updatedMs ?? nowMs),
    seenMs: nowMs,
    dimensions: {},
    indicators: {},
  };
}

/** 更新时间：2026-09-09 11:00:36（今日已更新）, or the date in the next element. */
function updatedAt(leaves: readonly Leaf[], nowMs: number): number | undefined {
  const index = leaves.findIndex(({ text }) => /更新(?:时间|于)/.test(text));
  if (index < 0) return undefined;
  return (
    parseDateTimeMs(leaves[index]?.text ?? '', nowMs) ??
    parseDateTimeMs(leaves[index + 1]?.text ?? '', nowMs)
  );
}

function stateOf(leaves: readonly Leaf[]): 'no-score' | 'no-permission' | undefined {
  if (leaves.some(({ text }) => NO_PERMISSION.test(text))) return 'no-permission';
  return leaves.some(({ text }) => NO_SCORE.test(text)) ? 'no-score' : undefined;
}

function isBusy(root: Element): boolean {
  return (
    root.querySelector('[class*="spin-spinning"], [aria-busy="true"], [class*="skeleton"]') !== null
  );
}

function stateHealth(alternatives: Record<string, string>, hasShop: boolean): PageHealth {
  return {
    kind: 'score',
    verdict: hasShop ? 'ok' : 'broken',
    alternatives,
    groupsSeen: 1,
    groupsParsed: 1,
    fieldsMissing: {},
    problems: hasShop ? [] : ['no-shop'],
  };
}

function scoreHealth(
  found: Findings,
  alternatives: Record<string, string>,
  { hasShop, isKnown }: { hasShop: boolean; isKnown: boolean },
): PageHealth {
  const fatal: string[] = [];
  const problems: string[] = [];
  const wanted = LABELS.entries.filter(({ kind }) => kind === 'dimension' || kind === 'indicator');
  const missing = found.total === undefined ? ['total'] : [];
  const labelsGone = found.seen.size < wanted.length * MIN_LABELS;
  if (!hasShop) fatal.push('no-shop');
  if (labelsGone) fatal.push('labels-unknown');
  else if (found.total === undefined) fatal.push('total-missing');
  if (!labelsGone) {
    missing.push(...wanted.map(({ id }) => id).filter((id) => !found.answered.has(id)));
    if (missing.length > 0) problems.push('values-missing');
    if (!isKnown) problems.push('pack-unknown');
    if (found.unknownLabels.length > 0) problems.push('unknown-labels');
    if (found.hasConflict) problems.push('conflicting-values');
  }
  return {
    kind: 'score',
    verdict: fatal.length > 0 ? 'broken' : problems.length > 0 ? 'degraded' : 'ok',
    alternatives,
    groupsSeen: found.seen.size,
    groupsParsed: found.answered.size,
    fieldsMissing: Object.fromEntries(missing.map((id) => [id, 1])),
    problems: [...fatal, ...problems],
  };
}
