/**
 * Building blocks of the message schemas: every text, number and list has a hard limit, every key is
 * known. Limits are wider than any real page and narrower than anything that could do harm.
 */
import * as z from 'zod/mini';

// Zod probes for `new Function` otherwise, which the extension's CSP reports as a violation.
z.config({ jitless: true });

/** Longest text of a message. Product names are the longest real ones (≤ 60 characters on every platform). */
export const MAX_TEXT = 500;
/** Most records of a page: five of the largest page size. */
export const MAX_RECORDS = 500;

export const text = z.string().check(z.maxLength(MAX_TEXT));
export const shortText = z.string().check(z.maxLength(60));
export const flag = z.boolean();

/** Ids of orders, tickets, parcels, reviews: 18–19 digits, or digits with a dash, or letters and digits. */
export const id = z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z_-]{3,63}$/));
/** A sub-order id, or a position inside the order: "#1". */
export const lineId = z.string().check(z.regex(/^(#\d{1,4}|[0-9A-Za-z][0-9A-Za-z_-]{0,63})$/));
/** Registry ids, indicator ids, dimension ids: kebab-case. */
export const slug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,63}$/));

/** An instant between 2009 and 2100. */
export const instantMs = z
  .number()
  .check(z.int(), z.gte(1_230_000_000_000), z.lte(4_102_444_800_000));
/** A Beijing day number in the same span. */
export const dayNumber = z.number().check(z.int(), z.gte(14_235), z.lte(47_482));
/** Integer fen up to a hundred million yuan. */
export const fen = z.number().check(z.int(), z.gte(0), z.lte(10_000_000_000));
export const count = z.number().check(z.int(), z.gte(0), z.lte(1_000_000_000));
export const stars = z.number().check(z.gte(0), z.lte(5));
/** Scores, points, rates, times as printed: finite (JSON has no other) and of a sane size. */
export const figure = z.number().check(z.gte(-1_000_000_000), z.lte(1_000_000_000));
/** A share or weight, 0..1. */
export const fraction = z.number().check(z.gte(0), z.lte(1));

export const tags = z.array(shortText).check(z.maxLength(30));

/** A table with known kinds of keys and at most `limit` of them. */
export function table<K extends z.core.$ZodRecordKey, V extends z.core.SomeType>(
  key: K,
  value: V,
  limit: number,
) {
  return z
    .record(key, value)
    .check(z.refine((entries) => Object.keys(entries as object).length <= limit, 'too many keys'));
}
