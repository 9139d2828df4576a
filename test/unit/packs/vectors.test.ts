/** Numbers known from official texts and captured pages. */
import { describe, expect, it } from 'vitest';
import { bonusProgress, weightedSum } from '../../../src/core/compose';
import type { ScoreSnapshot } from '../../../src/core/entities';
import { displayScore } from '../../../src/core/ladder';
import type { RulePack } from '../../../src/core/pack';
import { applySettings } from '../../../src/core/pack-settings';
import { tierPoints } from '../../../src/core/points-rule';
import { findRank, peersToBeat, rankOfScore, scoreOfRank, starsOf } from '../../../src/core/rank';
import { breakDown } from '../../../src/core/report-score';
import { growthScore, smallShopHolds } from '../../../src/core/small-shop';
import { beijingDay, beijingMs, formatDay } from '../../../src/core/time';
import { windowDays } from '../../../src/core/window';
import {
  findServiceWeights,
  serviceWeightRows,
} from '../../../src/platforms/doudian/rules/service-weights';
import { getPack } from './all-packs';

/** The total as the report works it out from what a page prints; unrounded, undefined when a part is missing. */
function totalOf(
  pack: RulePack,
  scores: Record<string, number>,
  weights: Record<string, number>,
  more: Pick<ScoreSnapshot, 'bonus' | 'deduction'> = {},
): number | undefined {
  const dimensions = Object.fromEntries(
    Object.entries(weights).map(([id, weight]) => [id, { weight, score: scores[id] }]),
  );
  const day = beijingDay(0);
  return breakDown(
    pack,
    { kind: 'score', day, seenMs: 0, state: 'scored', dimensions, indicators: {}, ...more },
    [],
  ).ours;
}

