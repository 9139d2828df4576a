/**
 * The texts of an element in reading order, in one walk. `textContent` alone would glue `¥12.34` and
 * the `1` of the next block into `¥12.341`; layout (`innerText`) would cost four times as much.
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

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BR DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT TEXTAREA SELECT IFRAME SVG svg SCORELENS-BADGE SCORELENS-NOTICE'.split(
    ' ',
  ),
);
/** Deeper than any component tree; a page must not be able to exhaust our stack. */
const MAX_DEPTH = 200;
/** A whole score page has some hundred texts, a cell ten. */
const MAX_LEAVES = 5_000;
const MAX_RUN = 2_000;

/** Leaves of the element: text directly inside one element, in pieces or not, is one leaf. */
export function textLeaves(root: Element): Leaf[] {
  return walk(root).leaves;
}

export interface CellText {
  /** Texts of the single elements. */
  leaves: string[];
  /** Texts of the visual lines: inline elements joined as they stand (`¥` `39` `.90` → `¥39.90`). */
  lines: string[];
}

const EMPTY: CellText = { leaves: [], lines: [] };

/** Both views of one cell; empty for no cell. */
export function cellText(cell: Element | undefined): CellText {
  if (!cell) return EMPTY;
  const only = cell.firstChild;
  if (!only) return EMPTY;
  if (!only.nextSibling && only.nodeType === 3) {
    const text = cleanText((only as Text).data);
    return text ? { leaves: [text], lines: [text] } : EMPTY;
  }
  const { leaves, lines } = walk(cell);
  return {
    leaves: leaves.map((leaf) => leaf.text),
    lines: lines.map((line) => cleanText(line)).filter((line) => line !== ''),
  };
}

/** One line of clean text: the element's lines joined by spaces. */
export function elementText(el: Element | undefined | null): string {
  return el ? cellText(el).lines.join(' ') : '';
}

interface Walk {
  leaves: Leaf[];
  lines: string[];
  run: string;
}

function walk(root: Element): Walk {
  const out: Walk = { leaves: [], lines: [''], run: '' };
  visit(root, out, 0);
  return out;
}

function visit(el: Element, out: Walk, depth: number): void {
  for (let node = el.firstChild; node; node = node.nextSibling) {
    if (out.leaves.length >= MAX_LEAVES) return;
    if (node.nodeType === 3) {
      if (out.run.length < MAX_RUN) out.run += (node as Text).data.slice(0, MAX_RUN);
      continue;
    }
    if (node.nodeType !== 1) continue;
    endRun(el, out);
    const child = node as Element;
    if (depth >= MAX_DEPTH || isSkipped(child)) continue;
    const isBlock = BLOCKS.has(child.tagName);
    if (isBlock) endLine(out);
    visit(child, out, depth + 1);
    if (isBlock) endLine(out);
  }
  endRun(el, out);
}

function endRun(el: Element, out: Walk): void {
  if (out.run === '') return;
  const text = cleanText(out.run);
  if (text !== '') out.leaves.push({ text, el, line: out.lines.length - 1 });
  out.lines[out.lines.length - 1] += out.run;
  out.run = '';
}

function endLine(out: Walk): void {
  if (out.lines[out.lines.length - 1] !== '') out.lines.push('');
}

function isSkipped(el: Element): boolean {
  if (SKIPPED.has(el.tagName)) return true;
  if (!el.hasAttributes()) return false;
  if (el.hasAttribute('hidden')) return true;
  const style = el.getAttribute('style');
  return style !== null && /display:\s*none/.test(style);
}
