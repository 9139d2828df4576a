/** Telling a changed case from one that was merely seen again. */
import type { OrderCase, Part } from '../core/entities';
import { isHandledElsewhere } from '../core/handled';
import type { AnyPart } from '../core/scope';

/** Equality of plain data, whatever the order of keys; an undefined member equals an absent one. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const key of Object.keys(left)) if (!sameData(left[key], right[key])) return false;
  return Object.keys(right).every((key) => right[key] === undefined || key in left);
}

/**
 * A deadline read off a ticking countdown (instant of reading + what is left) comes out some seconds
 * apart on each reading; countdowns without seconds, up to a minute.
 */
const COUNTDOWN_JITTER_MS = 90_000;

function sameFields(before: object, after: object): boolean {
  const { dueMs: oldDueMs, ...oldRest } = before as { dueMs?: number };
  const { dueMs, ...rest } = after as { dueMs?: number };
  if (!sameData(oldRest, rest)) return false;
  if (oldDueMs === undefined || dueMs === undefined) return oldDueMs === dueMs;
  return Math.abs(oldDueMs - dueMs) <= COUNTDOWN_JITTER_MS;
}

type Parts = [string, Part<object>][];

/**
 * The longest step, in ms, by which any field of `after` was seen later than in `before`; undefined
 * when anything but seen times (and a countdown's jitter) differs.
 */
export function seenStepMs(before: OrderCase, after: OrderCase): number | undefined {
  if (before.deletedMs !== after.deletedMs) return undefined;
  const old = partsOf(before);
  const now = partsOf(after);
  if (old.length !== now.length) return undefined;
  let step = 0;
  for (const [i, [key, part]] of now.entries()) {
    const [oldKey, oldPart] = old[i] ?? [];
    if (oldPart === undefined || oldKey !== key || !sameFields(oldPart.f, part.f)) return undefined;
    // Seen again after it was thought handled elsewhere: news, however soon.
    if (isHandledElsewhere(oldPart as AnyPart) !== isHandledElsewhere(part as AnyPart)) {
      return undefined;
    }
    for (const name of ['', ...Object.keys(part.f)]) {
      step = Math.max(step, Math.abs(fieldSeenMs(part, name) - fieldSeenMs(oldPart, name)));
    }
  }
  return step;
}

function partsOf(orderCase: OrderCase): Parts {
  const { order, lines, parcels, tickets, reviews } = orderCase;
  const parts: Parts = order ? [['order', order]] : [];
  for (const [kind, map] of Object.entries({ lines, parcels, tickets, reviews })) {
    for (const id of Object.keys(map).sort())
      parts.push([`${kind} ${id}`, map[id] as Part<object>]);
  }
  return parts;
}

/** '' asks for the part itself. */
function fieldSeenMs(part: Part<object>, name: string): number {
  const was = part.was as Record<string, number> | undefined;
  return was?.[name] ?? part.at;
}
