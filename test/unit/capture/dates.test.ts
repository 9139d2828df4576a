import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDateTimeMs } from '../../../src/capture/dates';

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);
const now = at('2026-01-02 08:00:00');

it.each([
  ['2023/05/12 21:58:20', '2023-05-12 21:58:20'],
  ['2026-09-21 10:00', '2026-09-21 10:00:00'],
  ['2026年9月1日 7:05', '2026-09-01 07:05:00'],
  ['2026-09-2110:00:00', '2026-09-21 10:00:00'],
  ['2026-09-21\ufffc10:00:00', '2026-09-21 10:00:00'],
  ['2026-9-1\ufffc10:00', '2026-09-01 10:00:00'],
  ['2026-09-21 周一 10:00', '2026-09-21 10:00:00'],
  ['2026年09月21日10时05分', '2026-09-21 10:05:00'],
  ['2026-09-21 下午3:05', '2026-09-21 15:05:00'],
  ['2026-09-21 3:05 PM', '2026-09-21 15:05:00'],
  ['2026-09-21 12:05 AM', '2026-09-21 00:05:00'],
  ['更新时间:2026-09-09 11:00:36(今日已更新)', '2026-09-09 11:00:36'],
  ['01-02 07:59', '2026-01-02 07:59:00'],
  ['12-31 23:59:59', '2025-12-31 23:59:59'],
  ['01-03 00:00', '2026-01-03 00:00:00'],
  ['02/29 12:00', '2024-02-29 12:00:00'],
])('%s', (text, expected) => {
  expect(parseDateTimeMs(text, now)).toBe(at(expected));
});

it.each([
  '',
  '2026-02-30 10:00:00',
  '2026-13-01 10:00',
  '2026-09-21 24:00:00',
  '2026-09-21',
  '10:00:00',
  '昨天 10:00',
  '2026-09-21 10:00 ~ 2026-09-22 10:00',
  '0000-00-00 00:00:00',
  '1970-01-01 08:00:00',
  '9999-12-31 23:59:59',
])('%s is no single instant', (text) => {
  expect(parseDateTimeMs(text, now)).toBeUndefined();
});

it('reads back any instant in Beijing time, with or without year, whatever the machine’s zone', () => {
  fc.assert(
    fc.property(fc.integer({ min: at('2010-01-01 00:00:00'), max: now }), (ms) => {
      const second = Math.floor(ms / 1_000) * 1_000;
      const text = new Date(second + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
      expect(parseDateTimeMs(text, now)).toBe(second);
      expect(parseDateTimeMs(text.replaceAll('-', '/'), now)).toBe(second);
      const yearless = parseDateTimeMs(text.slice(5), second + 3_600_000);
      expect(yearless).toBe(second);
    }),
  );
});
