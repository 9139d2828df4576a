import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TallyRow } from '../../../src/core/measure';
import { measureSides } from '../../../src/core/measure-sides';
import type { Coverage, OffenderRef, Report, ReportInput } from '../../../src/core/report-types';
import { dayStartMs, formatDay } from '../../../src/core/time';
import { pack202609 as pack } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { AS_OF, cell, readTo, report, row, SOUND, snapshot, TODAY } from './report-fixture';

const indicator = (of: Report, id: string) => of.indicators.find((each) => each.id === id);
const evidence = (of: Report, id: string) => of.evidence.find((each) => each.id === id);

/** Ten orders a day over the window, three damaged; quality tickets by application day. */
const tallies: TallyRow[] = Array.from({ length: 30 }, (_, i) => {
  const day = AS_OF - i;
  const damaged = i < 3 ? 1 : 0;
  return row(day, {
    'orders-placed': cell(10, 10),
    'damage-return-rate': cell(damaged, 10, { proxied: 10 }),
    'aftersale-tickets': cell(2, 2),
    'quality-reason-tickets': cell(i < 5 ? 1 : 0, 2),
    'damage-reason-tickets': cell(damaged, 2),
    'open-audit-tickets': cell(0, 2),
  });
});
const page = snapshot(
  { product: 80, logistics: 90, service: 95 },
  { total: 88 },
  {
    ...SOUND,
    'quality-return-rate': 0.012,
    'damage-return-rate': 0.012,
  },
);
const whole = readTo(dayStartMs(TODAY) + 3_600_000);
const withLists = (more: Partial<ReportInput> = {}): Report =>
  report({ tallies, snapshots: [page], coverage: whole, ...more });

describe('an own rate needs its denominator', () => {
  it('is given, with what it stands on, when the lists were read', () => {
    expect(indicator(withLists(), 'damage-return-rate')).toMatchObject({
      value: 0.012,
      provenance: 'page',
      num: 3,
      den: 300,
      numProvenance: 'proxy',
      denProvenance: 'proxy',
      ownValue: 0.01,
      windowFrom: '2026-10-23',
      windowTo: '2026-11-21',
      offenders: 3,
    });
  });

  it('is not given below 98 % of the window: only what was seen so far', () => {
    const from = dayStartMs(AS_OF - 28);
    const part = { ...whole, orders: { intervals: [[from, whole.orders.intervals[0]?.[1] ?? 0]] } };
    const of = indicator(
      withLists({ coverage: part as ReportInput['coverage'] }),
      'damage-return-rate',
    );
    expect(of).toMatchObject({ num: 3, numProvenance: 'missing', denProvenance: 'missing' });
    expect(of).not.toHaveProperty('den');
    expect(of).not.toHaveProperty('ownValue');
  });

  it('is not given for a biased sample: a month of after-sales over twenty orders', () => {
    const coverage = { ...whole, orders: { intervals: [] } };
    const few = tallies.map((each, i) =>
      i < 2
        ? each
        : row(each.day, { 'aftersale-tickets': cell(2, 2), 'quality-reason-tickets': cell(1, 2) }),
    );
    const of = withLists({ coverage, tallies: few, snapshots: [] });
    for (const each of of.indicators) {
      expect(each).not.toHaveProperty('ownValue');
      expect(each).not.toHaveProperty('value');
      expect(each).not.toHaveProperty('pointsLost');
    }
    expect(of.drag).toEqual({ provenance: 'missing', why: 'no-data' });
    expect(of.notes).toContain('partial-orders');
    expect(of.notes).not.toContain('partial-aftersales');
  });

  it('between 98 % and all is an estimate', () => {
    const end = dayStartMs(TODAY) - 6 * 3_600_000;
    const of = indicator(withLists({ coverage: readTo(end) }), 'damage-return-rate');
    expect(of).toMatchObject({ ownValue: 0.01, numProvenance: 'estimate' });
  });

  it('is not given while one unit of the window, or of the days before, is unknown', () => {
    for (const day of [AS_OF, AS_OF - 31]) {
      const more = [...tallies, row(day, { 'damage-return-rate': cell(0, 0, { unknown: 1 }) })];
      expect(indicator(withLists({ tallies: more }), 'damage-return-rate')).not.toHaveProperty(
        'ownValue',
      );
    }
  });

  it('becomes the value when the page prints none, with its own provenance', () => {
    const { 'damage-return-rate': _printed, ...rest } = page.indicators;
    const of = withLists({ snapshots: [{ ...page, indicators: rest }] });
    expect(indicator(of, 'damage-return-rate')).toMatchObject({
      value: 0.01,
      provenance: 'proxy',
      pointsProvenance: 'estimate',
    });
  });

  it('is compared with the page over the page’s own days', () => {
    const yesterday = { ...page, day: TODAY - 1 };
    const of = indicator(withLists({ snapshots: [yesterday] }), 'damage-return-rate');
    expect(of?.compared).toMatchObject({ asOf: formatDay(AS_OF - 1), official: 0.012 });
    // One day less: 2 damaged of 290 orders; the day before the first was not tallied.
    expect(of?.compared?.ours).toBeCloseTo(2 / 290, 12);
  });

  it('of chats needs every day', () => {
    const days = (count: number): TallyRow[] =>
      Array.from({ length: count }, (_, i) =>
        row(AS_OF - i, { 'chat-response-seconds': cell(120, 10, { known: 1 }) }),
      );
    const own = (count: number) =>
      indicator(report({ tallies: days(count) }), 'chat-response-seconds')?.ownValue;
    expect(own(30)).toBe(12);
    expect(own(29)).toBeUndefined();
  });
});

