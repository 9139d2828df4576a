/** Matching a platform's words. Sets are data (`WordSet`); texts come from pages as they are. */
import type { WordSet } from './measure';

/** Widths, spaces and brackets differ between pages: compare without them. */
export function normaliseWords(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** A matcher that remembers its answers: pages repeat the same few hundred texts. */
export function compileWordSet(set: WordSet): (text: string) => boolean {
  const exact = new Set((set.exact ?? []).map(normaliseWords));
  const includes = (set.includes ?? []).map(normaliseWords);
  const not = (set.not ?? []).map(normaliseWords);
  const known = new Map<string, boolean>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const plain = normaliseWords(text);
    const matches =
      exact.has(plain) ||
      (includes.some((part) => plain.includes(part)) && !not.some((part) => plain.includes(part)));
    if (known.size < 2_000) known.set(text, matches);
    return matches;
  };
}
