/** Every kind of rule, from the snapshot or the facts to points and losses that add up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFromRecord } from '../../../src/core/case-from-record';
import { compilePack } from '../../../src/core/compile';
import type { ScoreSnapshot } from '../../../src/core/entities';
import type { RulePack } from '../../../src/core/pack';
import { applySettings, type PackSettings } from '../../../src/core/pack-settings';
import { findPoints, fiveStep, meanPoints } from '../../../src/core/points-rule';
import type { Report } from '../../../src/core/report-types';
import { sumCells, tallyAll } from '../../../src/core/tally';
import { beijingMs, HOUR_MS } from '../../../src/core/time';
import { getPack, wordsOf } from '../packs/all-packs';
import { SHOP } from './arbitrary-case';
import { AS_OF, cell, NOW, readTo, report, TODAY } from './report-fixture';

function entered(id: string, settings: PackSettings): RulePack {
  const made = applySettings(getPack(id), settings);
  if (!('pack' in made)) throw new Error(JSON.stringify(made.problems));
  return made.pack;
}

const page = (more: Partial<ScoreSnapshot>): ScoreSnapshot => ({
  kind: 'score',
  state: 'scored',
  day: TODAY,
  seenMs: NOW,
  dimensions: {},
  indicators: {},
  ...more,
});

describe('tiers', () => {
  const pack = entered('doudian-2026-07', {
    dimensionWeights: { product: 0.5, logistics: 0.2, service: 0.3 },
    indicators: {
      'product-rating': {
        weight: 0.9,
        tiers: [
          { value: 4.568, points: 60 },
          { value: 4.791, points: 100 },
        ],
      },
      'quality-return-rate': {
        weight: 0.1,
        tiers: [
          { value: 0.0131, points: 60 },
          { value: 0.0026, points: 100 },
        ],
      },
    },
  });
  const indicators = {
    'product-rating': { value: 4.7, text: '4.7' },
    'quality-return-rate': { value: 0.0026, text: '0.26%' },
  };
  const of = (each: Report, id: string) => each.indicators.find((one) => one.id === id);

  it('costs weight × share × what the step lacks: of the page, not an estimate', () => {
    const made = report({
      pack,
      snapshots: [page({ dimensions: { product: { score: 64 } }, indicators })],
    });
    const rating = of(made, 'product-rating');
    expect(rating).toMatchObject({ points: 60, pointsProvenance: 'page' });
    expect(rating?.weight).toBeCloseTo(0.45, 12);
    expect(rating?.pointsLost).toBeCloseTo(0.5 * 0.9 * 40, 12);
    expect(of(made, 'quality-return-rate')?.pointsLost).toBe(0);
    expect(made.dimensions[0]?.unexplained).toBeCloseTo(0, 12);
    expect(made.drag).toMatchObject({ indicator: 'product-rating', provenance: 'page' });
  });

  it('gives the dimension’s score where the page prints none, and says what the page’s own adds', () => {
    const without = report({ pack, snapshots: [page({ indicators })] });
    expect(without.dimensions[0]).toMatchObject({ score: 64, provenance: 'page' });
    const other = report({
      pack,
      snapshots: [page({ dimensions: { product: { score: 65 } }, indicators })],
    });
    expect(other.dimensions[0]?.unexplained).toBeCloseTo(0.5 * 35 - 18, 12);
  });

  it('has no points without thresholds, and no loss without weights', () => {
    const bare = report({
      pack: getPack('doudian-2026-07'),
      snapshots: [page({ dimensions: { product: { score: 64 } }, indicators })],
    });
    expect(of(bare, 'product-rating')).toMatchObject({ value: 4.7, pointsProvenance: 'missing' });
    expect(of(bare, 'product-rating')?.points).toBeUndefined();
    expect(bare.dimensions[0]).toMatchObject({ score: 64, weightProvenance: 'missing' });
    expect(bare.dimensions[0]?.pointsLost).toBeUndefined();
    expect(bare.drag.indicator).toBeUndefined();
  });

  it('a few bad orders of a small shop leave 80 points, only when the counts are all there', () => {
    const tallies = [
      {
        day: AS_OF,
        cells: {
          'quality-return-rate': cell(3, 100),
          'logistics-quality-return-rate': cell(0, 100),
        },
      },
    ];
    const bad = { 'quality-return-rate': { value: 0.03, text: '3%' } };
    const input = { pack, tallies, snapshots: [page({ indicators: bad })] };
    const whole = report({ ...input, coverage: readTo(NOW) });
    expect(of(whole, 'quality-return-rate')).toMatchObject({
      points: 80,
      pointsProvenance: 'exact',
    });
    expect(of(report(input), 'quality-return-rate')?.points).toBe(60);
  });
});

describe('mean-points and bands', () => {
  it('is the mean of each order’s own points', () => {
    const table = [{ upTo: 12, points: 100 }, { upTo: 24, points: 80 }, { points: 50 }];
    expect(meanPoints(table, { 3: 2, 12: 1, 13: 1, 30: 1 })).toBe((300 + 80 + 50) / 5);
    expect(meanPoints(table, {})).toBeUndefined();
    const pack = entered('doudian-2026-07', { indicators: { 'pickup-points': { table } } });
    const tallies = [
      {
        day: AS_OF,
        cells: { 'pickup-points': cell(999, 2) },
        buckets: { 'pickup-points': { 3: 1, 40: 1 } },
      },
    ];
    const made = report({ pack, tallies, coverage: readTo(NOW) });
    const mine = made.indicators.find((each) => each.id === 'pickup-points');
    expect(mine).toMatchObject({ value: 75, points: 75, ownValue: 75, num: 999, den: 2 });
    const bare = report({ pack: getPack('doudian-2026-07'), tallies, coverage: readTo(NOW) });
    expect(bare.indicators.find((each) => each.id === 'pickup-points')?.value).toBeUndefined();
  });

  it('2021: bands by assumed weights, newer days more: an estimate', () => {
    const pack = entered('doudian-2021', { recencyHalfLifeDays: 1 });
    const at = (day: number, bucket: number) => ({
      day,
      cells: { 'pickup-on-time-rate-2021': cell(0, 1) },
      buckets: { 'pickup-on-time-rate-2021': { [bucket]: 1 } },
    });
    const made = report({
      pack,
      tallies: [at(AS_OF - 1, 24), at(AS_OF, 36)],
      coverage: readTo(NOW),
    });
    const mine = made.indicators.find((each) => each.id === 'pickup-on-time-rate');
    expect(mine?.value).toBeCloseTo((0.5 * 1 + 1 * 0.75) / 1.5, 12);
    expect(mine?.provenance).toBe('estimate');
    expect(mine?.points).toBeUndefined();
  });
});

describe('rank, steps, percentile, rating', () => {
  const input = { better: 'low', value: 0.1, valueProvenance: 'exact' } as const;
  it('take points from the page, never from a value', () => {
    for (const id of [
      'taobao-composite-2022',
      'taobao-lighthouse-2020',
      'pdd-navigator',
      'doudian-2021',
    ]) {
      for (const { points } of getPack(id).indicators) {
        expect(findPoints(points, input)).toBeUndefined();
        expect(findPoints(points, { ...input, printed: 4 })).toEqual({
          points: 4,
          provenance: 'page',
        });
      }
    }
  });

  it('turn a printed rank into points where the rule or an editable curve does', () => {
    const navigator = getPack('pdd-navigator').indicators[0]?.points;
    const old = getPack('doudian-2021').indicators[0]?.points;
    if (!navigator || !old) throw new Error('missing');
    expect(findPoints(navigator, { ...input, rank: 0.2 })).toEqual({
      points: 80,
      provenance: 'page',
    });
    expect(findPoints(old, { ...input, rank: 0.5 })).toEqual({ points: 4, provenance: 'estimate' });
    const made = report({
      pack: getPack('doudian-2021'),
      snapshots: [
        page({
          indicators: { 'bad-review-rate': { text: '1%', value: 0.01, peerText: '超过同行 75%' } },
        }),
      ],
    });
    expect(made.indicators[0]).toMatchObject({ points: 4.5, pointsProvenance: 'estimate' });
  });

  it('knows no step 1', () => {
    expect([0.1, 0.2, 0.5, 0.8, 0.81].map((rank) => fiveStep(rank, [0.1, 0.4, 0.6, 0.8]))).toEqual([
      5, 4, 3, 2, 0,
    ]);
  });

  it('DSR: 19 × 5 and 1 × 1 over 20 is 4.80, a proxy for want of the buyer-month cap', () => {
    const compiled = compilePack(getPack('taobao-dsr'), wordsOf.taobao ?? {});
    const createdMs = beijingMs(2026, 7, 1, 10);
    const facts = Array.from({ length: 20 }, (_, i) =>
      compiled.facts(
        caseFromRecord(
          {
            kind: 'review',
            reviewId: `R${i}`,
            orderId: String(i),
            stars: i === 7 ? 1 : 5,
            createdMs,
          },
          SHOP,
          createdMs + HOUR_MS,
        ),
      ),
    );
    const [num, den, , , proxied] = sumCells(tallyAll(facts), 'dsr-description', 0, 99_999);
    expect(num / den).toBe(4.8);
    expect(proxied).toBe(20);
  });
});

it('a better value never has fewer points, whatever tiers were entered', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.boolean(), fc.nat(1000), fc.nat(1000), (values, high, a, b) => {
      const better = high ? 'high' : 'low';
      const sorted = [...values].sort((x, y) => (high ? x - y : y - x));
      const tiers = sorted.map((value, i) => ({ value, points: 50 + 10 * i }));
      const points = (value: number) =>
        findPoints(
          { how: 'tiers', ladder: [], tiers, source: '' },
          { better, value, valueProvenance: 'exact' },
        )?.points ?? Number.NaN;
      const [worse, best] = (high ? a <= b : a >= b) ? [a, b] : [b, a];
      expect(points(best)).toBeGreaterThanOrEqual(points(worse));
    }),
  );
});

it('losses and the unexplained sum to each dimension’s loss under every rule', () => {
  const score = fc.double({ min: 3, max: 5, noNaN: true });
  fc.assert(
    fc.property(score, fc.array(score, { minLength: 9, maxLength: 9 }), (dimension, points) => {
      const pack = getPack('doudian-2021');
      const dimensions = Object.fromEntries(
        pack.dimensions.map(({ id }) => [id, { score: dimension }]),
      );
      const indicators = Object.fromEntries(
        pack.indicators.map(({ id }, i) => [id, { text: '', points: points[i] ?? 3 }]),
      );
      const made = report({ pack, snapshots: [page({ dimensions, indicators })] });
      for (const each of made.dimensions) {
        expect(each.weightProvenance).toBe('exact');
        const inside = made.indicators.filter((one) => one.dimension === each.id);
        const lost = inside.reduce(
          (sum, one) => sum + (one.pointsLost ?? 0),
          each.unexplained ?? 0,
        );
        expect(lost).toBeCloseTo(each.pointsLost ?? Number.NaN, 9);
      }
    }),
  );
});
