/**
 * The texts of an element in reading order, in one walk over its text nodes. `textContent` alone would
 * glue `¥12.34` and the `1` of the next block into `¥12.341`; `innerText` costs a layout.
 */
import { HIDDEN } from './hidden';
import { cleanText, JOINT } from './text';

export interface Leaf {
  /** Clean, not empty. */
  text: string;
  /** Element whose own text this is. */
  el: Element;
  /** Grows at every block boundary: leaves of one line share it. */
  line: number;
}

export interface CellText {
  /** Texts of the single elements: what stands directly in one, in pieces or not, is one text. */
  leaves: string[];
  /** Texts of the visual lines: inline elements joined as they stand (`¥` `39` `.90` → `¥39.90`). */
  lines: string[];
  /** The leaves with their elements. */
  nodes: Leaf[];
}

/** Elements in a line of text; all others begin and end one. */
const INLINE = new Set(
  'A ABBR B BDI BDO BUTTON CODE EM FONT I LABEL MARK S SMALL SPAN STRONG SUB SUP TIME U'.split(' '),
);
/** Explains another text, or says what no longer holds (the price before). */
const ASIDE = '[role="tooltip"], del, s, strike, [style*="line-through"], [class*="line-through"]';
/** What is no text of the page's: not shown, not content, or ours. */
const ABSENT = `script, style, noscript, textarea, select, svg, scorelens-badge, scorelens-notice, ${HIDDEN}, ${ASIDE}`;
/** The part of it whose texts do not tell by their own element. Our badges have no text but in their shadow. */
const HIDING = `noscript, scorelens-badge:not(:empty), scorelens-notice:not(:empty), ${HIDDEN}, ${ASIDE}`;
/** Elements of which no text is content; inside `svg` names are written small. */
const SILENT = /^(?:SCRIPT|STYLE|NOSCRIPT|TEXTAREA|SELECT|OPT|[a-z])/;
/** A whole score page has some hundred texts, a cell ten. */
const MAX_PIECES = 10_000;
/** Per text node: many times what `cleanText` keeps. */
const MAX_RAW = 2_000;
const EMPTY: CellText = { nodes: [], leaves: [], lines: [] };

/** Does anything below hide texts? One search for a group of cells, instead of one for each. */
export const hidesText = (root: Element): boolean => root.querySelector(HIDING) !== null;

/**
 * All views of an element's text; empty for no element.
 * @param hides `hidesText` of the element or one around it
 */
export function cellText(root: Element | undefined, hides?: boolean): CellText {
  const only = root?.firstChild;
  if (!root || !only) return EMPTY;
  if (only.nodeType === 3 && !only.nextSibling) {
    const text = cleanText((only as Text).data);
    return text === ''
      ? EMPTY
      : { nodes: [{ text, el: root, line: 0 }], leaves: [text], lines: [text] };
  }
  const found: CellText = { nodes: [], leaves: [], lines: [] };
  // 4 = text nodes.
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  const mayHide = hides ?? hidesText(root);
  let piece: { raw: string; el: Element } | undefined;
  let line = 0;
  /** The line so far, its pieces, and its text where it is only one. */
  let raw = '';
  let pieces = 0;
  let text = '';
  let last: Node | undefined;
  let seen = 0;

  const endPiece = (): void => {
    if (!piece) return;
    text = cleanText(piece.raw);
    if (text === '') return;
    found.nodes.push({ text, el: piece.el, line });
    found.leaves.push(text);
  };
  const endLine = (): void => {
    const whole = pieces === 1 ? text : cleanText(raw);
    if (whole !== '') found.lines.push(whole);
  };

  for (let node = walker.nextNode(); node && seen < MAX_PIECES; node = walker.nextNode()) {
    seen += 1;
    const el = node.parentNode as Element;
    if (SILENT.test(el.nodeName) || mayHide) {
      const out = el.closest(ABSENT);
      if (out && out !== root && root.contains(out)) continue;
    }
    let { data } = node as Text;
    if (data.length > MAX_RAW) data = data.slice(0, MAX_RAW);
    if (piece && last && piece.el === el && isNext(last, node)) {
      piece.raw += data;
      raw += data;
    } else {
      endPiece();
      if (last && !isSameLine(last, node)) {
        endLine();
        line += 1;
        raw = '';
        pieces = 0;
      } else if (piece && isDigitSeam(piece.raw, data)) raw += JOINT;
      piece = { raw: data, el };
      pieces += 1;
      raw += data;
    }
    last = node;
  }
  endPiece();
  endLine();
  return found;
}

/** Class names from a leaf's element up to (not including) `top`: what the page calls this text. */
export function stemOf(leaf: Leaf, top: Element): string {
  let stem = '';
  for (let el: Element | null = leaf.el; el && el !== top; el = el.parentElement) {
    stem += ` ${el.getAttribute('class') ?? ''}`;
  }
  return stem;
}

/** Digit to digit across two elements; single digits are one number, drawn digit by digit. */
const isDigitSeam = (before: string, after: string): boolean =>
  /[\d０-９]$/.test(before) && /^[\d０-９]/.test(after) && before.length + after.length > 2;

/** Two text nodes side by side (a framework may put a comment between). */
function isNext(last: Node, node: Node): boolean {
  let before = node.previousSibling;
  while (before?.nodeType === 8) before = before.previousSibling;
  return before === last;
}

function isSameLine(last: Node, node: Node): boolean {
  for (let el = last.parentElement; el && !el.contains(node); el = el.parentElement) {
    if (!INLINE.has(el.tagName)) return false;
  }
  for (let at: Node | null = node; at && !at.contains(last); at = at.parentNode) {
    if (at.nodeType === 1 && !INLINE.has(at.nodeName)) return false;
    if (at.previousSibling?.nodeName === 'BR') return false;
  }
  return true;
}