describe('a better numerator', () => {
  it('never lowers the points, with day and denominator fixed (DESIGN §8.3)', () => {
    const { 'damage-return-rate': _printed, ...rest } = page.indicators;
    const points = (num: number, den: number): number =>
      indicator(
        withLists({
          snapshots: [{ ...page, indicators: rest }],
          tallies: [row(AS_OF, { 'damage-return-rate': cell(num, den) })],
        }),
        'damage-return-rate',
      )?.points ?? Number.NaN;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(), fc.nat(), (den, a, b) => {
        const [better, worse] = [a % (den + 1), b % (den + 1)].sort((x, y) => x - y);
        expect(points(better ?? 0, den)).toBeGreaterThanOrEqual(points(worse ?? 0, den));
      }),
    );
  });
});

describe('evidence', () => {
  it('is exact when its list was read over the whole window', () => {
    expect(evidence(withLists(), 'quality-reason-tickets')).toEqual({
      id: 'quality-reason-tickets',
      indicator: 'quality-return-rate',
      num: 5,
      atLeast: false,
      windowFrom: '2026-10-23',
      windowTo: '2026-11-21',
      provenance: 'exact',
      coverage: { side: 'aftersales', seen: 60, expected: 60, ratio: 1, from: '2026-10-23' },
    });
    expect(evidence(withLists(), 'orders-placed')).toMatchObject({ num: 300, provenance: 'exact' });
  });

  it('is a lower bound, and missing as a total, while the list was read in part', () => {
    const coverage = readTo(dayStartMs(TODAY) - 3_600_000);
    expect(evidence(withLists({ coverage }), 'quality-reason-tickets')).toMatchObject({
      num: 5,
      atLeast: true,
      provenance: 'missing',
    });
  });

  it('is no number before its list was ever read', () => {
    const of = evidence(report({ snapshots: [page] }), 'quality-reason-tickets');
    expect(of).toMatchObject({ atLeast: true, provenance: 'missing' });
    expect(of).not.toHaveProperty('num');
  });

  it('is as good as its units, and a lower bound beside an unknown one', () => {
    const day = (units: object): TallyRow[] => [
      row(AS_OF, { 'quality-reason-tickets': cell(1, 3, units) }),
    ];
    const of = (units: object) =>
      evidence(withLists({ tallies: day(units) }), 'quality-reason-tickets');
    expect(of({ estimated: 1 })).toMatchObject({ num: 1, provenance: 'estimate', atLeast: false });
    expect(of({ unknown: 1 })).toMatchObject({ num: 1, provenance: 'missing', atLeast: true });
  });
});

