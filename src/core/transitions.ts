/**
 * Transitions between two visits (DESIGN §5): a state seen before an instant (待发货) at t1 and after it
 * (已发货) at t2 puts that instant (shipped) between t1 and t2, never at the moment somebody looked. Kept
 * are two marks per instant, whose sightings are the interval: `notYet…` last seen, `already…` first seen.
 * They merge like any field, so a narrower interval wins whatever the order of arrival; marks that
 * contradict each other (the state went back) leave no interval. Which word says what is the platform's.
 */
import type { OrderCase } from './entities';
import type { WordSets } from './measure';
import { mergeCases } from './merge';
import { type AnyPart, fieldOf, seenOf } from './scope';
import type { OrderInstant, TicketInstant } from './transition-types';
import { compileWordSet } from './words';

/** Word sets of the status: it says that the instant lies ahead, or behind. Words of both say neither. */
export interface Transition<Instant extends string> {
  instant: Instant;
  /** What says so, if not the status. */
  from?: 'tags';
  before: readonly string[];
  after: readonly string[];
}
export interface Transitions {
  orders: readonly Transition<OrderInstant>[];
  aftersales: readonly Transition<TicketInstant>[];
}

/**
 * @param loadedMs when what was seen reached the page. A page left open goes on saying 待发货, so without
 * it no state proves that an instant lies ahead; that it lies behind is true whenever it is read.
 */
export type NoteTransitions = (sighted: OrderCase, loadedMs: number | undefined) => OrderCase;

/** @throws when a transition names a word set that does not exist. */
export function compileTransitions(
  { orders, aftersales }: Transitions,
  words: WordSets,
): NoteTransitions {
  const [ofOrder, ofTicket] = [orders, aftersales].map((each) =>
    each.map((transition) => compileOne(transition, words)),
  ) as [StateMarker[], StateMarker[]];
  return (sighted, loadedMs) => {
    const { platform, orderId, shopId } = sighted;
    const base = { platform, orderId, shopId, lines: {}, parcels: {}, reviews: {} };
    const orderMarks = marksOf(sighted.order as AnyPart | undefined, ofOrder, loadedMs);
    const ticketMarks = Object.entries(sighted.tickets).flatMap(([id, part]) =>
      marksOf(part as AnyPart, ofTicket, loadedMs).map((mark) => ({ id, mark })),
    );
    return [
      ...orderMarks.map((order) => ({ ...base, order, tickets: {} })),
      ...ticketMarks.map(({ id, mark }) => ({
        ...base,
        tickets: Object.fromEntries([[id, mark]]),
      })),
    ].reduce<OrderCase>(mergeCases, sighted);
  };
}

interface StateMarker {
  /** The field with the printed instant. */
  field: string;
  /** The field whose words say where it lies. */
  from: string;
  /** The mark that such words set. */
  markOf(texts: string[]): { name: string; isAhead: boolean } | undefined;
}

function compileOne(
  { instant, from, before, after }: Transition<string>,
  words: WordSets,
): StateMarker {
  const [isBefore, isAfter] = [before, after].map((ids) => anyOf(ids, words)) as [Test, Test];
  return {
    field: `${instant.charAt(0).toLowerCase()}${instant.slice(1)}Ms`,
    from: from ?? 'status',
    markOf(texts) {
      const isAhead = texts.some(isBefore);
      if (isAhead === texts.some(isAfter)) return undefined;
      return { name: `${isAhead ? 'notYet' : 'already'}${instant}`, isAhead };
    },
  };
}

type Test = (text: string) => boolean;

function anyOf(ids: readonly string[], words: WordSets): Test {
  const tests = ids.map((id) => {
    const set = Object.hasOwn(words, id) ? words[id] : undefined;
    if (!set) throw new Error(`no word set named "${id}"`);
    return compileWordSet(set);
  });
  return (text) => tests.some((matches) => matches(text));
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Sightings of marks. A printed instant needs none. */
function marksOf(
  part: AnyPart | undefined,
  markers: StateMarker[],
  loadedMs: number | undefined,
): AnyPart[] {
  return markers.flatMap((marker) => {
    const seenMs = seenOf(part, marker.from);
    if (seenMs === undefined || fieldOf(part, marker.field) !== undefined) return [];
    const mark = marker.markOf([fieldOf(part, marker.from)].flat().filter(isText));
    const at = mark?.isAhead ? loadedMs && Math.min(loadedMs, seenMs) : seenMs;
    return mark && at !== undefined ? [{ f: Object.fromEntries([[mark.name, true]]), at }] : [];
  });
}
