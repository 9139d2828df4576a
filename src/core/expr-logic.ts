/**
 * Three-valued logic and comparisons. Written out for one, two and three arguments and for every
 * operator: these run for every unit and measure, and a loop over a list costs more than its body.
 */
import type { Compiled } from './expr';
import { truthOf, type Value } from './scope';

type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

/** and/or: `decider` ends it; otherwise one unknown makes the whole unknown. */
export function decide(args: Compiled[], decider: boolean): Compiled {
  const [a, b, c] = args;
  if (a && b && args.length === 2) return decideTwo(a, b, decider);
  if (a && b && c && args.length === 3) return decideTwo(a, decideTwo(b, c, decider), decider);
  return (scope) => {
    let unknown = false;
    for (let i = 0; i < args.length; i++) {
      const truth = truthOf((args[i] as Compiled)(scope));
      if (truth === decider) return decider;
      if (truth === undefined) unknown = true;
    }
    return unknown ? undefined : !decider;
  };
}

function decideTwo(a: Compiled, b: Compiled, decider: boolean): Compiled {
  return (scope) => {
    const left = a(scope);
    if (left === decider) return decider;
    if (left !== !decider) return decideRest(left, b(scope), decider);
    const right = b(scope);
    return typeof right === 'boolean' ? right : truthOf(right);
  };
}

/** The left side is unknown, or no truth value itself. */
function decideRest(left: Value, b: Value, decider: boolean): boolean | undefined {
  const a = truthOf(left);
  const right = truthOf(b);
  if (a === decider || right === decider) return decider;
  return a === undefined || right === undefined ? undefined : !decider;
}

/** Not known. */
export function isUnknown(arg: Compiled): Compiled {
  return (scope) => arg(scope) === undefined;
}

export function negate(arg: Compiled): Compiled {
  return (scope) => {
    const value = arg(scope);
    if (typeof value === 'boolean') return !value;
    return typeof value === 'number' ? value === 0 : undefined;
  };
}

/** Values of unlike types, lists, and an unknown side compare as unknown; order is of numbers only. */
export function compare(op: Comparison, left: Compiled, right: Compiled): Compiled {
  if (op === 'eq' || op === 'ne') return compareEqual(op === 'eq', left, right);
  const below = op === 'lt' || op === 'le';
  const withEqual = op === 'le' || op === 'ge';
  return (scope) => {
    const a = left(scope);
    if (typeof a !== 'number') return undefined;
    const b = right(scope);
    if (typeof b !== 'number') return undefined;
    return a === b ? withEqual : below ? a < b : a > b;
  };
}

function compareEqual(wanted: boolean, left: Compiled, right: Compiled): Compiled {
  return (scope) => {
    const a = left(scope);
    const b = right(scope);
    if (a === undefined || b === undefined || typeof a !== typeof b || typeof a === 'object') {
      return undefined;
    }
    return (a === b) === wanted;
  };
}

/** The first that is known. */
export function coalesce(args: Compiled[]): Compiled {
  const [a, b] = args;
  if (a && b && args.length === 2) {
    return (scope) => {
      const first = a(scope);
      return first === undefined ? b(scope) : first;
    };
  }
  return (scope) => {
    for (let i = 0; i < args.length; i++) {
      const value = (args[i] as Compiled)(scope);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}
