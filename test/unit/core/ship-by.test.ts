/**
 * An order that must be shipped by a moment, on every platform.
 *
 * Worked by hand: placed and paid 2026-11-21 10:00, to be shipped by 11-23 09:30 as the page prints it. It is
 * 11-22 11:30: 22 hours are left. By the table of 千牛 (48 hours) it would be due on 11-23 at 10:00.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFromRecord } from '../../../src/core/case-from-record';
import { compilePack } from '../../../src/core/compile';
import { countKinds, isAlert, isPressing, isSavable, openDuties } from '../../../src/core/duties';
import type { CaseRecord, OrderCase, OrderRecord, TicketRecord } from '../../../src/core/entities';
import { absentCase } from '../../../src/core/handled';
import { mergeCases } from '../../../src/core/merge';
import { beijingMs, HOUR_MS, MINUTE_MS } from '../../../src/core/time';
import { compileTransitions } from '../../../src/core/transitions';
import type { RowVerdict } from '../../../src/core/verdict-types';
import { rowVerdict } from '../../../src/core/verdicts';
import { getPlatform, platforms } from '../../../src/platforms/registry';
import type { Platform } from '../../../src/platforms/types';

const at = (day: number, hour: number, minute = 0): number =>
  beijingMs(2026, 11, day, hour, minute);
const NOW = at(22, 11, 30);
const PLACED = at(21, 10);
const SHIP_BY = at(23, 9, 30);

/** What each back-end says of an order and of a ticket. */
interface Words {
  orderId: string;
  waits: string;
  partly?: string;
  /** Any of these is no order that waits. */
  over: string[];
  /** A ticket that waits for the merchant, and one that is refunded. */
  ticketWaits: string;
  ticketRefunded: string;
  ticketPaused?: Partial<TicketRecord>;
}
const WORDS: Record<string, Words> = {
  doudian: {
    orderId: '6917000000000000001',
    waits: '待发货',
    partly: '部分发货',
    over: ['待支付', '已发货', '已完成', '已关闭'],
    ticketWaits: '待商家处理',
    ticketRefunded: '退款成功',
    ticketPaused: { type: '已发货退款', status: '协商中' },
  },
  taobao: {
    orderId: '3321000000000011111',
    waits: '买家已付款',
    partly: '卖家部分发货',
    over: ['等待买家付款', '卖家已发货', '交易成功', '交易关闭'],
    ticketWaits: '待商家处理',
    ticketRefunded: '退款成功',
    ticketPaused: { type: '退货退款', status: '小二已介入' },
  },
  pinduoduo: {
    orderId: '261121-111111111111111',
    waits: '待发货',
    over: ['待付款', '已发货，待收货', '已收货', '未发货，退款成功', '已取消'],
    ticketWaits: '待商家处理',
    ticketRefunded: '退款成功',
  },
};

function on(platform: Platform) {
  const words = WORDS[platform.id];
  const [pack] = platform.packs;
  if (!words || !pack) throw new Error(`no words of ${platform.id} here`);
  const shop = { platform: platform.id, shopId: '样样', name: '样样' };
  const note = compileTransitions(
    platform.transitions ?? { orders: [], aftersales: [] },
    platform.words,
  );
  const context = {
    compiled: compilePack(pack, platform.words),
    pack,
    duties: platform.duties,
    waits: platform.waits,
    shareRates: {},
    meanHours: {},
  };
  const { orderId } = words;
  /** A page as it was loaded and read at one instant, or read later than it was loaded. */
  const seen = (record: CaseRecord, readMs: number, loadedMs = readMs): OrderCase =>
    note(caseFromRecord(record, shop, readMs), loadedMs);
  const order = (more: Partial<OrderRecord> = {}, readMs = NOW - HOUR_MS, loadedMs = readMs) => {
    const base = { orderId, placedMs: PLACED, paidMs: PLACED, status: words.waits };
    return seen(
      { kind: 'order', lines: [], shipByMs: SHIP_BY, ...base, ...more },
      readMs,
      loadedMs,
    );
  };
  const ticket = (more: Partial<TicketRecord> = {}, readMs = NOW - HOUR_MS) => {
    const base = { ticketId: 't1', orderId, type: '仅退款', status: words.ticketWaits };
    return seen({ kind: 'ticket', appliedMs: at(22, 9), ...base, ...more }, readMs);
  };
  const verdict = (sightings: OrderCase[], nowMs = NOW, ticketId?: string): RowVerdict =>
    rowVerdict(sightings.reduce(mergeCases), ticketId, { ...context, nowMs });
  const duties = (sightings: OrderCase[]) =>
    openDuties(sightings.reduce(mergeCases), platform.duties).filter((each) => !each.ticketId);
  return { words, orderId, order, ticket, verdict, duties, seen };
}

