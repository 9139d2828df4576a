import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFromRecord } from '../../../src/core/case-from-record';
import { compilePack } from '../../../src/core/compile';
import { isAlert, isSavable, openDuties } from '../../../src/core/duties';
import type { CaseRecord, OrderCase, OrderRecord, TicketRecord } from '../../../src/core/entities';
import { absentCase } from '../../../src/core/handled';
import { mergeCases } from '../../../src/core/merge';
import { beijingMs, HOUR_MS } from '../../../src/core/time';
import { meanHours, rowVerdict, shareRates, type VerdictContext } from '../../../src/core/verdicts';
import { doudianDuties } from '../../../src/platforms/doudian/rules/duties';
import { pack202609 } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { doudianWaits } from '../../../src/platforms/doudian/rules/waits';
import { doudianWords } from '../../../src/platforms/doudian/rules/words';
import { ORDER_ID, SHOP } from './arbitrary-case';
import { AS_OF, cell, NOW, readTo, report, row, SOUND, snapshot } from './report-fixture';

const context: VerdictContext = {
  compiled: compilePack(pack202609, doudianWords),
  pack: pack202609,
  duties: doudianDuties,
  waits: doudianWaits,
  shareRates: { 'quality-reason-tickets': 0.03 },
  meanHours: { 'aftersale-audit-hours': 1.8 },
  nowMs: NOW,
};
const appliedMs = beijingMs(2026, 11, 20, 12);
const order = (more: Partial<OrderRecord> = {}): CaseRecord => ({
  kind: 'order',
  orderId: ORDER_ID,
  lines: [],
  placedMs: beijingMs(2026, 11, 10, 9),
  status: '已发货',
  ...more,
});
const ticket = (more: Partial<TicketRecord> = {}): CaseRecord => ({
  kind: 'ticket',
  ticketId: 't1',
  orderId: ORDER_ID,
  type: '已发货退款',
  reason: '不想要了',
  status: '退款成功',
  appliedMs,
  ...more,
});
const caseOf = (...records: CaseRecord[]): OrderCase =>
  records.map((each) => caseFromRecord(each, SHOP, NOW - HOUR_MS)).reduce(mergeCases);
const verdict = (orderCase: OrderCase, ticketId?: string, more: Partial<VerdictContext> = {}) =>
  rowVerdict(orderCase, ticketId, { ...context, ...more });

describe('an order that waits to be picked up', () => {
  // Placed at 20:00: the clock opens at 06:00 of the next morning.
  const placedMs = beijingMs(2026, 11, 20, 20);
  const opensMs = beijingMs(2026, 11, 21, 6);
  const means = { meanHours: { 'pickup-hours': 9.3 } };

  it('runs by the pickup clock, with the shop’s mean beside it, on its order row only', () => {
    const waiting = caseOf(order({ placedMs, status: '待发货' }));
    expect(verdict(waiting, undefined, means)).toMatchObject({
      verdict: 'running',
      indicator: 'pickup-hours',
      label: '平均揽收时长',
      sinceMs: opensMs,
      meanHours: 9.3,
      provenance: 'proxy',
    });
    const paid = caseOf(order({ placedMs, paidMs: opensMs + HOUR_MS, status: '待发货' }));
    expect(verdict(paid)).toMatchObject({ sinceMs: opensMs + HOUR_MS, provenance: 'exact' });
    const withTicket = caseOf(order({ placedMs, status: '待发货' }), ticket());
    expect(verdict(withTicket, 't1').verdict).not.toBe('running');
  });

  it('shipped, presale and gift orders do not', () => {
    for (const more of [
      { status: '已发货' },
      { status: '待发货', tags: ['预售'] },
      { status: '待发货', orderType: '预售订单' },
    ]) {
      expect(verdict(caseOf(order({ placedMs, ...more }))).verdict).not.toBe('running');
    }
    const gift = order({ placedMs, status: '待发货', lines: [{ lineId: '#1', tags: ['赠品'] }] });
    expect(verdict(caseOf(gift)).verdict).toBe('excluded');
  });

  it('not seen for long is to be checked', () => {
    const waiting = caseOf(order({ placedMs, status: '待发货' }));
    const nowMs = NOW + 49 * HOUR_MS;
    expect(verdict(waiting, undefined, { nowMs }).verdict).toBe('stale');
  });
});

