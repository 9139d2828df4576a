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

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** Copies of `node`, each with one clause less: an argument, a `where`, a `not`. */
function* withoutOne(node: Json, path: string): Generator<[string, Json]> {
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return;
  const { op, args } = node;
  if (Array.isArray(args) && args.length > 1) {
    for (let i = 0; i < args.length; i++) {
      yield [`${path} ${op}[${i}]`, { ...node, args: args.filter((_, k) => k !== i) }];
    }
  }
  if (op === 'not' && node.arg !== undefined) yield [`${path} not`, node.arg];
  if (node.where !== undefined) {
    const { where: _where, ...rest } = node;
    yield [`${path} where`, rest];
  }
  for (const [key, inner] of Object.entries(node)) {
    if (Array.isArray(inner)) {
      for (let i = 0; i < inner.length; i++) {
        for (const [at, less] of withoutOne(inner[i] as Json, `${path}.${key}[${i}]`)) {
          yield [at, { ...node, [key]: inner.map((each, k) => (k === i ? less : each)) }];
        }
      }
    } else {
      for (const [at, less] of withoutOne(inner, `${path}.${key}`)) {
        yield [at, { ...node, [key]: less }];
      }
    }
  }
}

function* mutants(measure: Measure): Generator<[string, Measure]> {
  for (const part of ['unknownWhen', 'proxyWhen', 'estimateWhen', 'offends', 'bucket'] as const) {
    if (measure[part] === undefined) continue;
    const { [part]: _part, ...rest } = measure;
    yield [part, rest];
  }
  for (const [key, node] of Object.entries(measure)) {
    for (const [at, less] of withoutOne(node as Json, key)) {
      yield [at, { ...measure, [key]: less } as Measure];
    }
  }
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