describe.each(platforms.map((each) => [each.id, on(each)] as const))(
  '%s: to ship by',
  (_, here) => {
    const { words, order, ticket, verdict, duties } = here;

    it('the page’s own moment is the deadline', () => {
      const said = verdict([order()]);
      expect(said).toMatchObject({
        verdict: 'savable',
        dueMs: SHIP_BY,
        dueOf: 'order',
        provenance: 'page',
        clause: expect.stringContaining('发货'),
      });
      expect(said).not.toHaveProperty('dueAction');
      const [duty] = duties([order()]);
      expect(duty).toMatchObject({ orderId: here.orderId, dueMs: SHIP_BY, seenMs: NOW - HOUR_MS });
      expect(duty).not.toHaveProperty('ticketId');
      expect(duty).not.toHaveProperty('fromRule');
    });

    it.each(words.over.map((status) => [status]))('%s: no duty', (status) => {
      const later = order({ status }, NOW - MINUTE_MS);
      expect(duties([order(), later])).toEqual([]);
      expect(duties([later, order()])).toEqual([]);
      expect(['savable', 'overdue', 'stale']).not.toContain(verdict([order(), later]).verdict);
    });

    it('a part of it under way: the rest is still due', () => {
      if (!words.partly) return expect(duties([order({ status: '…' })])).toEqual([]);
      const partly = order({ status: words.partly, shippedMs: NOW - 2 * HOUR_MS });
      expect(verdict([partly])).toMatchObject({ verdict: 'savable', dueMs: SHIP_BY });
    });

    it('an instant of shipping, or a parcel seen since, ends it; a parcel seen before does not', () => {
      expect(duties([order({ shippedMs: NOW - 2 * HOUR_MS })])).toEqual([]);
      const parcel = (readMs: number) =>
        order({ status: undefined, parcels: [{ parcelId: 'YT1', pickedUpMs: readMs }] }, readMs);
      expect(duties([order(), parcel(NOW - MINUTE_MS)])).toEqual([]);
      expect(duties([order(), parcel(NOW - 3 * HOUR_MS)])).toHaveLength(1);
    });

    it('a refund of the whole ends it, one of a part does not', () => {
      const money = { paidFen: 9_900, lines: [{ lineId: '#1' }, { lineId: '#2' }] };
      const back = { status: words.ticketRefunded };
      expect(duties([order(money), ticket({ ...back, refundFen: 9_900 })])).toEqual([]);
      expect(duties([order(money), ticket({ ...back, refundFen: 4_000 })])).toHaveLength(1);
      expect(duties([order(money), ticket(back)])).toHaveLength(1);
      expect(duties([order({ lines: [{ lineId: '#1' }] }), ticket(back)])).toEqual([]);
      expect(duties([order({ aftersaleText: '退款成功' })])).toEqual([]);
      const lines = (...texts: string[]) => ({
        lines: texts.map((aftersaleText, i) => ({ lineId: `#${i + 1}`, aftersaleText })),
      });
      expect(duties([order(lines('退款成功', '退款成功'))])).toEqual([]);
      expect(duties([order(lines('退款成功', ''))])).toHaveLength(1);
    });

    it('past and not seen since: to be checked, never late', () => {
      const nowMs = SHIP_BY + HOUR_MS;
      expect(verdict([order({}, SHIP_BY - MINUTE_MS)], nowMs)).toMatchObject({
        verdict: 'stale',
        dueMs: SHIP_BY,
      });
      // Read again from a page that was loaded before the moment: somebody may have shipped it elsewhere.
      expect(verdict([order({}, nowMs - MINUTE_MS, SHIP_BY - MINUTE_MS)], nowMs).verdict).toBe(
        'stale',
      );
    });

    it('seen unshipped after its moment: late, in no list and no alert', () => {
      const nowMs = SHIP_BY + HOUR_MS;
      const late = [order({}, nowMs - MINUTE_MS)];
      expect(['overdue', 'will-count', 'counted']).toContain(verdict(late, nowMs).verdict);
      expect(duties(late)).toEqual([]);
    });

    it('not seen for 48 hours is to be checked, for 24 in no alert', () => {
      const due = order({ shipByMs: at(30, 9) }, NOW);
      const [duty] = duties([due]);
      if (!duty) throw new Error('no duty');
      expect(verdict([due], NOW + 48 * HOUR_MS).verdict).toBe('savable');
      expect(verdict([due], NOW + 48 * HOUR_MS + 1).verdict).toBe('stale');
      expect(isAlert(duty, NOW + 24 * HOUR_MS)).toBe(true);
      expect(isAlert(duty, NOW + 24 * HOUR_MS + 1)).toBe(false);
    });

    it('on a row with both, the sooner one; on the ticket’s row its own', () => {
      const sooner = ticket({ dueMs: SHIP_BY - HOUR_MS });
      const later = ticket({ dueMs: SHIP_BY + HOUR_MS });
      expect(verdict([order(), sooner])).toMatchObject({
        verdict: 'savable',
        dueMs: SHIP_BY - HOUR_MS,
      });
      expect(verdict([order(), sooner])).not.toHaveProperty('dueOf');
      expect(verdict([order(), later])).toMatchObject({ dueMs: SHIP_BY, dueOf: 'order' });
      expect(verdict([order(), later], NOW, 't1')).toMatchObject({ dueMs: SHIP_BY + HOUR_MS });
      // Once the sooner one has passed, the other is still there.
      const past = ticket({ dueMs: NOW - MINUTE_MS });
      expect(verdict([order(), past])).toMatchObject({ verdict: 'savable', dueMs: SHIP_BY });
    });

    it('stands still while both sides negotiate', () => {
      if (!words.ticketPaused) return;
      const talks = ticket(words.ticketPaused);
      expect(verdict([order(), talks]).verdict).toBe('paused');
      expect(duties([order(), talks])).toEqual([]);
      // Seen waiting long after the talks were last seen: nobody knows that they go on.
      const since = order({ shipByMs: at(30, 9) }, NOW + 60 * HOUR_MS);
      expect(duties([talks, since])).toHaveLength(1);
    });

    it('what left the list of those to ship is none', () => {
      const waits = order();
      const gone = absentCase(waits, { side: 'orders', id: here.orderId }, NOW - MINUTE_MS);
      expect(duties([waits, gone])).toEqual([]);
      expect(verdict([waits, gone]).verdict).not.toBe('savable');
    });

    it('a later page corrects the moment', () => {
      const longer = order({ shipByMs: SHIP_BY + 24 * HOUR_MS }, NOW - MINUTE_MS);
      for (const sightings of [
        [order(), longer],
        [longer, order()],
      ]) {
        expect(verdict(sightings).dueMs).toBe(SHIP_BY + 24 * HOUR_MS);
      }
    });

    it('whatever the order of sightings, one verdict; savable exactly while it can be met', () => {
      const sighting = fc
        .record({
          isTicket: fc.boolean(),
          status: fc.constantFrom(
            words.waits,
            words.waits,
            ...words.over,
            words.partly ?? words.waits,
          ),
          ticketStatus: fc.constantFrom(words.ticketWaits, words.ticketRefunded),
          seenHours: fc.integer({ min: -60, max: 0 }),
          openHours: fc.integer({ min: 0, max: 20 }),
          dueHours: fc.option(fc.integer({ min: -40, max: 60 }), { nil: undefined }),
        })
        .map(({ isTicket, status, ticketStatus, seenHours, openHours, dueHours }) => {
          const readMs = NOW + seenHours * HOUR_MS;
          const dueMs = dueHours === undefined ? undefined : NOW + dueHours * HOUR_MS;
          return isTicket
            ? ticket({ status: ticketStatus, dueMs }, readMs)
            : order({ status, shipByMs: dueMs }, readMs, readMs - openHours * HOUR_MS);
        });
      const shuffled = fc
        .array(sighting, { minLength: 1, maxLength: 5 })
        .chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        );
      fc.assert(
        fc.property(shuffled, ([all, other]) => {
          const said = verdict(all);
          expect(verdict([...other, ...all])).toEqual(said);
          const open = openDuties(
            all.reduce(mergeCases),
            getPlatform(all[0]?.platform ?? '').duties,
          );
          const met = open.filter((each) => isSavable(each, NOW));
          expect(said.verdict === 'savable').toBe(met.length > 0);
          if (said.verdict === 'savable') expect(said.dueMs).toBe(met[0]?.dueMs);
          if (said.verdict === 'overdue') {
            const { order: part } = all.reduce(mergeCases);
            expect(Math.max(...all.map((each) => each.order?.at ?? 0))).toBeGreaterThan(
              said.dueMs ?? 0,
            );
            expect(part?.f.status === words.waits || part?.f.status === words.partly).toBe(true);
          }
        }),
        { numRuns: 300 },
      );
    });
  },
);