describe('offenders', () => {
  const ref = (more: Partial<OffenderRef>): OffenderRef => ({
    orderId: '1',
    unitId: 't',
    measureId: 'quality-reason-tickets',
    day: AS_OF,
    num: 1,
    den: 1,
    ...more,
  });
  const five = Array.from({ length: 5 }, (_, i) => ref({ orderId: String(i), day: AS_OF - i }));

  it('share the whole loss of their indicator', () => {
    const of = withLists({ offenders: five });
    const quality = indicator(of, 'quality-return-rate');
    expect(quality?.behind).toMatchObject({ measureId: 'quality-reason-tickets', badness: 5 });
    const total = of.offenders.reduce((sum, each) => sum + (each.share ?? 0), 0);
    expect(total).toBeCloseTo(quality?.pointsLost ?? Number.NaN, 9);
    expect(of.offenders[0]).toMatchObject({
      indicator: 'quality-return-rate',
      orderId: '0',
      shareProvenance: 'estimate',
      leavesOn: '2026-12-21',
    });
    expect(of.offenders.map((each) => each.orderId)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('have no share while their list was read in part', () => {
    const coverage = readTo(dayStartMs(TODAY) - 3_600_000);
    const of = withLists({ offenders: five, coverage });
    expect(of.offenders).toHaveLength(5);
    for (const each of of.offenders) {
      expect(each).not.toHaveProperty('share');
      expect(each.shareProvenance).toBe('missing');
    }
  });

  it('are listed only while they are in the window, once an indicator', () => {
    const out = [ref({ day: AS_OF - 30 }), ref({ day: TODAY }), ref({ measureId: 'nobody' })];
    const twice = ref({ measureId: 'quality-return-rate' });
    const of = withLists({ offenders: [...out, twice, ...five] });
    expect(of.offenders.map((each) => each.orderId)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('stand under the costliest indicator first', () => {
    const damage = ref({ orderId: 'd', measureId: 'damage-return-rate' });
    const of = withLists({ offenders: [damage, ...five] });
    const losses = of.offenders.map((each) => indicator(of, each.indicator)?.pointsLost ?? 0);
    expect([...losses].sort((a, b) => b - a)).toEqual(losses);
    expect(of.offenders).toHaveLength(6);
  });

  it('where high is better, weigh by what they lack', () => {
    const lateDay = row(AS_OF, { 'delivery-on-time-rate': cell(18, 20) });
    const late = {
      ...page,
      indicators: { ...page.indicators, 'delivery-on-time-rate': { value: 0.8, text: '' } },
    };
    const of = report({ tallies: [lateDay], snapshots: [late], coverage: whole });
    expect(indicator(of, 'delivery-on-time-rate')).toMatchObject({
      behind: { measureId: 'delivery-on-time-rate', badness: 2 },
      offenders: 2,
    });
  });
});

describe('coverage in the report', () => {
  it('tells both lists apart', () => {
    const sides = (of: Report): Coverage[] => of.coverage;
    expect(sides(withLists())).toEqual([
      { side: 'orders', seen: 300, expected: 300, ratio: 1, from: '2026-10-23' },
      { side: 'aftersales', seen: 60, expected: 60, ratio: 1, from: '2026-10-23' },
    ]);
    expect(sides(report())).toEqual([
      { side: 'orders', seen: 0, from: '2026-10-23' },
      { side: 'aftersales', seen: 0, from: '2026-10-23' },
    ]);
  });

  it('asks of every measure the lists that decide it', () => {
    const sides = Object.fromEntries(pack.measures.map((each) => [each.id, measureSides(each)]));
    expect(sides).toEqual({
      'product-rating': ['aftersales', 'orders', 'reviews'],
      'quality-return-rate': ['aftersales', 'orders'],
      'pickup-hours': ['aftersales', 'orders'],
      'delivery-on-time-rate': ['aftersales', 'orders', 'parcels'],
      'damage-return-rate': ['aftersales', 'orders'],
      'chat-response-seconds': ['chat'],
      'chat-unsatisfied-rate': ['chat'],
      'aftersale-audit-hours': ['aftersales', 'orders'],
      'orders-placed': ['orders'],
      'aftersale-tickets': ['aftersales'],
      'quality-reason-tickets': ['aftersales'],
      'damage-reason-tickets': ['aftersales'],
      'arbitration-tickets': ['aftersales'],
      'open-audit-tickets': ['aftersales'],
      'unshipped-day-orders': ['aftersales', 'orders'],
    });
  });
});

describe('a count of open states', () => {
  const id = 'open-audit-tickets';
  /** Of three open tickets applied for on one day, two were seen today or yesterday, one before. */
  const open: TallyRow[] = tallies.map((each) =>
    each.day !== AS_OF - 8
      ? each
      : {
          ...each,
          cells: { ...each.cells, [id]: cell(3, 3) },
          buckets: { [id]: { [TODAY]: 1, [TODAY - 1]: 1, [TODAY - 2]: 1 } },
        },
  );
  const ref = (n: number, seenDay: number): OffenderRef => ({
    orderId: `o${n}`,
    unitId: `t${n}`,
    measureId: id,
    day: AS_OF - 8,
    num: 1,
    den: 1,
    seenDay,
  });

  it('leaves out what nobody saw for two days, and then is a lower bound', () => {
    expect(evidence(withLists({ tallies: open }), id)).toMatchObject({
      num: 2,
      atLeast: true,
      provenance: 'missing',
    });
    const fresh = open.map((each) =>
      each.buckets ? { ...each, buckets: { [id]: { [TODAY]: 3 } } } : each,
    );
    expect(evidence(withLists({ tallies: fresh }), id)).toMatchObject({
      num: 3,
      atLeast: false,
      provenance: 'exact',
    });
  });

  it('lists only those, and counts only those as standing behind the indicator', () => {
    const offenders = [ref(1, TODAY), ref(2, TODAY - 1), ref(3, TODAY - 2)];
    const of = withLists({ tallies: open, offenders });
    expect(indicator(of, 'aftersale-audit-hours')).toMatchObject({
      offenders: 2,
      behind: { measureId: id, badness: 2 },
    });
    expect(of.offenders.filter((each) => each.indicator === 'aftersale-audit-hours')).toMatchObject(
      [{ orderId: 'o1' }, { orderId: 'o2' }],
    );
  });
});
