/**
 * No clause is idle (DESIGN §8.7). Every clause of every measure is deleted in turn, and the facts of
 * the fixture must change; the facts themselves are pinned, so a clause deleted in the source shows.
 */
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashText } from '../../../src/core/canonical';
import { compileMeasures } from '../../../src/core/compile';
import type { Fact, Measure } from '../../../src/core/measure';
import { pack202609 as pack } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { doudianWords } from '../../../src/platforms/doudian/rules/words';
import { clauseCases } from './clause-fixture';
import { mutants } from './clause-mutants';

const cases = clauseCases(12_000);
const chatDay = {
  day: 20_000,
  part: {
    f: { rounds: 7, replySeconds: 90, ratedSessions: 5, unsatisfiedSessions: 2 },
    at: 1,
  },
};

/** Facts case by case, as texts, made only as far as they are asked for. */
function* factTexts(measure: Measure): Generator<string> {
  const compiled = compileMeasures([measure], doudianWords, pack.clocks);
  if (measure.unit === 'chatDay') yield canonicalJson(compiled.chatFacts(chatDay));
  else for (const each of cases) yield canonicalJson(compiled.facts(each));
}

/** What is pinned: sums that a reader can check, and a hash of every fact. */
function digest(texts: string[]): Record<string, number | string> {
  const facts = texts.flatMap((text) => JSON.parse(text) as Fact[]);
  const count = (test: (fact: Fact) => boolean): number => facts.filter(test).length;
  return {
    facts: facts.length,
    num: facts.reduce((sum, fact) => sum + fact.num, 0),
    den: facts.reduce((sum, fact) => sum + fact.den, 0),
    unknown: count((fact) => fact.unknown),
    proxy: count((fact) => fact.quality === 'proxy'),
    estimate: count((fact) => fact.quality === 'estimate'),
    offends: count((fact) => fact.offends),
    hash: hashText(texts.join()),
  };
}

describe.each(pack.measures)('$id', (measure) => {
  const intact = [...factTexts(measure)];

  it('has no clause that could be deleted unnoticed', () => {
    const isIdle = (mutant: Measure): boolean => {
      let i = 0;
      for (const text of factTexts(mutant)) if (text !== intact[i++]) return false;
      return true;
    };
    const idle = [...mutants(measure)].filter(([, mutant]) => isIdle(mutant)).map(([at]) => at);
    expect(idle).toEqual([]);
  });

  it('gives the pinned facts', () => {
    expect(digest(intact)).toMatchSnapshot();
  });
});
