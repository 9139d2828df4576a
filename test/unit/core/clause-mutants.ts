/** Every measure with one clause less, mechanically: what a deleted clause would make of it (DESIGN §8.7). */
import type { Measure } from '../../../src/core/measure';

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

/** [where, the measure without that clause]. */
export function* mutants(measure: Measure): Generator<[string, Measure]> {
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
