/**
 * A case's row without the names of its fields: numbers say which fields a part has, and instants are
 * told from the row's own. A row of any other form (damaged, or with a field that has no number yet)
 * stays as it is, and both are read.
 */
import type { OrderCase } from '../../core/entities';
import type { AnyPart } from '../../core/scope';
import { isMs, isObject, isText } from '../sound-case';
import { FIELD_NAMES, OWN_NAMES, type Side } from './field-names';

type Row = OrderCase & { marks?: string[] };
/** [how long before the row's `seenMs` it was seen, which fields, their values…; which were seen at another time, when…] */
type ShortPart = unknown[];
type ShortParts = [id: string, part: ShortPart][];
export interface ShortRow {
  platform: string;
  orderId: string;
  marks?: string[];
  short: [
    shopId: string,
    /** What instants are told from: when it was placed. */
    nearMs: number,
    seenMs: number,
    deletedMs: number | undefined,
    order: ShortPart | undefined,
    ...sides: ShortParts[],
  ];
}

/** What a row's parts are told from. */
interface Bases {
  orderId: string;
  nearMs: number;
  seenMs: number;
}

const SIDES = ['lines', 'parcels', 'tickets', 'reviews'] as const;

/** The row itself when it has no short form. */
export function shortRow(row: Row): Row | ShortRow {
  const { platform, orderId, shopId, marks, order, deletedMs } = row;
  for (const name in row) if (!OWN_NAMES.has(name as keyof OrderCase)) return row;
  const nearMs = order?.f?.placedMs ?? 0;
  const seenMs = order?.at ?? 0;
  if (!isText(orderId) || !isMs(nearMs) || !isMs(seenMs)) return row;
  const from: Bases = { orderId, nearMs, seenMs };
  const short: ShortRow['short'] = [shopId, nearMs, seenMs, deletedMs, undefined];
  if (order !== undefined) {
    const part = shortPart(order as AnyPart, 'order', from);
    if (!part) return row;
    short[4] = part;
  }
  for (const side of SIDES) {
    const parts = shortParts(row[side] as Record<string, AnyPart>, side, from);
    if (!parts) return row;
    short.push(parts);
  }
  // An absent order or tombstone takes no more than a mark.
  return marks ? { platform, orderId, marks, short } : { platform, orderId, short };
}

/** A row as everything else knows it. */
export function fullRow(row: Row | ShortRow): Row {
  if (!('short' in row)) return row;
  const { platform, orderId, marks, short } = row;
  const [shopId, nearMs, seenMs, deletedMs, order, lines, parcels, tickets, reviews] = short;
  const from: Bases = { orderId, nearMs, seenMs };
  const full = { platform, orderId, shopId } as Row;
  if (order) full.order = fullPart(order, 'order', from) as Row['order'];
  full.lines = fullParts(lines, 'lines', from);
  full.parcels = fullParts(parcels, 'parcels', from);
  full.tickets = fullParts(tickets, 'tickets', from);
  full.reviews = fullParts(reviews, 'reviews', from);
  if (deletedMs !== undefined) full.deletedMs = deletedMs;
  if (marks) full.marks = marks;
  return full;
}

function shortParts(
  parts: Record<string, AnyPart> | undefined,
  side: Side,
  from: Bases,
): ShortParts | undefined {
  if (!isObject(parts)) return undefined;
  const all: ShortParts = [];
  for (const [id, part] of Object.entries(parts)) {
    const short = shortPart(part, side, from);
    if (!short) return undefined;
    all.push([shortId(id, from.orderId), short]);
  }
  return all;
}

function fullParts<T>(parts: ShortParts | undefined, side: Side, from: Bases): Record<string, T> {
  // A computed member is a plain own key: an id such as "__proto__" stays an id.
  if (parts?.length === 1) {
    const [[id, part]] = parts as [ShortParts[number]];
    return { [fullId(id, from.orderId)]: fullPart(part, side, from) as T };
  }
  return Object.fromEntries(
    (parts ?? []).map(([id, part]) => [fullId(id, from.orderId), fullPart(part, side, from) as T]),
  );
}

/** Ids of lines often begin as the order's: how many letters are the same, then the others. */
function shortId(id: string, orderId: string): string {
  let same = 0;
  while (same < id.length && same < MOST_SAME && id[same] === orderId[same]) same += 1;
  return String.fromCharCode(same) + id.slice(same);
}

const fullId = (id: string, orderId: string): string =>
  orderId.slice(0, id.charCodeAt(0)) + id.slice(1);

/** One byte tells it. */
const MOST_SAME = 255;

/** Undefined when some field has no number. */
function shortPart(part: AnyPart, side: Side, from: Bases): ShortPart | undefined {
  if (!isObject(part) || !isObject(part.f) || !isMs(part.at)) return undefined;
  const { nearMs } = from;
  const short: ShortPart = [from.seenMs - part.at];
  const isShort = addValues(short, part.f, side, nearMs);
  const { was } = part as { was?: unknown };
  const isSeen = was === undefined || (isObject(was) && addValues(short, was, side, nearMs, true));
  return isShort && isSeen ? short : undefined;
}

function addValues(
  short: ShortPart,
  values: Record<string, unknown>,
  side: Side,
  nearMs: number,
  areInstants = false,
): boolean {
  let which = 0;
  let count = 0;
  const at = short.push(which) - 1;
  for (const { name, bit, isMs } of FIELDS[side]) {
    const value = values[name];
    if (value === undefined) continue;
    which |= bit;
    count += 1;
    const isInstant = areInstants || isMs;
    if (isInstant && !Number.isSafeInteger(value)) return false;
    short.push(isInstant ? (value as number) - nearMs : value);
  }
  short[at] = which;
  // More names than were found: some field has no number.
  return Object.keys(values).length === count;
}

function fullPart(short: ShortPart, side: Side, { nearMs, seenMs }: Bases): AnyPart {
  const at = seenMs - (short[0] as number);
  const f: Record<string, unknown> = {};
  const next = readValues(short, 1, f, side, nearMs);
  if (next >= short.length) return { f, at };
  const was: Record<string, unknown> = {};
  readValues(short, next, was, side, nearMs, true);
  return { f, at, was: was as AnyPart['was'] };
}

/** Returns where the next group begins. */
function readValues(
  short: ShortPart,
  from: number,
  values: Record<string, unknown>,
  side: Side,
  nearMs: number,
  areInstants = false,
): number {
  const which = short[from] as number;
  let next = from + 1;
  for (const { name, bit, isMs } of FIELDS[side]) {
    if ((which & bit) === 0) continue;
    const value = short[next++];
    values[name] = areInstants || isMs ? (value as number) + nearMs : value;
  }
  return next;
}

/** Sorted by name, as the fields of a part are; the bit is the field's number. */
const fieldsOf = (names: readonly string[]) =>
  names
    .map((name, i) => ({ name, bit: 1 << i, isMs: name.endsWith('Ms') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
const FIELDS: Record<Side, ReturnType<typeof fieldsOf>> = {
  order: fieldsOf(FIELD_NAMES.order),
  lines: fieldsOf(FIELD_NAMES.lines),
  parcels: fieldsOf(FIELD_NAMES.parcels),
  tickets: fieldsOf(FIELD_NAMES.tickets),
  reviews: fieldsOf(FIELD_NAMES.reviews),
};
