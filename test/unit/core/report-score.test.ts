import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeLoss } from '../../../src/core/attribution';
import type { Report } from '../../../src/core/report-types';
import { estimateWeights } from '../../../src/core/weights';
import { NOW, report, SOUND, snapshot, TODAY } from './report-fixture';

const sum = (numbers: (number | undefined)[]): number =>
  numbers.reduce<number>((total, each) => total + (each ?? 0), 0);
const dimension = (of: Report, id: string) => of.dimensions.find((each) => each.id === id);
const indicator = (of: Report, id: string) => of.indicators.find((each) => each.id === id);

const score = fc.integer({ min: 50, max: 100 });
const scorePage = fc
  .record({
    product: score,
    logistics: score,
    service: score,
    total: fc.integer({ min: 0, max: 100 }),
    bonus: fc.constantFrom(0, 2, 5, 11),
    deduction: fc.constantFrom(0, 2, 10),
    weights: fc.option(
      fc.tuple(fc.integer({ min: 20, max: 50 }), fc.integer({ min: 20, max: 30 })),
    ),
    pickup: fc.double({ min: 1, max: 60, noNaN: true }),
    quality: fc.double({ min: 0, max: 0.05, noNaN: true }),
    audit: fc.option(fc.double({ min: 0.1, max: 48, noNaN: true })),
  })
  .map(({ product, logistics, service, total, bonus, deduction, weights, ...values }) => {
    const indicators: Record<string, number> = {
      ...SOUND,
      'pickup-hours': values.pickup,
      'quality-return-rate': values.quality,
    };
    if (values.audit === null) delete indicators['aftersale-audit-hours'];
    else indicators['aftersale-audit-hours'] = values.audit;
    const page = snapshot({ product, logistics, service }, { total, bonus, deduction }, indicators);
    if (weights) {
      const [a = 0, b = 0] = weights;
      const all = { product: a, logistics: b, service: 100 - a - b };
      for (const [id, percent] of Object.entries(all)) {
        const found = page.dimensions[id];
        if (found) found.weight = percent / 100;
      }
    }
    return page;
  });

