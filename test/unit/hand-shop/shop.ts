/** From the hand-written orders to records, as the pages show them or as files complete them. */
import { caseFromRecord, chatDayFromRecord } from '../../../src/core/case-from-record';
import type { CompiledMeasures } from '../../../src/core/compile';
import { compilePack } from '../../../src/core/compile';
import { addReading, emptyCoverage } from '../../../src/core/coverage';
import type { CaseRecord, ListReading, OrderCase, ScoreSnapshot } from '../../../src/core/entities';
import type { Fact, TallyRow } from '../../../src/core/measure';
import { mergeCases } from '../../../src/core/merge';
import type { CoverageState, OffenderRef, ReportInput } from '../../../src/core/report-types';
import { applyDelta, tallyDelta } from '../../../src/core/tally';
import { beijingDay } from '../../../src/core/time';
import { pack202609 } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { doudianWords } from '../../../src/platforms/doudian/rules/words';
import { at, type HandOrder, type HandTicket, handOrders, handTickets } from './orders';

export const SHOP = { platform: 'doudian', shopId: '示例手工店', name: '示例手工店' };
export const SEEN = at('11-21 11:00');
export const NOW = at('11-21 12:00');
export const compiled: CompiledMeasures = compilePack(pack202609, doudianWords);
export const orderIdOf = (no: number): string => `69170000000000${String(no).padStart(5, '0')}`;

interface Sighting {
  record: CaseRecord;
  seenMs: number;
}

/** `pages`: only what the two lists display. `files`: with payment, pickup, signing, refund and reviews. */
export function sightings(from: 'pages' | 'files'): Sighting[] {
  const orders = handOrders.map((each) => ({ record: orderRecord(each, from), seenMs: SEEN }));
  const tickets = handTickets.flatMap((each) => ticketSightings(each, from));
  if (from === 'pages') return [...orders, ...tickets];
  const reviews = handOrders.flatMap(({ no, stars }): Sighting[] => {
    if (stars === undefined) return [];
    const review = { reviewId: `r${no}`, stars, createdMs: at('11-07 12:00') };
    return [{ record: { kind: 'review', orderId: orderIdOf(no), ...review }, seenMs: SEEN }];
  });
  return [...orders, ...tickets, ...reviews];
}

function orderRecord(each: HandOrder, from: 'pages' | 'files'): CaseRecord {
  const { placedMs, paidMs, status, tags, aftersaleText } = each;
  const record = {
    kind: 'order' as const,
    orderId: orderIdOf(each.no),
    placedMs,
    status,
    paidFen: 5_900,
    tags,
    aftersaleText,
    lines: [{ lineId: '#1', productName: '手工陶杯', quantity: 1, tags: [], aftersaleText }],
  };
  if (from === 'pages') return record;
  const { pickedUpMs, dueMs, signedMs } = each;
  if (pickedUpMs === undefined) return { ...record, paidMs };
  const parcel = { parcelId: `SF${each.no}`, status: signedMs ? '已签收' : '运输中' };
  return { ...record, paidMs, parcels: [{ ...parcel, pickedUpMs, dueMs, signedMs }] };
}

function ticketSightings(each: HandTicket, from: 'pages' | 'files'): Sighting[] {
  const { type, reason, status, appliedMs, arbitration, dueMs, agreedMs, refundedMs } = each;
  const record = {
    kind: 'ticket' as const,
    ticketId: each.id,
    orderId: orderIdOf(each.no),
    ...{ type, reason, status, appliedMs, arbitration, dueMs },
    dueAction: dueMs === undefined ? undefined : '自动同意',
  };
  const files = { ...record, agreedMs, refundedMs };
  const now = { record: from === 'files' ? files : record, seenMs: SEEN };
  if (each.before === undefined) return [now];
  const first = { ...record, reason: each.before, status: '待商家处理' };
  return [{ record: first, seenMs: at('11-10 09:00') }, now];
}

export interface BuiltShop {
  cases: Map<string, OrderCase>;
  tallies: TallyRow[];
}

