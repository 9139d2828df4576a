/** Which expressions are worth remembering: those that are asked for in more than one place. */
import { canonicalJson } from './canonical';
import type { Compiled } from './expr';
import type { Expr } from './measure';
import { innerOf } from './measure-sides';
import type { Scope, Value } from './scope';

export interface SharedExprs {
  findOrMake(expr: Expr, make: () => Compiled): Compiled;
}

/** Reading a field costs no more than remembering what it was. */
const CHEAP = new Set<Expr['op']>(['field', 'const', 'known']);

/** @param roots every expression that will be compiled together */
export function sharedExprs(roots: Expr[]): SharedExprs {
  const keys = new Map<Expr, string>();
  const asked = new Map<string, number>();
  const made = new Map<string, Compiled>();
  const keyOf = (expr: Expr): string => {
    let key = keys.get(expr);
    if (key === undefined) {
      key = canonicalJson(expr);
      keys.set(expr, key);
    }
    return key;
  };
  const ask = (expr: Expr): void => {
    const key = keyOf(expr);
    const before = asked.get(key) ?? 0;
    asked.set(key, before + 1);
    // What is inside is asked for once only: the whole is remembered from the second time on.
    if (before === 0) innerOf(expr).forEach(ask);
  };
  roots.forEach(ask);
  return {
    findOrMake(expr, make) {
      const key = keyOf(expr);
      const known = made.get(key);
      if (known) return known;
      const isWorthIt = !CHEAP.has(expr.op) && (asked.get(key) ?? 0) > 1;
      const compiled = isWorthIt ? rememberLast(make()) : make();
      made.set(key, compiled);
      return compiled;
    },
  };
}

function rememberLast(compiled: Compiled): Compiled {
  let last: Scope | undefined;
  let value: Value;
  return (scope) => {
    if (scope === last) return value;
    value = compiled(scope);
    last = scope;
    return value;
  };
}
