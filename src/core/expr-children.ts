/** Expressions over the children of a case. A child whose `where` is unknown may or may not belong. */
import type { Compiled } from './expr';
import type { Expr } from './measure';
import { childrenOf, type Scope, truthOf, type Value } from './scope';

export type Quantifier = Extract<Expr, { over: unknown }>;

/** Members that certainly belong; `unsure` when some child may or may not. */
interface Members {
  members: Scope[];
  unsure: boolean;
}

export function compileQuantifier(expr: Quantifier, compile: (inner: Expr) => Compiled): Compiled {
  const where = expr.where && compile(expr.where);
  const select = (scope: Scope): Members => {
    const members: Scope[] = [];
    let unsure = false;
    for (const child of childrenOf(scope, expr.over)) {
      const belongs = where ? truthOf(where(child)) : true;
      if (belongs) members.push(child);
      else if (belongs === undefined) unsure = true;
    }
    return { members, unsure };
  };
  switch (expr.op) {
    case 'exists':
      return (scope) => {
        const { members, unsure } = select(scope);
        if (members.length > 0) return true;
        return unsure ? undefined : false;
      };
    case 'count':
      return (scope) => {
        const { members, unsure } = select(scope);
        return unsure ? undefined : members.length;
      };
    case 'first':
      return compileFirst(select, compile(expr.by), compile(expr.value));
    case 'min':
    case 'max':
    case 'sum':
      return compileFold(select, compile(expr.value), expr.op);
  }
}

/** Unknown when there is none, or when one that may come earlier cannot be placed. */
function compileFirst(select: (scope: Scope) => Members, by: Compiled, value: Compiled): Compiled {
  return (scope) => {
    const { members, unsure } = select(scope);
    if (unsure) return undefined;
    let first: Scope | undefined;
    let firstBy = Number.POSITIVE_INFINITY;
    for (const member of members) {
      const rank = members.length === 1 ? 0 : by(member);
      if (typeof rank !== 'number') return undefined;
      if (rank < firstBy) {
        first = member;
        firstBy = rank;
      }
    }
    return first && value(first);
  };
}

/** `sum` of none is 0; `min` and `max` of none are unknown. */
function compileFold(
  select: (scope: Scope) => Members,
  value: Compiled,
  op: 'min' | 'max' | 'sum',
): Compiled {
  return (scope): Value => {
    const { members, unsure } = select(scope);
    if (unsure) return undefined;
    const values = members.map(value);
    if (!values.every((each): each is number => typeof each === 'number')) return undefined;
    if (op === 'sum') return values.reduce((sum, each) => sum + each, 0);
    if (values.length === 0) return undefined;
    return op === 'min' ? Math.min(...values) : Math.max(...values);
  };
}
