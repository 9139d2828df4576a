/** From paired tokens to the numbers of a snapshot. A label met twice must say the same twice. */
import type { ScoreSnapshot, SnapshotIndicator } from '../../../core/entities';
import type { ScoreLabel, ScoreLabels } from './score-labels';
import type { Pair } from './score-pairs';
import { DELTA, SIGNED, type Token, WEIGHT } from './score-tokens';
import { valueIn } from './score-values';

export interface Findings {
  total?: number;
  delta?: number;
  bonus?: number;
  deduction?: number;
  dimensions: ScoreSnapshot['dimensions'];
  indicators: ScoreSnapshot['indicators'];
  /** Ids (total, dimensions, indicators) whose label is on the page. */
  seen: Set<string>;
  /** Those with a value, or for which the page says there is none. */
  answered: Set<string>;
  unknownLabels: string[];
  hasConflict: boolean;
  /** Layout the values were found in; `mixed` for several. */
  how?: string;
}

interface Answer {
  value?: number;
  text?: string;
  asides: string[];
}

/** A snapshot may list this many strange labels: enough to report, too few to bloat a message. */
const MAX_UNKNOWN = 20;

export function collect(tokens: readonly Token[], pairs: readonly Pair[]): Findings {
  const found: Findings = {
    dimensions: {},
    indicators: {},
    seen: new Set(),
    answered: new Set(),
    unknownLabels: unknownLabels(tokens, pairs),
    hasConflict: false,
  };
  const layouts = new Set<string>();
  for (const [entry, own] of pairsByEntry(tokens, pairs)) {
    const answer = answerOf(entry, own);
    if (answer === 'conflict') found.hasConflict = true;
    store(found, entry, answer === 'conflict' ? { asides: [] } : answer);
    for (const { how } of own) if (how) layouts.add(how);
  }
  const [only] = layouts;
  if (only) found.how = layouts.size > 1 ? 'mixed' : only;
  return found;
}

/** Does the label set on the page belong to this version? (Pack is chosen by labels first, then by day.) */
export function isPack(found: Findings, labels: ScoreLabels): boolean {
  const indicators = labels.entries.filter(({ kind }) => kind === 'indicator');
  const present = indicators.filter(({ id }) => found.seen.has(id)).length;
  return (
    labels.must.every((id) => found.seen.has(id)) &&
    // Two may be hidden (no chats, no after-sales yet); more missing is another version.
    present >= indicators.length - 2 &&
    !labels.mustNot.some((label) => found.unknownLabels.includes(label))
  );
}

function pairsByEntry(tokens: readonly Token[], pairs: readonly Pair[]): Map<ScoreLabel, Pair[]> {
  const byEntry = new Map<ScoreLabel, Pair[]>();
  for (const pair of pairs) {
    const token = tokens[pair.label];
    if (token?.kind !== 'label') continue;
    byEntry.set(token.entry, [...(byEntry.get(token.entry) ?? []), pair]);
  }
  return byEntry;
}

function answerOf(entry: ScoreLabel, pairs: readonly Pair[]): Answer | 'conflict' {
  const asides = [...new Set(pairs.flatMap((pair) => pair.asides))];
  const texts = new Map<number | undefined, string>();
  for (const { value, asides: own } of pairs) {
    const isExtra = entry.kind === 'bonus' || entry.kind === 'deduction';
    const text = value?.text ?? (isExtra ? own.find((aside) => SIGNED.test(aside)) : undefined);
    if (text === undefined) continue;
    if (value?.kind === 'none') {
      if (!texts.has(undefined)) texts.set(undefined, text);
      continue;
    }
    // Bonus and deduction are kept as sizes: the page may print a sign.
    const number = valueIn(entry.unit, isExtra ? text.replace(/^[+\-] ?/, '') : text);
    if (number !== undefined && !texts.has(number)) texts.set(number, text);
  }
  const numbers = [...texts.keys()].filter((number) => number !== undefined);
  if (numbers.length > 1) return 'conflict';
  const value = numbers[0];
  const text = texts.get(value);
  return {
    asides,
    ...(value === undefined ? {} : { value }),
    ...(text === undefined ? {} : { text }),
  };
}

function store(found: Findings, entry: ScoreLabel, answer: Answer): void {
  const { value, text, asides } = answer;
  const weight = asides.map((aside) => WEIGHT.exec(aside)?.[1]).find((digits) => digits);
  const share = weight === undefined ? undefined : Number(`${weight}e-2`);
  const deltaText = asides
    .filter((aside) => DELTA.test(aside))
    .map((aside) => aside.replace(DELTA, ''))
    .find((rest) => deltaOf(rest) !== undefined);
  if (entry.kind === 'bonus' || entry.kind === 'deduction') {
    if (value !== undefined) found[entry.kind] = value;
    return;
  }
  found.seen.add(entry.id);
  if (text !== undefined) found.answered.add(entry.id);
  if (entry.kind === 'total') {
    if (value !== undefined) found.total = value;
    const delta = deltaOf(deltaText ?? '');
    if (delta !== undefined) found.delta = delta;
    // A total that the page leaves out is no answer: there is nothing to store.
    if (value === undefined) found.answered.delete(entry.id);
  } else if (entry.kind === 'dimension') {
    found.dimensions[entry.id] = {
      ...(value === undefined ? {} : { score: value }),
      ...(share === undefined || share > 1 ? {} : { weight: share }),
      ...(deltaText === undefined ? {} : { deltaText: deltaText.slice(0, 20) }),
    };
  } else if (text !== undefined) {
    const peers = asides.filter((aside) => /同行|行业/.test(aside));
    const indicator: SnapshotIndicator = { text };
    if (value !== undefined) indicator.value = value;
    if (share !== undefined && share <= 1) indicator.weight = share;
    if (peers.length > 0) indicator.peerText = peers.join(' ');
    found.indicators[entry.id] = indicator;
  }
}

/** Signed change: `+0.23`, `-0.12`, `↑ 0.5`, 持平 = 0. Undefined without a sign. */
function deltaOf(text: string): number | undefined {
  if (/^持平/.test(text)) return 0;
  const match = /^([+\-↑↓▲▼]) ?(\d{1,3}(?:\.\d{1,4})?)(?: ?分)?$/.exec(text);
  if (!match) return undefined;
  return /[-↓▼]/.test(match[1] ?? '') ? -Number(match[2]) : Number(match[2]);
}

function unknownLabels(tokens: readonly Token[], pairs: readonly Pair[]): string[] {
  const names = pairs.flatMap(({ label, value }) => {
    const token = tokens[label];
    return token?.kind === 'unknown' && value ? [token.text.slice(0, 20)] : [];
  });
  return [...new Set(names)].slice(0, MAX_UNKNOWN);
}
