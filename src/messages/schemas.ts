/** One schema per message of the contract (background only). What they refuse changes nothing. */
import * as z from 'zod/mini';
import { dayStartMs } from '../core/time';
import type { AnyRequest } from './contract';
import { CodedError } from './envelope';
import { count, flag, id, instantMs, MAX_RECORDS, shortText, slug, table, text } from './fields';
import { pageRecord } from './record-schemas';

const optional = z.optional;

const pageKind = z.enum([
  'order-list',
  'aftersale-list',
  'score',
  'order-detail',
  'aftersale-detail',
  'parcel-list',
  'review-list',
  'chat-stats',
]);

/** No control characters: shop names are parts of the store's keys. */
const shopName = z.string().check(z.regex(/^[^\p{C}]{1,200}$/u));

const shopRef = z.strictObject({ platform: slug, shopId: shopName, name: shopName });

/** Names of steps and fields; Chinese header texts are possible, quotes and brackets are not. */
const healthKey = z.string().check(z.regex(/^[\p{L}\d][\p{L}\d .:/_-]{0,59}$/u));

const pageHealth = z.strictObject({
  kind: pageKind,
  verdict: z.enum(['ok', 'degraded', 'broken']),
  alternatives: table(healthKey, text, 60),
  groupsSeen: count,
  groupsParsed: count,
  fieldsMissing: table(healthKey, count, 100),
  problems: z.array(shortText).check(z.maxLength(60)),
});

const listReading = z.strictObject({
  side: z.enum(['orders', 'aftersales']),
  filterKey: text,
  total: optional(count),
  pageIndex: optional(count),
  pageSize: optional(count),
  rows: count,
  newestMs: optional(instantMs),
  oldestMs: optional(instantMs),
  newestFirst: flag,
  loadedMs: optional(instantMs),
  rangeFromMs: optional(instantMs),
  rangeToMs: optional(instantMs),
});

export const requestSchemas = {
  'ingest-page': z.strictObject({
    type: z.literal('ingest-page'),
    kind: pageKind,
    shop: optional(shopRef),
    seenMs: instantMs,
    records: z.array(pageRecord).check(z.maxLength(MAX_RECORDS)),
    list: optional(listReading),
    health: pageHealth,
  }),
  'report-health': z.strictObject({
    type: z.literal('report-health'),
    shop: optional(shopRef),
    seenMs: instantMs,
    health: pageHealth,
  }),
  'get-verdicts': z.strictObject({
    type: z.literal('get-verdicts'),
    shop: shopRef,
    rows: z
      .array(z.strictObject({ orderId: id, ticketId: optional(id) }))
      .check(z.maxLength(MAX_RECORDS)),
  }),
  'load-readers': z.strictObject({ type: z.literal('load-readers'), kind: pageKind }),
  'check-mirror': z.strictObject({
    type: z.literal('check-mirror'),
    shop: optional(z.strictObject({ platform: slug, shopId: shopName })),
  }),
};

const anyRequest = z.discriminatedUnion('type', [
  requestSchemas['ingest-page'],
  requestSchemas['report-health'],
  requestSchemas['get-verdicts'],
  requestSchemas['load-readers'],
  requestSchemas['check-mirror'],
]);

/** Clocks of two contexts of one machine agree; ten minutes allow for a clock set back in between. */
const MAX_AHEAD_MS = 10 * 60_000;

/**
 * The request, or a `bad-message` that names the field at fault (never its value).
 * @throws CodedError
 */
export function parseRequest(message: unknown, nowMs: number): AnyRequest {
  const parsed = anyRequest.safeParse(message);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CodedError('bad-message', `${issue?.code ?? 'invalid'} at ${issue?.path.join('.')}`);
  }
  const latest = latestClaim(parsed.data);
  if (latest > nowMs + MAX_AHEAD_MS) throw new CodedError('bad-message', 'seen in the future');
  return parsed.data;
}

/** The latest instant at which the request claims that something was seen or was true. */
function latestClaim(request: AnyRequest): number {
  if (!('seenMs' in request)) return 0;
  const claims = [request.seenMs];
  if (request.type === 'ingest-page') {
    for (const record of request.records) {
      if (record.kind === 'score') {
        claims.push(record.seenMs, record.updatedMs ?? 0, dayStartMs(record.day));
      }
      if (record.kind === 'chat-day') claims.push(dayStartMs(record.day));
    }
  }
  return Math.max(...claims);
}
