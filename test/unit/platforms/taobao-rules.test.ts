/**
 * 千牛's dates: what is late, what only seems so, and until when a refund waits.
 *
 * Worked by hand: paid 2026-11-18 10:00, so the table's 48 hours end on 11-20 at 10:00. A list loaded on
 * 11-20 at 12:00 still says 发货未超时: the shop promised longer than the table, and until when is not shown.
 */
import { describe, expect, it } from 'vitest';
import { caseFromRecord } from '../../../src/core/case-from-record';
import { compilePack } from '../../../src/core/compile';
import { findOpenDuties, isTicketRule } from '../../../src/core/duties';
import type { CaseRecord, OrderCase, OrderRecord } from '../../../src/core/entities';
import { mergeCases } from '../../../src/core/merge';
import { beijingDay, beijingMs, HOUR_MS } from '../../../src/core/time';
import { compileTransitions } from '../../../src/core/transitions';
import { taobao } from '../../../src/platforms/taobao';

const SHOP = { platform: 'taobao', shopId: '样样家纺', name: '样样家纺' };
const [pack] = taobao.packs;
if (!pack || !taobao.transitions) throw new Error('no pack');
const compiled = compilePack(pack, taobao.words);
const note = compileTransitions(taobao.transitions, taobao.words);
const at = (day: number, hour: number, minute = 0): number =>
  beijingMs(2026, 11, day, hour, minute);

const ORDER: OrderRecord = {
  kind: 'order',
  orderId: '3321000000000011111',
  placedMs: at(18, 10),
  paidMs: at(18, 10),
  lines: [],
};
/** A list as loaded and read at one instant, or read later than it was loaded. */
const list = (fields: Partial<OrderRecord>, loadedMs: number, readMs = loadedMs): OrderCase =>
  note(caseFromRecord({ ...ORDER, ...fields }, SHOP, readMs), loadedMs);
const file = (fields: Partial<OrderRecord>, seenMs: number): OrderCase =>
  note(caseFromRecord({ ...ORDER, ...fields }, SHOP, seenMs), undefined);
const waits = (loadedMs: number, tags: string[] = [], readMs = loadedMs): OrderCase =>
  list({ status: '买家已付款', tags }, loadedMs, readMs);
const shipped = (loadedMs: number): OrderCase => list({ status: '卖家已发货', tags: [] }, loadedMs);
const parcel = (pickedUpMs: number): OrderCase =>
  file({ parcels: [{ parcelId: 'SF1234567890123', pickedUpMs }] }, at(30, 10));
const pickup = (...visits: OrderCase[]) =>
  compiled
    .facts(visits.reduce(mergeCases))
    .find(({ measureId }) => measureId === 'pickup-48h-rate');

const LATE = { num: 0, den: 1, unknown: false, offends: true };
const ON_TIME = { num: 1, den: 1, unknown: false, offends: false };
const UNKNOWN = { den: 0, unknown: true, offends: false };
const IN_TIME = ['发货未超时'];

