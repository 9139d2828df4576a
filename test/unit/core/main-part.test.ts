/** 主要是…: what most bad units share, worked by hand. */
import { describe, expect, it } from 'vitest';
import { withMainParts } from '../../../src/core/main-part';
import type { IndicatorReport, Offender } from '../../../src/core/report-types';
import { createTallySums } from '../../../src/core/tally-sums';
import { findDay } from '../../../src/core/time';
import { doudian } from '../../../src/platforms/doudian';

const pack = doudian.packs.find((each) => each.id === 'doudian-2026-09');
if (!pack) throw new Error('no pack');
/** A Monday. */
const MONDAY = findDay('2026-11-02') ?? 0;
const SATURDAY = MONDAY + 5;
const SUNDAY = MONDAY + 6;

function offender(orderId: number, over: Partial<Offender> = {}): Offender {
  return {
    orderId: String(orderId),
    unitId: '',
    indicator: 'pickup-hours',
    day: MONDAY + 9,
    num: 1,
    shareProvenance: 'estimate',
    leavesOn: '2026-12-10',
    ...over,
  };
}

const placedOn = (...days: number[]): Offender[] =>
  days.map((placedDay, i) => offender(i, { placedDay }));

/** @param placed orders placed on each of the seven days from Monday on */
function mainly(offenders: Offender[], placed: number[] = []) {
  const tallies = placed.map((count, i) => ({
    day: MONDAY + i,
    cells: { [pack?.listCounts.orders ?? '']: [count, count, count, 0, 0, 0] as never },
  }));
  const indicators = [{ id: 'pickup-hours' } as IndicatorReport];
  const context = { pack: pack as never, sums: createTallySums(tallies) };
  return withMainParts(context, indicators, offenders)[0]?.mainly;
}

describe('what most of the orders have in common', () => {
  it('is the weekend: four of five, where a weekend has two days of seven', () => {
    const five = placedOn(SATURDAY, SATURDAY, SUNDAY, SUNDAY, MONDAY);
    expect(mainly(five)).toEqual({ by: 'weekend', count: 4, of: 5 });
  });

  it('is not the weekend when that is when people buy: 80 of 100 orders', () => {
    const five = placedOn(SATURDAY, SATURDAY, SUNDAY, SUNDAY, MONDAY);
    expect(mainly(five, [4, 4, 4, 4, 4, 40, 40])).toBeUndefined();
    // Of the same days, a weekend with 20 of 100 orders.
    expect(mainly(five, [16, 16, 16, 16, 16, 10, 10])).toMatchObject({ by: 'weekend' });
  });

  it('is not two orders, nor fewer than half, nor days nobody knows', () => {
    expect(mainly(placedOn(SATURDAY, SUNDAY))).toBeUndefined();
    expect(mainly(placedOn(SATURDAY, SUNDAY, SUNDAY))).toMatchObject({ count: 3, of: 3 });
    const week = [0, 1, 2, 3].map((day) => MONDAY + day);
    expect(mainly(placedOn(SATURDAY, SATURDAY, SUNDAY, ...week))).toBeUndefined();
    const unknown = [11, 12, 13, 14].map((id) => offender(id));
    expect(mainly([...placedOn(SATURDAY, SATURDAY, SUNDAY), ...unknown])).toBeUndefined();
  });

  it('is a weekday never', () => {
    expect(mainly(placedOn(...[0, 0, 0, 1, 4, 4].map((day) => MONDAY + day)))).toBeUndefined();
  });

  it('is the reason first: of two orders and two fifths', () => {
    const because = (...reasons: (string | undefined)[]) =>
      reasons.map((reason, i) => offender(i, { placedDay: SATURDAY, reason }));
    expect(mainly(because('破损', '破损', '色差', '色差', undefined))).toEqual({
      by: 'reason',
      key: '破损',
      count: 2,
      of: 5,
    });
    expect(mainly(because('破损', '色差', '少件', '错发', undefined))).toMatchObject({
      by: 'weekend',
      count: 5,
    });
    const six = because('破损', '破损', '色差', '少件', '错发', '污渍');
    expect(mainly(six.map((each) => ({ ...each, placedDay: MONDAY })))).toBeUndefined();
  });

  it('is said of the indicator it belongs to alone', () => {
    const others = placedOn(SATURDAY, SATURDAY, SUNDAY).map((each) => ({
      ...each,
      indicator: 'product-rating',
    }));
    expect(mainly(others)).toBeUndefined();
  });
});
