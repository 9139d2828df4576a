import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessLine, linesFor, nearestLine } from '../../../src/core/advice-lines';
import { findStat, monthEndDay } from '../../../src/core/advice-stats';
import type { DayValue, EligibilityLine, LineStat } from '../../../src/core/advice-types';
import { findDay, formatDay } from '../../../src/core/time';

const day = (text: string): number => findDay(text) as number;
const TODAY = day('2026-11-22');

const line = (over: Partial<EligibilityLine> = {}): EligibilityLine => ({
  id: 'line',
  platform: 'p',
  use: 'campaign',
  metric: 'total',
  stat: 'now',
  threshold: 70,
  direction: 'at-least',
  source: 'a rule',
  confidence: 'H',
  date: '2026-08',
  effectKey: 'line.campaign',
  ...over,
});

/** The last `values.length` days up to `end`, oldest first. */
const days = (values: number[], end = TODAY): DayValue[] =>
  values.map((value, i) => ({ day: end - values.length + 1 + i, value }));
const fill = (length: number, value: number): number[] => Array<number>(length).fill(value);

describe('findStat', () => {
  it('takes the day, the means and the best of the days that decide', () => {
    const series = days([...fill(23, 60), 71, 72, 73, 74, 75, 76, 77]);
    const stat = (name: LineStat) => findStat(series, name, 'at-least', TODAY)?.value;
    expect(stat('now')).toBe(77);
    expect(stat('mean-7')).toBe(74);
    expect(stat('mean-30')).toBeCloseTo((23 * 60 + 7 * 74) / 30, 10);
    expect(stat('every-day-14')).toBe(77);
    expect(findStat(series, 'every-day-14', 'at-most', TODAY)?.value).toBe(60);
  });

  it('says so when days are missing, and says nothing when most are', () => {
    const four = days([70, 70, 70, 70]);
    expect(findStat(four, 'mean-7', 'at-least', TODAY)).toEqual({ value: 70, complete: false });
    expect(findStat(days([70, 70, 70]), 'mean-7', 'at-least', TODAY)).toBeUndefined();
    expect(findStat(days([70], TODAY - 1), 'now', 'at-least', TODAY)).toBeUndefined();
  });

  it('drops a product only when the 7-day mean stayed low for 7 days', () => {
    const recovering = days([...fill(12, 60), 100]);
    const found = findStat(recovering, 'mean-7-every-day-7', 'at-least', TODAY);
    expect(found).toEqual({ value: (6 * 60 + 100) / 7, complete: true });
    expect(findStat(days(fill(12, 60)), 'mean-7-every-day-7', 'at-least', TODAY)).toMatchObject({
      value: 60,
      complete: false,
    });
  });
});

describe('monthEndDay', () => {
  it.each([
    ['2026-11-22', '2026-11-30'],
    ['2026-11-30', '2026-11-30'],
    ['2028-02-01', '2028-02-29'],
    ['2027-02-28', '2027-02-28'],
    ['2026-12-31', '2026-12-31'],
  ])('%s → %s', (from, to) => {
    expect(formatDay(monthEndDay(day(from)))).toBe(to);
  });
});

describe('assessLine', () => {
  it('gives the margin today, with the page’s own mean before ours', () => {
    const series = days(fill(7, 72));
    expect(assessLine(line({ stat: 'mean-7' }), { series }, TODAY)).toMatchObject({
      value: 72,
      margin: 2,
      holds: true,
      provenance: 'page',
    });
    const stats = { 'mean-7': 69.5 };
    expect(assessLine(line({ stat: 'mean-7' }), { series, stats }, TODAY)).toMatchObject({
      value: 69.5,
      margin: -0.5,
      holds: false,
    });
  });

  it('keeps “at least” and “above” apart on the line itself', () => {
    const at = (direction: EligibilityLine['direction']) =>
      assessLine(line({ direction }), { series: days([70]) }, TODAY).holds;
    expect(at('at-least')).toBe(true);
    expect(at('above')).toBe(false);
    expect(at('at-most')).toBe(true);
    expect(at('below')).toBe(false);
  });

  it('leaves the answer open where it depends on the sub-category', () => {
    const limit = line({
      metric: 'page:x',
      direction: 'at-most',
      threshold: 0.003,
      thresholdTo: 0.014,
    });
    const holds = (value: number) => assessLine(limit, { series: days([value]) }, TODAY).holds;
    expect(holds(0.002)).toBe(true);
    expect(holds(0.01)).toBeUndefined();
    expect(holds(0.02)).toBe(false);
  });

  it('knows nothing without a value or without a threshold', () => {
    expect(assessLine(line(), {}, TODAY)).toMatchObject({ provenance: 'missing' });
    expect(assessLine(line(), {}, TODAY).holds).toBeUndefined();
    const open = assessLine(line({ threshold: undefined }), { series: days([88]) }, TODAY);
    expect(open).toMatchObject({ value: 88, provenance: 'page' });
    expect(open.holds).toBeUndefined();
  });

  it('projects the 7-day mean to the deciding day and finds the day it turns', () => {
    const path = fill(10, 60).map((value, i) => ({ day: TODAY + 1 + i, value }));
    const standing = assessLine(
      line({ stat: 'mean-7' }),
      { series: days(fill(7, 75)), path },
      TODAY,
    );
    // After k days of 60: (75·(7−k) + 60·k) / 7 < 70 first at k = 3.
    expect(standing.turnsOn).toBe(TODAY + 3);
    expect(standing).toMatchObject({
      decidingDay: TODAY + 10,
      projected: 60,
      projectedHolds: false,
    });
    const sooner = assessLine(
      line({ stat: 'mean-7' }),
      { series: days(fill(7, 75)), path },
      TODAY,
      TODAY + 2,
    );
    expect(sooner).toMatchObject({ projectedHolds: true });
    expect(sooner.projected).toBeCloseTo((75 * 5 + 60 * 2) / 7, 10);
  });

  it('judges a month-end line on the last day alone', () => {
    const path = [4, 4, 4, 4, 4, 4, 4, 4.3].map((value, i) => ({ day: TODAY + 1 + i, value }));
    const monthly = line({ stat: 'month-end', threshold: 4.2 });
    const standing = assessLine(monthly, { series: days([4.5]), path }, TODAY);
    expect(standing).toMatchObject({
      decidingDay: day('2026-11-30'),
      projected: 4.3,
      projectedHolds: true,
    });
    expect(standing.turnsOn).toBeUndefined();
    const failing = path.map((entry) => ({ ...entry, value: 4 }));
    expect(assessLine(monthly, { series: days([4.5]), path: failing }, TODAY).turnsOn).toBe(
      day('2026-11-30'),
    );
  });

  it('removes a shop from a category only after fourteen days below', () => {
    const clear = line({ stat: 'every-day-14', threshold: 60 });
    expect(assessLine(clear, { series: days([61, ...fill(13, 50)]) }, TODAY).holds).toBe(true);
    expect(assessLine(clear, { series: days(fill(14, 59.9)) }, TODAY).holds).toBe(false);
  });
});

