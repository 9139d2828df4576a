/**
 * The ends of what a shop can look like, for every platform: nothing, one order, one detail page opened of many,
 * the first and the last second of a window, refunds that count nowhere. Worked by hand from the rules' texts.
 *
 * Now is 2026-11-22 12:00 in Beijing. T-30..T-1 is 10-23..11-21, T-31..T-2 is 10-22..11-20.
 */
import { describe, expect, it } from 'vitest';
import { caseFromRecord } from '../../../src/core/case-from-record';
import { compilePack } from '../../../src/core/compile';
import { addReading, emptyCoverage } from '../../../src/core/coverage';
import type { CaseRecord, OrderCase, ScoreSnapshot } from '../../../src/core/entities';
import { mergeCases } from '../../../src/core/merge';
import { buildReport } from '../../../src/core/report';
import type { Report } from '../../../src/core/report-types';
import { tallyAll } from '../../../src/core/tally';
import { beijingDay, beijingMs, HOUR_MS } from '../../../src/core/time';
import { allPacks, getPack, wordsOf } from '../packs/all-packs';

const NOW = beijingMs(2026, 11, 22, 12);
const at = (month: number, date: number, hour = 0, minute = 0, second = 0): number =>
  beijingMs(2026, month, date, hour, minute, second);
type Side = 'orders' | 'aftersales';
interface World {
  seenMs?: number;
  read?: Side[];
  snapshots?: ScoreSnapshot[];
}

const orderOf = (no: number, placedMs: number, more: object = {}): CaseRecord =>
  ({ kind: 'order', orderId: `o${no}`, placedMs, lines: [], ...more }) as CaseRecord;
const ticketOf = (no: number, appliedMs: number, more: object = {}): CaseRecord =>
  ({ kind: 'ticket', ticketId: `t${no}`, orderId: `o${no}`, appliedMs, ...more }) as CaseRecord;

function casesOf(packId: string, records: CaseRecord[], seenMs = NOW): OrderCase[] {
  const shop = { platform: getPack(packId).platform, shopId: '小店', name: '小店' };
  const cases = new Map<string, OrderCase>();
  for (const record of records) {
    const seen = caseFromRecord(record, shop, seenMs);
    const before = cases.get(record.orderId);
    cases.set(record.orderId, before ? mergeCases(before, seen) : seen);
  }
  return [...cases.values()];
}

