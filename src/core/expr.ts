/**
 * Compiles expressions (see measure.ts) to closures. Three-valued: `undefined` is unknown and spreads;
 * `and`/`or` are decided by one decided side. No eval: the extension's CSP forbids it.
 */
import { shiftToOpening } from './clock';
import { compileQuantifier, type Quantifier } from './expr-children';
import { compileField } from './expr-fields';
import { coalesce, compare, decide, isUnknown, negate } from './expr-logic';
import type { SharedExprs } from './expr-shared';
import type { Expr, OpeningHours, WordSets } from './measure';
import { type Scope, truthOf, type Value } from './scope';
import { beijingDay, DAY_MS, HOUR_MS } from './time';
import { compileWordSet } from './words';

export interface ExprContext {
  words: WordSets;
  clocks: Record<string, OpeningHours>;
  /** What several places ask for (expr-shared.ts): measures of one platform share most of their conditions. */
  shared?: SharedExprs;
}
export type Compiled = (scope: Scope) => Value;

/**
 * Equal expressions that are asked for more than once become one closure that remembers its last scope's
 * value: the next measure about the same unit asks again.
 * @throws when an operator, word set or clock is not defined.
 */
export function compileExpr(expr: Expr, context: ExprContext): Compiled {
  const compile = (): Compiled => compileOne(expr, context);
  return context.shared ? context.shared.findOrMake(expr, compile) : compile();
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
      return expr.arg.op === 'known' ? isUnknown(compile(expr.arg.arg)) : negate(compile(expr.arg));
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
    case 'coalesce':
      return coalesce(expr.args.map(compile));
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

function compileIn(arg: Compiled, setId: string, words: WordSets): Compiled {
  const matches = compileWordSet(getOwn(words, setId, 'word set'));
  // Rows that follow each other mostly say the same: comparing with the last text is cheaper than looking it up.
  let lastText: string | undefined;
  let lastMatch = false;
  return (scope) => {
    const value = arg(scope);
    if (typeof value === 'string') {
      if (value !== lastText) {
        lastMatch = matches(value);
        lastText = value;
      }
      return lastMatch;
    }
    if (!Array.isArray(value)) return undefined;
    for (let i = 0; i < value.length; i++) if (matches(value[i] as string)) return true;
    return false;
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

function mapNumber(arg: Compiled, map: (value: number) => number): Compiled {
  return (scope) => {
    const value = arg(scope);
    return typeof value === 'number' ? map(value) : undefined;
  };
}

function getOwn<T>(from: Record<string, T>, id: string, what: string): T {
  const found = Object.hasOwn(from, id) ? from[id] : undefined;
  if (found === undefined) throw new Error(`no ${what} named "${id}"`);
  return found;
}
