/**
 * The messages between content scripts, background and extension pages: types only, so that content
 * bundles carry no validator. The schemas that enforce them live in `schemas.ts` (background only).
 */
import type {
  CaseRecord,
  ChatDayRecord,
  ListReading,
  PageHealth,
  PageKind,
  ScoreSnapshot,
  ShopRef,
} from '../core/entities';
import type { RowVerdict } from '../core/verdict-types';

/** A page was read: store it. Acknowledged after commit. Idempotent. */
export interface IngestPageRequest {
  type: 'ingest-page';
  kind: PageKind;
  /** Absent for a page that names none: what the merchant said of its host decides. */
  shop?: ShopRef;
  /** When the page was read. */
  seenMs: number;
  records: (CaseRecord | ChatDayRecord | ScoreSnapshot)[];
  list?: ListReading;
  health: PageHealth;
}
export interface IngestPageReply {
  stored: { created: number; changed: number; unchanged: number };
  /** Orders refused because they belong to another shop. */
  refused: { orderId: string; shopName: string }[];
  verdicts: RowVerdict[];
}

/** A page could not be read (or can be read again): nothing is stored but the health. */
export interface ReportHealthRequest {
  type: 'report-health';
  shop?: ShopRef;
  seenMs: number;
  health: PageHealth;
}

/** Verdicts of rows already sent in this session (after re-render, paging back, waking up). */
export interface GetVerdictsRequest {
  type: 'get-verdicts';
  shop: ShopRef;
  rows: { orderId: string; ticketId?: string }[];
}

/** This frame shows a page whose reader is in another script of the platform: put that script into it. */
export interface LoadReadersRequest {
  type: 'load-readers';
  kind: PageKind;
}

/** From our own pages: is what the mirror of this shop shows what the store holds? It is made so if not. */
export interface CheckMirrorRequest {
  type: 'check-mirror';
  /** Absent while no shop is known: then there may be one. */
  shop?: Pick<ShopRef, 'platform' | 'shopId'>;
}

export interface Requests {
  'check-mirror': { request: CheckMirrorRequest; reply: { wrote: boolean } };
  'ingest-page': { request: IngestPageRequest; reply: IngestPageReply };
  'report-health': { request: ReportHealthRequest; reply: Record<string, never> };
  'get-verdicts': { request: GetVerdictsRequest; reply: { verdicts: RowVerdict[] } };
  'load-readers': { request: LoadReadersRequest; reply: Record<string, never> };
}
export type RequestType = keyof Requests;
/** Requests that our own pages send; all others are a back-end page's. */
export const PAGE_REQUESTS: ReadonlySet<RequestType> = new Set(['check-mirror']);
export type AnyRequest = Requests[RequestType]['request'];

/** Errors by meaning. `retry` = the same message may go through later. */
export type ErrorCode =
  | 'bad-message' // schema refused it; changes nothing
  | 'bad-sender'
  | 'no-shop' // the page names none, and nobody said whose its host is; nothing is stored
  | 'other-shop' // every record belongs to another shop
  | 'store-unavailable' // retry
  | 'incognito' // an incognito window without consent: nothing is stored
  | 'quota' // disk full: stop writing, tell the user
  | 'internal';

/** Every answer travels in this envelope: rejections lose their class on the way, so none are used. */
export type Envelope<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string };
