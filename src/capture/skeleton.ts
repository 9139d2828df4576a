/**
 * The structure of a page without what it says, so that a merchant can send us a page nobody else can
 * open. What survives: element names, class names, names of attributes, a few states, and texts that are
 * labels we know. Everything else becomes a shape: `#` for each digit, `…` for other characters.
 *
 * Nothing of a value is kept because it looks harmless; texts are kept only when they are in `known`.
 * Class and attribute names are written by developers: their letters stay, their digits do not, except
 * one alone in a name (`row-level-0`, `timeline-item-1`), which identifies nobody and which hooks need.
 */
import { blankText, nameShape, textShaper } from './skeleton-text';

/** Not shown, not content, or ours. */
const LEFT_OUT = /^(?:script|style|noscript|template|link|meta|head|object|embed)$|^scorelens-/;
/** Children say nothing about the page's structure. */
const CLOSED = /^(?:svg|canvas|video|audio|img|picture|textarea|math)$/;
/** States of a control or row, as the component library writes them. */
const STATE =
  /^(?:role|type|aria-(?:selected|hidden|busy|current|checked|disabled|expanded)|hidden|disabled|colspan|rowspan)$/;
/** Attributes whose value is an address, code or layout: nothing to learn from. */
const SILENT =
  /^(?:href|src|srcset|srcdoc|style|action|nonce|integrity|on.*|xmlns.*|width|height|d)$/;
const WORD = /^[a-z][a-z-]{0,19}$/;
const MAX_DEPTH = 80;
const MAX_NODES = 20_000;
/** Of many children the first ones and the last show how they are made. */
const MAX_CHILDREN = 12;
const SHOWN_FIRST = 9;

/**
 * @param known labels that may stay, as `cleanText` gives them
 * @returns one line per element and text, indented
 */
export function skeletonOf(root: Element, known: readonly string[]): string {
  const shape = textShaper(known);
  let budget = MAX_NODES;

  const linesOf = (el: Element, depth: number): string[] => {
    const tag = el.localName.toLowerCase();
    if (LEFT_OUT.test(tag)) return [];
    budget -= 1;
    if (budget < 0) return [];
    const pad = ' '.repeat(depth);
    const open = `${pad}<${nameShape(tag)}${attributesOf(el, shape)}>`;
    if (CLOSED.test(tag) || el.firstChild === null) return [open];
    if (depth >= MAX_DEPTH) return [open, `${pad} …`];
    const parts: string[] = [];
    for (const child of el.childNodes) {
      if (child.nodeType === 1) {
        const lines = linesOf(child as Element, depth + 1);
        if (lines.length > 0) parts.push(lines.join('\n'));
      } else if (child.nodeType === 3) {
        const text = shape((child as Text).data);
        if (text !== '') parts.push(`${pad} ${text}`);
      }
    }
    return [open, ...shorten(parts, `${pad} … more`)];
  };
  return linesOf(root, 0).join('\n');
}

/** Equal neighbours once, and of very many the first and the last. */
function shorten(parts: readonly string[], more: string): string[] {
  const lines = parts.flatMap((part, at) => {
    if (part !== parts[at - 1]) return [part];
    return part !== parts[at - 2] ? [more] : [];
  });
  if (lines.length <= MAX_CHILDREN) return lines;
  return [...lines.slice(0, SHOWN_FIRST), more, ...lines.slice(-2)];
}

function attributesOf(el: Element, shape: (text: string) => string): string {
  const parts: string[] = [];
  for (const name of el.getAttributeNames()) {
    const value = el.getAttribute(name) ?? '';
    if (SILENT.test(name)) continue;
    const key = nameShape(name);
    if (name === 'class' || name === 'id') {
      const names = value.split(/\s+/).filter(Boolean).slice(0, 12).map(nameShape);
      parts.push(`${key}="${names.join(' ')}"`);
    } else if (STATE.test(name)) {
      const isWord = WORD.test(value) || /^\d$/.test(value);
      parts.push(value === '' ? key : `${key}="${isWord ? value : blankText(value)}"`);
    } else parts.push(value === '' ? key : `${key}="${shape(value)}"`);
  }
  return parts.length > 0 ? ` ${parts.join(' ')}` : '';
}

/** The page's address without what it names: `/ffa/order/detail?order_id=…`. */
export function addressShape(url: URL): string {
  const path = url.pathname.split('/').map((part) => (part === '' ? '' : nameShape(part)));
  const keys = [...new Set([...url.searchParams.keys()].map((key) => `${nameShape(key)}=…`))];
  return `${path.join('/')}${keys.length > 0 ? `?${keys.join('&')}` : ''}`;
}
