/** Short names for writing expressions (measure.ts) as data. */
import type { Child, Expr } from './measure';

export const field = (path: string): Expr => ({ op: 'field', path });
export const value = (constant: number | string | boolean): Expr => ({
  op: 'const',
  value: constant,
});
export const and = (...args: Expr[]): Expr => ({ op: 'and', args });
export const or = (...args: Expr[]): Expr => ({ op: 'or', args });
export const not = (arg: Expr): Expr => ({ op: 'not', arg });
export const compare = (
  left: Expr,
  op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge',
  right: Expr,
): Expr => ({ op, left, right });
export const inSet = (arg: Expr, set: string): Expr => ({ op: 'in', arg, set });
export const known = (arg: Expr): Expr => ({ op: 'known', arg });
export const unknown = (arg: Expr): Expr => not(known(arg));
export const coalesce = (...args: Expr[]): Expr => ({ op: 'coalesce', args });
export const choose = (test: Expr, yes: Expr, no: Expr): Expr => ({ op: 'if', test, yes, no });
export const sub = (left: Expr, right: Expr): Expr => ({ op: 'sub', left, right });
export const add = (left: Expr, right: Expr): Expr => ({ op: 'add', left, right });
export const between = (left: Expr, right: Expr, withinMs?: number): Expr => ({
  op: 'between',
  left,
  right,
  ...(withinMs === undefined ? {} : { withinMs }),
});
export const shift = (arg: Expr, clock: string): Expr => ({ op: 'shift', arg, clock });
export const day = (arg: Expr): Expr => ({ op: 'day', arg });
export const seconds = (arg: Expr): Expr => ({ op: 'seconds', arg });
export const hours = (arg: Expr): Expr => ({ op: 'hours', arg });
export const exists = (over: Child, where?: Expr): Expr => ({
  op: 'exists',
  over,
  ...(where ? { where } : {}),
});
export const count = (over: Child, where?: Expr): Expr => ({
  op: 'count',
  over,
  ...(where ? { where } : {}),
});
export const first = (over: Child, by: Expr, of: Expr, where?: Expr): Expr => ({
  op: 'first',
  over,
  by,
  value: of,
  ...(where ? { where } : {}),
});
export const min = (over: Child, of: Expr, where?: Expr): Expr => ({
  op: 'min',
  over,
  value: of,
  ...(where ? { where } : {}),
});
export const max = (over: Child, of: Expr, where?: Expr): Expr => ({
  op: 'max',
  over,
  value: of,
  ...(where ? { where } : {}),
});

/** The unit left the list of its state since it was last seen in it (handled.ts). Never unknown. */
export const handledElsewhere: Expr = coalesce(
  compare(field('handledMs'), 'gt', field('seen.status')),
  value(false),
);

/** Always unknown. */
export const never: Expr = coalesce();
