/** A hash for the meaning of each measure, so that two versions of the rules can be told apart part by part. */
import { canonicalJson, hashText } from './canonical';
import type { Measure, OpeningHours, WordSets } from './measure';

/** Measure id → hash of the measure with the word sets and clocks that it names. Labels and sources do not count. */
export function measureVersions(
  measures: Measure[],
  words: WordSets,
  clocks: Record<string, OpeningHours>,
): Record<string, string> {
  return Object.fromEntries(
    measures.map(({ source: _source, ...meaning }) => {
      const text = canonicalJson(meaning);
      // A name that is only a text elsewhere costs one hash more, and no mistake.
      const named = (all: object) =>
        Object.entries(all).filter(([name]) => text.includes(JSON.stringify(name)));
      return [meaning.id, hashText(canonicalJson([text, named(words), named(clocks)]))];
    }),
  );
}

/** Ids whose meaning differs, or which only the present measures have, sorted. */
export function changedMeasures(
  before: Record<string, string>,
  after: Record<string, string>,
): string[] {
  return Object.keys(after)
    .filter((id) => before[id] !== after[id])
    .sort();
}
