/** Measures → facts. The only implementation of every measure: tallies, offenders and verdicts follow from it. */
import { canonicalJson, hashText } from './canonical';
import type { ChatDay, OrderCase } from './entities';
import { type Compiled, compileExpr, type ExprContext } from './expr';
import { sharedExprs } from './expr-shared';
import type { Exclusion, Expr, Fact, Measure, OpeningHours, WordSets } from './measure';
import { asksWhenSeen } from './measure-seen';
import type { RulePack } from './pack';
import { type AnyPart, noScopes, type Scope, truthOf, unitsOf, type Value } from './scope';

/** Raise when the meaning of an operator or of a case's marks changes: what was made before is then rebuilt. */
const ENGINE_VERSION = 5;

export interface CompiledMeasures {
  /** Stable hash of measures, words and clocks: tallies of another version must be rebuilt. */
  version: string;
  /** Facts of one case, in the order of the measures, then of the unit ids. Depends on nothing else. */
  facts(orderCase: OrderCase): Fact[];
  /** Those of them that can change when nothing but the instants of sightings does. */
  sightingFacts(orderCase: OrderCase): Fact[];
  /** Facts of one day of the chat statistics. */
  chatFacts(chatDay: ChatDay): Fact[];
  /** The first exclusion that certainly holds for the order. */
  findExclusion(orderCase: OrderCase): Exclusion | undefined;
}

/** @throws when a measure names a word set, clock or operator that does not exist. */
export function compileMeasures(
  measures: Measure[],
  words: WordSets,
  clocks: Record<string, OpeningHours>,
  exclusions: Exclusion[] = [],
): CompiledMeasures {
  const shared = sharedExprs([...measures.flatMap(partsOf), ...exclusions.map(({ when }) => when)]);
  const context: ExprContext = { words, clocks, shared };
  const ofCase = measures.filter((each) => each.unit !== 'chatDay').map(compileOne(context));
  const ofSightings = ofCase.filter(({ measure }) => asksWhenSeen(measure));
  const ofChat = measures.filter((each) => each.unit === 'chatDay').map(compileOne(context));
  const whens = exclusions.map((each) => ({ each, when: compileExpr(each.when, context) }));
  return {
    version: measuresVersion(measures, words, clocks),
    facts: (orderCase) => factsOf(ofCase, orderCase),
    sightingFacts: (orderCase) => factsOf(ofSightings, orderCase),
    chatFacts: (chatDay) => {
      const f = { ...chatDay.part.f, day: chatDay.day };
      const scope: Scope = { case: undefined, id: '', part: { ...chatDay.part, f } as AnyPart };
      return ofChat.flatMap((one) => factOf(one, scope) ?? []);
    },
    findExclusion: (orderCase) => {
      const [scope] = unitsOf(orderCase, 'order');
      return scope && whens.find(({ when }) => truthOf(when(scope)) === true)?.each;
    },
  };
}

/** The measures and exclusions of one rule pack. */
export function compilePack(pack: RulePack, words: WordSets): CompiledMeasures {
  return compileMeasures(pack.measures, words, pack.clocks, pack.exclusions);
}

function measuresVersion(
  measures: Measure[],
  words: WordSets,
  clocks: Record<string, OpeningHours>,
): string {
  const meaning = measures.map(({ source: _source, ...rest }) => rest);
  return hashText(canonicalJson([ENGINE_VERSION, meaning, words, clocks]));
}

function partsOf(measure: Measure): Expr[] {
  const { include, day, num, den, unknownWhen, proxyWhen, estimateWhen, bucket, offends } = measure;
  return [include, day, num, den, unknownWhen, proxyWhen, estimateWhen, bucket, offends].filter(
    (each) => each !== undefined,
  );
}

interface CompiledMeasure {
  measure: Measure;
  include: Compiled;
  day: Compiled;
  num: Compiled;
  den: Compiled;
  unknownWhen?: Compiled;
  proxyWhen?: Compiled;
  estimateWhen?: Compiled;
  bucket?: Compiled;
  offends?: Compiled;
}

function compileOne(context: ExprContext): (measure: Measure) => CompiledMeasure {
  return (measure) => {
    const optional = (
      part: 'unknownWhen' | 'proxyWhen' | 'estimateWhen' | 'bucket' | 'offends',
    ) => {
      const expr = measure[part];
      return expr && compileExpr(expr, context);
    };
    return {
      measure,
      include: compileExpr(measure.include, context),
      day: compileExpr(measure.day, context),
      num: compileExpr(measure.num, context),
      den: compileExpr(measure.den, context),
      unknownWhen: optional('unknownWhen'),
      proxyWhen: optional('proxyWhen'),
      estimateWhen: optional('estimateWhen'),
      bucket: optional('bucket'),
      offends: optional('offends'),
    };
  };
}

function factsOf(compiled: CompiledMeasure[], orderCase: OrderCase): Fact[] {
  const facts: Fact[] = [];
  const made = noScopes();
  for (const one of compiled) {
    const units = unitsOf(orderCase, one.measure.unit, made);
    for (let i = 0; i < units.length; i++) {
      const fact = factOf(one, units[i] as Scope);
      if (fact) facts.push(fact);
    }
  }
  return facts;
}

/** Undefined when the unit does not belong, or has no day to be dated on. */
function factOf(one: CompiledMeasure, unit: Scope): Fact | undefined {
  const included = truthOf(one.include(unit));
  if (included === false) return undefined;
  const day = one.day(unit);
  if (typeof day !== 'number' || !Number.isSafeInteger(day)) return undefined;
  const num = safeInteger(one.num(unit));
  const den = safeInteger(one.den(unit));
  // Only a decided "no" clears a doubt: an undecidable `unknownWhen` is itself unknown.
  const doubted = one.unknownWhen !== undefined && truthOf(one.unknownWhen(unit)) !== false;
  const unknown = included === undefined || doubted || num === undefined || den === undefined;
  // One plain literal: spreading costs twenty times as much, and this runs for every unit and measure.
  const fact: Fact = {
    measureId: one.measure.id,
    unitId: unit.id,
    day,
    num: unknown ? 0 : num,
    den: unknown ? 0 : den,
    unknown,
    quality: unknown ? 'exact' : qualityOf(one, unit),
    offends: !unknown && (one.offends ? truthOf(one.offends(unit)) === true : num > 0),
  };
  const bucket = unknown ? undefined : one.bucket && safeInteger(one.bucket(unit));
  if (bucket !== undefined) fact.bucket = bucket;
  return fact;
}

function qualityOf(one: CompiledMeasure, unit: Scope): Fact['quality'] {
  if (one.estimateWhen && truthOf(one.estimateWhen(unit)) !== false) return 'estimate';
  if (one.proxyWhen && truthOf(one.proxyWhen(unit)) !== false) return 'proxy';
  return 'exact';
}

function safeInteger(value: Value): number | undefined {
  const number = typeof value === 'boolean' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