/** What the store does, record by record: merge, and move the tallies by the difference. */
export function ingest(all: Sighting[], chats: boolean): BuiltShop {
  const cases = new Map<string, OrderCase>();
  const rows = new Map<number, TallyRow>();
  const move = (before: Fact[], after: Fact[]): void => {
    for (const delta of tallyDelta(before, after)) {
      const next = applyDelta(rows.get(delta.day), delta);
      if (next) rows.set(delta.day, next);
      else rows.delete(delta.day);
    }
  };
  for (const { record, seenMs } of all) {
    const seen = caseFromRecord(record, SHOP, seenMs);
    const before = cases.get(record.orderId);
    const after = before ? mergeCases(before, seen) : seen;
    move(before ? compiled.facts(before) : [], compiled.facts(after));
    cases.set(record.orderId, after);
  }
  for (let i = 0; chats && i < 30; i++) {
    const day = beijingDay(NOW) - 1 - i;
    const fields = { rounds: 10, replySeconds: 150, ratedSessions: 20, unsatisfiedSessions: 1 };
    const chatDay = chatDayFromRecord({ kind: 'chat-day', day, ...fields }, SEEN);
    move([], compiled.chatFacts(chatDay));
  }
  return { cases, tallies: [...rows.values()].sort((a, b) => a.day - b.day) };
}

/** Both lists read page by page, ten rows a page. */
export function coverage(): CoverageState {
  const readings = [
    ...pagesOf(
      'orders',
      handOrders.map((each) => each.placedMs),
    ),
    ...pagesOf(
      'aftersales',
      handTickets.map((each) => each.appliedMs),
    ),
  ];
  return readings.reduce((state, each) => addReading(state, each, SEEN), emptyCoverage());
}

function pagesOf(side: ListReading['side'], dates: number[]): ListReading[] {
  const newest = [...dates].sort((a, b) => b - a);
  return Array.from({ length: Math.ceil(newest.length / 10) }, (_, i) => {
    const rows = newest.slice(i * 10, i * 10 + 10);
    return {
      side,
      filterKey: '',
      total: newest.length,
      pageIndex: i + 1,
      pageSize: 10,
      rows: rows.length,
      newestMs: rows[0],
      oldestMs: rows.at(-1),
      newestFirst: true,
      loadedMs: SEEN,
    };
  });
}

export function offenders(cases: Iterable<OrderCase>): OffenderRef[] {
  return [...cases].flatMap((each) =>
    compiled
      .facts(each)
      .filter((fact) => fact.offends)
      .map(({ unitId, measureId, day, num, den }) => ({
        orderId: each.orderId,
        unitId,
        measureId,
        day,
        num,
        den,
      })),
  );
}

export const scorePage: ScoreSnapshot = {
  kind: 'score',
  state: 'scored',
  day: beijingDay(NOW),
  seenMs: SEEN,
  packId: 'doudian-2026-09',
  total: 86,
  bonus: 2,
  deduction: 0,
  dimensions: {
    product: { score: 80, weight: 0.5 },
    logistics: { score: 90, weight: 0.2 },
    service: { score: 85, weight: 0.3 },
  },
  indicators: {
    'product-rating': { value: 4.8, text: '4.8' },
    'quality-return-rate': { value: 0.148148, text: '14.8148%' },
    'pickup-hours': { value: 10.35, text: '10.35' },
    'delivery-on-time-rate': { value: 25 / 27, text: '92.5926%' },
    'damage-return-rate': { value: 0.03125, text: '3.125%' },
    'chat-response-seconds': { value: 15, text: '15' },
    'chat-unsatisfied-rate': { value: 0.05, text: '5%' },
    'aftersale-audit-hours': { value: 8.6, text: '8.6' },
    'platform-help-rate': { value: 0.01, text: '1%' },
  },
};

export function inputOf(shop: BuiltShop, more: Partial<ReportInput> = {}): ReportInput {
  return {
    shop: SHOP,
    pack: pack202609,
    tallies: shop.tallies,
    snapshots: [scorePage],
    coverage: coverage(),
    offenders: offenders(shop.cases.values()),
    nowMs: NOW,
    ...more,
  };
}
