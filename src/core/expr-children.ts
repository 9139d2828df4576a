/** Expressions over the children of a case. A child whose `where` is unknown may or may not belong. */
import type { Compiled } from './expr';
import type { Child, Expr } from './measure';
import { childrenOf, hasChildren, type Scope, truthOf, type Value } from './scope';

export type Quantifier = Extract<Expr, { over: unknown }>;

export function compileQuantifier(expr: Quantifier, compile: (inner: Expr) => Compiled): Compiled {
  const { over } = expr;
  const where = expr.where && compile(expr.where);
  switch (expr.op) {
    case 'exists':
      return where ? compileExists(over, where) : (scope) => hasChildren(scope, over);
    case 'count':
      return (scope) => findMembers(scope, over, where)?.length;
    case 'first':
      return compileFirst(over, where, compile(expr.by), compile(expr.value));
    case 'min':
    case 'max':
      return compileExtreme(over, where, compile(expr.value), expr.op === 'min');
    case 'sum':
      return compileSum(over, where, compile(expr.value));
  }
}

function compileExists(over: Child, where: Compiled): Compiled {
  return (scope) => {
    const children = childrenOf(scope, over);
    let unsure = false;
    for (let i = 0; i < children.length; i++) {
      const belongs = truthOf(where(children[i] as Scope));
      if (belongs) return true;
      if (belongs === undefined) unsure = true;
    }
    return unsure ? undefined : false;
  };
}

/** Those that belong; undefined when some child may or may not. */
function findMembers(scope: Scope, over: Child, where: Compiled | undefined): Scope[] | undefined {
  const children = childrenOf(scope, over);
  if (!where || children.length === 0) return children;
  const members: Scope[] = [];
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as Scope;
    const belongs = truthOf(where(child));
    if (belongs === undefined) return undefined;
    if (belongs) members.push(child);
  }
  return members;
}

/** Unknown when there is none, or when one that may come earlier cannot be placed. */
function compileFirst(
  over: Child,
  where: Compiled | undefined,
  by: Compiled,
  value: Compiled,
): Compiled {
  return (scope) => {
    const members = findMembers(scope, over, where);
    if (!members) return undefined;
    if (members.length === 1) return value(members[0] as Scope);
    let first: Scope | undefined;
    let firstBy = Number.POSITIVE_INFINITY;
    for (const member of members) {
      const rank = by(member);
      if (typeof rank !== 'number') return undefined;
      if (rank < firstBy) {
        first = member;
        firstBy = rank;
      }
    }
    return first && value(first);
  };
}

/** Unknown of none. */
function compileExtreme(
  over: Child,
  where: Compiled | undefined,
  value: Compiled,
  least: boolean,
): Compiled {
  return (scope): Value => {
    const members = findMembers(scope, over, where);
    if (!members) return undefined;
    let found: number | undefined;
    for (let i = 0; i < members.length; i++) {
      const each = value(members[i] as Scope);
      if (typeof each !== 'number') return undefined;
      if (found === undefined || (least ? each < found : each > found)) found = each;
    }
    return found;
  };
}

/** 0 of none. */
function compileSum(over: Child, where: Compiled | undefined, value: Compiled): Compiled {
  return (scope): Value => {
    const members = findMembers(scope, over, where);
    if (!members) return undefined;
    let sum = 0;
    for (const member of members) {
      const each = value(member);
      if (typeof each !== 'number') return undefined;
      sum += each;
    }
    return sum;
  };
}