describe('抖店', () => {
  it('2026-07 service 100/100/90/90 at 25 % is 95', () => {
    const weights = findServiceWeights('doudian-2026-07', '女装', '旗舰') ?? {};
    const points: Record<string, number> = {
      'chat-response-seconds': 100,
      'aftersale-audit-hours': 100,
      'chat-unsatisfied-rate': 90,
      'platform-help-rate': 90,
    };
    const parts = Object.entries(weights).map(([id, weight]) => ({ weight, points: points[id] }));
    expect(parts).toHaveLength(4);
    expect(weightedSum(parts)).toBeCloseTo(95, 12);
  });

  it('the service table has the 101 official rows, each summing to 100, in the published sets', () => {
    expect(serviceWeightRows).toHaveLength(101);
    const sets = new Map<string, number>();
    for (const [industry, type, before, after] of serviceWeightRows) {
      expect(before[0] + before[1], industry + type).toBe(100);
      expect(
        after.reduce((total, each) => total + each, 0),
        industry + type,
      ).toBe(100);
      for (const set of [before.join('/'), after.join('/')])
        sets.set(set, (sets.get(set) ?? 0) + 1);
    }
    const counted = [
      '25/25/25/25',
      '20/40/20/20',
      '40/20/20/20',
      '50/50',
      '70/30',
      '30/70',
      '40/60',
      '60/40',
    ];
    expect(counted.map((set) => sets.get(set))).toEqual([38, 14, 10, 38, 33, 24, 4, 2]);
    expect(findServiceWeights('doudian-2026-04', '宠物活体', '旗舰')).toEqual({
      'aftersale-on-time-rate': 0.7,
      'chat-response-seconds': 0.3,
    });
    expect(findServiceWeights('doudian-2026-07', '女装', '非旗舰')?.['chat-response-seconds']).toBe(
      0.4,
    );
    expect(findServiceWeights('doudian-2026-07', '没有的行业', '通用')).toBeUndefined();
    expect(findServiceWeights('doudian-2026-07', '女装', '通用')).toBeUndefined();
  });

  it('consumers see 97 → 5.0 … 50 → 3.0 under every rule of 2026', () => {
    for (const id of ['doudian-2026-04', 'doudian-2026-07', 'doudian-2026-09']) {
      const shown = [97, 96, 61, 60, 51, 50].map((s) => displayScore(getPack(id).display, s));
      expect(shown).toEqual([5.0, 4.9, 4.1, 4.0, 3.1, 3.0]);
    }
  });

  it('ratios of the observed page, within one unit of its last digit', () => {
    // The page's rounding is not established: up, down and nearest all occur.
    const near = (value: number, printed: number, unit: number): void =>
      expect(Math.abs(value - printed)).toBeLessThanOrEqual(unit + 1e-12);
    near(750 / 154, 4.8702, 0.0001);
    near((6 / 3067) * 100, 0.195, 0.001);
    near((2889 / 3016) * 100, 95.79, 0.001);
    near((1 / 4212) * 100, 0.0237, 0.0001);
    near(106_823 / 10_063, 10.615, 0.001);
    near((1563 / 1635) * 100, 95.597, 0.001);
    expect(750 / 154).toBeCloseTo(4.87013, 5);
    expect(106_823 / 10_063).toBeCloseTo(10.61542, 5);
  });

  it('2021: 50 / 15 / 35, floor 3, quality and complaints 15–104 days back', () => {
    const pack = getPack('doudian-2021');
    const weights = Object.fromEntries(pack.dimensions.map((d) => [d.id, d.weightPrior ?? 0]));
    expect(weights).toEqual({ product: 0.5, logistics: 0.15, service: 0.35 });
    expect(totalOf(pack, { product: 4, logistics: 5, service: 4.2 }, weights)).toBeCloseTo(4.22, 9);
    expect(totalOf(pack, { product: 0, logistics: 0, service: 0 }, weights)).toBe(3);
    const windows = Object.fromEntries(pack.indicators.map((each) => [each.id, each.window]));
    expect(windows['quality-return-rate']).toEqual([104, 15]);
    expect(windows['complaint-rate']).toEqual([104, 15]);
    const others = Object.keys(windows).filter((id) => !/^(quality|complaint)/.test(id));
    expect(others).toHaveLength(7);
    for (const id of others) expect(windows[id]).toEqual([90, 1]);
    expect(pack.updatedAt).toBe('12:00');
    expect(pack.notes?.map((each) => each.id)).toContain('prose-not-table');
  });

  it('a bonus says how far it is', () => {
    const now = getPack('doudian-2026-09');
    const before = getPack('doudian-2026-07');
    const nextDay = now.bonuses.find((each) => each.id === 'next-day-delivery');
    if (!nextDay) throw new Error('no bonus');
    expect(nextDay.points).toBe(5);
    // (10 + 13) / (100 + 13) = 20.4 %, one less is 19.6 %.
    expect(bonusProgress(nextDay, 10, 100)).toEqual({ reached: false, share: 0.1, more: 13 });
    expect(bonusProgress(nextDay, 20, 100)).toEqual({ reached: true, share: 0.2, more: 0 });
    const remote = before.bonuses.find((each) => each.id === 'remote-area-logistics');
    expect(remote).toMatchObject({ points: 3, dimension: 'logistics' });
  });

  it('growth stage and the 80-point rule', () => {
    const { growth, smallShop } = getPack('doudian-2026-04');
    if (!growth || !smallShop) throw new Error('missing');
    expect(growthScore(growth, { taskDone: true })).toBe(70);
    expect(growthScore(growth, { taskDone: true, fallen: true })).toBe(60);
    expect(growthScore(growth, { taskDone: false })).toBeUndefined();
    expect(growthScore(growth, { taskDone: true, personal: true })).toBeUndefined();
    const holds = (orders: number, bad: number, kind = {}): boolean | undefined =>
      smallShopHolds(smallShop, { orders, bad }, kind);
    expect(holds(299, 3)).toBe(true);
    expect(holds(299, 4)).toBe(false);
    expect(holds(500, 0)).toBe(false);
    expect(holds(400, 0)).toBeUndefined();
    expect(holds(400, 0, { flagship: true })).toBe(false);
    expect(holds(400, 0, { industry: '家电', flagship: false })).toBe(false);
    expect(holds(400, 0, { industry: '女装', flagship: false })).toBe(true);
    expect(smallShopHolds(smallShop, { bad: 3, anyVolume: true })).toBe(true);
    expect(smallShop.listedIndustries).toHaveLength(22);
  });

  it('tiers of the page observed on 2026-02-07, once entered', () => {
    const tiers = [
      { value: 0.0131, points: 60 },
      { value: 0.0026, points: 100 },
    ];
    expect(tierPoints(tiers, 'low', 6 / 3067)).toBe(100);
    expect(tierPoints(tiers, 'low', 0.00261)).toBe(60);
    expect(tierPoints(tiers, 'low', 0.5)).toBe(60);
    // A page may show some thresholds only: between steps that are not neighbours nothing is told.
    const steps = [50, 60, 70, 80, 90, 100];
    expect(tierPoints(tiers, 'low', 0.002, steps)).toBe(100);
    expect(tierPoints(tiers, 'low', 0.01, steps)).toBeUndefined();
    expect(tierPoints(tiers, 'low', 0.02, steps)).toBe(50);
    expect(tierPoints([{ value: 0.0026, points: 100 }], 'low', 0.02, steps)).toBeUndefined();
    const shown = [
      { value: 4.568, points: 60 },
      { value: 4.568, points: 50 },
    ];
    expect(tierPoints(shown, 'high', 4.5, steps)).toBe(50);
    // Two values shown alike fall on either side: never rounded first.
    expect(
      tierPoints(
        [
          { value: 0.000567, points: 5 },
          { value: 1, points: 4 },
        ],
        'low',
        0.0005671,
      ),
    ).toBe(4);
  });
});

