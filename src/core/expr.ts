/**
 * Compiles expressions (see measure.ts) to closures. Three-valued: `undefined` is unknown and spreads;
 * `and`/`or` are decided by one decided side. No eval: the extension's CSP forbids it.
 */
import { canonicalJson } from './canonical';
import { shiftToOpening } from './clock';
import { compileQuantifier, type Quantifier } from './expr-children';
import type { Expr, OpeningHours, WordSets } from './measure';
import { type AnyPart, fieldOf, type Scope, seenOf, truthOf, type Value } from './scope';
import { beijingDay, DAY_MS, HOUR_MS } from './time';
import { compileWordSet } from './words';

export interface ExprContext {
  words: WordSets;
  clocks: Record<string, OpeningHours>;
  /** What was compiled so far, by text: measures of one platform share most of their conditions. */
  compiled?: Map<string, Compiled>;
}
export type Compiled = (scope: Scope) => Value;

/** Reading a field costs no more than remembering what it was. */
const CHEAP = new Set<Expr['op']>(['field', 'const', 'known']);

/**
 * Equal expressions become one closure that remembers its last scope's value: it is asked for again
 * by the next measure about the same unit.
 * @throws when an operator, word set or clock is not defined.
 */
export function compileExpr(expr: Expr, context: ExprContext): Compiled {
  if (CHEAP.has(expr.op) || !context.compiled) return compileOne(expr, context);
  const key = canonicalJson(expr);
  let shared = context.compiled.get(key);
  if (!shared) {
    shared = rememberLast(compileOne(expr, context));
    context.compiled.set(key, shared);
  }
  return shared;
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

function compileOne(expr: Expr, context: ExprContext): Compiled {
  const compile = (inner: Expr): Compiled => compileExpr(inner, context);
  switch (expr.op) {
    case 'field':
      return compileField(expr.path);
    case 'const':
      return () => expr.value;
    case 'and':
      return decide(expr.args.map(compile), false);
    case 'or':
      return decide(expr.args.map(compile), true);
    case 'not':
      return mapKnown(compile(expr.arg), (value) => {
        const truth = truthOf(value);
        return truth === undefined ? undefined : !truth;
      });
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return compare(expr.op, compile(expr.left), compile(expr.right));
    case 'in':
      return compileIn(compile(expr.arg), expr.set, context.words);
    case 'known': {
      const arg = compile(expr.arg);
      return (scope) => arg(scope) !== undefined;
    }
    case 'coalesce': {
      const args = expr.args.map(compile);
      return (scope) => {
        for (const arg of args) {
          const value = arg(scope);
          if (value !== undefined) return value;
        }
        return undefined;
      };
    }
    case 'if': {
      const [test, yes, no] = [compile(expr.test), compile(expr.yes), compile(expr.no)];
      return (scope) => {
        const truth = truthOf(test(scope));
        return truth === undefined ? undefined : truth ? yes(scope) : no(scope);
      };
    }
    case 'add':
      return arithmetic(compile(expr.left), compile(expr.right), (a, b) => a + b);
    case 'sub':
      return arithmetic(compile(expr.left), compile(expr.right), (a, b) => a - b);
    case 'between':
      return arithmetic(compile(expr.left), compile(expr.right), (from, to) =>
        middleOf(from, to, expr.withinMs),
      );
    case 'shift': {
      const hours = getOwn(context.clocks, expr.clock, 'clock');
      return mapNumber(compile(expr.arg), (ms) => shiftToOpening(ms, hours));
    }
    case 'day':
      return mapNumber(compile(expr.arg), beijingDay);
    case 'seconds':
      return mapNumber(compile(expr.arg), (ms) => Math.max(0, Math.floor(ms / 1_000)));
    case 'hours':
      return mapNumber(compile(expr.arg), (ms) => Math.max(0, Math.ceil(ms / HOUR_MS)));
    case 'exists':
    case 'count':
    case 'first':
    case 'min':
    case 'max':
    case 'sum':
      return compileQuantifier(expr as Quantifier, compile);
    default:
      throw new Error(`unknown operator in expression: ${JSON.stringify(expr)}`);
  }
}

/** "reason" · "seen" · "seen.status" · "order.status" · "order.seen.status" · "case.orderId" */
function compileField(path: string): Compiled {
  const [head, ...rest] = path.split('.');
  if (head === 'case') {
    const name = rest[0] as 'orderId' | 'shopId' | 'platform';
    return (scope) => scope.case?.[name];
  }
  if (head === 'order' && rest.length > 0) {
    const read = compilePartField(rest);
    return (scope) => read(scope.case?.order as AnyPart | undefined);
  }
  const read = compilePartField([head ?? '', ...rest]);
  return (scope) => read(scope.part);
}

function compilePartField([head, name]: string[]): (part: AnyPart | undefined) => Value {
  if (head === 'seen') return (part) => seenOf(part, name);
  return (part) => fieldOf(part, head ?? '');
}

/** and/or: `decider` ends it; otherwise one unknown makes the whole unknown. */
function decide(args: Compiled[], decider: boolean): Compiled {
  return (scope) => {
    let unknown = false;
    for (const arg of args) {
      const truth = truthOf(arg(scope));
      if (truth === decider) return decider;
      if (truth === undefined) unknown = true;
    }
    return unknown ? undefined : !decider;
  };
}

function compare(op: string, left: Compiled, right: Compiled): Compiled {
  return (scope) => {
    const a = left(scope);
    const b = right(scope);
    if (a === undefined || b === undefined || typeof a !== typeof b || typeof a === 'object') {
      return undefined;
    }
    if (op === 'eq') return a === b;
    if (op === 'ne') return a !== b;
    if (typeof a !== 'number' || typeof b !== 'number') return undefined;
    if (op === 'lt') return a < b;
    if (op === 'le') return a <= b;
    return op === 'gt' ? a > b : a >= b;
  };
}

function compileIn(arg: Compiled, setId: string, words: WordSets): Compiled {
  const matches = compileWordSet(getOwn(words, setId, 'word set'));
  return (scope) => {
    const value = arg(scope);
    if (typeof value === 'string') return matches(value);
    return Array.isArray(value) ? value.some(matches) : undefined;
  };
}

function arithmetic(
  left: Compiled,
  right: Compiled,
  combine: (a: number, b: number) => Value,
): Compiled {
  return (scope) => {
    const a = left(scope);
    const b = right(scope);
    return typeof a === 'number' && typeof b === 'number' ? combine(a, b) : undefined;
  };
}

function middleOf(from: number, to: number, withinMs = DAY_MS): number | undefined {
  const isNarrow = from < to && to - from <= withinMs;
  return isNarrow && beijingDay(from) === beijingDay(to) ? Math.floor((from + to) / 2) : undefined;
}

function mapKnown(arg: Compiled, map: (value: Value) => Value): Compiled {
  return (scope) => map(arg(scope));
}

function mapNumber(arg: Compiled, map: (value: number) => number): Compiled {
  return mapKnown(arg, (value) => (typeof value === 'number' ? map(value) : undefined));
}

function getOwn<T>(from: Record<string, T>, id: string, what: string): T {
  const found = Object.hasOwn(from, id) ? from[id] : undefined;
  if (found === undefined) throw new Error(`no ${what} named "${id}"`);
  return found;
}
