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
  if (before === after) return true;
  const { dueMs: oldDueMs, ...oldRest } = before as { dueMs?: number };
  const { dueMs, ...rest } = after as { dueMs?: number };
  if (!sameData(oldRest, rest)) return false;
  if (oldDueMs === undefined || dueMs === undefined) return oldDueMs === dueMs;
  return Math.abs(oldDueMs - dueMs) <= COUNTDOWN_JITTER_MS;
}

/**
 * The longest step, in ms, by which any field of `after` was seen later than in `before`; undefined
 * when anything but seen times (and a countdown's jitter) differs.
 */
export function seenStepMs(before: OrderCase, after: OrderCase): number | undefined {
  if (before.deletedMs !== after.deletedMs) return undefined;
  let stepMs = partStepMs(before.order, after.order);
  for (const side of SIDES) {
    const [old, now] = [before[side], after[side]] as Record<string, Part<object>>[];
    if (!old || !now) return undefined;
    const ids = Object.keys(now);
    if (Object.keys(old).length !== ids.length) return undefined;
    for (let i = 0; i < ids.length && stepMs !== undefined; i++) {
      const id = ids[i] as string;
      const step = Object.hasOwn(old, id) ? partStepMs(old[id], now[id]) : undefined;
      stepMs = step === undefined ? undefined : Math.max(stepMs, step);
    }
  }
  return stepMs;
}

const SIDES = ['lines', 'parcels', 'tickets', 'reviews'] as const;

function partStepMs(
  before: Part<object> | undefined,
  after: Part<object> | undefined,
): number | undefined {
  if (!before || !after) return before === after ? 0 : undefined;
  if (!sameFields(before.f, after.f)) return undefined;
  // Seen again after it was thought handled elsewhere: news, however soon.
  if (isHandledElsewhere(before as AnyPart) !== isHandledElsewhere(after as AnyPart)) {
    return undefined;
  }
  let stepMs = Math.abs(after.at - before.at);
  for (const name in after.f) {
    stepMs = Math.max(stepMs, Math.abs(fieldSeenMs(after, name) - fieldSeenMs(before, name)));
  }
  return stepMs;
}

function fieldSeenMs(part: Part<object>, name: string): number {
  const was = part.was as Record<string, number> | undefined;
  return was?.[name] ?? part.at;
}
