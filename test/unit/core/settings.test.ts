/** The merchant's own figures: checked, honoured by the report, and marked. */
import { describe, expect, it } from 'vitest';
import { calendarOf, findSpan, spansDuring } from '../../../src/core/calendar';
import { choosePack } from '../../../src/core/choose-pack';
import { fitWeights } from '../../../src/core/fit-weights';
import { isotonicKnots } from '../../../src/core/isotonic';
import type { ShopSettings } from '../../../src/core/shop-settings';
import { beijingMs, findDay } from '../../../src/core/time';
import { taobaoCalendar } from '../../../src/platforms/taobao/rules/calendar';
import { allPacks, getPack } from '../packs/all-packs';
import { NOW, report, SOUND, snapshot } from './report-fixture';

const doudian = allPacks.filter((pack) => pack.platform === 'doudian');
const settings: ShopSettings = {
  packId: 'doudian-2026-09',
  figures: {
    'doudian-2026-09': {
      dimensionWeights: { product: 0.5, logistics: 0.25, service: 0.25 },
      indicators: { 'platform-help-rate': { ladder: [{ value: 0, points: 100 }] } },
    },
    'doudian-2021': { recencyHalfLifeDays: 30 },
  },
  bonuses: { 'next-day-delivery': { good: 10, all: 100 }, 'home-installation': { earned: false } },
  growth: { taskDone: true },
  path: { kind: 'as-recent', days: 7 },
};

describe('the report', () => {
  const page = snapshot({ product: 80, logistics: 100, service: 100 }, { total: 90 });
  const made = report({ snapshots: [page], settings });

  it('uses the figures of its own pack only, and says so', () => {
    // Half of 20 points.
    expect(made.dimensions[0]).toMatchObject({
      weight: 0.5,
      weightProvenance: 'page',
      pointsLost: 10,
    });
    expect(made.settings).toEqual({
      pack: true,
      dimensionWeights: true,
      indicators: ['platform-help-rate'],
      recency: false,
      refused: [],
    });
    expect(made.notes).not.toContain('weights-estimated');
    expect(report({ snapshots: [page] }).settings).toBeUndefined();
  });

  it('leaves wrong figures aside and names them', () => {
    const wrong = report({
      snapshots: [page],
      settings: { figures: { 'doudian-2026-09': { dimensionWeights: { product: 2 } } } },
    });
    expect(wrong.notes).toContain('settings-refused');
    expect(wrong.settings?.refused[0]).toEqual({
      field: 'dimensionWeights.product',
      reason: 'not-a-share',
    });
    expect(wrong.dimensions).toEqual(report({ snapshots: [page] }).dimensions);
  });

  it('tells the bonuses as far as the merchant entered them', () => {
    expect(
      made.bonuses.map(({ id, more, reached, provenance }) => [id, more, reached, provenance]),
    ).toEqual([
      ['next-day-delivery', 13, false, 'page'],
      ['return-freight-insurance', undefined, undefined, 'missing'],
      ['large-item-freight-insurance', undefined, undefined, 'missing'],
      ['home-installation', undefined, false, 'page'],
    ]);
  });

  it('gives the growth stage its score, only where the page says there is none', () => {
    const few = { ...page, state: 'no-score' as const };
    expect(report({ snapshots: [few], settings }).stage).toMatchObject({
      stage: 'growth',
      score: 70,
      needed: 30,
      provenance: 'page',
    });
    const fallen = { growth: { taskDone: true, fallen: true } };
    expect(report({ snapshots: [few], settings: fallen }).stage.score).toBe(60);
    expect(report({ snapshots: [few] }).stage.score).toBeUndefined();
    expect(made.stage).toMatchObject({ stage: 'formal', provenance: 'page' });
    expect(report().stage).toMatchObject({ stage: 'unknown', provenance: 'missing' });
  });

  it('takes the merchant’s pack before the page’s labels and the day', () => {
    const old = { ...page, packId: 'doudian-2026-07' };
    expect(choosePack(doudian, [old], NOW).id).toBe('doudian-2026-07');
    expect(choosePack(doudian, [old], NOW, 'doudian-2026-04').id).toBe('doudian-2026-04');
    expect(choosePack(doudian, [], beijingMs(2026, 5, 1)).id).toBe('doudian-2026-04');
    expect(choosePack(doudian, [], beijingMs(2026, 8, 1)).id).toBe('doudian-2026-07');
  });

  it('uses thresholds that the page prints', () => {
    const july = getPack('doudian-2026-07');
    const tiers = [
      { value: 0.01, points: 90 },
      { value: 0.002, points: 100 },
    ];
    const page = snapshot({}, { packId: july.id }, SOUND);
    page.indicators['platform-help-rate'] = { value: 0.004, text: '0.4%', tiers };
    const made = report({ pack: july, snapshots: [page] });
    expect(made.indicators.find((each) => each.id === 'platform-help-rate')).toMatchObject({
      points: 90,
      pointsProvenance: 'page',
    });
  });
});

