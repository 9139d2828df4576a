/** Mutations that say nothing new: our own badges, and countdowns that tick each second. */
import { findCountdown } from './countdown';
import { cleanText } from './text';

/** Our elements: scorelens-badge in rows, scorelens-notice beside the list. */
const OWN = /^scorelens-/i;
/** A countdown's line with its status word; a longer text is a whole cell or row. */
const MAX_TICK_CHARS = 60;
/** Digits, their element, its line: a countdown's numbers may stand in elements of their own. */
const MAX_LEVELS = 3;

/** True when some mutation may have changed what a reader sees under `root`. */
export function isRelevant(mutations: readonly MutationRecord[], root: Element): boolean {
  // Texts taken out of and put into one element, over the batch: a page may do it in two steps.
  const replaced = new Map<Node, { before: string; after: string }>();
  for (const mutation of mutations) {
    const { target } = mutation;
    // Ancestors are watched only to learn that the root itself was taken out.
    if (!root.contains(target)) {
      if (root.isConnected) continue;
      return true;
    }
    if (isOwn(target)) continue;
    if (mutation.type === 'characterData') {
      if (isTick(target, mutation.oldValue ?? '', (target as Text).data)) continue;
      return true;
    }
    const nodes = [...mutation.addedNodes, ...mutation.removedNodes];
    if (nodes.every((node) => OWN.test(node.nodeName))) continue;
    if (!nodes.every((node) => node.nodeType === 3)) return true;
    const { before, after } = replaced.get(target) ?? { before: '', after: '' };
    replaced.set(target, {
      before: before + textOf(mutation.removedNodes),
      after: after + textOf(mutation.addedNodes),
    });
  }
  return [...replaced].some(([node, { before, after }]) => !isTick(node, before, after));
}

function isOwn(node: Node): boolean {
  const el = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return el?.closest('scorelens-badge, scorelens-notice') != null;
}

/** Only digits changed, inside a short text that reads as a countdown. */
function isTick(node: Node, before: string, after: string): boolean {
  if (before.replace(/\d+/g, '') !== after.replace(/\d+/g, '')) return false;
  let el = node.nodeType === 1 ? (node as Element) : node.parentElement;
  for (let level = 0; el && level < MAX_LEVELS; level += 1, el = el.parentElement) {
    const text = el.textContent ?? '';
    if (text.length > MAX_TICK_CHARS) return false;
    if (findCountdown(cleanText(text))) return true;
  }
  return false;
}

function textOf(nodes: NodeList): string {
  return [...nodes].map((node) => (node as Text).data).join('');
}