describe('48 hours to pickup', () => {
  it('are over while the page says nothing: late, on the day they ended', () => {
    expect(pickup(waits(at(20, 12)))).toMatchObject({ ...LATE, day: beijingDay(at(20, 10)) });
    expect(pickup(waits(at(20, 9)))).toMatchObject(UNKNOWN);
  });

  it('are not the promise when the page says 发货未超时 after them: unknown, never late', () => {
    const seen = waits(at(20, 12), IN_TIME);
    expect(pickup(seen)).toMatchObject({ ...UNKNOWN, day: beijingDay(at(20, 12)) });
    expect(pickup(seen, parcel(at(20, 18)))).toMatchObject(UNKNOWN);
    // What the page said stays true when it says no more.
    expect(pickup(seen, shipped(at(21, 9)))).toMatchObject(UNKNOWN);
    expect(pickup(waits(at(20, 12), ['发货即将超时']))).toMatchObject(UNKNOWN);
  });

  it('before they end the word says what the table says', () => {
    expect(pickup(waits(at(20, 9), IN_TIME), waits(at(20, 12)))).toMatchObject(LATE);
    expect(pickup(waits(at(19, 9), IN_TIME), parcel(at(19, 20)))).toMatchObject(ON_TIME);
    expect(pickup(waits(at(19, 9), IN_TIME), parcel(at(20, 11)))).toMatchObject(LATE);
  });

  it('a page left open goes on saying 发货未超时: it counts for when it was loaded', () => {
    // Nor does it say that the order still waits.
    expect(pickup(waits(at(20, 9), IN_TIME, at(20, 12)))).toMatchObject(UNKNOWN);
    expect(pickup(waits(at(20, 9), IN_TIME, at(20, 12)), parcel(at(20, 11)))).toMatchObject(LATE);
  });

  it('the promise ended between 发货未超时 and 发货已超时: late on that day, an estimate', () => {
    const [before, after] = [waits(at(23, 8), IN_TIME), waits(at(23, 9), ['发货已超时'])];
    expect(pickup(before, after)).toMatchObject({
      ...LATE,
      day: beijingDay(at(23, 8)),
      quality: 'estimate',
    });
    // Two days apart: which of them is not known.
    expect(pickup(waits(at(22, 8), IN_TIME), after)).toMatchObject(UNKNOWN);
  });

  it('a promise that is printed counts, whatever the page says beside it', () => {
    const promised = file({ shipByMs: at(25, 23) }, at(20, 10));
    const seen = waits(at(20, 12), IN_TIME);
    expect(pickup(seen, promised, parcel(at(24, 9)))).toMatchObject({
      ...ON_TIME,
      quality: 'exact',
      day: beijingDay(at(25, 23)),
    });
    expect(pickup(seen, promised, waits(at(26, 9)))).toMatchObject(LATE);
  });

  it('shipped between two visits: on time or late where both visits lie on one side of the end', () => {
    expect(pickup(waits(at(19, 9)), shipped(at(19, 10)))).toMatchObject({
      ...ON_TIME,
      quality: 'proxy',
    });
    // It waited after the end, so it is late, though the page no longer says when.
    expect(pickup(waits(at(20, 12)), shipped(at(20, 15)))).toMatchObject(LATE);
    expect(pickup(waits(at(20, 9)), shipped(at(20, 12)))).toMatchObject(UNKNOWN);
  });

  it('a file that shows the order waiting after the end proves it as a page does', () => {
    expect(pickup(file({ status: '买家已付款,等待卖家发货' }, at(20, 12)))).toMatchObject(LATE);
    expect(pickup(file({ status: '买家已付款,等待卖家发货' }, at(20, 9)))).toMatchObject(UNKNOWN);
  });
});

describe('what the refund list alone tells', () => {
  const counts = (fields: object) => {
    const record = {
      kind: 'ticket',
      ticketId: '198700000000000001',
      orderId: ORDER.orderId,
      appliedMs: at(20, 8),
      ...fields,
    } as CaseRecord;
    const facts = compiled.facts(caseFromRecord(record, SHOP, at(20, 12)));
    const fact = facts.find(({ measureId }) => measureId === 'quality-reason-tickets');
    return fact && [fact.num, fact.unknown ? 'unknown' : fact.quality];
  };
  it.each([
    [{ reason: '做工问题' }, [1, 'exact']],
    [{ reason: '不想要了' }, [0, 'exact']],
    // In no list of reasons: perhaps one of quality.
    [{ reason: '颜色不喜欢' }, [0, 'estimate']],
    [{}, [0, 'unknown']],
  ])('%o', (fields, expected) => {
    expect(counts(fields)).toEqual(expected);
  });
});

