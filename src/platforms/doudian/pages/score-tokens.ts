/** The score page's texts as tokens: which text is a label, which a value, which an aside. */
import type { Leaf } from '../../../capture/leaves';
import { isNone, isReadable } from '../../../capture/text';
import type { ScoreLabel, ScoreLabels } from './score-labels';
import { isValue } from './score-values';

export type Token = { text: string; el: Element } & (
  | { kind: 'label'; entry: ScoreLabel }
  /** Looks like an indicator's name, is in no table. */
  | { kind: 'unknown' }
  | { kind: 'value' }
  /** `--`: the page says there is no value. */
  | { kind: 'none' }
  /** An aside with its number in it (行业均值 0.25%) or its result (较前1日持平). */
  | { kind: 'note' }
  /** An aside whose number stands in another element. */
  | { kind: 'aside' }
  | { kind: 'text' }
);

/** Change since the day before. */
export const DELTA = /^较(?:前1日|前一日|昨日|前日|上日)[: ]*/;
const DELTA_ONLY = new RegExp(`${DELTA.source}$`);
const CHANGE = /^(?:[+\-↑↓▲▼] ?\d|持平)/;
export const WEIGHT = /^(?:权重|占比)[: ]*(\d{1,3}(?:\.\d+)?) ?%$/;
/** Words that make a number something other than the shop's own value. */
const ASIDE =
  /行业|同行|均值|超过|高于|低于|优于|领先|目标|达标|标准|优秀|基准|考核|排名|环比|同比|较|权重|占比|近\d+天|近\d+日|订单数|上期|昨日|前日|差距|预计|最高|最低|区间|[≥≤><~]/;
export const SIGNED = /^[+\-↑↓▲▼] ?\d/;
const INDICATOR_NAME = /^[\u4e00-\u9fffA-Za-z/]{3,16}(?:率|时长|评分|得分|体验)$/;
const HELP_MARKS = /[\s?ⓘ:]+$/;
const UNIT_IN_LABEL = /\((%|小时|秒|分钟|分|近\d+天)\)$/;

/** Tokens in reading order; values printed in pieces (`0.1956` `%`, `1分` `30秒`) are one token. */
export function tokenise(leaves: readonly Leaf[], labels: ScoreLabels): Token[] {
  const byText = new Map<string, ScoreLabel>();
  for (const entry of labels.entries) for (const label of entry.labels) byText.set(label, entry);
  return joinPieces(leaves).flatMap((leaf) => classify(leaf, byText));
}

function joinPieces(leaves: readonly Leaf[]): Leaf[] {
  const joined: Leaf[] = [];
  for (const leaf of leaves) {
    const last = joined[joined.length - 1];
    if (last && isPiece(last, leaf)) last.text += leaf.text;
    // `较前1日` `+0.23`: the sign makes it the change and nothing else.
    else if (last && DELTA_ONLY.test(last.text) && CHANGE.test(leaf.text))
      last.text += ` ${leaf.text}`;
    else joined.push({ ...leaf });
  }
  return joined;
}

/** Does `next` continue the number in `last`? Whole numbers side by side never join. */
function isPiece(last: Leaf, next: Leaf): boolean {
  const isBare = /^[+-]?\d[\d,]*(?:\.\d+)?$/.test(last.text);
  if (isBare && /^(?:%|分钟|分|小时|秒|天)$/.test(next.text)) return true;
  if (last.line !== next.line) return false;
  if (/^[+-]?\d+$/.test(last.text) && /^\.\d+(?:%|分|小时|秒)?$/.test(next.text)) return true;
  return (
    /^[\d.]+(?:天|小时|分钟|分)$/.test(last.text) &&
    /^\d+(?:\.\d+)?(?:小时|分钟|分|秒)$/.test(next.text)
  );
}

function classify(leaf: Leaf, byText: Map<string, ScoreLabel>): Token[] {
  const { el } = leaf;
  const text = leaf.text.replaceAll(',', '');
  if (!isReadable(text)) return [{ kind: 'text', text, el }];
  const name = text.replace(HELP_MARKS, '').replace(UNIT_IN_LABEL, '');
  const entry = byText.get(name);
  if (entry) return [{ kind: 'label', text: name, el, entry }];
  if (isNone(text)) return [{ kind: 'none', text, el }];
  if (isValue(text)) return [{ kind: 'value', text, el }];
  if (DELTA.test(text)) {
    return [{ kind: text.replace(DELTA, '').trim() === '' ? 'aside' : 'note', text, el }];
  }
  const inline = splitInline(text, byText);
  if (inline) {
    const { entry: found, label, rest } = inline;
    const value: Token = {
      kind: isNone(rest) ? 'none' : isValue(rest) ? 'value' : 'note',
      text: rest,
      el,
    };
    return [{ kind: 'label', text: label, el, entry: found }, value];
  }
  if (SIGNED.test(text)) return [{ kind: 'note', text, el }];
  if (ASIDE.test(text))
    return [{ kind: /\d/.test(text.replace(/近\d+[天日]/g, '')) ? 'note' : 'aside', text, el }];
  if (INDICATOR_NAME.test(name)) return [{ kind: 'unknown', text: name, el }];
  return [{ kind: 'text', text, el }];
}

/** `商品体验 95.10分` in one text. */
function splitInline(
  text: string,
  byText: Map<string, ScoreLabel>,
): { entry: ScoreLabel; label: string; rest: string } | undefined {
  for (const [label, entry] of byText) {
    if (!text.startsWith(label)) continue;
    const rest = text.slice(label.length).replace(/^[\s:]+/, '');
    if (isValue(rest) || isNone(rest) || SIGNED.test(rest)) return { entry, label, rest };
  }
  return undefined;
}
