/** Why it moved: one hand-worked movement, then parts that sum to the difference whatever the numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreSnapshot } from '../../../src/core/entities';
import { explainMove } from '../../../src/core/explain-move';
import { modelOf } from '../../../src/core/score-model';
import { dayStartMs } from '../../../src/core/time';
import { ruleChanges, trendOf } from '../../../src/core/trend';
import { pack202609 } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { AS_OF, cell, NOW, readTo, row, SOUND, TODAY } from './report-fixture';

const ID = 'damage-return-rate';
const WEIGHTS = { product: 0.4, logistics: 0.2, service: 0.4 };

function reading(
  day: number,
  total: number,
  logistics: number,
  damage: number,
  more: Partial<ScoreSnapshot> = {},
): ScoreSnapshot {
  const score = (id: keyof typeof WEIGHTS, value: number) => ({
    score: value,
    weight: WEIGHTS[id],
  });
  return {
    kind: 'score',
    state: 'scored',
    day,
    seenMs: NOW,
    packId: pack202609.id,
    total,
    dimensions: {
      product: score('product', 100),
      logistics: score('logistics', logistics),
      service: score('service', 100),
    },
    indicators: Object.fromEntries(
      Object.entries({ ...SOUND, [ID]: damage }).map(([id, value]) => [
        id,
        { value, text: String(value) },
      ]),
    ),
    bonus: 0,
    deduction: 0,
    ...more,
  };
}

/** 100 orders a day; damaged ones by days back from AS_OF. */
function shopOf(bad: Record<number, number>, snapshots: ScoreSnapshot[]) {
  return modelOf({
    shop: { platform: 'doudian', shopId: 's', name: '示例店' },
    pack: pack202609,
    tallies: Array.from({ length: 45 }, (_, i) => {
      const back = 44 - i;
      return row(AS_OF - back, {
        [ID]: cell(bad[back] ?? 0, 100, { proxied: 100 }),
        'orders-placed': cell(100, 100),
      });
    }),
    snapshots,
    coverage: readTo(dayStartMs(TODAY + 1)),
    offenders: [],
    nowMs: NOW,
  });
}

describe('a day on which three damaged orders left and nine entered', () => {
  // Before: 3 ÷ 3,000 = 0.001 → 100. After: 9 ÷ 3,000 = 0.003 → 80 − 20 × 0.0005 ÷ 0.0025 = 76: −24 × 0.05 = −1.2.
  const before = reading(TODAY - 1, 100, 100, 0.001);
  const after = reading(TODAY, 98.8, 94, 0.003);
  const model = shopOf({ 30: 3, 0: 9 }, [before, after]);
  const nine = {
    orderId: '77',
    unitId: '',
    measureId: ID,
    day: AS_OF,
    num: 1,
    den: 1,
    reason: '商品破损',
  };
  const movement = explainMove(model, before, after, [nine, { ...nine, day: AS_OF - 9 }]);

  it('names both, and the orders at the edge', () => {
    expect(movement).toMatchObject({ fromDay: '2026-11-21', toDay: '2026-11-22' });
    expect(movement?.difference).toBeCloseTo(-1.2, 9);
    expect(movement?.parts.map(({ kind, num, den, dayFrom }) => [kind, num, den, dayFrom])).toEqual(
      [
        ['entered', 9, 100, '2026-11-21'],
        ['left', 3, 100, '2026-10-22'],
      ],
    );
    // 3 of the 3,000 leave: 0 of 2,900. The curve is flat above 0.001, so that gains nothing.
    expect(movement?.parts.map((part) => part.points)).toEqual([
      expect.closeTo(-1.2, 9),
      expect.closeTo(0, 9),
    ]);
    expect(movement?.parts[0]?.orders).toEqual([
      { orderId: '77', unitId: '', day: AS_OF, num: 1, reason: '商品破损' },
    ]);
  });

  it('calls it revised where the page moved and our windows did not', () => {
    const quiet = shopOf({ 10: 3 }, [before, after]);
    const [first, ...edges] = explainMove(quiet, before, after)?.parts ?? [];
    expect(first).toMatchObject({
      kind: 'revised',
      indicator: ID,
      points: expect.closeTo(-1.2, 9),
    });
    // A hundred good orders left and a hundred entered: they cancel.
    expect(edges.map((part) => [part.kind, part.num])).toEqual([
      ['left', 0],
      ['entered', 0],
    ]);
    expect(edges.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(0, 9);
  });

  it('keeps to the value where lists were not read', () => {
    const model = modelOf({
      ...shopOf({}, [before, after]).context,
      coverage: { orders: { intervals: [] }, aftersales: { intervals: [] } },
    });
    expect(explainMove(model, before, after)?.parts.map((part) => part.kind)).toEqual(['value']);
  });

  it('a change of rule is all there is to say across it', () => {
    const older = { ...before, packId: 'doudian-2026-07' };
    expect(explainMove(model, older, after)?.parts).toEqual([
      { kind: 'rule-change', points: expect.closeTo(-1.2, 9), provenance: 'page' },
    ]);
    expect(ruleChanges([after, older])).toEqual([
      { day: '2026-11-22', fromPack: 'doudian-2026-07', toPack: 'doudian-2026-09' },
    ]);
    expect(
      trendOf([after, older]).map((point) => [point.date, point.ruleChange !== undefined]),
    ).toEqual([
      ['2026-11-21', false],
      ['2026-11-22', true],
    ]);
    expect(model.report.ruleChanges).toEqual([]);
    // A page whose version could not be told is no change by itself.
    const { packId: _unknown, ...unknown } = reading(TODAY - 1, 99, 95, 0.002);
    expect(ruleChanges([before, unknown, after])).toEqual([]);
  });
});

it('sums to the difference, whatever the numbers', () => {
  const drawn = fc.record({
    totals: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    scores: fc.tuple(fc.integer({ min: 50, max: 100 }), fc.integer({ min: 50, max: 100 })),
    values: fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 80 })),
    days: fc.integer({ min: 1, max: 35 }),
    bad: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 45, maxLength: 45 }),
    off: fc.integer({ min: -10, max: 10 }),
    bonus: fc.integer({ min: 0, max: 9 }),
  });
  fc.assert(
    fc.property(drawn, ({ totals, scores, values, days, bad, off, bonus }) => {
      const before = reading(TODAY - days, totals[0], scores[0], values[0] / 10_000);
      const after = reading(TODAY, totals[1], scores[1], values[1] / 10_000, {
        deduction: off,
        bonus,
      });
      const model = shopOf({ ...bad }, [before, after]);
      const movement = explainMove(model, before, after);
      const sum = movement?.parts.reduce((total, part) => total + part.points, 0);
      expect(sum).toBeCloseTo(totals[1] - totals[0], 8);
      // Estimates claim no more than the dimension moved.
      const logistics = movement?.parts.filter((part) => part.indicator === ID) ?? [];
      const claimed = logistics.reduce((total, part) => total + part.points, 0);
      expect(Math.abs(claimed)).toBeLessThanOrEqual(0.2 * Math.abs(scores[1] - scores[0]) + 1e-9);
    }),
    { numRuns: 150 },
  );
});
