/** Records and messages as a page would send them. */
import type {
  ListReading,
  OrderRecord,
  PageHealth,
  PageKind,
  PageRecord,
  ScoreSnapshot,
  ShopRef,
  TicketRecord,
} from '../../../src/core/entities';
import { beijingDay, beijingMs, DAY_MS, HOUR_MS } from '../../../src/core/time';
import type { IngestPageRequest } from '../../../src/messages/contract';

/** The clock of the tests: 2026-11-22 10:00 in Beijing. */
export const NOW = beijingMs(2026, 11, 22, 10);

export const shop: ShopRef = { platform: 'sample', shopId: '木木家居', name: '木木家居' };
export const otherShop: ShopRef = { platform: 'sample', shopId: '阳光小店', name: '阳光小店' };

export const orderId = (n: number): string => String(6_920_000_000_000_000_000n + BigInt(n));
export const ticketId = (n: number): string => String(7_350_000_000_000_000_000n + BigInt(n));

export function order(n: number, fields: Partial<OrderRecord> = {}): OrderRecord {
  return {
    kind: 'order',
    orderId: orderId(n),
    placedMs: NOW - 10 * DAY_MS,
    status: '已完成',
    finishedMs: NOW - 3 * DAY_MS,
    paidFen: 12_900,
    lines: [{ lineId: '#1', productName: '陶瓷杯', quantity: 1, unitPriceFen: 12_900 }],
    ...fields,
  };
}

export function ticket(n: number, fields: Partial<TicketRecord> = {}): TicketRecord {
  return {
    kind: 'ticket',
    ticketId: ticketId(n),
    orderId: orderId(n),
    type: '退货退款',
    reason: '质量问题',
    status: '待商家处理',
    appliedMs: NOW - 2 * DAY_MS,
    dueMs: NOW + 20 * HOUR_MS,
    dueAction: '自动同意',
    ...fields,
  };
}

export function snapshot(seenMs = NOW, total = 86.4): ScoreSnapshot {
  return {
    kind: 'score',
    state: 'scored',
    day: beijingDay(seenMs),
    seenMs,
    total,
    dimensions: { goods: { score: 82, weight: 0.5 }, service: { score: 90.8, weight: 0.5 } },
    indicators: { 'quality-return-rate': { value: 0.0123, text: '1.23%' } },
  };
}

export const health = (kind: PageKind, verdict: PageHealth['verdict'] = 'ok'): PageHealth => ({
  kind,
  verdict,
  alternatives: { groups: 'rows by key' },
  groupsSeen: 1,
  groupsParsed: 1,
  fieldsMissing: {},
  problems: verdict === 'broken' ? ['no-groups'] : [],
});

export function ingestPage(
  records: PageRecord[],
  fields: Partial<IngestPageRequest> = {},
): IngestPageRequest {
  const kind = fields.kind ?? 'order-list';
  return { type: 'ingest-page', kind, shop, seenMs: NOW, records, health: health(kind), ...fields };
}

export const list = (fields: Partial<ListReading> = {}): ListReading => ({
  side: 'orders',
  filterKey: '',
  rows: 1,
  newestFirst: true,
  ...fields,
});
