import { describe, expect, it } from 'vitest';
import { isTicketRule } from '../../../src/core/duties';
import { displayScore, ladderPoints } from '../../../src/core/ladder';
import { findDay } from '../../../src/core/time';
import { doudianDuties, doudianPacks } from '../../../src/platforms/doudian/rules';
import { pack202609 } from '../../../src/platforms/doudian/rules/pack-2026-09';

const unique = (ids: string[]): void => expect(new Set(ids).size).toBe(ids.length);

describe.each([pack202609])('pack $id', (pack) => {
  const measureIds = pack.measures.map((each) => each.id);
  const dimensionIds = pack.dimensions.map((each) => each.id);
  const indicatorIds = pack.indicators.map((each) => each.id);

  it('names everything once, in kebab-case', () => {
    for (const ids of [
      measureIds,
      dimensionIds,
      indicatorIds,
      pack.evidence.map((each) => each.id),
      pack.bonuses.map((each) => each.id),
      pack.deductions.map((each) => each.id),
      pack.exclusions.map((each) => each.id),
    ]) {
      unique(ids);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    unique([...pack.dimensions, ...pack.indicators].flatMap((each) => each.labels));
  });

  it('refers only to what it defines', () => {
    for (const each of pack.indicators) {
      expect(dimensionIds).toContain(each.dimension);
      if (each.measureId !== undefined) expect(measureIds).toContain(each.measureId);
    }
    for (const each of pack.evidence) {
      expect(measureIds).toContain(each.measureId);
      expect(indicatorIds).toContain(each.indicator);
    }
    for (const id of Object.values(pack.listCounts)) expect(measureIds).toContain(id);
    for (const duty of doudianDuties) {
      expect(indicatorIds).toContain(duty.indicator);
      const clock = isTicketRule(duty) ? duty.clock : undefined;
      if (clock !== undefined) expect(Object.keys(pack.clocks)).toContain(clock);
    }
    const used = [...pack.indicators, ...pack.evidence].map((each) => each.measureId);
    for (const id of measureIds) expect(used).toContain(id);
    expect(findDay(pack.from)).toBeTypeOf('number');
  });

  it('gives a source for every figure', () => {
    const sources = [
      pack.source,
      pack.gate.source,
      ...pack.dimensions.map((each) => each.source),
      ...pack.indicators.flatMap((each) => [each.source, each.points.source]),
      ...pack.evidence.map((each) => each.source),
      ...pack.measures.map((each) => each.source),
      ...pack.bonuses.map((each) => each.source),
      ...pack.deductions.map((each) => each.source),
      ...pack.exclusions.map((each) => each.source),
      ...doudianDuties.map((each) => each.clause),
    ];
    for (const source of sources) expect(source.length).toBeGreaterThan(5);
    // Whatever the rule does not publish says so itself.
    for (const { points } of pack.indicators) expect(points.source).toContain('估算');
    for (const { source } of pack.dimensions) expect(source).toContain('估算');
  });

  it('weighs to one, in total and inside every dimension', () => {
    const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
    expect(sum(pack.dimensions.map((each) => each.weightPrior ?? 0))).toBeCloseTo(1, 12);
    for (const id of dimensionIds) {
      const inside = pack.indicators.filter((each) => each.dimension === id);
      expect(sum(inside.map((each) => each.points.weight ?? 0))).toBeCloseTo(1, 12);
    }
  });

  it('a better value never gives fewer points', () => {
    for (const { points, better, id } of pack.indicators) {
      const values = points.ladder.map((knot) => knot.value);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      let last = Number.NaN;
      for (let step = -5; step <= 105; step++) {
        const now = ladderPoints(points.ladder, low + ((high - low) * step) / 100) ?? Number.NaN;
        if (step > -5) {
          const gain = better === 'high' ? now - last : last - now;
          expect(gain, id).toBeGreaterThanOrEqual(-1e-9);
        }
        expect(now).toBeGreaterThanOrEqual(50);
        expect(now).toBeLessThanOrEqual(100);
        last = now;
      }
      expect(Math.max(...points.ladder.map((knot) => knot.points))).toBe(100);
    }
  });

  it('counts back over whole windows', () => {
    for (const each of [...pack.indicators, ...pack.evidence]) {
      expect(each.window[0]).toBeGreaterThanOrEqual(each.window[1]);
      expect(each.window[1]).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('the rule in force since 2026-09-08', () => {
  const [pack] = doudianPacks;
  if (!pack) throw new Error('no pack');

  it('has the nine indicators of the notice, in their dimensions', () => {
    const inside = (dimension: string): string[] =>
      pack.indicators.filter((each) => each.dimension === dimension).map((each) => each.id);
    expect(inside('product')).toEqual(['product-rating', 'quality-return-rate']);
    expect(inside('logistics')).toEqual([
      'pickup-hours',
      'delivery-on-time-rate',
      'damage-return-rate',
    ]);
    expect(inside('service')).toEqual([
      'chat-response-seconds',
      'chat-unsatisfied-rate',
      'aftersale-audit-hours',
      'platform-help-rate',
    ]);
    expect(pack.indicators.map((each) => each.labels[0])).toEqual([
      '商品综合评分',
      '商品品质退货率',
      '平均揽收时长',
      '运单配送时效达成率',
      '商品/包装破损退货订单率',
      '飞鸽人工会话平响时长',
      '飞鸽人工会话不满意率',
      '售后平均审核时长',
      '平台求助率',
    ]);
    for (const each of pack.indicators) expect(each.window).toEqual([30, 1]);
    expect(pack.scale).toEqual({ min: 0, max: 100, decimals: 0 });
    expect(pack.gate).toMatchObject({ minOrders: 30, windowDays: 30 });
    for (const each of pack.dimensions) expect([each.min, each.max]).toEqual([50, 100]);
  });

  it('has the bonuses and deductions of the notice', () => {
    expect(pack.bonuses.map((each) => each.points)).toEqual([5, 2, 2, 2]);
    expect(pack.deductions.map((each) => [each.pointsEach, each.cap])).toEqual([
      [2, 10],
      [2, 10],
      [10, 10],
      [10, 10],
      [10, 10],
      [10, 10],
    ]);
  });

  it('has the opening hours of both clocks', () => {
    expect(pack.clocks).toEqual({
      pickup: { openMinute: 360, closeMinute: 1080 },
      aftersale: { openMinute: 480, closeMinute: 1380 },
    });
  });

  it('shows consumers what the official table says', () => {
    const vectors = [
      [97, 5.0],
      [100, 5.0],
      [96, 4.9],
      [93, 4.9],
      [64, 4.1],
      [61, 4.1],
      [60, 4.0],
      [60.9, 4.0],
      [51, 3.1],
      [50, 3.0],
      [0, 3.0],
    ] as const;
    for (const [total, shown] of vectors) {
      expect(displayScore(pack.display, total), String(total)).toBe(shown);
    }
  });

  it('reads the observed page of 2026-02-07 as that page does', () => {
    const points = (id: string, value: number): number | undefined =>
      ladderPoints(pack.indicators.find((each) => each.id === id)?.points.ladder ?? [], value);
    expect(points('product-rating', 750 / 154)).toBe(100);
    expect(points('quality-return-rate', 6 / 3067)).toBe(100);
    expect(points('delivery-on-time-rate', 2889 / 3016)).toBe(100);
    expect(points('chat-response-seconds', 106_823 / 10_063)).toBe(100);
    expect(points('chat-unsatisfied-rate', 0.1111)).toBeCloseTo(90, 6);
    expect(points('aftersale-audit-hours', 1.7712)).toBe(100);
    expect(points('platform-help-rate', 0.0039)).toBeCloseTo(90, 6);
  });
});

describe('ladderPoints', () => {
  it('is linear between knots, flat beyond, and unknown without knots', () => {
    const ladder = [
      { value: 20, points: 60 },
      { value: 10, points: 100 },
    ];
    expect(ladderPoints(ladder, 5)).toBe(100);
    expect(ladderPoints(ladder, 10)).toBe(100);
    expect(ladderPoints(ladder, 15)).toBe(80);
    expect(ladderPoints(ladder, 20)).toBe(60);
    expect(ladderPoints(ladder, 99)).toBe(60);
    expect(ladderPoints([], 1)).toBeUndefined();
  });
});
