import { describe, expect, it } from 'vitest';
import { validateLine } from '../../../src/core/advice-line-check';

const good = {
  id: 'campaign-total',
  platform: 'p',
  use: 'campaign',
  metric: 'dimension:product',
  stat: 'mean-7',
  threshold: 70,
  direction: 'at-least',
  source: 'a rule',
  confidence: 'H',
  date: '2026-08',
  effectKey: 'line.campaign',
};

describe('validateLine', () => {
  it('accepts a line, with and without its optional fields', () => {
    expect(validateLine(good)).toEqual([]);
    const full = {
      ...good,
      thresholdTo: 65,
      category: '女装',
      replaces: ['other-line'],
      minSample: 30,
      consultation: false,
      from: '2026-07-29',
      until: '2026-12-31',
    };
    expect(validateLine(full)).toEqual([]);
    expect(validateLine({ ...good, category: undefined })).toEqual([]);
  });

  it.each([
    ['id', 'Campaign Total', 'not-kebab-case'],
    ['id', 7, 'not-text'],
    ['id', undefined, 'missing'],
    ['platform', undefined, 'missing'],
    ['use', 'a b', 'not-kebab-case'],
    ['metric', 'dimension:', 'unknown-word'],
    ['metric', 'score', 'unknown-word'],
    ['stat', 'mean-8', 'unknown-word'],
    ['direction', 'over', 'unknown-word'],
    ['confidence', 'high', 'unknown-word'],
    ['threshold', '70', 'not-a-number'],
    ['threshold', Number.NaN, 'not-a-number'],
    ['threshold', -1, 'out-of-range'],
    ['threshold', 100.5, 'out-of-range'],
    ['date', '2026-13', 'bad-date'],
    ['date', '2026-02-30', 'bad-date'],
    ['date', 'August', 'bad-date'],
    ['source', '  ', 'not-text'],
    ['effectKey', 1, 'not-text'],
    ['category', '', 'not-text'],
    ['minSample', 0, 'out-of-range'],
    ['minSample', 1.5, 'not-a-number'],
    ['consultation', 'yes', 'not-yes-or-no'],
    ['replaces', 'x', 'not-a-list'],
    ['replaces', ['X'], 'not-kebab-case'],
    ['from', '2026-07', 'bad-date'],
    ['until', 'soon', 'bad-date'],
    ['toString', 1, 'unknown-field'],
    ['thresholdTo', 70, 'wrong-order'],
    ['thresholdTo', 75, 'wrong-order'],
  ])('refuses %s = %j: %s', (field, value, reason) => {
    expect(validateLine({ ...good, [field]: value })).toEqual([{ field, reason }]);
  });

  it('reads a range by the direction', () => {
    expect(validateLine({ ...good, direction: 'at-most', thresholdTo: 75 })).toEqual([]);
    expect(validateLine({ ...good, direction: 'at-most', thresholdTo: 65 })).toEqual([
      { field: 'thresholdTo', reason: 'wrong-order' },
    ]);
    expect(validateLine({ ...good, threshold: undefined, thresholdTo: 65 })).toEqual([
      { field: 'thresholdTo', reason: 'wrong-order' },
    ]);
  });

  it('refuses a period that ends before it begins, and what is no object', () => {
    expect(validateLine({ ...good, from: '2026-08-01', until: '2026-07-31' })).toEqual([
      { field: 'until', reason: 'wrong-order' },
    ]);
    for (const value of [null, [], 'x', 4, undefined])
      expect(validateLine(value)).toEqual([{ field: '', reason: 'not-an-object' }]);
  });

  it('reports every bad field at once', () => {
    expect(validateLine({ ...good, id: '', stat: 'x' }).map((p) => p.field)).toEqual([
      'id',
      'stat',
    ]);
  });
});