describe('a duty with a date', () => {
  const dueMs = NOW + 22 * HOUR_MS;
  const waiting = ticket({ status: '待商家处理', dueMs, dueAction: '自动同意' });

  it('can be saved, on the ticket’s row and on the order’s', () => {
    const saved = {
      orderId: ORDER_ID,
      verdict: 'savable',
      indicator: 'aftersale-audit-hours',
      label: '售后平均审核时长',
      dueMs,
      dueAction: '自动同意',
      provenance: 'page',
    };
    expect(verdict(caseOf(order(), waiting), 't1')).toMatchObject({ ...saved, ticketId: 't1' });
    expect(verdict(caseOf(order(), waiting))).toMatchObject(saved);
    expect(verdict(caseOf(order(), waiting))).not.toHaveProperty('ticketId');
    expect(openDuties(caseOf(order(), waiting), doudianDuties)).toEqual([
      {
        orderId: ORDER_ID,
        ticketId: 't1',
        dueMs,
        dueAction: '自动同意',
        seenMs: NOW - HOUR_MS,
        indicator: 'aftersale-audit-hours',
      },
    ]);
  });

  it('is stale once it passed, or was not seen for 48 hours', () => {
    const past = ticket({ status: '待商家处理', dueMs: NOW - 1 });
    expect(verdict(caseOf(order(), past)).verdict).toBe('stale');
    const unseen = { ...context, nowMs: NOW + 47 * HOUR_MS + 1 };
    const long = ticket({ status: '待商家处理', dueMs: NOW + 99 * HOUR_MS });
    expect(rowVerdict(caseOf(long), 't1', unseen).verdict).toBe('stale');
    expect(rowVerdict(caseOf(long), 't1', { ...unseen, nowMs: unseen.nowMs - 1 }).verdict).toBe(
      'savable',
    );
    expect(isSavable({ dueMs: 10, seenMs: 9 }, 10)).toBe(false);
    expect(isSavable({ dueMs: 11, seenMs: 9 }, 10)).toBe(true);
  });

  it('comes first, the soonest of several', () => {
    const later = ticket({ ticketId: 't2', status: '待商家收货', dueMs: dueMs + HOUR_MS });
    const overdue = ticket({ ticketId: 't3', status: '待商家处理', dueMs: NOW - HOUR_MS });
    const all = caseOf(order(), later, waiting, overdue);
    expect(verdict(all)).toMatchObject({ verdict: 'savable', dueMs });
    expect(verdict(all, 't2')).toMatchObject({
      verdict: 'savable',
      indicator: 'platform-help-rate',
    });
    expect(verdict(all, 't3').verdict).toBe('stale');
    expect(openDuties(all, doudianDuties).map((each) => each.ticketId)).toEqual(['t3', 't1', 't2']);
  });

  it('a countdown of an earlier step is no date of the present one', () => {
    const before = caseFromRecord(waiting, SHOP, NOW - 3 * HOUR_MS);
    const after = caseFromRecord(ticket({ status: '待商家收货' }), SHOP, NOW - HOUR_MS);
    const moved = mergeCases(before, after);
    expect(openDuties(moved, doudianDuties)).toEqual([]);
    // Receiving a return has no mean that grows: without its own date it is no duty.
    expect(verdict(moved, 't1').verdict).toBe('clean');
  });

  it('outside the audit mean is a duty by its date only', () => {
    const exchange = { type: '换货', status: '待商家处理' };
    expect(verdict(caseOf(order(), ticket({ ...exchange, dueMs })), 't1')).toMatchObject({
      verdict: 'savable',
      indicator: 'platform-help-rate',
    });
    const type = '未发货退款';
    for (const undated of [ticket(exchange), ticket({ ...exchange, type })]) {
      expect(verdict(caseOf(order(), undated), 't1').verdict).toBe('clean');
    }
    expect(verdict(caseOf(order(), ticket({ ...exchange, type: '仅退款' })), 't1').verdict).toBe(
      'running',
    );
  });

  it('that was handled is none', () => {
    const handled = mergeCases(
      caseFromRecord(waiting, SHOP, NOW - 3 * HOUR_MS),
      caseFromRecord(ticket({ status: '退款成功' }), SHOP, NOW - HOUR_MS),
    );
    expect(openDuties(handled, doudianDuties)).toEqual([]);
    expect(verdict(handled, 't1').verdict).toBe('clean');
  });
});

