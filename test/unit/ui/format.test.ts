import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../src/core/time';
import { createTranslator, zhMessages } from '../../../src/ui/i18n';
import { leftText } from '../../../src/ui/shared/format';

const tr = createTranslator('zh-CN', zhMessages);

describe('time left', () => {
  it('is cut off, with minutes below ten hours only', () => {
    const left = (hours: number, minutes = 0): string =>
      leftText(hours * HOUR_MS + minutes * MINUTE_MS, tr);
    expect(left(0, 59.9)).toBe('剩 59 分钟');
    expect(left(1)).toBe('剩 1 小时');
    expect(left(9, 59)).toBe('剩 9 小时 59 分');
    expect(left(10, 59)).toBe('剩 10 小时');
    expect(left(47, 59)).toBe('剩 47 小时');
    expect(left(71)).toBe('剩 2 天');
    expect(left(-1)).toBe('剩 0 分钟');
  });

  it('of a date that no page printed has ≈ before its number', () => {
    expect(leftText(23.5 * HOUR_MS, tr, { isEstimate: true })).toBe('剩 ≈23 小时');
  });
});