describe('nearestLine', () => {
  const lines = [
    line({ id: 'easy', threshold: 60 }),
    line({ id: 'near', threshold: 70 }),
    line({ id: 'far', threshold: 80 }),
    line({ id: 'open', threshold: undefined }),
  ];
  const nearest = (value: number) =>
    nearestLine(lines, { total: { series: days([value]) } }, TODAY)?.line.id;

  it('is the held line with the least margin, else the one missed by least', () => {
    expect(nearest(75)).toBe('near');
    expect(nearest(95)).toBe('far');
    expect(nearest(40)).toBe('easy');
  });

  it('is the one that turns first when the score is falling', () => {
    const steep = { day: TODAY + 1, value: 0.2 };
    const found = nearestLine(
      [...lines, line({ id: 'rate', metric: 'page:rate', threshold: 0.5 })],
      { total: { series: days([71]) }, 'page:rate': { series: days([0.9]), path: [steep] } },
      TODAY,
    );
    expect(found?.line.id).toBe('rate');
    expect(found?.turnsOn).toBe(TODAY + 1);
  });

  it('is nothing when nothing is known', () => {
    expect(nearestLine(lines, {}, TODAY)).toBeUndefined();
  });

  it('never passes over a held line with a smaller relative margin', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (thresholds, value) => {
          const many = thresholds.map((threshold, i) => line({ id: `l${i}`, threshold }));
          const found = nearestLine(many, { total: { series: days([value]) } }, TODAY);
          const held = thresholds.filter((t) => value >= t);
          const expected = held.length > 0 ? Math.max(...held) : Math.min(...thresholds);
          expect(found?.line.threshold).toBe(expected);
        },
      ),
    );
  });
});

describe('linesFor', () => {
  const general = line({ id: 'general', threshold: 65 });
  const listed = line({
    id: 'listed',
    category: '女装',
    replaces: ['general'],
    from: '2026-07-29',
  });
  const old = line({ id: 'old', until: '2023-06-26' });
  const at = (text: string, ...categories: string[]) =>
    linesFor([general, listed, old], { day: day(text), categories }).map((l) => l.id);

  it('keeps what is in force and lets a category line stand in for the general one', () => {
    expect(at('2026-11-22')).toEqual(['general']);
    expect(at('2026-11-22', '女装')).toEqual(['listed']);
    expect(at('2026-07-28', '女装')).toEqual(['general']);
    expect(at('2026-07-29', '女装')).toEqual(['listed']);
    expect(at('2023-06-26')).toEqual(['general', 'old']);
    expect(at('2023-06-27')).toEqual(['general']);
  });
});

describe('margins, always', () => {
  it('turn with the direction and never disagree with the answer', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.constantFrom(
          'at-least' as const,
          'above' as const,
          'at-most' as const,
          'below' as const,
        ),
        (value, threshold, direction) => {
          const s = assessLine(line({ threshold, direction }), { series: days([value]) }, TODAY);
          const good =
            direction === 'at-least'
              ? value >= threshold
              : direction === 'above'
                ? value > threshold
                : direction === 'at-most'
                  ? value <= threshold
                  : value < threshold;
          expect(s.holds).toBe(good);
          expect(Math.abs(s.margin as number)).toBe(Math.abs(value - threshold));
          if ((s.margin as number) !== 0) expect((s.margin as number) > 0).toBe(good);
        },
      ),
    );
  });

  it('a higher score never loses a line that wants much', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 30, maxLength: 30 }),
        fc.constantFrom<LineStat>('now', 'mean-7', 'mean-30', 'every-day-14', 'month-end'),
        fc.nat(29),
        fc.integer({ min: 1, max: 100 }),
        (values, stat, at, lift) => {
          const better = values.map((value, i) => (i === at ? value + lift : value));
          const margin = (v: number[]) =>
            assessLine(line({ stat }), { series: days(v) }, TODAY).margin as number;
          expect(margin(better)).toBeGreaterThanOrEqual(margin(values) - 1e-9);
        },
      ),
    );
  });
});
