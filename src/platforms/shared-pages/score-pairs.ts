/**
 * Which value belongs to which label, by structure and order alone. Three layouts, tried in this order:
 * a *card* (the widest element around a label that holds no other label), a *column* (label in a table
 * head, value below; or `dt` and its `dd`), a *sequence* (labels and values side by side).
 */
import type { Token } from './score-tokens';

export interface Pair {
  label: Token;
  /** The value (or `none`); absent when none could be told. */
  value?: Token;
  how?: 'card' | 'column' | 'sequence';
  /** Asides of the card, a loose number joined to its words. */
  asides: string[];
}

const isLabel = ({ kind }: Token): boolean => kind === 'label' || kind === 'unknown';
const isName = (token: Token): boolean => isLabel(token) || token.kind === 'aside';
const isSlot = ({ kind }: Token): boolean => kind === 'value' || kind === 'none';
const nameOf = (token: Token): string => token.entry?.id ?? token.text;

export function pairLabels(tokens: readonly Token[], root: Element): Pair[] {
  return tokens.filter(isLabel).map((label) => {
    const card = cardOf(tokens, label, root);
    const inside = tokens.filter(({ el }) => card.contains(el));
    const after = assign(inside, 1);
    const before = assign(inside, -1);
    const isBoth = after.has(label) && before.has(label);
    // Both readings give a value: the one that leaves fewer numbers without a name is meant.
    const chosen = (isBoth ? after.size > before.size : after.has(label)) ? after : before;
    const notes = inside.filter(({ kind }) => kind === 'note').map(({ text }) => text);
    const loose = [...chosen]
      .filter(([name]) => name.kind === 'aside')
      .map(([name, number]) => `${name.text} ${number.text}`);
    const pair: Pair = { label, asides: [...notes, ...loose] };
    // Two numbers claim the label with equal right: neither is taken, by no other layout either.
    if (isBoth && after.size === before.size) return pair;
    const own = chosen.get(label);
    if (own) return { ...pair, value: own, how: 'card' };
    const below = columnValue(tokens, label);
    if (below) return { ...pair, value: below, how: 'column' };
    const beside = card.parentElement
      ? sequenceValue(tokens, label, card.parentElement)
      : undefined;
    return beside ? { ...pair, value: beside, how: 'sequence' } : pair;
  });
}

/** The widest element around a label without another label. */
function cardOf(tokens: readonly Token[], own: Token, root: Element): Element {
  const index = tokens.indexOf(own);
  const isOther = (token: Token): boolean => isLabel(token) && nameOf(token) !== nameOf(own);
  const neighbours = [tokens.slice(0, index).findLast(isOther), tokens.slice(index).find(isOther)];
  let card = own.el;
  while (card !== root && card.parentElement) {
    const up = card.parentElement;
    if (neighbours.some((other) => other && up.contains(other.el))) break;
    card = up;
  }
  return card;
}

/** Texts that may stand between a label and its number without being a name of their own. */
const FILLER = /^(?:.{0,4}(?:规则|说明|查看|详情|解读|更多|今日|当前).{0,4}|.{0,2})$/;

/** Each label or aside takes the next value in one direction, unless another name comes first. */
function assign(tokens: readonly Token[], step: 1 | -1): Map<Token, Token> {
  const taken = new Map<Token, Token>();
  tokens.forEach((token, index) => {
    if (!isName(token)) return;
    for (let at = index + step; ; at += step) {
      const other = tokens[at];
      if (!other || isName(other) || (other.kind === 'text' && !FILLER.test(other.text))) return;
      if (isSlot(other)) {
        taken.set(token, other);
        return;
      }
    }
  });
  return taken;
}

/** Label in a row of labels: the cell of the same column in the one row below. */
function columnValue(tokens: readonly Token[], { el }: Token): Token | undefined {
  const cell = el.closest('th, td');
  const row = cell?.parentElement;
  const rows: (Element | null)[] = [...(row?.closest('table')?.querySelectorAll('tr') ?? [])];
  const next = rows.slice(rows.indexOf(row ?? null) + 1);
  const isPlain = next.length === 1 && next[0]?.children.length === row?.children.length;
  const column = [...(row?.children ?? [])].findIndex((each) => each === cell);
  const below = el.closest('dt')?.nextElementSibling ?? (isPlain && next[0]?.children[column]);
  const found = tokens.filter((token) => isSlot(token) && below && below.contains(token.el));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Labels and values side by side in one parent. Taken only when one order (value after its label, or
 * before it) gives every label a value and leaves none over: with one value missing, both orders look
 * alike and every number would belong to its neighbour.
 */
function sequenceValue(tokens: readonly Token[], label: Token, parent: Element): Token | undefined {
  const inside = tokens.filter(({ el }) => parent.contains(el));
  const slots = inside.filter(isSlot).length;
  if (slots !== inside.filter(isName).length) return undefined;
  return ([1, -1] as const)
    .map((step) => assign(inside, step))
    .find((taken) => new Set(taken.values()).size === slots)
    ?.get(label);
}
