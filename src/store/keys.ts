/** Keys of the database. Texts are joined by NUL, which no name may contain (the schemas refuse it). */
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

const pad = (value: number, digits: number): string =>
  String(Math.max(0, Math.floor(value))).padStart(digits, '0');

/** Safe integers have at most 16 digits; Beijing day numbers have five. */
const NUM_DIGITS = 16;
const DAY_DIGITS = 5;
const MS_DIGITS = 13;

export const offenceMark = (mark: OffenceMark): string =>
  ['o', mark.shopKey, mark.measureId, pad(mark.num, NUM_DIGITS), pad(mark.day, DAY_DIGITS)].join(
    SEPARATOR,
  );

/** Day of an offence mark. */
export const dayOfMark = (mark: string): number => Number(mark.slice(-DAY_DIGITS));

export const dutyMark = (shopKey: string, dueMs: number): string =>
  ['d', shopKey, pad(dueMs, MS_DIGITS)].join(SEPARATOR);

/** Something is open: a duty, or a state with a list of its own. */
export const isOpenMark = (mark: string): boolean => mark.startsWith('d') || mark.startsWith('s');

/** Bounds of all offences of one shop against one measure: ascending by num, then day. */
export function offenceRange(shopKey: string, measureId: string): [string, string] {
  const prefix = ['o', shopKey, measureId, ''].join(SEPARATOR);
  return [prefix, prefix + LAST];
}

/** Bounds of the duties of one shop due at or after an instant, soonest first. */
export function dutyRange(shopKey: string, fromMs: number): [string, string] {
  return [dutyMark(shopKey, fromMs), ['d', shopKey, LAST].join(SEPARATOR)];
}

/** A case that was last seen in a state with a list of its own, and is not handled elsewhere since. */
export const stateMark = (shopKey: string, side: string, state: string): string =>
  ['s', shopKey, side, state].join(SEPARATOR);
