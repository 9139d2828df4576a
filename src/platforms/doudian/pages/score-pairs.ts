/**
 * Which value belongs to which label, by structure and order alone. Three layouts, tried in this order:
 * a *card* (the widest element around a label that holds no other label), a *column* (label in a table
 * head, value below), a *sequence* (labels and values side by side in one parent).
 */
import type { Token } from './score-tokens';

export interface Pair {
  /** Index of the label's token. */
  label: number;
  /** The value's (or `none`'s) token; absent when none could be told. */
  value?: Token;
  how?: 'card' | 'column' | 'sequence';
  /** Asides of the card, a loose number joined to its words. */
  asides: string[];
}

type Kind = Token['kind'];
const isLabel = (kind: Kind): boolean => kind === 'label' || kind === 'unknown';
const isSlot = (kind: Kind): boolean => kind === 'value' || kind === 'none';

export function pairLabels(tokens: readonly Token[], root: Element): Pair[] {
  return tokens.flatMap((token, label) => {
    if (!isLabel(token.kind)) return [];
    const { el, from, to } = cardOf(tokens, label, root);
    const { value, asides, isAmbiguous } = resolve(tokens.slice(from, to), label - from);
    if (value) return [{ label, value, how: 'card' as const, asides }];
    if (isAmbiguous) return [{ label, asides }];
    const below = columnValue(tokens, label);
    if (below) return [{ label, value: below, how: 'column' as const, asides }];
    const beside = el.parentElement ? sequenceValue(tokens, token, el.parentElement) : undefined;
    if (beside) return [{ label, value: beside, how: 'sequence' as const, asides }];
    return [{ label, asides }];
  });
}

/** The widest element around a label without another label, and its tokens' range. */
function cardOf(
  tokens: readonly Token[],
  index: number,
  root: Element,
): { el: Element; from: number; to: number } {
  const own = tokens[index] as Token;
  const isOther = (token: Token): boolean => isLabel(token.kind) && nameOf(token) !== nameOf(own);
  const before = tokens.slice(0, index).findLast(isOther);
  const after = tokens.slice(index + 1).find(isOther);
  let el = own.el;
  while (el !== root && el.parentElement) {
    const up = el.parentElement;
    if ((before && up.contains(before.el)) || (after && up.contains(after.el))) break;
    el = up;
  }
  let from = index;
  let to = index + 1;
  while (from > 0 && el.contains((tokens[from - 1] as Token).el)) from -= 1;
  while (to < tokens.length && el.contains((tokens[to] as Token).el)) to += 1;
  return { el, from, to };
}

function nameOf(token: Token): string {
  return token.kind === 'label' ? token.entry.id : token.text;
}

interface Resolved {
  value?: Token;
  asides: string[];
  /** Two numbers claim the label with equal right: neither is taken, by no other layout either. */
  isAmbiguous?: boolean;
}

/** Values for the label and the asides of a card, reading labels before values or after them. */
function resolve(tokens: readonly Token[], label: number): Resolved {
  const notes = tokens.filter((token) => token.kind === 'note').map((token) => token.text);
  const after = assign(tokens, 1);
  const before = assign(tokens, -1);
  const inBoth = after.has(label) && before.has(label);
  // Both readings give a value: the one that leaves fewer numbers without a name is meant.
  if (inBoth && after.size === before.size) return { asides: notes, isAmbiguous: true };
  const useAfter = inBoth ? after.size > before.size : after.has(label);
  const chosen = useAfter ? after : before;
  const value = chosen.get(label);
  const loose = tokens.flatMap((token, index) => {
    const number = token.kind === 'aside' ? chosen.get(index) : undefined;
    return number ? [`${token.text} ${number.text}`] : [];
  });
  return { ...(value ? { value } : {}), asides: [...notes, ...loose] };
}

/** Texts that may stand between a label and its number without being a name of their own. */
const FILLER = /规则|说明|查看|详情|解读|更多|今日|当前|^.{0,2}$/;

/** Each label or aside takes the next value in one direction, unless another name comes first. */
function assign(tokens: readonly Token[], step: 1 | -1): Map<number, Token> {
  const taken = new Map<number, Token>();
  tokens.forEach((token, index) => {
    if (!isLabel(token.kind) && token.kind !== 'aside') return;
    for (let at = index + step; at >= 0 && at < tokens.length; at += step) {
      const other = tokens[at] as Token;
      if (isLabel(other.kind) || other.kind === 'aside') return;
      if (other.kind === 'text' && !FILLER.test(other.text)) return;
      if (!isSlot(other.kind)) continue;
      taken.set(index, other);
      return;
    }
  });
  return taken;
}

/** Label in a row of labels: the cell of the same column in the one row below; or `dt` and its `dd`. */
function columnValue(tokens: readonly Token[], index: number): Token | undefined {
  const { el } = tokens[index] as Token;
  const below = el.closest('dt')?.nextElementSibling ?? cellBelow(el.closest('th, td'));
  const found = tokens.filter((token) => isSlot(token.kind) && below?.contains(token.el));
  return found.length === 1 ? found[0] : undefined;
}

function cellBelow(cell: Element | null): Element | undefined {
  const row = cell?.parentElement;
  const table = row?.closest('table');
  if (!cell || !row || !table) return undefined;
  const rows: Element[] = [...table.querySelectorAll('tr')];
  const next = rows.slice(rows.indexOf(row) + 1);
  if (next.length !== 1 || next[0]?.children.length !== row.children.length) return undefined;
  return next[0].children[[...row.children].indexOf(cell)];
}

/**
 * Labels and values side by side in one parent. Taken only when one order (value after its label, or
 * before it) gives every label a value and leaves none over: with one value missing, both orders look
 * alike and every number would belong to its neighbour.
 */
function sequenceValue(tokens: readonly Token[], label: Token, parent: Element): Token | undefined {
  const inside = tokens.filter((token) => parent.contains(token.el));
  const slots = inside.filter((token) => isSlot(token.kind)).length;
  const names = inside.filter((token) => isLabel(token.kind) || token.kind === 'aside').length;
  if (slots !== names) return undefined;
  for (const step of [1, -1] as const) {
    const taken = assign(inside, step);
    if (new Set(taken.values()).size === slots) return taken.get(inside.indexOf(label));
  }
  return undefined;
}