/** Both lists read on one page each, whole, a moment ago, unless said otherwise. */
function reportOf(packId: string, records: CaseRecord[], world: World = {}): Report {
  const pack = getPack(packId);
  const { facts } = compilePack(pack, wordsOf[pack.platform] ?? {});
  const cases = casesOf(packId, records, world.seenMs);
  const dates: Record<Side, number[]> = {
    orders: records.flatMap((each) => (each.kind === 'order' ? (each.placedMs ?? []) : [])),
    aftersales: records.flatMap((each) => (each.kind === 'ticket' ? (each.appliedMs ?? []) : [])),
  };
  const coverage = (world.read ?? ['orders', 'aftersales']).reduce((state, side) => {
    const newest = dates[side].sort((a, b) => b - a);
    const list = { filterKey: '', pageIndex: 1, pageSize: 100, newestFirst: true, loadedMs: NOW };
    const rows = { total: newest.length, rows: newest.length };
    const ends = { newestMs: newest[0], oldestMs: newest.at(-1) };
    return addReading(state, { ...list, ...rows, ...ends, side }, NOW);
  }, emptyCoverage());
  return buildReport({
    shop: { platform: pack.platform, shopId: '小店', name: '小店' },
    pack,
    tallies: tallyAll(cases.map(facts)),
    snapshots: world.snapshots ?? [],
    coverage,
    offenders: [],
    nowMs: NOW,
  });
}
const indicator = (report: Report, id: string) => {
  const found = report.indicators.find((each) => each.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  const { num, den, value, provenance } = found;
  return { num, den, value, provenance };
};
const evidence = (report: Report, id: string) => {
  const found = report.evidence.find((each) => each.id === id);
  return found && [found.num, found.atLeast, found.provenance];
};
const MISSING = { value: undefined, den: undefined, provenance: 'missing' };

describe.each(allPacks)('$id', ({ id }) => {
  it('of a shop without orders has no rate, no points and no drag; the lists prove none', () => {
    const report = reportOf(id, []);
    for (const each of report.indicators) {
      expect([each.value, each.num, each.den, each.points, each.pointsLost]).toEqual(
        Array(5).fill(undefined),
      );
    }
    expect(report.total).toBeUndefined();
    expect(report.drag).toMatchObject({ why: 'no-data', provenance: 'missing' });
    expect(evidence(report, 'orders-placed')).toEqual([0, false, 'exact']);
  });

  it('of a shop whose lists nobody opened claims not even that there are none', () => {
    const report = reportOf(id, [], { read: [] });
    for (const list of ['orders-placed', 'aftersale-tickets'])
      expect(evidence(report, list)).toEqual([undefined, true, 'missing']);
  });

  it('an order of the future is in no window', () => {
    const report = reportOf(id, [orderOf(1, at(11, 21)), orderOf(2, at(12, 21))]);
    expect(evidence(report, 'orders-placed')).toEqual([1, false, 'exact']);
  });

  it('one order, nothing known but that it is there: one order, and no rate of it', () => {
    const report = reportOf(id, [orderOf(1, at(11, 10))]);
    expect(evidence(report, 'orders-placed')?.[0]).toBe(1);
    // 2022's and 抖店's rates of paid orders: nothing refunded of one order; the payment time is a stand-in.
    const told = report.indicators.filter((each) => each.value !== undefined);
    for (const each of told) {
      expect([each.id, each.value, each.den]).toEqual([each.id, 0, 1]);
      expect(['proxy', 'estimate']).toContain(each.provenance);
    }
  });

  it('orders alone, the after-sale list never opened: nothing that refunds decide has a rate', () => {
    const orders = [1, 2, 3].map((no) =>
      orderOf(no, at(11, no, 10), { paidMs: at(11, no, 10), finishedMs: at(11, no + 3, 10) }),
    );
    const report = reportOf(id, orders, { read: ['orders'] });
    for (const each of report.indicators.filter((one) => /return|refund|feedback/.test(one.id)))
      expect(indicator(report, each.id)).toMatchObject(MISSING);
    expect(evidence(report, 'aftersale-tickets')).toEqual([undefined, true, 'missing']);
  });

  it('unpaid and closed orders alone: nothing counts, and nothing is divided by zero', () => {
    const closed = { taobao: '交易关闭', pinduoduo: '已取消' }[getPack(id).platform] ?? '已关闭';
    const report = reportOf(id, [
      orderOf(1, at(11, 1), { status: closed }),
      orderOf(2, at(11, 2), { status: closed }),
    ]);
    for (const each of report.indicators) {
      expect(indicator(report, each.id)).toMatchObject({ ...MISSING, num: undefined });
    }
  });
});

/** Each waits a different number of hours, so that the sum tells which were counted: 1, 2, 4, 8. */
describe.each([
  // Audit of 抖店: to the agreement, dated by the refund.
  ['doudian-2026-09', 'aftersale-audit-hours', [at(10, 23), at(11, 22)]],
  ['taobao-real-2026-03', 'refund-hours', [at(10, 22), at(11, 21)]],
  ['pdd-navigator', 'transit-refund-hours', [at(10, 22), at(11, 21)]],
  ['pdd-service-experience', 'transit-refund-hours', [at(10, 23), at(11, 22)]],
] as const)('%s: the window of %s', (packId, id, [fromMs, toMs]) => {
  const type = packId.startsWith('doudian') ? '已发货仅退款' : '仅退款';
  const ends = [fromMs - 1_000, fromMs, toMs - 1_000, toMs];
  const records = ends.flatMap((refundedMs, no) => {
    const waitMs = 2 ** no * HOUR_MS;
    // 抖店's clock stands still from 23:00 to 08:00: its waits begin at noon of the day before.
    const isAudit = packId.startsWith('doudian');
    const appliedMs = isAudit ? at(10, 10 + no, 9) : refundedMs - waitMs;
    const agreedMs = isAudit ? appliedMs + waitMs : refundedMs;
    const paid = { paidMs: at(10, 1), parcels: [{ parcelId: `SF${no}`, signedMs: NOW }] };
    return [
      orderOf(no, at(10, 1), { ...paid, status: '已发货' }),
      ticketOf(no, appliedMs, { type, status: '退款成功', agreedMs, refundedMs }),
    ];
  });

  it('holds the first second of its first day and the last of its last, and neither neighbour', () => {
    expect(indicator(reportOf(packId, records), id)).toMatchObject({
      num: (2 + 4) * 3_600,
      den: 2,
      value: 3,
      provenance: 'exact',
    });
  });
});

describe('one detail page opened of three', () => {
  const placed = (no: number) => at(11, no, 10);
  const signed = {
    finishedMs: at(11, 4, 10),
    parcels: [{ parcelId: 'SF1', signedMs: at(11, 4, 10) }],
  };

  it.each([
    ['taobao-real-2025-06', 'first-quality-return-rate', '交易成功'],
    ['pdd-navigator', 'group-to-sign-days', '已收货'],
    ['pdd-navigator', 'group-to-sign-days', '已发货，待收货'],
  ])(
    '%s: %s is no rate of the one, for the others (%s) may have been signed too',
    (pack, id, status) => {
      const orders = [1, 2, 3].map((no) =>
        orderOf(no, placed(no), { paidMs: placed(no), status, ...(no === 1 ? signed : {}) }),
      );
      expect(indicator(reportOf(pack, orders), id)).toMatchObject(MISSING);
    },
  );

  it.each([
    ['taobao-real-2025-06', 'first-quality-return-rate', '买家已付款'],
    ['pdd-navigator', 'group-to-sign-days', '待发货'],
  ])(
    '%s: %s needs nothing of orders that still wait to be shipped today (%s)',
    (pack, id, status) => {
      const orders = [1, 2, 3].map((no) =>
        orderOf(no, placed(no), { paidMs: placed(no), ...(no === 1 ? signed : { status }) }),
      );
      expect(indicator(reportOf(pack, orders), id)).toMatchObject({ den: 1, provenance: 'exact' });
      // Seen so ten days ago, inside the window: what came of them since is unknown.
      const long = { seenMs: at(11, 12) };
      expect(indicator(reportOf(pack, orders, long), id)).toMatchObject(MISSING);
    },
  );

  it.each([
    ['doudian-2026-09', 'aftersale-audit-hours', '已发货仅退款'],
    ['taobao-real-2026-03', 'refund-hours', '仅退款'],
    ['pdd-navigator', 'transit-refund-hours', '仅退款'],
  ])('%s: %s is no mean of the one refund whose end is known', (pack, id, type) => {
    const refund = { type, status: '退款成功', agreedMs: at(11, 2, 12), refundedMs: at(11, 2, 12) };
    const rest = { type, status: '退款成功' };
    const orders = [1, 2, 3].map((no) => orderOf(no, placed(no), { status: '已发货' }));
    const tickets = (other: object) =>
      [1, 2, 3].map((no) => ticketOf(no, at(11, no, 12), no === 1 ? refund : other));
    expect(indicator(reportOf(pack, [...orders, ...tickets(rest)]), id)).toMatchObject(MISSING);
    // A state that cannot be read: it may have been refunded.
    expect(indicator(reportOf(pack, [...orders, ...tickets({ type })]), id)).toMatchObject(MISSING);
    // Still open today: not refunded on any day of the window.
    const open = { type, status: '待商家处理' };
    expect(indicator(reportOf(pack, [...orders, ...tickets(open)]), id).value).toBe(24);
  });
});

/** Facts of one case: [num, den] where known, "unknown", or nothing at all. */
const factOf = (packId: string, measureId: string, ...records: CaseRecord[]) => {
  const pack = getPack(packId);
  const compiled = compilePack(pack, wordsOf[pack.platform] ?? {});
  const found = casesOf(packId, records)
    .flatMap(compiled.facts)
    .find((each) => each.measureId === measureId);
  return found && (found.unknown ? 'unknown' : [found.num, found.den, found.quality]);
};
const TAOBAO = 'taobao-real-2026-03';
const NAVIGATOR = 'pdd-navigator';
const HOURS_5 = 5 * 3_600;
const applied = at(11, 10, 9);
const ended = at(11, 10, 14);

describe('千牛 退款处理时长 (help pages: unshipped refunds, exchanges and withdrawals are out; a refusal counts to itself)', () => {
  const hours = (more: object, order: object = { status: '卖家已发货' }) =>
    factOf(
      TAOBAO,
      'refund-hours',
      orderOf(1, at(11, 1), order),
      ticketOf(1, applied, { type: '仅退款', status: '退款成功', closedMs: ended, ...more }),
    );
  it.each<[string, object, unknown]>([
    ['a refund of five hours', {}, [HOURS_5, 1, 'exact']],
    ['未发货退款 by its type', { type: '未发货退款' }, undefined],
    ['未发货 by its goods', { shipStatus: '未发货' }, undefined],
    ['换货', { type: '换货', status: '换货成功' }, undefined],
    ['关闭: refused at an instant unknown, or withdrawn', { status: '退款关闭' }, 'unknown'],
    ['opened again after a closing', { status: '待商家处理' }, 'unknown'],
    ['ended before it began', { closedMs: applied - 1 }, 'unknown'],
    ['the platform stepped in', { arbitration: '客服处理完成' }, [HOURS_5, 1, 'estimate']],
    ['the platform did not', { arbitration: '不需客服介入' }, [HOURS_5, 1, 'exact']],
    ['a return whose second wait is unknown', { type: '退货退款', agreedMs: ended }, 'unknown'],
    [
      'a return: 2 h to agree, its transit out, 3 h from signing',
      {
        type: '退货退款',
        agreedMs: applied + 2 * HOUR_MS,
        returnSignedMs: at(11, 14, 9),
        closedMs: at(11, 14, 12),
      },
      [HOURS_5, 1, 'exact'],
    ],
  ])('%s', (_, more, expected) => {
    expect(hours(more)).toEqual(expected);
  });
});

describe('拼多多 退款时长', () => {
  const of = (id: string, more: object, order: object = {}) =>
    factOf(
      NAVIGATOR,
      id,
      orderOf(1, at(11, 1), { status: '已发货，待收货', ...order }),
      ticketOf(1, applied, { type: '仅退款', status: '退款成功', refundedMs: ended, ...more }),
    );
  const transit = (more: object, order: object = {}) => of('transit-refund-hours', more, order);
  it('在途: five hours, an estimate while no one says that the parcel was unsigned', () => {
    expect(transit({})).toEqual([HOURS_5, 1, 'estimate']);
  });
  it('在途: signed before the application it is not in transit, by the carrier or by receipt', () => {
    const signedMs = applied;
    expect(transit({}, { parcels: [{ parcelId: 'YT1', signedMs }] })).toBeUndefined();
    expect(transit({}, { finishedMs: signedMs })).toBeUndefined();
    const later = { parcels: [{ parcelId: 'YT1', signedMs: applied + 1 }] };
    expect(transit({}, later)).toEqual([HOURS_5, 1, 'exact']);
  });
  it('withdrawn: no refund, so no time of one; 换货 and 退货 are not in transit', () => {
    const withdrawn = { status: '买家已撤销', refundedMs: undefined, closedMs: ended };
    expect(transit(withdrawn)).toBeUndefined();
    expect(transit({ type: '换货' })).toBeUndefined();
    expect(transit({ type: '退货退款' })).toBeUndefined();
  });
  it('退货: from the signing of the return alone; withdrawn it has none', () => {
    const back = { type: '退货退款', returnSignedMs: ended - HOUR_MS };
    const waited = (more: object) => of('return-signed-refund-hours', { ...back, ...more });
    expect(waited({})).toEqual([3_600, 1, 'exact']);
    expect(waited({ returnSignedMs: undefined })).toBe('unknown');
    expect(waited({ status: '买家已撤销', refundedMs: undefined })).toBeUndefined();
  });
  it('成团-签收: an order refunded before shipping is never signed, as its state or its ticket says', () => {
    const days = (status: string, shipStatus: string) =>
      of('group-to-sign-days', { shipStatus }, { status });
    expect(days('未发货，退款成功', '已发货')).toBeUndefined();
    expect(days('已取消', '未发货')).toBeUndefined();
    expect(days('已取消', '已发货')).toBe('unknown');
  });
});

describe('千牛: several tickets on one order, and what comes before shipping', () => {
  const signed = { status: '交易成功', parcels: [{ parcelId: 'SF1', signedMs: at(11, 5) }] };
  const exchange = (no: number, ms: number) => ({
    ...ticketOf(1, ms, { type: '换货', reason: '质量问题', status: '换货成功' }),
    ticketId: `x${no}`,
  });
  const refund = (no: number, ms: number, reason: string) => ({
    ...ticketOf(1, ms, { type: '仅退款', reason, status: '退款成功' }),
    ticketId: `r${no}`,
  });
  const negative = (...tickets: CaseRecord[]) =>
    factOf(TAOBAO, 'negative-feedback-rate', orderOf(1, at(11, 1), signed), ...tickets);

  it('the first refund decides, once; an exchange is none, whatever its reason', () => {
    expect(negative()).toEqual([0, 1, 'exact']);
    const [early, late] = [at(11, 6), at(11, 8)];
    expect(negative(refund(1, early, '质量问题'), refund(2, late, '不想要了'))).toEqual([
      1,
      1,
      'exact',
    ]);
    expect(negative(refund(1, early, '不想要了'), refund(2, late, '质量问题'))).toEqual([
      0,
      1,
      'exact',
    ]);
    expect(negative(exchange(1, early))).toEqual([0, 1, 'exact']);
    expect(negative(exchange(1, early), refund(2, late, '质量问题'))).toEqual([1, 1, 'exact']);
  });

  it('closed after a refund before shipping, an order is not signed, nor waits for it', () => {
    const unshipped = ticketOf(1, at(11, 2), { type: '未发货退款', status: '退款成功' });
    const closed = orderOf(1, at(11, 1), { status: '交易关闭', paidMs: at(11, 1) });
    for (const id of ['negative-feedback-rate', 'arrival-hours', 'pickup-48h-rate'])
      expect([id, factOf(TAOBAO, id, closed, unshipped)]).toEqual([id, undefined]);
    // Refunded at a time that may have been after shipping: unknown.
    const refunded = ticketOf(1, at(11, 2), { type: '仅退款', status: '退款成功' });
    expect(factOf(TAOBAO, 'negative-feedback-rate', closed, refunded)).toBe('unknown');
  });

  it('48 小时揽收: late while it waits after them, unless the refund was asked for first', () => {
    const waits = orderOf(1, at(11, 18), { status: '买家已付款', paidMs: at(11, 18) });
    expect(factOf(TAOBAO, 'pickup-48h-rate', waits)).toEqual([0, 1, 'proxy']);
    const asked = ticketOf(1, at(11, 19), { type: '仅退款', status: '待商家处理' });
    expect(factOf(TAOBAO, 'pickup-48h-rate', waits, asked)).toBeUndefined();
  });
});

describe('抖店 2021: an end that the state does not confirm', () => {
  const of = (status: string) =>
    factOf(
      'doudian-2021',
      'refund-only-hours-2021',
      orderOf(1, at(11, 1), { status: '已发货', tags: [], paidFen: 9_900 }),
      ticketOf(1, applied, { type: '已发货仅退款', status, agreedMs: ended, closedMs: ended }),
    );
  it('is none: the ticket was opened again', () => {
    expect(of('退款成功')).toEqual([HOURS_5, 1, 'exact']);
    expect(of('待商家处理')).toBe('unknown');
  });
});

describe('the ends of a scale are numbers like others', () => {
  const official = (packId: string, total: number): Report => {
    const dimensions = Object.fromEntries(
      getPack(packId).dimensions.map(({ id, min }) => [id, { score: Math.max(min, total) }]),
    );
    const day = beijingDay(NOW);
    const seen = { kind: 'score', state: 'scored', seenMs: NOW, indicators: {} } as const;
    return reportOf(packId, [], {
      snapshots: [{ ...seen, day, packId, total, dimensions } as ScoreSnapshot],
    });
  };
  it.each([
    // Consumers see 3.0 at the bottom and 5.0 from 97 on.
    ['doudian-2026-09', 0, 3],
    ['doudian-2026-09', 50, 3],
    ['doudian-2026-09', 100, 5],
    ['taobao-real-2026-03', 3, undefined],
    ['taobao-real-2026-03', 5, undefined],
    ['pdd-service-experience', 0, undefined],
    ['pdd-service-experience', 5, undefined],
  ])('%s at %d', (packId, total, display) => {
    const report = official(packId, total);
    expect([report.total?.official, report.total?.provenance]).toEqual([total, 'page']);
    if (display === undefined) expect(report.total?.display).toBeUndefined();
    else expect(report.total?.display).toBeCloseTo(display, 9);
    const { scale } = getPack(packId);
    if (total !== scale.max) return;
    // Full marks: nothing is lost, and nothing drags.
    for (const each of report.dimensions) expect(each.pointsLost ?? 0).toBe(0);
    expect(['nothing-stands-out', 'no-data', 'parts-unknown']).toContain(report.drag.why);
  });
});
