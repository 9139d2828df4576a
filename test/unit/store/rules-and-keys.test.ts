import { describe, expect, it } from 'vitest';
import { healthRow, mergeHealth } from '../../../src/store/health';
import {
  dayOfMark,
  dutyMark,
  dutyRange,
  isOpenMark,
  offenceMark,
  offenceRange,
} from '../../../src/store/keys';
import { createPlatformRules } from '../../../src/store/rules';
import { health } from '../../integration/support/builders';
import { samplePack, samplePlatform } from '../../integration/support/sample-platform';

describe('marks', () => {
  const mark = (num: number, day: number, measureId = 'm', shopKey = 'p:s') =>
    offenceMark({ shopKey, measureId, num, day });

  it('sort by num, then day, as numbers', () => {
    const marks = [mark(10, 20_700), mark(9, 20_701), mark(9, 20_700), mark(86_400, 1)];
    expect([...marks].sort()).toEqual([marks[2], marks[1], marks[0], marks[3]]);
    expect(dayOfMark(mark(9, 20_701))).toBe(20_701);
  });

  it('lie in the range of their own shop and measure only', () => {
    const [from, to] = offenceRange('p:s', 'm');
    const inRange = (text: string) => text > from && text < to;
    expect(inRange(mark(Number.MAX_SAFE_INTEGER, 20_700))).toBe(true);
    expect(inRange(mark(1, 20_700, 'm2'))).toBe(false);
    expect(inRange(mark(1, 20_700, 'm', 'p:s2'))).toBe(false);
    expect(inRange(dutyMark('p:s', 5))).toBe(false);
  });

  it('of an offence is none of something open', () => {
    expect(isOpenMark(mark(1, 20_700))).toBe(false);
    for (const kind of ['ticket', 'order'] as const) {
      expect(isOpenMark(dutyMark('p:s', 5, kind))).toBe(true);
    }
  });

  it('of duties lie in the range from their date on', () => {
    const [from, to] = dutyRange('p:s', 1_795_000_000_000);
    expect(dutyMark('p:s', 1_795_000_000_000) >= from).toBe(true);
    expect(dutyMark('p:s', 1_794_999_999_999) >= from).toBe(false);
    expect(dutyMark('p:s', 4_000_000_000_000) < to).toBe(true);
    const order = dutyMark('p:s', 1_795_000_000_001, 'order');
    expect(order >= from && order < to).toBe(false);
    expect(isOpenMark(order)).toBe(true);
    expect(dutyMark('p:t', 1_795_000_000_001) < to).toBe(false);
  });
});

describe('rules of a platform', () => {
  it('look as far back as the farthest indicator, and refuse two meanings of one measure', () => {
    const twice = {
      ...samplePack,
      id: 'older',
      indicators: samplePack.indicators.map((each) => ({
        ...each,
        window: [104, 15] as [number, number],
      })),
    };
    const rules = createPlatformRules({ ...samplePlatform, packs: [samplePack, twice] }, () => []);
    expect(rules.windows['audit-seconds']).toEqual({ from: 104, to: 1 });
    const [first, ...rest] = samplePack.measures;
    if (!first) throw new Error('the sample has measures');
    const other = { ...samplePack, measures: [{ ...first, version: 2 }, ...rest] };
    expect(() =>
      createPlatformRules({ ...samplePlatform, packs: [samplePack, other] }, () => []),
    ).toThrow(first.id);
  });
});

describe('health rows', () => {
  it('keep the latest sighting and the latest good one, whichever came first', () => {
    const good = healthRow('k', health('score'), 100);
    const broken = healthRow('k', health('score', 'broken'), 200);
    const older = healthRow('k', health('score', 'degraded'), 50);
    const expected = { ...broken, lastGoodMs: 100 };
    for (const order of [
      [good, broken, older],
      [broken, older, good],
      [older, good, broken],
    ]) {
      expect(
        order.reduce<typeof good | undefined>((known, next) => mergeHealth(known, next), undefined),
      ).toEqual(expected);
    }
  });
});
