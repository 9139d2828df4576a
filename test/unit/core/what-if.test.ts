/** What-if, steps and path on one hand-worked shop: 12 damaged returns of 3,000 orders, all on the first day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCoverage } from '../../../src/core/coverage';
import { orderShares } from '../../../src/core/order-shares';
import { modelOf, type ScoreModel } from '../../../src/core/score-model';
import { scorePath } from '../../../src/core/score-path';
import { nextSteps, stepsToValue } from '../../../src/core/steps';
import { dayStartMs } from '../../../src/core/time';
import { whatIf } from '../../../src/core/what-if';
import { pack202609 } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { AS_OF, cell, NOW, readTo, row, SOUND, snapshot, TODAY } from './report-fixture';

const ID = 'damage-return-rate';

/** `bad` on the window's oldest day, `daily` orders each day; payment stands in, so the rate is a proxy. */
function shop({ bad = 12, daily = 100, logistics = 92, read = true } = {}): ScoreModel {
  const cells = (num: number) => ({
    [ID]: cell(num, daily, { proxied: daily }),
    'orders-placed': cell(daily, daily),
  });
  const { [ID]: _own, ...printed } = SOUND;
  const weights = { product: 0.4, logistics: 0.2, service: 0.4 };
  const score = snapshot({}, { total: 80 + 0.2 * logistics }, printed);
  score.dimensions = {
    product: { score: 100, weight: weights.product },
    logistics: { score: logistics, weight: weights.logistics },
    service: { score: 100, weight: weights.service },
  };
  return modelOf({
    shop: { platform: 'doudian', shopId: 's', name: '示例店' },
    pack: pack202609,
    tallies: Array.from({ length: 40 }, (_, i) => {
      const day = AS_OF - 39 + i;
      return row(day, cells(i === 10 ? bad : 0));
    }),
    snapshots: [score],
    coverage: read ? readTo(dayStartMs(TODAY + 1)) : emptyCoverage(),
    offenders: [],
    nowMs: NOW,
  });
}

describe('the hand-worked shop', () => {
  const model = shop();
  const damage = model.report.indicators.find((each) => each.id === ID);

  it('stands where the hand says', () => {
    // 12 ÷ 3,000 = 0.004; between 0.0025→80 and 0.005→60: 68. Logistics loses 0.2 × 8 = 1.6, all of it here.
    expect(damage?.value).toBe(0.004);
    expect(damage?.points).toBeCloseTo(68, 9);
    expect(damage?.pointsLost).toBeCloseTo(1.6, 9);
    expect(damage?.weight).toBeCloseTo(0.05, 12);
    expect(damage?.interval?.[0]).toBeCloseTo(0.00229, 5);
    expect(damage?.interval?.[1]).toBeCloseTo(0.00698, 5);
    expect(model.report.total).toMatchObject({ official: 98.4 });
  });

  it('gains all of it when all twelve turn good', () => {
    const answer = whatIf(model, [{ indicator: ID, turned: 12 }]);
    expect(answer.indicators[0]).toMatchObject({ fromValue: 0.004, toValue: 0, toPoints: 100 });
    expect(answer.gain).toBeCloseTo(1.6, 9);
    expect(answer.total?.to).toBeCloseTo(100, 9);
    expect(answer.provenance).toBe('estimate');
  });

  it('wins by the weight without one of its bad orders, and nothing without a good one', () => {
    // 11 ÷ 2,999 = 0.00366789: 80 − 20 × 0.00116789 ÷ 0.0025 = 70.6569; 0.05 × 2.6569 = 0.13284 won.
    // Its share is a twelfth of the loss: 1.6 ÷ 12 = 0.13333.
    const measureId = damage?.behind?.measureId ?? '';
    const unit = { measureId, unitId: 'u', orderId: 'o', day: AS_OF, num: 1, den: 1 };
    const [bad, good] = orderShares(model, [unit, { ...unit, num: 0 }]);
    expect(bad?.share).toBeCloseTo(0.13333, 5);
    expect(bad?.marginal).toBeCloseTo(0.13284, 5);
    expect(good?.share).toBeCloseTo(0, 9);
    // 12 ÷ 2,999 = 0.00400133: the rate is a trifle worse without a good order.
    expect(good?.marginal).toBeCloseTo(-0.00053, 5);
  });

  it('loses by the weight with one bad order more', () => {
    // 13 ÷ 3,001 = 0.00433189: 80 − 20 × 0.00183189 ÷ 0.0025 = 65.3449; 1.6 + 0.05 × 2.6551 = 1.73276.
    const answer = whatIf(model, [{ indicator: ID, bad: 1 }]);
    expect(answer.indicators[0]?.toPoints).toBeCloseTo(65.3449, 4);
    expect(answer.gain).toBeCloseTo(-0.13276, 5);
    expect(answer.total?.to).toBeCloseTo(98.26724, 5);
  });

  it('takes a value as it is given', () => {
    expect(whatIf(model, [{ indicator: ID, value: 0.0025 }]).indicators[0]?.toPoints).toBeCloseTo(
      80,
    );
    // Three of the four dimension points: 1.6 × 20 ÷ 32 = 1 stays lost.
    expect(whatIf(model, [{ indicator: ID, value: 0.0025 }]).gain).toBeCloseTo(0.6, 9);
    const two = whatIf(model, [
      { indicator: ID, value: 0 },
      { indicator: 'chat-response-seconds', value: 120 },
    ]);
    // Service 0.4 × 0.25 × 30 = 3 lost, 1.6 won.
    expect(two.gain).toBeCloseTo(-1.4, 9);
    expect(two.total).toMatchObject({ from: 98.4, to: expect.closeTo(97, 9), display: 5 });
  });

  it('says why there is no answer', () => {
    const why = (indicator: string, more = {}) =>
      whatIf(model, [{ indicator, ...more }]).indicators[0]?.why;
    expect(why('nothing')).toBe('unknown-indicator');
    expect(why('quality-return-rate', { bad: 1 })).toBe('no-denominator');
    expect(whatIf(shop({ read: false }), [{ indicator: ID, bad: 1 }]).indicators[0]?.why).toBe(
      'no-value',
    );
    expect(nextSteps(model, 'quality-return-rate')).toMatchObject({ why: 'no-denominator' });
  });

  it('needs five turned or 1,800 good orders for the next step, and bears three bad ones', () => {
    const steps = nextSteps(model, ID);
    // 12 − 0.0025 × 3,000 = 4.5; ÷ 0.0025 = 1,800; (0.005 × 3,000 − 12) ÷ 0.995 = 3.02.
    expect(steps.up).toMatchObject({ value: 0.0025, points: 80, turned: 5, good: 1_800 });
    expect(steps.up?.gain).toBeCloseTo(0.6, 9);
    expect(steps.down).toMatchObject({ value: 0.005, points: 60, bad: 3 });
    expect(steps.down?.gain).toBeCloseTo(-0.4, 9);
    expect(stepsToValue(model, ID, 0.003).up).toMatchObject({ turned: 3, good: 1_000 });
  });
});

