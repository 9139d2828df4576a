import { afterEach, describe, expect, it } from 'vitest';
import { shiftToOpening } from '../../../src/core/clock';
import {
  beijingDay,
  beijingMs,
  findDay,
  formatDay,
  formatMinute,
  msOfDay,
} from '../../../src/core/time';
import { leavesOn, windowDays } from '../../../src/core/window';

const MONTH: [number, number] = [30, 1];
const shown = (nowMs: number): [string, string] => {
  const { dayFrom, dayTo } = windowDays(MONTH, nowMs);
  return [formatDay(dayFrom), formatDay(dayTo)];
};

describe('windowDays', () => {
  it('ends with the last complete Beijing day and turns over at Beijing midnight', () => {
    expect(shown(beijingMs(2026, 11, 22, 12))).toEqual(['2026-10-23', '2026-11-21']);
    expect(shown(beijingMs(2026, 11, 22) - 1)).toEqual(['2026-10-22', '2026-11-20']);
    expect(shown(beijingMs(2026, 11, 22))).toEqual(['2026-10-23', '2026-11-21']);
  });

  it('crosses the ends of months and years, and the leap day', () => {
    expect(shown(beijingMs(2027, 1, 1, 9))).toEqual(['2026-12-02', '2026-12-31']);
    expect(shown(beijingMs(2027, 3, 1, 9))).toEqual(['2027-01-30', '2027-02-28']);
    expect(shown(beijingMs(2028, 3, 1, 9))).toEqual(['2028-01-31', '2028-02-29']);
    expect(shown(beijingMs(2028, 3, 30, 9))).toEqual(['2028-02-29', '2028-03-29']);
  });

  it('as instants is exactly those days', () => {
    const { fromMs, toMs } = windowDays(MONTH, beijingMs(2026, 11, 22, 12));
    expect(fromMs).toBe(beijingMs(2026, 10, 23));
    expect(toMs).toBe(beijingMs(2026, 11, 22));
  });

  it('may stand further back', () => {
    const { dayFrom, dayTo } = windowDays([104, 15], beijingMs(2026, 11, 22, 12));
    expect([formatDay(dayFrom), formatDay(dayTo)]).toEqual(['2026-08-10', '2026-11-07']);
  });

  it('lets go of a day after the length of the window', () => {
    const day = findDay('2026-10-23') ?? 0;
    const leaves = leavesOn(day, MONTH);
    expect(formatDay(leaves)).toBe('2026-11-22');
    const nowMs = beijingMs(2026, 11, 23, 12);
    expect(formatDay(leaves)).toBe(shown(nowMs)[1]);
    expect(windowDays(MONTH, nowMs).dayFrom).toBeGreaterThan(day);
  });
});

/** The same arithmetic on machines set to other zones, one with daylight saving. */
describe('whatever the machine says', () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  const instants = [
    beijingMs(2026, 11, 22),
    beijingMs(2026, 11, 22) - 1,
    beijingMs(2026, 3, 8, 2, 30),
    beijingMs(2028, 3, 1, 23, 59, 59),
  ];
  const all = (): unknown =>
    instants.map((nowMs) => [
      shown(nowMs),
      beijingDay(nowMs),
      msOfDay(nowMs),
      formatMinute(shiftToOpening(nowMs, { openMinute: 360, closeMinute: 1080 })),
    ]);

  it.each([
    ['UTC', 0],
    ['America/New_York', 300],
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
  ])('windows, days and clocks are Beijing’s in %s', (zone, offsetMinutes) => {
    process.env.TZ = 'Asia/Shanghai';
    const expected = all();
    process.env.TZ = zone;
    expect(new Date(2026, 0, 15).getTimezoneOffset()).toBe(offsetMinutes);
    expect(all()).toEqual(expected);
    expect(shown(instants[0] ?? 0)).toEqual(['2026-10-23', '2026-11-21']);
  });
});