describe('the exclusion calendar', () => {
  const paidMs = beijingMs(2026, 2, 23, 23, 59, 59);

  it('holds the spring festival of 2026 by the payment’s Beijing day', () => {
    expect(findSpan(taobaoCalendar, 'arrival-hours', { paidMs })?.id).toBe('spring-festival-2026');
    expect(findSpan(taobaoCalendar, 'arrival-hours', { paidMs: paidMs + 1_000 })).toBeUndefined();
    expect(findSpan(taobaoCalendar, 'refund-hours', { paidMs })).toBeUndefined();
    expect(findSpan(taobaoCalendar, 'arrival-hours', {})).toBeUndefined();
  });

  it('is the merchant’s to change', () => {
    const flood = {
      id: 'flood',
      indicators: ['arrival-hours'],
      from: '2026-07-01',
      to: '2026-07-05',
      by: 'placed' as const,
      provinces: ['广西'],
      reason: '暴雨',
      source: '商家填写',
    };
    const mine = calendarOf(taobaoCalendar, { add: [flood], off: ['spring-festival-2026'] });
    expect(mine).toEqual([flood]);
    const placedMs = beijingMs(2026, 7, 3);
    expect(findSpan(mine, 'arrival-hours', { placedMs, province: '广西' })).toBe(flood);
    // Where it went is not known: nothing is left out on a guess.
    expect(findSpan(mine, 'arrival-hours', { placedMs })).toBeUndefined();
    const day = findDay('2026-07-05') ?? 0;
    expect(spansDuring(mine, 'arrival-hours', day, day + 29)).toEqual([flood]);
    expect(spansDuring(mine, 'arrival-hours', day + 1, day + 30)).toEqual([]);
  });
});

describe('fits', () => {
  const priors = [0.42, 0.22, 0.36];
  const hidden = [0.25, 0.2, 0.55];
  const day = (...scores: number[]) => ({
    scores,
    sum: Math.round(scores.reduce((sum, score, i) => sum + score * (hidden[i] ?? 0), 0)),
    roundingHalf: 0.5,
  });
  const days = [
    day(95, 80, 70),
    day(60, 90, 95),
    day(88, 60, 92),
    day(75, 99, 60),
    day(92, 71, 84),
    day(55, 66, 99),
  ];

  it('weights of four varied days and more, when they predict days never seen', () => {
    const { weights, trial } = fitWeights(priors, days[0], days.slice(1));
    expect(trial).toMatchObject({ days: 6, beats: true });
    expect(trial?.error).toBeLessThan(1);
    expect(trial?.defaultError).toBeGreaterThan(2);
    weights.forEach((weight, i) => expect(Math.abs(weight - (hidden[i] ?? 0))).toBeLessThan(0.03));
  });

  it('too few, or the same over again, are not tried', () => {
    expect(fitWeights(priors, days[0], days.slice(1, 3)).trial).toBeUndefined();
    const same = Array.from({ length: 9 }, () => day(95, 80, 70));
    expect(fitWeights(priors, same[0], same.slice(1)).trial).toBeUndefined();
  });

  it('weights that are the priors anyway are left alone', () => {
    const sound = days.map(({ scores }) => ({
      scores,
      sum: scores.reduce((sum, score, i) => sum + score * (priors[i] ?? 0), 0),
      roundingHalf: 0.5,
    }));
    expect(fitWeights(priors, sound[0], sound.slice(1)).trial?.beats).toBe(false);
  });

  it('PAV pools what goes the wrong way', () => {
    const fit = (direction: 'up' | 'down') => isotonicKnots([0, 1, 2, 3], [1, 3, 2, 4], direction);
    expect(fit('up').map(({ x, y }) => [x, y])).toEqual([
      [0, 1],
      [1.5, 2.5],
      [3, 4],
    ]);
    expect(fit('down').map(({ y }) => y)).toEqual([2.5]);
    expect(isotonicKnots([1, 1, 2], [0, 4, 3], 'up').map(({ y }) => y)).toEqual([2, 3]);
    expect(isotonicKnots([], [], 'up')).toEqual([]);
  });

  it('curves of a dimension are calibrated when they predict days never seen, and the report says it', () => {
    // Hidden: pickup costs a point an hour above ten; the reference curve costs 20 in the first twelve.
    const pages = Array.from({ length: 16 }, (_, i) => {
      const hours = 10 + ((i * 7) % 16);
      const page = snapshot(
        { product: 100, logistics: 100 - 0.3 * (hours - 10) * 3, service: 100 },
        { day: snapshot({}).day - i, total: 95 },
        { ...SOUND, 'pickup-hours': hours },
      );
      return page;
    });
    const made = report({ snapshots: pages });
    const fits = made.fits.filter((each) => each.kind === 'ladder');
    expect(fits.map((each) => each.indicator)).toContain('pickup-hours');
    const pickup = fits.find((each) => each.indicator === 'pickup-hours');
    expect(pickup).toMatchObject({ days: 16, used: true });
    expect(pickup?.error).toBeLessThan((pickup?.defaultError ?? 0) / 2);
  });

  it('printed points calibrate a curve of steps nobody published', () => {
    const july = getPack('doudian-2026-07');
    const pages = [100, 100, 90, 80, 70].map((points, i) => {
      const page = snapshot({}, { packId: july.id, day: snapshot({}).day - 5 + i }, {});
      page.indicators['platform-help-rate'] = { value: 0.002 * (i + 1), text: '', points };
      return page;
    });
    const { day } = snapshot({});
    const today = snapshot({}, { packId: july.id, day }, { 'platform-help-rate': 0.007 });
    const made = report({ pack: july, snapshots: [...pages, today] });
    expect(made.fits).toContainEqual(
      expect.objectContaining({ indicator: 'platform-help-rate', days: 5, used: true }),
    );
    expect(made.indicators.find((each) => each.id === 'platform-help-rate')).toMatchObject({
      points: expect.closeTo(85, 6),
      pointsProvenance: 'estimate',
    });
  });
});
