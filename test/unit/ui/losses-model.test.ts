/** Which part of a loss is called too high (偏高), worked by hand. */
import { describe, expect, it } from 'vitest';
import { stands } from '../../../src/ui/dashboard/losses/losses-model';

const part = (count: number, all: number, baseShare: number | undefined) =>
  stands({ by: 'weekday', key: '3', count, share: count / all, baseShare } as never, all);

describe('a part of the loss stands out', () => {
  it('when it is surely more than its part of all units', () => {
    // 12 of 40: between 18 and 45 % (95 %), where all units have 10.
    expect(part(12, 40, 0.1)).toBe(true);
  });
  it('not by chance: 4 of 14 may be 12 to 55 %, where all units have 15', () => {
    expect(part(4, 14, 0.15)).toBe(false);
    expect(part(40, 140, 0.15)).toBe(true);
  });
  it('not when it is a small part, hardly more, two units, or nobody knows the usual', () => {
    expect(part(30, 200, 0.05)).toBe(false);
    expect(part(60, 200, 0.22)).toBe(false);
    expect(part(2, 2, 0.05)).toBe(false);
    expect(part(12, 40, undefined)).toBe(false);
  });
});
