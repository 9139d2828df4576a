/** From paired tokens to the numbers of a snapshot. A label met twice must say the same twice. */
import { compact } from '../../capture/record';
import type { ScoreSnapshot } from '../../core/entities';
import type { ScoreLabel, ScoreLabels } from './score-labels';
import type { Pair } from './score-pairs';
import { DELTA } from './score-tokens';
import { valueIn } from './score-values';

export interface Findings {
  /** The part of a snapshot that labels tell. */
  fields: Pick<
    ScoreSnapshot,
    'total' | 'delta' | 'peerText' | 'bonus' | 'deduction' | 'dimensions' | 'indicators'
  >;
  /** Ids (total, dimensions, indicators) whose label is on the page. */
  seen: Set<string>;
  /** Those with a value, or for which the page says there is none. */
  answered: Set<string>;
  unknownLabels: string[];
  hasConflict: boolean;
  /** Layout the values were found in; `mixed` for several. */
  how?: string;
}

const WEIGHT = /^(?:权重|占比)[: ]*(\d{1,3}(?:\.\d+)?) ?%$/;
const BEATEN = /^(?:当前|目前)?已?(?:超[过越]|领先|优于|击败)了?[\s:]*(\d{1,3}(?:\.\d+)?) ?%/;
/** What is still to be reached says nothing of today. */
const AHEAD = /^(?:还需|仍需|距离?|达到|再)/;
const SIGNED = /^([+\-↑↓▲▼]) ?(\d{1,3}(?:\.\d{1,4})?)(?: ?分)?$/;
/** A snapshot may list this many strange labels: enough to report, too few to bloat a message. */
const MAX_UNKNOWN = 20;

export function collect(pairs: readonly Pair[]): Findings {
  const fields: Findings['fields'] = { dimensions: {}, indicators: {} };
  const strange = pairs.filter(({ label, value }) => value && label.kind === 'unknown');
  const unknown = new Set(strange.map(({ label }) => label.text.slice(0, 20)));
  const found: Findings = {
    fields,
    seen: new Set(),
    answered: new Set(),
    unknownLabels: [...unknown].slice(0, MAX_UNKNOWN),
    hasConflict: false,
  };
  const byEntry = new Map<ScoreLabel, Pair[]>();
  for (const pair of pairs) {
    const { entry } = pair.label;
    if (entry) byEntry.set(entry, [...(byEntry.get(entry) ?? []), pair]);
  }
  for (const [entry, own] of byEntry) store(found, entry, own);
  const layouts = new Set([...byEntry.values()].flat().flatMap(({ how }) => how ?? []));
  if (layouts.size > 0) found.how = layouts.size > 1 ? 'mixed' : [...layouts][0];
  return found;
}

/** Does the label set on the page belong to this version? (Pack is chosen by labels first, then by day.) */
export function isPack(found: Findings, labels: ScoreLabels): boolean {
  const absent = labels.entries.filter(
    ({ kind, id }) =>
      kind === 'indicator' && !found.seen.has(id) && !labels.mayBeAbsent.includes(id),
  );
  return (
    labels.must.every((id) => found.seen.has(id)) &&
    // Two may be hidden (no chats, no after-sales yet); more missing is another version.
    absent.length <= 2 &&
    !labels.mustNot.some((label) => found.unknownLabels.includes(label))
  );
}

function store(found: Findings, { id, kind, unit }: ScoreLabel, pairs: readonly Pair[]): void {
  const { fields } = found;
  const asides = pairs.flatMap((pair) => pair.asides);
  const isExtra = kind === 'bonus' || kind === 'deduction';
  /** Value → its text; undefined → how the page says that there is none. */
  const texts = new Map<number | undefined, string>();
  for (const { label, value, asides: own } of pairs) {
    const text = value?.text ?? (isExtra ? own.find((aside) => SIGNED.test(aside)) : undefined);
    if (text === undefined) continue;
    // Bonus and deduction are kept as sizes: the page may print a sign.
    const bare = /^[\d.]+$/.test(text) ? text + (label.unit ?? '') : text;
    const number = valueIn(unit, isExtra ? bare.replace(/^[+-] ?/, '') : bare);
    if (number !== undefined || value?.kind === 'none') texts.set(number, text);
  }
  const numbers = [...texts.keys()].filter((number) => number !== undefined);
  if (numbers.length > 1) found.hasConflict = true;
  const value = numbers.length === 1 ? numbers[0] : undefined;
  const text = numbers.length > 1 ? undefined : texts.get(value);
  if (isExtra) {
    if (value !== undefined) fields[kind] = value;
    return;
  }
  const weightText = asides.map((aside) => WEIGHT.exec(aside)?.[1]).find(Boolean);
  const weight = weightText && Number(weightText) <= 100 ? Number(`${weightText}e-2`) : undefined;
  const deltaText = asides
    .filter((aside) => DELTA.test(aside))
    .map((aside) => aside.replace(DELTA, '').slice(0, 20))
    .find((rest) => deltaOf(rest) !== undefined);

  const peerText = peersOf(asides);
  if (kind === 'total' && unit === 'beaten' && value === undefined) {
    // Stars are shown, the rank only in words beside them.
    const beaten = beatenIn(asides);
    if (beaten !== undefined) {
      found.seen.add(id);
      found.answered.add(id);
      Object.assign(fields, compact({ total: beaten, peerText }));
      return;
    }
  }
  found.seen.add(id);
  // A total that the page leaves out is no answer: there is nothing to store.
  if (kind === 'total' ? value !== undefined : text !== undefined) found.answered.add(id);
  if (kind === 'total')
    Object.assign(fields, compact({ total: value, delta: deltaOf(deltaText ?? ''), peerText }));
  else if (kind === 'dimension')
    fields.dimensions[id] = compact({ score: value, weight, deltaText });
  else if (text !== undefined) {
    const met = metIn(asides);
    fields.indicators[id] = compact({ text, value, weight, peerText, met });
  }
}

/** Signed change: `+0.23`, `-0.12`, `↑ 0.5`, 持平 = 0. Undefined without a sign. */
function deltaOf(text: string): number | undefined {
  if (text.startsWith('持平')) return 0;
  const [, sign = '', size] = SIGNED.exec(text) ?? [];
  return size === undefined ? undefined : Number(size) * (/[-↓▼]/.test(sign) ? -1 : 1);
}

function peersOf(asides: readonly string[]): string | undefined {
  const peers = new Set(asides.filter((aside) => /同行|行业/.test(aside) && !AHEAD.test(aside)));
  return [...peers].join(' ').slice(0, 200) || undefined;
}

/** 已达标 or 未达标, when the page says one of them and not the other. */
function metIn(asides: readonly string[]): boolean | undefined {
  const marks = new Set(asides.flatMap((aside) => /^(?:已|未|不)?达标$/.exec(aside)?.[0] ?? []));
  const isMissed = marks.has('未达标') || marks.has('不达标');
  const isMet = marks.has('已达标') || marks.has('达标');
  return isMissed === isMet ? undefined : isMet;
}

/** The one share of peers already behind, in percent; what is still to be beaten is another sentence. */
function beatenIn(asides: readonly string[]): number | undefined {
  const shares = new Set(
    asides.flatMap((aside) => BEATEN.exec(aside)?.[1] ?? []).map((digits) => Number(digits)),
  );
  const [share] = shares;
  return shares.size === 1 && share !== undefined && share <= 100 ? share : undefined;
}