describe('attribution adds up (DESIGN §5)', () => {
  it('losses + residuals = full − (total − bonus + deduction), for any page', () => {
    fc.assert(
      fc.property(scorePage, (page) => {
        const of = report({ snapshots: [page] });
        const losses = sum(of.dimensions.map((each) => each.pointsLost));
        const residuals = sum(of.residuals.map((each) => each.points));
        const real = (page.total ?? 0) - (page.bonus ?? 0) + (page.deduction ?? 0);
        expect(losses + residuals).toBeCloseTo(100 - real, 9);
      }),
    );
  });

  it('inside a dimension, losses + unexplained = its loss, none negative', () => {
    fc.assert(
      fc.property(scorePage, (page) => {
        const of = report({ snapshots: [page] });
        for (const each of of.dimensions) {
          const inside = of.indicators.filter((one) => one.dimension === each.id);
          const losses = sum(inside.map((one) => one.pointsLost));
          expect(losses + (each.unexplained ?? Number.NaN)).toBeCloseTo(each.pointsLost ?? -1, 9);
          expect(each.unexplained).toBeGreaterThanOrEqual(-1e-9);
          for (const one of inside) expect(one.pointsLost ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('a value that the page leaves out has no points and no loss', () => {
    const { 'aftersale-audit-hours': _audit, ...values } = SOUND;
    const page = snapshot({ product: 90, logistics: 90, service: 60 }, { total: 79 }, values);
    const audit = indicator(report({ snapshots: [page] }), 'aftersale-audit-hours');
    expect(audit).toMatchObject({ provenance: 'missing', pointsProvenance: 'missing' });
    for (const key of ['value', 'points', 'pointsLost', 'num', 'den', 'ownValue']) {
      expect(audit).not.toHaveProperty(key);
    }
  });
});

describe('dimension weights', () => {
  it('are the page’s when it prints them', () => {
    const page = snapshot({ product: 80, logistics: 90, service: 70 }, { total: 79 });
    for (const [id, weight] of [
      ['product', 0.5],
      ['logistics', 0.2],
      ['service', 0.3],
    ] as const) {
      const found = page.dimensions[id];
      if (found) found.weight = weight;
    }
    const of = report({ snapshots: [page] });
    expect(of.dimensions.map((each) => [each.weight, each.weightProvenance])).toEqual([
      [0.5, 'page'],
      [0.2, 'page'],
      [0.3, 'page'],
    ]);
    expect(dimension(of, 'product')).toMatchObject({ pointsLost: 10, provenance: 'page' });
    expect(of.notes).not.toContain('weights-estimated');
    expect(of.total).toMatchObject({ official: 79, ours: 79, provenance: 'page', display: 4.5 });
    expect(of.residuals).toEqual([]);
  });

  it('are estimates otherwise, and agree with the total', () => {
    const of = report({
      snapshots: [snapshot({ product: 60, logistics: 100, service: 100 }, { total: 78 })],
    });
    expect(dimension(of, 'product')?.weight).toBeCloseTo(0.55, 2);
    expect(dimension(of, 'product')?.weightProvenance).toBe('estimate');
    expect(of.notes).toContain('weights-estimated');
    expect(sum(of.dimensions.map((each) => each.weight))).toBeCloseTo(1, 12);
  });

  it('come closer to the truth with every snapshot', () => {
    const truth = [0.25, 0.2, 0.55];
    const pages = Array.from({ length: 20 }, (_, i) => {
      const scores = {
        product: 70 + ((i * 7) % 25),
        logistics: 95 - ((i * 5) % 30),
        service: 80 + ((i * 3) % 19),
      };
      const exact = sum(Object.values(scores).map((each, k) => each * (truth[k] ?? 0)));
      return snapshot(scores, { total: Math.round(exact), day: TODAY - 20 + i });
    });
    const miss = (count: number): number => {
      const of = report({ snapshots: pages.slice(-count) });
      return Math.max(
        ...of.dimensions.map((each, i) => Math.abs((each.weight ?? 0) - (truth[i] ?? 0))),
      );
    };
    expect(miss(20)).toBeLessThan(0.03);
    expect(miss(20)).toBeLessThan(miss(1));
  });

  it('stay within published bounds and sum to one, whatever the page says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(score, score, score, fc.integer({ min: 1, max: 99 })), { maxLength: 5 }),
        (pages) => {
          const observations = pages.map(([a, b, c, total]) => ({
            scores: [a, b, c],
            sum: total,
            roundingHalf: 0.5,
          }));
          const weights = estimateWeights([0.42, 0.22, 0.36], observations);
          expect(sum(weights)).toBeCloseTo(1, 9);
          for (const each of weights) {
            expect(each).toBeGreaterThanOrEqual(0.1 - 1e-9);
            expect(each).toBeLessThanOrEqual(0.7 + 1e-9);
          }
        },
      ),
    );
  });

  it('are the priors when nothing was observed', () => {
    const weights = estimateWeights([0.42, 0.22, 0.36], []);
    expect(weights.map((each) => each.toFixed(9))).toEqual([
      '0.420000000',
      '0.220000000',
      '0.360000000',
    ]);
  });
});

describe('residuals', () => {
  it('name rounding, the clamp and what neither explains', () => {
    const kinds = (total: number, scores: number, bonus: number): string[] =>
      report({
        snapshots: [
          snapshot({ product: scores, logistics: scores, service: scores }, { total, bonus }),
        ],
      }).residuals.map((each) => each.kind);
    expect(kinds(90, 90, 0)).toEqual([]);
    expect(kinds(91, 90, 0)).toEqual(['rounding']);
    expect(kinds(100, 98, 5)).toEqual(['clamp']);
    expect(kinds(70, 90, 0)).toEqual(['unexplained']);
  });

  it('a deduction printed with its sign is the same deduction', () => {
    const scores = { product: 90, logistics: 90, service: 90 };
    const of = report({ snapshots: [snapshot(scores, { total: 82, bonus: 2, deduction: -10 })] });
    expect(of).toMatchObject({ deduction: 10, bonus: 2, residuals: [] });
  });
});

describe('attributeLoss', () => {
  const parts = (a?: number, b?: number) => [
    { id: 'a', share: 0.5, ...(a === undefined ? {} : { gap: a }) },
    { id: 'b', share: 0.5, ...(b === undefined ? {} : { gap: b }) },
  ];

  it('scales down to the real loss', () => {
    expect(attributeLoss(6, 0.5, parts(40, 20))).toEqual({
      losses: { a: 4, b: 2 },
      unexplained: 0,
    });
  });
  it('leaves unexplained what fine values cannot carry', () => {
    expect(attributeLoss(6, 0.5, parts(8, 4))).toEqual({ losses: { a: 2, b: 1 }, unexplained: 3 });
    expect(attributeLoss(6, 0.5, parts(0, 0))).toEqual({ losses: { a: 0, b: 0 }, unexplained: 6 });
    expect(attributeLoss(6, 0.5, [])).toEqual({ losses: {}, unexplained: 6 });
  });
  it('lets a plainly short value carry more than its share, up to half again its own gap', () => {
    expect(attributeLoss(9, 0.5, parts(20, 0))).toEqual({ losses: { a: 9, b: 0 }, unexplained: 0 });
    expect(attributeLoss(20, 0.5, parts(20, 0))).toEqual({
      losses: { a: 15, b: 0 },
      unexplained: 5,
    });
  });
  it('gives nothing to an indicator whose value is unknown', () => {
    expect(attributeLoss(4, 0.5, parts(30)).losses).toEqual({ a: 4 });
  });
});

describe('drag', () => {
  const drag = (
    scores: [number, number, number],
    total: number,
    values: Record<string, number>,
  ) => {
    const [product, logistics, service] = scores;
    return report({
      snapshots: [snapshot({ product, logistics, service }, { total }, { ...SOUND, ...values })],
    }).drag;
  };

  it('is the largest loss', () => {
    expect(drag([98, 72, 98], 92, { 'pickup-hours': 40 })).toMatchObject({
      indicator: 'pickup-hours',
      dimension: 'logistics',
      provenance: 'estimate',
      why: 'largest-loss',
    });
  });
  it('is in the heavy dimension, not where a rate merely looks worse', () => {
    const values = { 'pickup-hours': 47, 'quality-return-rate': 0.011 };
    expect(drag([75, 90, 99], 86, values).indicator).toBe('quality-return-rate');
  });
  it('says that nothing stands out in a shop without fault', () => {
    expect(drag([97, 98, 96], 97, {})).toEqual({
      provenance: 'estimate',
      why: 'nothing-stands-out',
    });
  });
  it('says so when no value explains the largest loss', () => {
    expect(drag([70, 98, 97], 86, {})).toMatchObject({
      dimension: 'product',
      why: 'unexplained-largest',
    });
  });
  it('is the deduction, where the platform took off more than any indicator lost', () => {
    const of = (
      deduction: number,
      scores: [number, number, number],
      total: number,
      values = {},
    ) => {
      const [product, logistics, service] = scores;
      return report({
        snapshots: [
          snapshot({ product, logistics, service }, { total, deduction }, { ...SOUND, ...values }),
        ],
      }).drag;
    };
    expect(of(15, [100, 100, 100], 85)).toEqual({
      pointsLost: 15,
      provenance: 'page',
      why: 'deduction-largest',
    });
    expect(of(2, [75, 100, 100], 86, { 'quality-return-rate': 0.03 }).indicator).toBe(
      'quality-return-rate',
    );
    // The page prints a deduction itself: an indicator that stands out is named unless the deduction is thrice its loss.
    const late = { 'quality-return-rate': 0.03 };
    const indicator = of(4, [93, 100, 100], 92, late);
    expect(indicator.indicator).toBe('quality-return-rate');
    expect(indicator.pointsLost).toBeLessThan(4);
    expect(of(15, [93, 100, 100], 81, late).why).toBe('deduction-largest');
    expect(of(3, [100, 100, 100], 97).why).toBe('deduction-largest');
    expect(of(2, [100, 100, 100], 98).why).toBe('nothing-stands-out');
  });
  it('is withheld while a dimension that was not read may have lost more', () => {
    const of = (total: number) =>
      report({ snapshots: [snapshot({ logistics: 70 }, { total }, { 'pickup-hours': 40 })] }).drag;
    // 22 % of 30 points are known; 8.4 of the 15 lost are not.
    expect(of(85)).toEqual({ provenance: 'missing', why: 'parts-unknown' });
    expect(of(93)).toMatchObject({ indicator: 'pickup-hours', why: 'largest-loss' });
  });
  it('names nothing without a score', () => {
    expect(report().drag).toEqual({ provenance: 'missing', why: 'no-data' });
    const none = { state: 'no-score' as const };
    expect(report({ snapshots: [snapshot({}, none, {})] }).drag.why).toBe('no-score');
    expect(report({ snapshots: [snapshot({}, { state: 'no-permission' }, {})] }).drag.why).toBe(
      'no-score',
    );
    expect(report({ snapshots: [snapshot({}, {}, SOUND)] }).drag.why).toBe('no-data');
  });
});

describe('the newest reading', () => {
  const scores = { product: 90, logistics: 90, service: 90 };
  it('shows the change since the last scored day', () => {
    const of = report({
      snapshots: [
        snapshot(scores, { total: 88, day: TODAY - 3 }),
        snapshot(scores, { state: 'no-score', day: TODAY - 1, total: undefined }),
        snapshot(scores, { total: 90, delta: 1 }),
      ],
    });
    expect(of.change).toEqual({ points: 2, fromDay: '2026-11-19', toDay: '2026-11-22' });
    expect(of.total?.delta).toBe(1);
  });
  it('falls back on the change that the page prints', () => {
    const of = report({ snapshots: [snapshot(scores, { total: 90, delta: -1 })] });
    expect(of.change).toEqual({ points: -1, fromDay: '2026-11-21', toDay: '2026-11-22' });
    expect(report({ snapshots: [snapshot(scores, { total: 90 })] }).change).toBeUndefined();
  });
  it('is not hidden by a colleague without permission', () => {
    const of = report({
      snapshots: [
        snapshot(scores, { total: 90, day: TODAY - 1 }),
        snapshot({}, { state: 'no-permission' }, {}),
      ],
    });
    expect(of).toMatchObject({ state: 'scored', total: { official: 90 } });
    expect(of.notes).toContain('no-permission');
  });
  it('says when it is old, or of another rule', () => {
    const notes = (more: object): string[] =>
      report({ snapshots: [snapshot(scores, { total: 90, ...more })] }).notes;
    expect(notes({ day: TODAY - 1 })).not.toContain('snapshot-stale');
    expect(notes({ day: TODAY - 2 })).toContain('snapshot-stale');
    expect(notes({ packId: 'doudian-2021' })).toContain('pack-mismatch');
    expect(notes({ packId: undefined })).toContain('pack-unrecognised');
    expect(notes({ state: 'no-score' })).toContain('few-orders');
  });
  it('is a pure function of its input', () => {
    const page = snapshot(scores, { total: 90 });
    const before = JSON.stringify(page);
    expect(report({ snapshots: [page] })).toEqual(report({ snapshots: [page] }));
    expect(JSON.stringify(page)).toBe(before);
    expect(report({ snapshots: [page] }).generatedMs).toBe(NOW);
  });
});