describe('a clock without date', () => {
  it('runs from the opening of the after-sale clock, beside the shop’s mean', () => {
    const night = ticket({ status: '待商家处理', appliedMs: beijingMs(2026, 11, 21, 23, 30) });
    expect(verdict(caseOf(order(), night), 't1')).toMatchObject({
      verdict: 'running',
      sinceMs: beijingMs(2026, 11, 22, 8),
      meanHours: 1.8,
      provenance: 'page',
    });
    const day = ticket({ status: '待商家处理', appliedMs });
    expect(verdict(caseOf(order(), day), 't1').sinceMs).toBe(appliedMs);
  });

  it('stands still while both sides negotiate', () => {
    const talking = ticket({ status: '待商家处理', arbitration: '仲裁待协商' });
    expect(verdict(caseOf(order(), talking), 't1')).toMatchObject({
      verdict: 'paused',
      indicator: 'aftersale-audit-hours',
    });
  });

  it('has no start when the application time is unknown', () => {
    const blind = ticket({ status: '待商家处理', appliedMs: undefined });
    const running = verdict(caseOf(order(), blind), 't1');
    expect(running).toMatchObject({ verdict: 'running', provenance: 'missing' });
    expect(running).not.toHaveProperty('sinceMs');
  });
});

describe('what counts', () => {
  const bad = ticket({ reason: '质量问题（商品品质原因）' });

  it('is counted, with its share of the loss', () => {
    expect(verdict(caseOf(order(), bad), 't1')).toMatchObject({
      verdict: 'counted',
      indicator: 'quality-return-rate',
      label: '商品品质退货率',
      share: 0.03,
      provenance: 'estimate',
    });
    expect(verdict(caseOf(order(), bad)).verdict).toBe('counted');
    expect(verdict(caseOf(bad), 't1').verdict).toBe('counted');
  });

  it('has no share while the report gives none', () => {
    const counted = verdict(caseOf(order(), bad), 't1', { shareRates: {} });
    expect(counted).toMatchObject({ verdict: 'counted', provenance: 'exact' });
    expect(counted).not.toHaveProperty('share');
  });

  it('will count once its day is complete', () => {
    const today = ticket({ reason: '质量问题（商品品质原因）', appliedMs: NOW - 2 * HOUR_MS });
    const will = verdict(caseOf(order(), today), 't1');
    expect(will.verdict).toBe('will-count');
    expect(will).not.toHaveProperty('share');
  });

  it('no longer counts after the window', () => {
    const in10Days = { nowMs: NOW + 28 * 24 * HOUR_MS };
    expect(verdict(caseOf(order(), bad), 't1', in10Days).verdict).toBe('counted');
    expect(verdict(caseOf(order(), bad), 't1', { nowMs: NOW + 29 * 24 * HOUR_MS }).verdict).toBe(
      'clean',
    );
  });

  it('is the costliest of several', () => {
    const both = ticket({
      reason: '商品/包装破损（商品品质原因）',
      status: '仲裁中',
    });
    const rates = { 'quality-reason-tickets': 0.03, 'damage-reason-tickets': 0.5 };
    expect(verdict(caseOf(both), 't1', { shareRates: rates }).indicator).toBe('damage-return-rate');
  });

  it('is not another ticket’s doing', () => {
    const fine = ticket({ ticketId: 't2' });
    expect(verdict(caseOf(order(), bad, fine), 't2').verdict).toBe('clean');
    expect(verdict(caseOf(order(), bad, fine), 't1').verdict).toBe('counted');
  });
});

describe('what is excluded says why', () => {
  it.each<[Partial<OrderRecord>, string]>([
    [{ tags: ['赠品'] }, '赠品／福袋'],
    [{ orderType: '福袋订单' }, '赠品／福袋'],
    [{ lines: [{ lineId: '#1', tags: ['赠品'] }] }, '赠品／福袋'],
    [{ status: '待支付' }, '未付款'],
    [{ status: '已关闭' }, '未付款已关闭'],
    [{ paidFen: 0 }, '0 元订单'],
    [{ aftersaleText: '极速退款成功' }, '极速退款'],
  ])('%j', (more, reason) => {
    expect(verdict(caseOf(order(more)))).toMatchObject({ verdict: 'excluded', reason });
  });

  it('also when a reason would count', () => {
    const gift = caseOf(order({ tags: ['赠品'] }), ticket({ reason: '质量问题（商品品质原因）' }));
    expect(verdict(gift, 't1').verdict).toBe('excluded');
    const facts = context.compiled.facts(gift).filter((each) => each.offends);
    expect(facts).toEqual([]);
  });

  it('but not an order with one gift among its lines, nor a refunded one', () => {
    const lines = [
      { lineId: '#1', tags: ['赠品'] },
      { lineId: '#2', tags: [] },
    ];
    expect(verdict(caseOf(order({ lines }))).verdict).toBe('clean');
    expect(verdict(caseOf(order({ status: '已关闭', aftersaleText: '退款成功' }))).verdict).toBe(
      'clean',
    );
    expect(verdict(caseOf(order({ status: '已关闭' }), ticket())).verdict).toBe('clean');
  });
});