describe('where no page prints a moment', () => {
  const bare = { shipByMs: undefined };
  it.each(
    platforms.filter(({ id }) => id !== 'taobao').map((each) => [each.id, on(each)] as const),
  )('%s: no date, so nothing that can be met or missed', (_, { order, duties, verdict }) => {
    expect(duties([order(bare)])).toEqual([]);
    expect(['savable', 'overdue']).not.toContain(verdict([order(bare)], at(29, 10)).verdict);
  });

  const { order, duties, verdict } = on(getPlatform('taobao'));
  it('千牛: 48 hours from payment, else from placing, and called an estimate', () => {
    expect(verdict([order(bare)])).toMatchObject({
      verdict: 'savable',
      dueMs: at(23, 10),
      provenance: 'estimate',
      clause: expect.stringMatching(/48 小时.*20009524.*2026-03-16/),
    });
    expect(duties([order({ ...bare, paidMs: at(21, 12) })])).toMatchObject([
      { dueMs: at(23, 12), fromRule: true },
    ]);
    expect(duties([order({ ...bare, paidMs: undefined })])).toMatchObject([{ dueMs: at(23, 10) }]);
  });

  it('千牛: presale and what is made to order have a date of their own', () => {
    for (const more of [{ tags: ['预售'] }, { tags: ['定制'] }, { orderType: '定金预售' }]) {
      expect(duties([order({ ...bare, ...more })])).toEqual([]);
      expect(duties([order(more)])).toHaveLength(1);
    }
  });

  it('千牛: 发货未超时 after the 48 hours: promised longer, until when nobody knows', () => {
    const said = order({ ...bare, tags: ['发货未超时'] }, at(23, 12));
    expect(duties([said])).toEqual([]);
    expect(verdict([said], at(23, 13)).verdict).toBe('clean');
  });

  it('千牛: 发货已超时 before the 48 hours: promised shorter, and late', () => {
    const said = order({ ...bare, tags: ['发货已超时'] });
    expect(duties([said])).toEqual([]);
    expect(verdict([said]).verdict).toBe('overdue');
  });

  it('千牛: late by the table is what the pickup rate will count', () => {
    const late = order(bare, at(23, 12));
    expect(verdict([late], at(23, 13))).toMatchObject({
      verdict: 'will-count',
      indicator: 'pickup-48h-rate',
    });
  });
});