describe('淘宝／天猫', () => {
  it('.25·5.00 + .25·5.00 + .50·4.32 = 4.66, at most 5 with the bonus', () => {
    const pack = getPack('taobao-real-2026-03');
    const scores = { product: 5, logistics: 5, service: 4.32 };
    const weights = { product: 0.25, logistics: 0.25, service: 0.5 };
    expect(totalOf(pack, scores, weights)).toBeCloseTo(4.66, 9);
    expect(totalOf(pack, scores, weights, { bonus: 0.5 })).toBe(5);
    // Printed on the page with its sign, or without.
    expect(totalOf(pack, scores, weights, { deduction: -0.5 })).toBeCloseTo(4.16, 9);
    expect(totalOf(pack, { product: 5 }, weights)).toBeUndefined();
    expect(pack.dimensions.every((each) => each.weightPrior === undefined)).toBe(true);
    expect(getPack('taobao-composite-2022').bonuses).toMatchObject([{ points: 0.25 }]);
  });

  it('T = 2026-08-02: each indicator has its own window', () => {
    const nowMs = beijingMs(2026, 8, 2, 9);
    const spans = Object.fromEntries(
      getPack('taobao-real-2026-03').indicators.map(({ id, window }) => {
        const { dayFrom, dayTo } = windowDays(window, nowMs);
        return [id, `${formatDay(dayFrom).slice(5)}..${formatDay(dayTo).slice(5)}`];
      }),
    );
    expect(spans).toMatchObject({
      'chat-3min-reply-rate': '07-03..08-01',
      'platform-help-rate': '07-03..08-01',
      'negative-feedback-rate': '07-02..07-31',
      'good-rating-rate': '07-02..07-31',
      'refund-hours': '07-02..07-31',
      'chat-satisfied-rate': '07-01..07-30',
      'pickup-48h-rate': '06-30..07-29',
      'arrival-hours': '06-23..07-22',
    });
  });
});

