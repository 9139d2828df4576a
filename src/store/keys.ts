/** Keys of the database. Texts are joined by NUL, which no name may contain (the schemas refuse it). */
import { hashText } from '../core/canonical';
import type { ShopRef } from '../core/entities';

const SEPARATOR = '\u0000';
/** Sorts after every text that begins with the same prefix. */
const LAST = '\uffff';

/** One text per shop of all platforms. */
export const shopKeyOf = (shop: Pick<ShopRef, 'platform' | 'shopId'>): string =>
  `${shop.platform}:${shop.shopId}`;

/** Health of pages whose shop could not be told is kept under the platform alone. */
export const orphanKeyOf = (platform: string): string => `${platform}:`;

/**
 * Marks are the entries of one multi-entry index on cases: what a case offends against, and which
 * duties it has open. Measured in Chromium (100 new rows a transaction, one mark each): +15 % over no
 * index, where a table of its own costs +115 %; and a mark can never disagree with its case.
 */
export interface OffenceMark {
  shopKey: string;
  measureId: string;
  num: number;
  day: number;
}

const pad = (value: number, digits: number, base = 10): string =>
  whole(value).toString(base).padStart(digits, '0');
const whole = (value: number): number => Math.max(0, Math.floor(value));

/** Every mark lies in its row and twice in the index, so each letter of it counts. */
const BASE = 36;
/** Until the year 6500. */
const DAY_DIGITS = 4;
const MS_DIGITS = 13;

/** Sorts as the number does: first how many digits there are. */
function sortable(num: number): string {
  const digits = whole(num).toString(BASE);
  return digits.length.toString(BASE) + digits;
}

/** Names as one byte a letter: one Chinese letter would double the whole mark. */
const narrowed = new Map<string, string>();
function narrow(name: string): string {
  let bytes = narrowed.get(name);
  if (bytes === undefined) {
    bytes = String.fromCharCode(...new TextEncoder().encode(name));
    narrowed.set(name, bytes);
  }
  return bytes;
}

const joined = (kind: string, shopKey: string, ...rest: string[]): string =>
  [kind, narrow(shopKey), ...rest].join(SEPARATOR);

export const offenceMark = ({ shopKey, measureId, num, day }: OffenceMark): string =>
  offencePrefix(shopKey, measureId) + sortable(num) + pad(day, DAY_DIGITS, BASE);

/**
 * Shop and measure as a number: their names are longer than all the rest, and nobody reads them back. Who looks
 * something up asks the rows that it finds whose they are, so that two names of one number mix nothing up.
 */
function offencePrefix(shopKey: string, measureId: string): string {
  const names = shopKey + SEPARATOR + measureId;
  let prefix = prefixes.get(names);
  if (prefix === undefined) {
    const digits = Number.parseInt(hashText(names).slice(-HEX_DIGITS), 16).toString(BASE);
    prefix = OFFENCE + digits.padStart(HASH_DIGITS, '0');
    prefixes.set(names, prefix);
  }
  return prefix;
}

const prefixes = new Map<string, string>();
/** 28 bits, for some dozens of measures a shop. */
const HEX_DIGITS = 7;
const HASH_DIGITS = 6;
/** Not "o": marks of earlier versions begin so, until the rebuild has written them anew. No letter of what is open. */
const OFFENCE = 'h';

/** Day of an offence mark. */
export const dayOfMark = (mark: string): number => Number.parseInt(mark.slice(-DAY_DIGITS), BASE);

/** Orders apart from tickets: the many orders to be shipped must not crowd out a ticket that is due later. */
export type DutyKind = 'ticket' | 'order';
const DUTY_LETTERS: Record<DutyKind, string> = { ticket: 'd', order: 'f' };

export const dutyMark = (shopKey: string, dueMs: number, kind: DutyKind = 'ticket'): string =>
  joined(DUTY_LETTERS[kind], shopKey, pad(dueMs, MS_DIGITS));

/** Something is open: a duty, or a state with a list of its own. */
export const isOpenMark = (mark: string): boolean => /^[dfs]/.test(mark);

/** Bounds of all offences of one shop against one measure: ascending by num, then day. */
export function offenceRange(shopKey: string, measureId: string): [string, string] {
  const prefix = offencePrefix(shopKey, measureId);
  return [prefix, prefix + LAST];
}

/** Bounds of one shop's duties of a kind due at or after an instant, soonest first. */
export function dutyRange(
  shopKey: string,
  fromMs: number,
  kind: DutyKind = 'ticket',
): [string, string] {
  return [dutyMark(shopKey, fromMs, kind), joined(DUTY_LETTERS[kind], shopKey, LAST)];
}

/** A case that was last seen in a state with a list of its own, and is not handled elsewhere since. */
export const stateMark = (shopKey: string, side: string, state: string): string =>
  joined('s', shopKey, side, narrow(state));