describe('a refund waits for the merchant', () => {
  const NOW = at(20, 12);
  const ticket = (fields: object, order?: Partial<OrderRecord>): OrderCase => {
    const record = {
      kind: 'ticket',
      ticketId: '198700000000000001',
      orderId: ORDER.orderId,
      appliedMs: at(20, 8),
      status: '待商家处理',
      ...fields,
    } as CaseRecord;
    const seen = caseFromRecord(record, SHOP, NOW);
    return order ? mergeCases(seen, list(order, NOW)) : seen;
  };
  const duties = (orderCase: OrderCase) =>
    findOpenDuties(orderCase, taobao.duties.filter(isTicketRule)).map(
      ({ rule, dueMs, fromRule }) => [
        rule.id,
        dueMs === undefined ? undefined : (dueMs - at(20, 8)) / HOUR_MS,
        fromRule,
      ],
    );

  it.each<[string, object, Partial<OrderRecord> | undefined, string, number]>([
    ['已发货退款', { type: '仅退款' }, undefined, 'refund-application', 36],
    ['退货退款', { type: '退货退款' }, undefined, 'refund-application', 36],
    [
      'an export’s words',
      { type: '退货退款', status: '买家已经申请退款,等待卖家同意' },
      undefined,
      'refund-application',
      36,
    ],
    ['by its own type', { type: '未发货退款' }, undefined, 'unshipped-refund', 24],
    ['by its parcel', { type: '仅退款', shipStatus: '未发货' }, undefined, 'unshipped-refund', 24],
    ['by its order', { type: '仅退款' }, { status: '买家已付款' }, 'unshipped-refund', 24],
    ['换货', { type: '换货' }, undefined, 'exchange-application', 24],
    ['补寄', { type: '补寄' }, undefined, 'exchange-application', 24],
    ['维修', { type: '维修' }, undefined, 'repair-application', 48],
  ])(
    'without a countdown the table of 2026 counts from the application: %s',
    (_, fields, order, id, hours) => {
      expect(duties(ticket(fields, order))).toEqual([[id, hours, true]]);
    },
  );

  it('the page’s countdown goes before the table', () => {
    for (const type of ['退货退款', '未发货退款', '换货', '维修']) {
      const [[, hours, fromRule] = []] = duties(ticket({ type, dueMs: at(20, 17) }));
      expect([hours, fromRule]).toEqual([9, false]);
    }
  });

  it('a return is due 48 hours after it was signed for, and without a date before', () => {
    const waiting = { type: '退货退款', status: '待商家确认收货' };
    expect(duties(ticket(waiting))).toEqual([['return-receipt', undefined, undefined]]);
    const signed = { ...waiting, returnSignedMs: at(20, 9) };
    expect(duties(ticket(signed))).toEqual([['return-receipt', 49, true]]);
    expect(duties(ticket({ ...signed, dueMs: at(20, 20) }))).toEqual([
      ['return-receipt', 12, false],
    ]);
    expect(duties(ticket({ ...waiting, status: '买家已经退货,等待卖家确认收货' }))).toHaveLength(1);
  });

  it('evidence has no date of the table', () => {
    expect(duties(ticket({ status: '待商家举证' }))).toEqual([['evidence', undefined, undefined]]);
    expect(duties(ticket({ status: '待商家举证', dueMs: at(21, 8) }))).toEqual([
      ['evidence', 24, false],
    ]);
  });

  it('nothing waits while the platform decides, as the page or an export says', () => {
    expect(duties(ticket({ type: '退货退款', status: '小二已介入' }))).toEqual([]);
    const stepped = ticket({ type: '退货退款', arbitration: '客服已经介入' });
    expect(duties(stepped)).toEqual([]);
    const [only] = Object.values(stepped.tickets);
    const isPaused = taobao.duties.some(
      (rule) => only && isTicketRule(rule) && rule.paused?.(only, stepped),
    );
    expect(isPaused).toBe(true);
    for (const arbitration of ['不需客服介入', '客服处理完成']) {
      expect(duties(ticket({ type: '退货退款', arbitration }))).toHaveLength(1);
    }
  });

  it('nothing waits once it is with the buyer or over', () => {
    for (const status of ['退款成功', '退款关闭', '待买家处理', '卖家已经同意退款,等待买家退货']) {
      expect(duties(ticket({ type: '退货退款', status }))).toEqual([]);
    }
  });
});
