import { describe, expect, it } from 'vitest';
import { lostPointsText } from '../../../src/core/points-text';

describe('points lost', () => {
  it('read the same for a part and for its whole, and stand under each other', () => {
    expect(lostPointsText(12.22, 'page')).toBe('−12.2');
    expect(lostPointsText(12.2166, 'estimate')).toBe('≈−12.2');
    expect(lostPointsText(1.2, 'page')).toBe('−1.20');
    expect(lostPointsText(0.46, 'exact')).toBe('−0.46');
    expect(lostPointsText(1.2, 'estimate')).toBe('≈−1.2');
    expect(lostPointsText(0.5, 'proxy')).toBe('≈−0.50');
  });

  it('never turn a loss into none, nor round across a digit twice', () => {
    expect(lostPointsText(0.0023, 'estimate')).toBe('≈−0.002');
    expect(lostPointsText(9.994, 'page')).toBe('−9.99');
    expect(lostPointsText(9.996, 'page')).toBe('−10.0');
    expect(lostPointsText(0, 'page')).toBe('0');
    expect(lostPointsText(-0.2, 'page')).toBe('+0.20');
  });
});
