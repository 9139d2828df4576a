/** The rule editor: what is typed becomes figures, or is refused with field and reason. */
import { describe, expect, it } from 'vitest';
import { doudian } from '../../../src/platforms/doudian';
import { draftOf, figuresOf } from '../../../src/ui/dashboard/rules/rules-model';

const [pack] = doudian.packs.filter((each) => each.id === 'doudian-2026-09');
if (!pack) throw new Error('the pack in force is gone');
const empty = draftOf(pack);

describe('figures typed', () => {
  it('empty: nothing is entered', () => {
    expect(figuresOf(pack, empty)).toEqual({ figures: {} });
  });

  it('in percent, and come back as they were typed', () => {
    const draft = {
      ...empty,
      dimensionWeights: { product: '40', logistics: '24.5', service: '35.5%' },
      indicators: {
        ...empty.indicators,
        'quality-return-rate': {
          weight: '30',
          rows: [
            { value: '0.3', points: '100' },
            { value: '1.5', points: '60' },
          ],
        },
      },
    };
    const made = figuresOf(pack, draft);
    expect(made).toEqual({
      figures: {
        dimensionWeights: { product: 0.4, logistics: 0.245, service: 0.355 },
        indicators: {
          'quality-return-rate': {
            weight: 0.3,
            ladder: [
              { value: 0.003, points: 100 },
              { value: 0.015, points: 60 },
            ],
          },
        },
      },
    });
    if (!('figures' in made)) throw new Error('refused');
    expect(draftOf(pack, made.figures)).toEqual({
      ...draft,
      dimensionWeights: { product: '40', logistics: '24.5', service: '35.5' },
    });
  });

  it.each([
    [{ product: '40', logistics: '30', service: '20' }, 'dimensionWeights', 'sum-not-one'],
    [
      { product: '40', logistics: '', service: '60' },
      'dimensionWeights.logistics',
      'missing-weight',
    ],
    [
      { product: '四十', logistics: '30', service: '30' },
      'dimensionWeights.product',
      'not-a-number',
    ],
    [{ product: '-5', logistics: '50', service: '55' }, 'dimensionWeights.product', 'not-a-share'],
  ])('%o are refused at %s: %s', (dimensionWeights, field, reason) => {
    expect(figuresOf(pack, { ...empty, dimensionWeights })).toEqual({
      problems: [{ field, reason }],
    });
  });

  it('the recency assumption, where the rule has one', () => {
    const [old] = doudian.packs.filter((each) => each.id === 'doudian-2021');
    if (!old) throw new Error('the pack of 2021 is gone');
    const typed = (recency: string) => figuresOf(old, { ...draftOf(old), recency });
    expect(typed('30')).toEqual({ figures: { recencyHalfLifeDays: 30 } });
    expect(draftOf(old, { recencyHalfLifeDays: 30 }).recency).toBe('30');
    expect(typed('0')).toEqual({
      problems: [{ field: 'recencyHalfLifeDays', reason: 'not-positive' }],
    });
    expect(figuresOf(pack, { ...empty, recency: '30' })).toEqual({
      problems: [{ field: 'recencyHalfLifeDays', reason: 'not-used-by-this-rule' }],
    });
  });

  it('points outside the scale are refused at their indicator', () => {
    const rows = [{ value: '1', points: '400' }];
    const indicators = { ...empty.indicators, 'pickup-hours': { weight: '', rows } };
    expect(figuresOf(pack, { ...empty, indicators })).toEqual({
      problems: [{ field: 'indicators.pickup-hours.ladder', reason: 'out-of-scale' }],
    });
  });
});
