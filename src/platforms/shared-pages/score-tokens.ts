/** The score page's texts as tokens: which text is a label, which a value, which an aside. */
import { cellText, type Leaf } from '../../capture/leaves';
import { isNone, isReadable } from '../../capture/text';
import type { ScoreLabel, ScoreLabels } from './score-labels';
import { isValue } from './score-values';

export interface Token {
  kind:
    | 'label'
    /** Looks like an indicator's name, is in no table. */
    | 'unknown'
    | 'value'
    /** `--`: the page says there is no value. */
    | 'none'
    /** An aside with its number in it (行业均值 0.25%) or its result (较前1日持平). */
    | 'note'
    /** An aside whose number stands in another element. */
    | 'aside'
    | 'text';
  text: string;
  el: Element;
  /** Set on labels. */
  entry?: ScoreLabel;
  /** The unit a label prints behind its name, 平均揽收时长(小时): its value may stand without one. */
  unit?: string;
}

/** Change since the day before. */
export const DELTA = /^较(?:前[1一]日|昨日|前日|上日)[: ]*/;
const CHANGE = /^(?:[+\-↑↓▲▼] ?\d|持平)/;
/** What the page concludes of a value: it has no number and takes none. */
const MARK = /^(?:已|未|不)?达标$/;
/** Words that make a number something other than the shop's own value. */
const ASIDE =
  /行业|同行|均值|[超高低优]过?于|超过|领先|目标|达标|标准|优秀|基准|考核|排名|环比|同比|较|权重|占比|近\d+[天日]|订单数|上期|昨日|前日|差距|预计|最[高低]|区间|[≥≤><~]/;
/** Columns of numbers that are not the shop's of today. */
const NOT_OWN =
  /行业|同行|均值|目标|达标|标准|优秀|基准|排名|环比|同比|较|权重|占比|上期|昨日|前日|差距|预计|最[高低]|区间|领先|要求|门槛/;
const NAME = /^[\u4e00-\u9fffA-Za-z/]{3,16}(?:率|时长|评分|得分|体验)$/;
// NFKC makes an `i` of the circled one.
const HELP_MARKS = /[\s?i:]+$|\((?:%|小时|秒|分钟|分|近\d+天)\)$/g;

const LABEL_UNIT = /\((%|小时|秒|分钟|分)\)/;

/** Tokens in reading order; values printed in pieces (`0.1956` `%`, `1分` `30秒`) are one token. */
export function tokenise(leaves: readonly Leaf[], { entries }: ScoreLabels): Token[] {
  const byText = new Map(
    entries.flatMap((entry) => entry.labels.map((label) => [label, entry] as const)),
  );
  const joined: Leaf[] = [];
  for (const leaf of leaves) {
    const last = joined[joined.length - 1];
    const between = last && joint(last, leaf);
    if (last && between !== undefined) last.text += between + leaf.text;
    else joined.push({ ...leaf });
  }
  return joined.flatMap((leaf) => {
    const tokens = classify(leaf.text.replaceAll(',', ''), leaf.el, byText);
    const title = tokens[0]?.kind === 'value' ? titleOf(leaf.el) : '';
    // A number in the column 目标值 or 行业均值 is not the shop's own, wherever the column stands.
    return NOT_OWN.test(title) && !byText.has(title)
      ? [{ kind: 'note', text: `${title} ${leaf.text}`, el: leaf.el }]
      : tokens;
  });
}

/** What joins `next` to the piece before it; undefined if it is no piece. Whole numbers never join. */
function joint(last: Leaf, next: Leaf): string | undefined {
  // The sign makes it the change and nothing else.
  if (last.text.replace(DELTA, '') === '' && CHANGE.test(next.text)) return ' ';
  if (/^[+-]?\d[\d,.]*$/.test(last.text) && /^(?:%|分钟|分|小时|秒|天)$/.test(next.text)) return '';
  if (last.line !== next.line) return undefined;
  const isFraction = /^[+-]?\d+$/.test(last.text) && /^\.\d+(?:%|分|小时|秒)?$/.test(next.text);
  const isTime =
    /^[\d.]+(?:天|小时|分钟?)$/.test(last.text) && /^[\d.]+(?:小时|分钟?|秒)$/.test(next.text);
  return isFraction || isTime ? '' : undefined;
}

/** Title of the column that a table's cell stands in; '' outside plain tables. */
function titleOf(el: Element): string {
  const cell = el.closest('td');
  const row = cell?.parentElement;
  const head = row?.closest('table')?.querySelector('tr');
  if (!cell || !row || !head || head === row || head.children.length !== row.children.length) {
    return '';
  }
  const title = head.children[[...row.children].indexOf(cell)];
  return cellText(title).leaves.join('').replace(HELP_MARKS, '');
}

function classify(text: string, el: Element, byText: Map<string, ScoreLabel>): Token[] {
  const token = (kind: Token['kind'], own = text): Token => ({ kind, text: own, el });
  if (!isReadable(text)) return [token('text')];
  const name = text.replace(HELP_MARKS, '').replace(HELP_MARKS, '');
  const entry = byText.get(name);
  const unit = LABEL_UNIT.exec(text)?.[1];
  if (entry) return [{ ...token('label', name), entry, ...(unit ? { unit } : {}) }];
  if (isNone(text)) return [token('none')];
  if (isValue(text)) return [token('value')];
  // `商品体验 95.10分` in one text.
  for (const [label, inline] of byText) {
    const rest = text.startsWith(label) ? text.slice(label.length).replace(/^[\s:]+/, '') : '';
    const kind = isNone(rest)
      ? 'none'
      : isValue(rest)
        ? 'value'
        : CHANGE.test(rest)
          ? 'note'
          : undefined;
    if (kind) return [{ ...token('label', label), entry: inline }, token(kind, rest)];
  }
  if (MARK.test(text) || CHANGE.test(text.replace(DELTA, ''))) return [token('note')];
  if (ASIDE.test(text)) {
    return [
      token(/\d/.test(text.replace(DELTA, '').replace(/近\d+[天日]/, '')) ? 'note' : 'aside'),
    ];
  }
  return NAME.test(name) ? [token('unknown', name)] : [token('text')];
}