describe('拼多多', () => {
  it('rank 0.3208813287 is 3.3955933565, both ways', () => {
    expect(scoreOfRank(0.3208813287, 5)).toBeCloseTo(3.3955933565, 10);
    expect(rankOfScore(3.3955933565, 5)).toBeCloseTo(0.3208813287, 10);
    const targets = [4.5, 4, 3.5, 3, 2.5].map((score) => peersToBeat(0, score, 5).needed);
    [0.9, 0.8, 0.7, 0.6, 0.5].forEach((needed, i) => expect(targets[i]).toBeCloseTo(needed, 12));
    expect(peersToBeat(4, 3, 5).more).toBe(0);
    expect(peersToBeat(3, 4, 5).more).toBeCloseTo(0.2, 12);
  });

  it('stars: 36 → 4.5, 93.7 and 99 → 5, below the published lines none', () => {
    const lines = getPack('pdd-navigator').stars ?? [];
    expect([36, 93.7, 99, 80, 30].map((beaten) => starsOf(lines, beaten))).toEqual([
      4.5,
      5,
      5,
      4.5,
      undefined,
    ]);
    expect(getPack('pdd-navigator').indicators).toHaveLength(10);
  });

  it('reads shares of peers as pages print them', () => {
    expect(findRank('超过 80.12% 同行')).toBeCloseTo(0.1988, 12);
    expect(findRank('优于同行 36%')).toBeCloseTo(0.64, 12);
    expect(findRank('前12.5%')).toBe(0.125);
    expect(findRank('同行均值 0.42%')).toBeUndefined();
    expect(findRank(undefined)).toBeUndefined();
  });
});

describe('settings', () => {
  const pack = getPack('doudian-2026-07');
  it('enters what the page shows, as of the page', () => {
    const made = applySettings(pack, {
      dimensionWeights: { product: 0.4, logistics: 0.3, service: 0.3 },
      indicators: {
        'quality-return-rate': {
          weight: 0.1,
          tiers: [
            { value: 0.01, points: 60 },
            { value: 0.002, points: 100 },
          ],
        },
      },
    });
    if (!('pack' in made)) throw new Error('refused');
    expect(made.pack.dimensions[0]).toMatchObject({ weightPrior: 0.4, weightProvenance: 'page' });
    expect(
      made.pack.indicators.find((each) => each.id === 'quality-return-rate')?.points,
    ).toMatchObject({
      weight: 0.1,
      weightProvenance: 'page',
      tiers: [{ value: 0.01 }, { value: 0.002 }],
    });
  });

  it('refuses a bad edit with field and reason', () => {
    const refused = applySettings(pack, {
      dimensionWeights: { product: 0.9, logistics: 0.3, service: 0.3 },
      indicators: {
        nothing: {},
        'quality-return-rate': {
          weight: 2,
          tiers: [
            { value: 0.002, points: 60 },
            { value: 0.01, points: 100 },
          ],
        },
        'platform-help-rate': { tiers: [{ value: 0.1, points: 500 }], ladder: [] },
        'pickup-points': {
          table: [
            { upTo: 24, points: 100 },
            { upTo: 48, points: 50 },
          ],
        },
      },
      recencyHalfLifeDays: 3,
    });
    expect('problems' in refused && refused.problems).toEqual([
      { field: 'dimensionWeights', reason: 'sum-not-one' },
      { field: 'indicators.nothing', reason: 'unknown-id' },
      { field: 'indicators.quality-return-rate.weight', reason: 'not-a-share' },
      { field: 'indicators.quality-return-rate.tiers', reason: 'wrong-order' },
      { field: 'indicators.platform-help-rate.tiers', reason: 'out-of-scale' },
      { field: 'indicators.platform-help-rate.ladder', reason: 'not-used-by-this-rule' },
      { field: 'indicators.pickup-points.table', reason: 'wrong-order' },
      { field: 'recencyHalfLifeDays', reason: 'not-used-by-this-rule' },
    ]);
  });
});
