/** What must have been read before a measure's facts are all the facts there are. */
import type { Child, Expr, Measure, Unit } from './measure';

/** The two lists whose coverage is known, and kinds of record that no list proves complete yet. */
export type Side = 'orders' | 'aftersales' | 'parcels' | 'reviews' | 'chat';

const SIDES_OF_UNIT: Record<Unit, Side[]> = {
  order: ['orders'],
  line: ['orders'],
  parcel: ['orders', 'parcels'],
  ticket: ['aftersales'],
  review: ['orders', 'reviews'],
  chatDay: ['chat'],
};
/** An order without parcels read shows as an unknown fact, so parcels need no coverage of their own. */
const SIDE_OF_CHILD: Partial<Record<Child, Side>> = { tickets: 'aftersales', reviews: 'reviews' };

/** Derived from the expressions that decide a fact's existence and numbers; sorted. */
export function measureSides(measure: Measure): Side[] {
  const known = derived.get(measure);
  if (known) return known;
  const sides = deriveSides(measure);
  derived.set(measure, sides);
  return sides;
}

/** A measure is data that never changes, and a report asks for its sides again and again. */
const derived = new WeakMap<Measure, Side[]>();

function deriveSides(measure: Measure): Side[] {
  const sides = new Set<Side>(SIDES_OF_UNIT[measure.unit]);
  const { include, day, num, den, unknownWhen } = measure;
  for (const expr of [include, day, num, den, ...(unknownWhen ? [unknownWhen] : [])]) {
    visit(expr, sides);
  }
  return [...sides].sort();
}

function visit(expr: Expr, sides: Set<Side>): void {
  if (expr.op === 'field' && expr.path.startsWith('order.')) sides.add('orders');
  if ('over' in expr) {
    const side = SIDE_OF_CHILD[expr.over];
    if (side) sides.add(side);
  }
  for (const inner of innerOf(expr)) visit(inner, sides);
}

/** The expressions directly inside one. */
export function innerOf(expr: Expr): Expr[] {
  switch (expr.op) {
    case 'field':
    case 'const':
      return [];
    case 'and':
    case 'or':
    case 'coalesce':
      return expr.args;
    case 'if':
      return [expr.test, expr.yes, expr.no];
    case 'not':
    case 'in':
    case 'known':
    case 'shift':
    case 'day':
    case 'seconds':
    case 'hours':
      return [expr.arg];
    case 'exists':
    case 'count':
      return expr.where ? [expr.where] : [];
    case 'first':
      return [expr.by, expr.value, ...(expr.where ? [expr.where] : [])];
    case 'min':
    case 'max':
    case 'sum':
      return [expr.value, ...(expr.where ? [expr.where] : [])];
    default:
      return [expr.left, expr.right];
  }
}
