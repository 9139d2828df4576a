/** One part (a set of fields with the instant each was seen) from sightings, and two parts to one. */
import { canonicalJson } from './canonical';
import type { Part } from './entities';
import type { FieldRule, FieldRules } from './merge-rules';

interface Sighting {
  value: unknown;
  seenMs: number;
}

/** The known fields of a record, as seen at one instant. Fields that no rule names are dropped. */
export function partFromFields<F>(
  fields: Partial<F>,
  rules: FieldRules<F>,
  seenMs: number,
): Part<F> {
  const f: Record<string, unknown> = {};
  const named = sortedRules(rules);
  for (let i = 0; i < named.length; i++) {
    const [name, rule] = named[i] as [string, FieldRule];
    const value = (fields as Record<string, unknown>)[name];
    if (value === undefined || value === null) continue;
    f[name] = rule === 'list' ? normaliseList(value) : value;
  }
  return { f: f as Partial<F>, at: seenMs };
}

const sorted = new WeakMap<object, [string, FieldRule][]>();

/** The rules by field name, in the canonical order of a part's fields. */
function sortedRules<F>(rules: FieldRules<F>): [string, FieldRule][] {
  const known = sorted.get(rules);
  if (known) return known;
  const entries = Object.entries<FieldRule>(rules).sort(([a], [b]) => (a < b ? -1 : 1));
  sorted.set(rules, entries);
  return entries;
}

/**
 * Associative, commutative, idempotent. `deletedMs`: anything seen at or before it is gone.
 * Undefined when nothing is left.
 */
export function mergeParts<F>(
  a: Part<F> | undefined,
  b: Part<F> | undefined,
  rules: FieldRules<F>,
  deletedMs?: number,
): Part<F> | undefined {
  const at = Math.max(a?.at ?? Number.NEGATIVE_INFINITY, b?.at ?? Number.NEGATIVE_INFINITY);
  if (!(at > (deletedMs ?? Number.NEGATIVE_INFINITY))) return undefined;
  const seenAgain = a && b && deletedMs === undefined && findSeenAgain(a, b, rules);
  if (seenAgain) return seenAgain;
  const sightings: [string, Sighting][] = [];
  for (const [name, rule] of Object.entries<FieldRule>(rules)) {
    const winner = pick(findSighting(a, name), findSighting(b, name), rule);
    if (!winner) continue;
    if (deletedMs !== undefined && (rule === 'first' || winner.seenMs <= deletedMs)) continue;
    sightings.push([name, winner]);
  }
  return buildPart<F>(sightings, at);
}

/**
 * The same for a part that was merely seen again, which is what most merging is: `b` says nothing that `a`
 * does not. Undefined when it says something else.
 */
function findSeenAgain<F>(
  a: Part<F>,
  b: Part<F>,
  rules: Record<string, FieldRule>,
): Part<F> | undefined {
  const [f, other] = [a.f, b.f] as [Record<string, unknown>, Record<string, unknown>];
  for (const name in other) if (!isSame(f[name], other[name])) return undefined;
  const [was, otherWas] = [a.was, b.was] as (Record<string, number> | undefined)[];
  const at = Math.max(a.at, b.at);
  let older: Record<string, number> | undefined;
  for (const name in f) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    // Of no rule, or without a value: such a field does not stay.
    if (rule === undefined || f[name] === undefined) return undefined;
    let seenMs = was?.[name] ?? a.at;
    if (Object.hasOwn(other, name)) {
      const againMs = otherWas?.[name] ?? b.at;
      seenMs = rule === 'first' ? Math.min(seenMs, againMs) : Math.max(seenMs, againMs);
    }
    if (seenMs === at) continue;
    older ??= {};
    older[name] = seenMs;
  }
  const part: Part<F> = { f: a.f, at };
  if (older) part.was = older as NonNullable<Part<F>['was']>;
  return part;
}

/** Values of fields are texts, numbers, booleans and lists of texts; anything else counts as another. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return a !== undefined;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((each, i) => typeof each === 'string' && each === b[i]);
}

/** Children by id; those with nothing left disappear. */
export function mergePartMaps<F>(
  a: Record<string, Part<F>>,
  b: Record<string, Part<F>>,
  rules: FieldRules<F>,
  deletedMs?: number,
): Record<string, Part<F>> {
  const [ownIds, otherIds] = [Object.keys(a), Object.keys(b)];
  if (ownIds.length === 0 && otherIds.length === 0) return {};
  const ids = [...new Set([...ownIds, ...otherIds])].sort();
  // fromEntries defines plain own keys: an id such as "__proto__" stays an id.
  return Object.fromEntries(
    ids.flatMap((id) => {
      const merged = mergeParts(ownPart(a, id), ownPart(b, id), rules, deletedMs);
      return merged ? [[id, merged] as const] : [];
    }),
  );
}

/** Sorted, unique: two pages may show the same tags in another order. */
function normaliseList(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  return [...new Set(value)].sort();
}

/** The canonical form: fields in one order, `was` only for those not seen at `at`. */
function buildPart<F>(sightings: [string, Sighting][], at: number): Part<F> {
  sightings.sort(([a], [b]) => (a < b ? -1 : 1));
  const f = Object.fromEntries(sightings.map(([name, sighting]) => [name, sighting.value]));
  const older = sightings.filter(([, sighting]) => sighting.seenMs !== at);
  const part: Part<F> = { f: f as Partial<F>, at };
  if (older.length > 0) {
    const was = Object.fromEntries(older.map(([name, sighting]) => [name, sighting.seenMs]));
    part.was = was as NonNullable<Part<F>['was']>;
  }
  return part;
}

function findSighting<F>(part: Part<F> | undefined, name: string): Sighting | undefined {
  if (!part || !Object.hasOwn(part.f, name)) return undefined;
  const value = (part.f as Record<string, unknown>)[name];
  if (value === undefined) return undefined;
  const was = part.was as Record<string, number> | undefined;
  return { value, seenMs: was?.[name] ?? part.at };
}

function pick(
  a: Sighting | undefined,
  b: Sighting | undefined,
  rule: FieldRule,
): Sighting | undefined {
  if (!a || !b) return a ?? b;
  const later = rule === 'first' ? -1 : 1;
  if (a.seenMs !== b.seenMs) return (a.seenMs - b.seenMs) * later > 0 ? a : b;
  const [left, right] = [canonicalJson(a.value), canonicalJson(b.value)];
  if (left === right) return a;
  return (left > right ? 1 : -1) * later > 0 ? a : b;
}

function ownPart<F>(parts: Record<string, Part<F>>, id: string): Part<F> | undefined {
  return Object.hasOwn(parts, id) ? parts[id] : undefined;
}
