import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMoneyFen, parseCount, parseMoneyFen } from '../../../src/capture/numbers';

describe('parseMoneyFen', () => {
  it.each([
    ['¥1,299.50', 129950],
    ['¥ 0.00', 0],
    ['59元', 5900],
    ['59.9', 5990],
    ['¥59.90(含运费¥8.00)', 5990],
    ['¥1,234,567.01', 123456701],
  ])('%s → %d', (text, fen) => {
    expect(parseMoneyFen(text)).toBe(fen);
  });

  it.each([
    '',
    '¥',
    '¥**.**',
    '¥1.005',
    '¥1.2万',
    '-¥5.00',
    '¥1,29.50',
    '¥1 ¥2',
    '¥1\ue0f2',
    '12.34.5',
    '¥999999999999',
    '¥59\ufffc90',
  ])('%s is not an amount', (text) => {
    expect(parseMoneyFen(text)).toBeUndefined();
  });

  it('reads back every amount as printed, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (fen) => {
        const [yuan, rest] = [Math.trunc(fen / 100), String(fen % 100).padStart(2, '0')];
        expect(parseMoneyFen(`¥${yuan}.${rest}`)).toBe(fen);
        expect(parseMoneyFen(`¥${yuan.toLocaleString('en-US')}.${rest}`)).toBe(fen);
      }),
    );
  });
});

it('takes the first amount of a line, or none if that one is unreadable', () => {
  expect(findMoneyFen('微信支付¥118.00x2')).toBe(11800);
  expect(findMoneyFen('¥39.90¥35.00')).toBe(3990);
  expect(findMoneyFen('¥1.005x1')).toBeUndefined();
  expect(findMoneyFen('¥1.2万 ¥5.00')).toBeUndefined();
  expect(findMoneyFen('免费')).toBeUndefined();
  expect(findMoneyFen('¥59 2件')).toBe(5900);
  // Another number's digits, the other end of a range, a space for thousands, a negative amount.
  expect(findMoneyFen('¥59\ufffc2件')).toBeUndefined();
  expect(findMoneyFen('¥59.90-¥69.90')).toBeUndefined();
  expect(findMoneyFen('¥59.90 ~ 69.90')).toBeUndefined();
  expect(findMoneyFen('¥1 299.00')).toBeUndefined();
  expect(findMoneyFen('-¥5.00')).toBeUndefined();
});

it('reads whole counts only', () => {
  expect(parseCount('1,002')).toBe(1002);
  expect(parseCount('x12')).toBe(12);
  expect(parseCount('共 120 条')).toBe(120);
  for (const text of ['1.5', '1-2', '', '2 x', '1,00', '**'])
    expect(parseCount(text)).toBeUndefined();
});
