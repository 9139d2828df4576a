import { describe, expect, it } from 'vitest';
import { badgeText } from '../../../src/badges/catalogue';
import { describeBadge, timeLeft } from '../../../src/badges/wording';
import { beijingMs, HOUR_MS, MINUTE_MS } from '../../../src/core/time';
import type { RowVerdict, VerdictKind } from '../../../src/core/verdict-types';

const now = beijingMs(2026, 11, 22, 9, 40);
const t = badgeText('zh-CN');
const verdict = (kind: VerdictKind, more: Partial<RowVerdict> = {}): RowVerdict => ({
  orderId: '6917000000000000001',
  verdict: kind,
  provenance: 'page',
  clause: '规则 103956',
  ...more,
});
const say = (kind: VerdictKind, more?: Partial<RowVerdict>) =>
  describeBadge(verdict(kind, more), now, t);

describe('badge wording', () => {
  it('names the clock of a duty and cuts the time left, never rounds it up', () => {
    const shown = say('savable', { dueMs: now + 22 * HOUR_MS + 59 * MINUTE_MS });
    expect(shown?.text).toBe('平台时限 剩 22 小时');
    expect(shown?.tone).toBe('soon');
  });

  it('is calm while a duty has more than a day', () => {
    expect(say('savable', { dueMs: now + 50 * HOUR_MS })?.tone).toBe('calm');
  });

  it('says which duty of an order it is, and marks a table’s date with ≈', () => {
    const dueMs = now + 3 * HOUR_MS + 20 * MINUTE_MS;
    const shown = say('savable', { dueMs, dueOf: 'order', sinceMs: now - HOUR_MS });
    expect(shown?.text).toBe('平台时限 发货剩 3 小时 20 分');
    expect(shown?.rows.map((row) => row.name)).toEqual(
      expect.arrayContaining(['最晚发货', '体验分从何时算起']),
    );
    const guessed = say('savable', { dueMs, dueOf: 'order', provenance: 'estimate' });
    expect(guessed?.text).toBe('平台时限 发货剩 ≈3 小时 20 分');
    expect(guessed?.rows.at(-1)?.value).toBe('估算：页面没写最晚时间，按规则推算');
    expect(say('overdue', { dueOf: 'order' })?.text).toBe('平台时限 发货已过');
  });

  it('turns a passed deadline into something to check, whatever the verdict said', () => {
    expect(say('savable', { dueMs: now })?.kind).toBe('stale');
    expect(say('savable', { dueMs: now })?.text).toBe('待核对');
  });

  it('never speaks of remaining time on a running mean', () => {
    const shown = say('running', { sinceMs: now - 3.2 * HOUR_MS, meanHours: 1.8 });
    expect(shown?.text).toBe('体验分计时 已等 3.2 小时 · 店均 1.8 小时 · 越快越好');
    expect(say('running', { sinceMs: now - HOUR_MS })?.text).toBe(
      '体验分计时 已等 1.0 小时 · 越快越好',
    );
    expect(say('running')?.text).toBe('体验分计时 · 越快越好');
  });

  it('shows a share with ≈ unless it is sure, and no share that is unknown', () => {
    const label = '商品品质退货率';
    const estimate = { label, share: 0.0312, provenance: 'estimate' as const };
    expect(say('counted', estimate)?.text).toBe('已计入 商品品质退货率 ≈−0.03 分');
    expect(say('counted', { label, share: 0.5, provenance: 'exact' })?.text).toBe(
      '已计入 商品品质退货率 −0.50 分',
    );
    expect(say('counted', { label, share: 0.0016, provenance: 'estimate' })?.text).toContain(
      '≈−0.002 分',
    );
    expect(say('counted', { label })?.text).toBe('已计入 商品品质退货率');
    expect(say('will-count', { label })?.text).toBe('将计入 商品品质退货率');
  });

  it('says why an order does not count, and nothing about a clean one', () => {
    expect(say('excluded', { reason: '赠品' })?.text).toBe('不计入（赠品）');
    expect(say('excluded')?.text).toBe('不计入');
    expect(say('clean')).toBeUndefined();
  });

  it('tells red, amber and blue apart by icon as well', () => {
    const icons = [
      say('savable', { dueMs: now + HOUR_MS })?.icon,
      say('counted')?.icon,
      say('paused')?.icon,
      say('excluded')?.icon,
      say('stale')?.icon,
    ];
    expect(new Set(icons).size).toBe(5);
  });

  it('gives the card clause, deadline in Beijing time and provenance', () => {
    const shown = say('savable', {
      dueMs: now + HOUR_MS,
      dueAction: '自动同意',
      label: '平台求助率',
    });
    const values = shown?.rows.map((row) => row.value);
    expect(values).toEqual([
      '平台求助率',
      '11-22 10:40（北京时间）',
      '自动同意',
      '规则 103956',
      '页面：平台页面上写的',
    ]);
  });

  it('cuts units as time gets long', () => {
    expect(timeLeft(59_999, t)).toBe('不到 1 分钟');
    expect(timeLeft(42 * MINUTE_MS, t)).toBe('42 分钟');
    expect(timeLeft(3 * HOUR_MS + 12 * MINUTE_MS, t)).toBe('3 小时 12 分');
    expect(timeLeft(47 * HOUR_MS, t)).toBe('47 小时');
    expect(timeLeft(71 * HOUR_MS, t)).toBe('2 天');
    expect(timeLeft(25 * HOUR_MS * 24, badgeText('en'))).toBe('25 days');
  });
});
