import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueAtMs, findCountdown } from '../../../src/capture/countdown';

const ms = (days: number, hours: number, minutes: number, seconds: number): number =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;

it.each([
  ['22小时31分12秒后自动同意', ms(0, 22, 31, 12), '自动同意'],
  ['1天2小时3分4秒超时平台将主动发起退货换货协商', ms(1, 2, 3, 4), '平台将主动发起退货换货协商'],
  ['(6天23时33分2秒未处理,系统将自动退款)', ms(6, 23, 33, 2), '系统将自动退款'],
  ['还剩 1天 2时 3分', ms(1, 2, 3, 0), undefined],
  ['剩余 59分', ms(0, 0, 59, 0), undefined],
  ['48小时后自动同意', ms(0, 48, 0, 0), '自动同意'],
  ['待商家处理22小时31分12秒后售后关闭', ms(0, 22, 31, 12), '售后关闭'],
  ['3秒后自动同意', 3_000, '自动同意'],
  ['距超时 2小时3分', ms(0, 2, 3, 0), undefined],
  ['距离逾期2小时3分', ms(0, 2, 3, 0), undefined],
  ['已发货,2小时3分后自动确认', ms(0, 2, 3, 0), '自动确认'],
])('%s', (text, remainingMs, action) => {
  expect(findCountdown(text)).toEqual(action ? { remainingMs, action } : { remainingMs });
});

it.each([
  '七天无理由',
  '7天无理由退货',
  '48小时内处理',
  '已逾期2小时3分',
  '已超时 1天2时3分',
  '已等待 2小时3分',
  '已等待约 2小时3分',
  '处理用时2小时3分5秒',
  '发货已逾期:2小时5分',
  '2小时3分前',
  '待商家处理',
  '',
  '12',
  '1天25小时3分后关闭',
  '22小时60分1秒后关闭',
])('%s is no countdown', (text) => {
  expect(findCountdown(text)).toBeUndefined();
});

it('gives the same deadline at every second of the same countdown', () => {
  const start = Date.UTC(2026, 8, 22, 4, 0, 0);
  const due = start + ms(0, 22, 31, 12);
  const seen = new Set<number>();
  for (let second = 0; second < 3_600; second += 1) {
    seen.add(dueAtMs(start + second * 1_000, due - start - second * 1_000));
  }
  expect(seen.size).toBe(1);
  expect(Math.abs([...seen][0]! - due)).toBeLessThanOrEqual(30_000);
});

it('a deadline on a full minute survives page and machine ticking apart', () => {
  const due = Date.UTC(2026, 8, 23, 2, 0, 0);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 86_400 }),
      fc.integer({ min: -2_000, max: 2_000 }),
      (left, skew) => {
        expect(dueAtMs(due - left * 1_000 + skew, left * 1_000)).toBe(due);
      },
    ),
  );
});