describe('from the report to the badges', () => {
  it('shares and means are those of the report', () => {
    const tallies = [
      row(AS_OF, { 'quality-reason-tickets': cell(4, 9), 'aftersale-tickets': cell(9, 9) }),
    ];
    const values = { ...SOUND, 'quality-return-rate': 0.014 };
    const page = snapshot({ product: 75, logistics: 99, service: 99 }, { total: 89 }, values);
    const of = report({ tallies, snapshots: [page], coverage: readTo(NOW) });
    const loss = of.indicators.find((each) => each.id === 'quality-return-rate')?.pointsLost ?? 0;
    expect(shareRates(of)['quality-reason-tickets']).toBeCloseTo(loss / 4, 9);
    expect(meanHours(of)).toEqual({ 'pickup-hours': 10, 'aftersale-audit-hours': 1.5 });
  });
});

describe('what was not seen for long, or handled elsewhere', () => {
  const waiting = { status: '待商家处理', dueMs: NOW + 30 * HOUR_MS };
  const negotiating = { status: '协商中' };
  const seenAt = (hoursAgo: number, ...records: CaseRecord[]): OrderCase =>
    records.map((each) => caseFromRecord(each, SHOP, NOW - hoursAgo * HOUR_MS)).reduce(mergeCases);
  const gone = (orderCase: OrderCase, hoursAgo: number): OrderCase =>
    mergeCases(
      orderCase,
      absentCase(orderCase, { side: 'aftersales', id: 't1' }, NOW - hoursAgo * HOUR_MS),
    );

  it('a negotiation, too, is stale after 48 hours', () => {
    expect(verdict(seenAt(47, ticket(negotiating)), 't1').verdict).toBe('paused');
    expect(verdict(seenAt(49, ticket(negotiating)), 't1').verdict).toBe('stale');
  });

  it('what left its list is no duty, no pause, no running clock', () => {
    const open = seenAt(5, order(), ticket(waiting));
    expect(verdict(open, 't1').verdict).toBe('savable');
    expect(openDuties(open, doudianDuties)).toHaveLength(1);
    for (const fields of [waiting, negotiating, { ...waiting, dueMs: undefined }]) {
      const handled = gone(seenAt(5, order(), ticket(fields)), 4);
      expect(openDuties(handled, doudianDuties)).toEqual([]);
      expect(verdict(handled, 't1').verdict).toBe('clean');
      expect(verdict(handled).verdict).toBe('clean');
    }
    // Seen again since: it waits.
    expect(verdict(mergeCases(gone(open, 4), seenAt(3, ticket(waiting))), 't1').verdict).toBe(
      'savable',
    );
    expect(verdict(gone(open, 5), 't1').verdict).toBe('savable');
  });

  it('an order that left the list of those to ship has no clock', () => {
    const waits = seenAt(5, order({ status: '待发货' }));
    expect(verdict(waits).verdict).toBe('running');
    const left = absentCase(waits, { side: 'orders', id: ORDER_ID }, NOW - HOUR_MS);
    expect(verdict(mergeCases(waits, left)).verdict).toBe('clean');
  });

  it('at any hour nothing older than its limit is in a count or an alert', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: -20, max: 100 }),
        (agoHours, dueInHours) => {
          const one = seenAt(agoHours, ticket({ ...waiting, dueMs: NOW + dueInHours * HOUR_MS }));
          const [duty] = openDuties(one, doudianDuties);
          const { verdict: said } = verdict(one, 't1');
          expect(duty !== undefined && isSavable(duty, NOW)).toBe(said === 'savable');
          expect(duty !== undefined && isAlert(duty, NOW)).toBe(
            said === 'savable' && agoHours <= 24,
          );
          if (agoHours > 48 || dueInHours <= 0) expect(said).toBe('stale');
        },
      ),
    );
  });
});
