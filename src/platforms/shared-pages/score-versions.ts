/**
 * The score page of every rule version under one address: the current labels first, then the earlier
 * sets. Which one it is the labels on the page tell, never the date.
 */
import { cellText } from '../../capture/leaves';
import { compact } from '../../capture/record';
import type { PageHealth, ScoreSnapshot } from '../../core/entities';
import type { PageReader, PageReading } from '../types';
import { collect, type Findings, isPack } from './score-findings';
import type { ScoreLabels } from './score-labels';
import { pairLabels } from './score-pairs';
import { type Extra, extractExtras } from './score-points';
import { withoutScales } from './score-scale';
import type { StepTexts } from './score-tiers';
import { tokenise } from './score-tokens';

const UNREAD = /^(?:loading|login|captcha|no-shop)$/;

export interface Versions {
  /** Label sets, newest first. */
  sets: readonly ScoreLabels[];
  steps: StepTexts;
  /** A part of the overview, under an address of its own. */
  isSubPage?(url: URL): boolean;
}

/** @param current reads the newest version, whose page prints neither points nor weights of indicators */
export const versionsReader = (
  current: PageReader,
  { sets, steps, isSubPage }: Versions,
): PageReader => ({
  ...current,
  read: (page, root) => {
    const base = current.read(page, root);
    if (isSubPage?.(page.url)) {
      const isUnread = base.health.problems.some((why) => UNREAD.test(why));
      return isUnread ? base : subPage(base);
    }
    const [snapshot] = base.records as ScoreSnapshot[];
    // Read with a set that is not among these: its page prints no more than it has read.
    const isRead = snapshot?.packId && sets.every(({ packId }) => packId !== snapshot.packId);
    if (snapshot?.state !== 'scored' || isRead) return base;
    const { nodes } = cellText(root);
    for (const labels of sets) {
      const { rest, byId } = extractExtras(withoutScales(nodes), labels.entries, steps);
      const found = collect(pairLabels(tokenise(rest, labels), root));
      if (isPack(found, labels)) return olderReading(base, snapshot, found, byId, labels);
    }
    return base;
  },
});

function olderReading(
  base: PageReading,
  { unknownLabels: _, ...snapshot }: ScoreSnapshot,
  found: Findings,
  extras: ReadonlyMap<string, Extra>,
  { packId, entries, mayBeAbsent }: ScoreLabels,
): PageReading {
  // The same number under the same label, whatever the set: without a total nothing is stored.
  if (found.fields.total === undefined) return base;
  const known = (number: number | undefined): number | undefined =>
    number === undefined || Number.isNaN(number) ? undefined : number;
  for (const [id, indicator] of Object.entries(found.fields.indicators)) {
    const { points, weight, tiers } = extras.get(id) ?? {};
    found.fields.indicators[id] = compact({
      ...indicator,
      points: known(points),
      weight: known(weight) ?? indicator.weight,
      tiers,
    });
  }
  const missing = entries
    .filter(({ kind, id }) => /^d?i/.test(kind) && !found.answered.has(id))
    .map(({ id }) => id)
    .filter((id) => found.seen.has(id) || !mayBeAbsent.includes(id));
  const problems = [
    ...(missing.length > 0 ? ['values-missing'] : []),
    ...(found.unknownLabels.length > 0 ? ['unknown-labels'] : []),
    ...(found.hasConflict ? ['conflicting-values'] : []),
  ];
  const health: PageHealth = {
    ...base.health,
    verdict: problems.length > 0 ? 'degraded' : 'ok',
    alternatives: compact({
      ...base.health.alternatives,
      values: found.how ?? '',
      labels: packId,
    }),
    groupsSeen: found.seen.size,
    groupsParsed: found.answered.size,
    fieldsMissing: Object.fromEntries(missing.map((id) => [id, 1])),
    problems,
  };
  const record: ScoreSnapshot = compact({
    ...snapshot,
    ...found.fields,
    packId,
    unknownLabels: found.unknownLabels.length > 0 ? found.unknownLabels : undefined,
  });
  return { ...base, records: [record], health };
}

/**
 * A sub-page shows parts of the overview without its total: storing it would mix one dimension's numbers
 * into the day's whole, so it gives no snapshot and says so.
 */
function subPage(base: PageReading): PageReading {
  const { kind, alternatives, groupsSeen } = base.health;
  return {
    ...base,
    records: [],
    health: {
      kind,
      verdict: 'degraded',
      alternatives,
      groupsSeen,
      groupsParsed: 0,
      fieldsMissing: {},
      problems: ['sub-page'],
    },
  };
}
