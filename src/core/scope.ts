/** What an expression looks at: one unit of one case, and the case around it. */
import type { OrderCase, Part } from './entities';
import { linesOf } from './lines';
import type { Child, Unit } from './measure';

export type AnyPart = Part<Record<string, unknown>>;

export interface Scope {
  /** Absent for a chat day. */
  case: OrderCase | undefined;
  /** Id of the unit inside its case, '' for the order itself. */
  id: string;
  part: AnyPart | undefined;
  /** The case's scopes, made once per evaluation: dozens of measures ask for the same ones. */
  made?: CaseScopes;
}

/** Scopes of one case, filled in as they are asked for. Lives as long as one evaluation. */
export type CaseScopes = Partial<Record<Child | 'order', Scope[]>>;

/** All members from the start: an object that changes its shape is read slowly. */
export const noScopes = (): CaseScopes => ({
  order: undefined,
  lines: undefined,
  parcels: undefined,
  tickets: undefined,
  reviews: undefined,
});

/** `undefined` is *unknown*. */
export type Value = number | string | boolean | string[] | undefined;

/** True, false or unknown. Numbers count as "not zero"; texts have no truth. */
export function truthOf(value: Value): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return typeof value === 'number' ? value !== 0 : undefined;
}

/** A field's value, or undefined when it is unknown. Inherited names ("constructor") are no fields. */
export function fieldOf(part: AnyPart | undefined, name: string): Value {
  if (!part || !Object.hasOwn(part.f, name)) return undefined;
  return part.f[name] as Value;
}

/** When a field was seen; with no name, when the unit was last seen at all (UTC ms). */
export function seenOf(part: AnyPart | undefined, name?: string): number | undefined {
  if (!part) return undefined;
  if (name === undefined) return part.at;
  if (!Object.hasOwn(part.f, name)) return undefined;
  const was = part.was;
  return was && Object.hasOwn(was, name) ? (was[name] as number) : part.at;
}

/** Children of the scope's case in the order of their ids, so that every result is deterministic. */
export function childrenOf(scope: Scope, over: Child): Scope[] {
  const orderCase = scope.case;
  if (!orderCase) return NONE;
  const made = scope.made;
  if (!made) return makeChildren(orderCase, over, noScopes());
  let children = made[over];
  if (!children) {
    children = makeChildren(orderCase, over, made);
    made[over] = children;
  }
  return children;
}

/** Whether there is any, without making scopes of them. */
export function hasChildren(scope: Scope, over: Child): boolean {
  for (const _id in scope.case?.[over]) return true;
  return false;
}

const NONE: Scope[] = [];

function makeChildren(orderCase: OrderCase, over: Child, made: CaseScopes): Scope[] {
  const parts = (over === 'lines' ? linesOf(orderCase) : orderCase[over]) as Record<
    string,
    AnyPart
  >;
  const ids = Object.keys(parts);
  if (ids.length === 0) return NONE;
  if (ids.length > 1) ids.sort();
  return ids.map((id) => ({ case: orderCase, id, part: parts[id], made }));
}

const CHILD_OF_UNIT: Partial<Record<Unit, Child>> = {
  line: 'lines',
  parcel: 'parcels',
  ticket: 'tickets',
  review: 'reviews',
};

/** The units of one kind inside a case. A stub (ticket before its order) has no order unit. */
export function unitsOf(orderCase: OrderCase, unit: Unit, made: CaseScopes = noScopes()): Scope[] {
  const child = CHILD_OF_UNIT[unit];
  if (child) return childrenOf({ case: orderCase, id: '', part: undefined, made }, child);
  if (unit !== 'order' || !orderCase.order) return NONE;
  made.order ??= [{ case: orderCase, id: '', part: orderCase.order as AnyPart, made }];
  return made.order;
}
