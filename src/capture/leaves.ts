/**
 * The texts of an element in reading order, in one walk over its text nodes. `textContent` alone would
 * glue `¥12.34` and the `1` of the next block into `¥12.341`; `innerText` costs a layout.
 */
import { cleanText } from './text';

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
/** What is no text of the page's: not shown, not content, or ours. */
const ABSENT =
  'script, style, noscript, textarea, select, svg, [hidden], [style*="display:none"], [style*="display: none"], scorelens-badge, scorelens-notice';
/** A whole score page has some hundred texts, a cell ten. */
const MAX_PIECES = 10_000;
/** Per text node: many times what `cleanText` keeps. */
const MAX_RAW = 2_000;
const EMPTY: CellText = { nodes: [], leaves: [], lines: [] };

/** All views of an element's text; empty for no element. */
export function cellText(root: Element | undefined): CellText {
  const only = root?.firstChild;
  if (!root || !only) return EMPTY;
  if (only.nodeType === 3 && !only.nextSibling) {
    const text = cleanText((only as Text).data);
    return text === ''
      ? EMPTY
      : { nodes: [{ text, el: root, line: 0 }], leaves: [text], lines: [text] };
  }
  // 4 = text nodes. One native search tells whether any of them must be left out.
  const walker = root.ownerDocument.createTreeWalker(root, 4);
  const absent = root.querySelector(ABSENT) !== null;
  const raw: string[] = [''];
  const pieces: { raw: string; el: Element; line: number }[] = [];
  let last: Node | null = null;
  for (
    let seen = 0, node = walker.nextNode();
    node && seen < MAX_PIECES;
    node = walker.nextNode()
  ) {
    seen += 1;
    const el = node.parentElement as Element;
    const out = absent && el.closest(ABSENT);
    if (out && root.contains(out)) continue;
    const data = (node as Text).data.slice(0, MAX_RAW);
    if (last && !isSameLine(last, node)) raw.push('');
    const line = raw.length - 1;
    raw[line] += data;
    const piece = pieces[pieces.length - 1];
    if (piece && last && isNext(last, node)) piece.raw += data;
    else pieces.push({ raw: data, el, line });
    last = node;
  }
  const nodes: Leaf[] = [];
  for (const piece of pieces) {
    const text = cleanText(piece.raw);
    if (text !== '') nodes.push({ text, el: piece.el, line: piece.line });
  }
  const leaves = nodes.map(({ text }) => text);
  const lines = pieces.length === 1 ? leaves : raw.map((text) => cleanText(text)).filter(Boolean);
  return { nodes, leaves, lines };
}

/** Class names from a leaf's element up to (not including) `top`: what the page calls this text. */
export function stemOf(leaf: Leaf, top: Element): string {
  let stem = '';
  for (let el: Element | null = leaf.el; el && el !== top; el = el.parentElement) {
    stem += ` ${el.getAttribute('class') ?? ''}`;
  }
  return stem;
}

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