describe('presale with a printed moment', () => {
  it.each(platforms.map((each) => [each.id, on(each)] as const))(
    '%s: that is its date',
    (_, here) => {
      const promised = here.order({ tags: ['预售'], orderType: '预售订单', shipByMs: at(29, 9) });
      expect(here.verdict([promised])).toMatchObject({ verdict: 'savable', dueMs: at(29, 9) });
    },
  );
});

describe('beside tickets', () => {
  const { order, ticket, verdict } = on(getPlatform('doudian'));
  it('the score’s own clock is told with the promise', () => {
    expect(verdict([order()])).toMatchObject({ verdict: 'savable', sinceMs: PLACED });
  });

  it('late is said before an exclusion, and after a duty that can be met', () => {
    const gift = { tags: ['赠品'] };
    const late = order(gift, SHIP_BY + MINUTE_MS);
    const nowMs = SHIP_BY + HOUR_MS;
    expect(verdict([late], nowMs).verdict).toBe('overdue');
    const open = ticket({ dueMs: nowMs + HOUR_MS }, SHIP_BY + MINUTE_MS);
    expect(verdict([late, open], nowMs)).toMatchObject({
      verdict: 'savable',
      dueMs: nowMs + HOUR_MS,
    });
  });

  it('a number in the toolbar counts orders only when they are due within 12 hours', () => {
    const due = (hours: number, ticketId?: string) => ({
      dueMs: NOW + hours * HOUR_MS,
      seenMs: NOW,
      ...(ticketId ? { ticketId } : {}),
    });
    const all = [due(2), due(12), due(13), due(40, 't1'), due(-1), due(-1, 't2')];
    const pressing = all.filter((each) => isPressing(each, NOW));
    expect(countKinds(pressing)).toEqual({ orders: 2, tickets: 1 });
  });
});