describe('score path', () => {
  const model = shop();

  it('is whole again the day the bad day leaves, if new days are like the last ones', () => {
    const path = scorePath(model, { kind: 'as-recent', days: 7 }, 5);
    expect(path.projected).toEqual([ID]);
    expect(path.held).toHaveLength(8);
    expect(path.days[0]?.indicators[ID]).toEqual({
      value: 0,
      points: 100,
      pointsLost: 0,
      leavingNum: 12,
      leavingDen: 100,
    });
    expect(path.days.map((day) => day.total)).toEqual(Array(5).fill(100));
    expect(path.days[0]).toMatchObject({ asOf: '2026-11-22', dimensions: { logistics: 100 } });
    expect(path.provenance).toBe('estimate');
  });

  it('keeps the bad share of recent days', () => {
    // Since day 10 twelve bad ones came a month ago; over 30 recent days that is 0.4 a day.
    const path = scorePath(model, { kind: 'as-recent', days: 30 }, 30);
    expect(path.days[0]?.indicators[ID]?.value).toBeCloseTo(0.4 / 3_000, 12);
    expect(path.days[29]?.indicators[ID]?.value).toBeCloseTo(0.004, 12);
    expect(path.days[29]?.total).toBeCloseTo(98.4, 9);
  });

  it('without anything new the window empties', () => {
    const path = scorePath(model, { kind: 'nothing-new' }, 30);
    expect(path.days[28]?.indicators[ID]).toMatchObject({ value: 0, leavingDen: 100 });
    expect(path.days[29]?.indicators[ID]?.value).toBeUndefined();
  });
});

describe('for any shop', () => {
  const shops = fc.record({
    bad: fc.integer({ min: 0, max: 40 }),
    daily: fc.integer({ min: 41, max: 300 }),
    logistics: fc.integer({ min: 50, max: 100 }),
  });

  it('steps and what-if agree: so many reach the step, one less does not', () => {
    fc.assert(
      fc.property(shops, (drawn) => {
        const model = shop(drawn);
        const { up, down } = nextSteps(model, ID);
        const at = (more: { turned?: number; good?: number; bad?: number }): number =>
          whatIf(model, [{ indicator: ID, ...more }]).indicators[0]?.toPoints ?? Number.NaN;
        for (const kind of ['turned', 'good'] as const) {
          const count = up?.[kind];
          if (!up || count === undefined) continue;
          expect(at({ [kind]: count })).toBeGreaterThanOrEqual(up.points - 1e-6);
          if (count > 0) expect(at({ [kind]: count - 1 })).toBeLessThan(up.points);
        }
        if (down?.bad !== undefined) {
          expect(at({ bad: down.bad })).toBeGreaterThanOrEqual(down.points - 1e-6);
          expect(at({ bad: down.bad + 1 })).toBeLessThan(down.points + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a better value never costs, a worse one never pays, and nothing leaves the scale', () => {
    fc.assert(
      fc.property(
        shops,
        fc.double({ min: 0, max: 0.02, noNaN: true }),
        fc.double({ min: 0, max: 0.02, noNaN: true }),
        (drawn, a, b) => {
          const model = shop(drawn);
          const gain = (value: number): number => whatIf(model, [{ indicator: ID, value }]).gain;
          expect(gain(Math.min(a, b))).toBeGreaterThanOrEqual(gain(Math.max(a, b)) - 1e-9);
          const { total } = whatIf(model, [{ indicator: ID, value: a }]);
          expect(total?.to).toBeLessThanOrEqual(100);
          const here = model.report.indicators.find((each) => each.id === ID)?.value ?? 0;
          expect(gain(here)).toBeCloseTo(0, 9);
        },
      ),
      { numRuns: 60 },
    );
  });
});
