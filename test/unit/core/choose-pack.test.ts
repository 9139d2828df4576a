import { describe, expect, it } from 'vitest';
import { choosePack } from '../../../src/core/choose-pack';
import type { ScoreSnapshot } from '../../../src/core/entities';
import type { RulePack } from '../../../src/core/pack';
import { beijingMs } from '../../../src/core/time';

const pack = (id: string, from: string, to?: string) => ({ id, from, to }) as RulePack;
const snapshot = (packId?: string) => ({ kind: 'score', packId }) as ScoreSnapshot;

const packs = [
  pack('summer', '2026-07-14', '2026-09-07'),
  pack('autumn', '2026-09-08'),
  pack('spring', '2026-04-07', '2026-07-13'),
];

describe('the pack that explains a shop', () => {
  it('is the one whose labels the latest page had, whatever the day', () => {
    const shown = [snapshot('spring'), snapshot('summer'), snapshot(undefined)];
    expect(choosePack(packs, shown, beijingMs(2026, 11, 1)).id).toBe('summer');
  });

  it('is the one in force when no page told', () => {
    expect(choosePack(packs, [], beijingMs(2026, 9, 8)).id).toBe('autumn');
    // One second before midnight in Beijing the older rule still holds.
    expect(choosePack(packs, [], beijingMs(2026, 9, 8) - 1000).id).toBe('summer');
    expect(choosePack(packs, [], beijingMs(2026, 7, 13, 23, 59, 59)).id).toBe('spring');
  });

  it('is the newest when the page names one that is not known, or no rule was in force', () => {
    expect(choosePack(packs, [snapshot('2031')], beijingMs(2026, 8, 1)).id).toBe('summer');
    expect(choosePack(packs, [], beijingMs(2019, 1, 1)).id).toBe('autumn');
  });

  it('must exist', () => {
    expect(() => choosePack([], [], 0)).toThrow(/rule pack/);
  });
});
