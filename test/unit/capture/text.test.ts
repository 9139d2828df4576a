import { describe, expect, it } from 'vitest';
import { cleanText, isNone, isReadable, MAX_CHARS } from '../../../src/capture/text';

describe('cleanText', () => {
  it.each([
    ['订单编号\u00a06917301234567890011', '订单编号 6917301234567890011'],
    ['  青禾\u3000示例店 \n ', '青禾 示例店'],
    ['６９４１', '6941'],
    ['￥８８．５０', '¥88.50'],
    ['申请原因：破损（商品品质原因）', '申请原因:破损(商品品质原因)'],
    ['\u200b白\u202e色\ufeff', '白色'],
    ['a\u0000b', 'a b'],
    ['plain text', 'plain text'],
    [' lead', 'lead'],
    ['', ''],
  ])('%j → %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it('cuts a megabyte without keeping half a character', () => {
    const text = cleanText('😀'.repeat(500_000));
    expect(text.length).toBeLessThanOrEqual(MAX_CHARS);
    expect(/\p{Cs}/u.test(text)).toBe(false);
  });
});

it('tells ciphered glyphs from text', () => {
  expect(isReadable('¥12.00')).toBe(true);
  expect(isReadable('¥\ue3a1\ue0f2.00')).toBe(false);
});

it('knows how pages write "none", and that an empty cell is not that', () => {
  for (const text of ['-', '--', '—', '无', '暂无']) expect(isNone(text)).toBe(true);
  for (const text of ['', '0', '无需发货', '-1']) expect(isNone(text)).toBe(false);
});
