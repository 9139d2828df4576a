/** Mutations that say nothing new: our own badges, and countdowns that tick each second. */
import { MINUTE_MS } from '../core/time';
import { type Changed, noChange } from './changes';
import { findCountdown } from './countdown';
import { cleanText } from './text';

/** Our elements: scorelens-badge in rows, scorelens-notice beside the list. */
const OWN = /^scorelens-/i;
/** A countdown's line with its status word; a longer text is a whole cell or row. */
const MAX_TICK_CHARS = 60;
/** Digits, their element, its line: a countdown's numbers may stand in elements of their own. */
const MAX_LEVELS = 3;

/**
 * What the mutations may have changed of what a reader sees under `root`; nothing when they say nothing
 * new. Attributes: those that hide a text, and the reader's own hooks.
 */
export function findChanged(mutations: readonly MutationRecord[], root: Element): Changed {
  const changed = noChange();
  // Texts taken out of and put into one element, over the batch: a page may do it in two steps.
  const replaced = new Map<Node, { before: string; after: string }>();
  for (const mutation of mutations) {
    const { target } = mutation;
    // Ancestors are watched only to learn that the root itself was taken out.
    if (!root.contains(target)) {
      // What was taken out with its changes is no part of the page any more.
      if (!root.isConnected) changed.inside.add(root);
      continue;
    }
    if (isOwn(target)) continue;
    if (mutation.type === 'attributes') {
      if (tellsNews(mutation)) changed.inside.add(target);
      continue;
    }
    if (mutation.type === 'characterData') {
      const isNews = !isTick(target, mutation.oldValue ?? '', (target as Text).data);
      if (isNews) changed.inside.add(target);
      continue;
    }
    const nodes = [...mutation.addedNodes, ...mutation.removedNodes];
    if (nodes.every((node) => OWN.test(node.nodeName))) continue;
    if (!nodes.every((node) => node.nodeType === 3)) {
      changed.inside.add(target);
      for (const node of mutation.addedNodes) if (node.nodeType === 1) changed.added.add(node);
      continue;
    }
    const { before, after } = replaced.get(target) ?? { before: '', after: '' };
    replaced.set(target, {
      before: before + textOf(mutation.removedNodes),
      after: after + textOf(mutation.addedNodes),
    });
  }
  for (const [node, { before, after }] of replaced) {
    if (!isTick(node, before, after)) changed.inside.add(node);
  }
  return changed;
}

const HIDES = /display: ?none/;

/** A text that is hidden or shown, or a hook with another value; any other style is none of ours. */
function tellsNews({ attributeName, oldValue, target }: MutationRecord): boolean {
  const value = (target as Element).getAttribute(attributeName ?? '');
  if (attributeName !== 'style') return value !== oldValue;
  return HIDES.test(value ?? '') !== HIDES.test(oldValue ?? '');
}

function isOwn(node: Node): boolean {
  const el = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return el?.closest('scorelens-badge, scorelens-notice') != null;
}

/** A clock goes on by so much between two looks of the page's; more is another deadline. */
const MAX_STEP_MS = 2 * MINUTE_MS;

/** Only digits changed, by little, inside a short text that reads as a countdown. */
function isTick(node: Node, before: string, after: string): boolean {
  if (before.replace(/\d+/g, '') !== after.replace(/\d+/g, '')) return false;
  const [was, is] = [before, after].map((text) => findCountdown(cleanText(text))?.remainingMs);
  if (was !== undefined && is !== undefined && Math.abs(was - is) > MAX_STEP_MS) return false;
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
