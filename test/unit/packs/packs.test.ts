/** What must hold of every rule pack, whatever the platform and the year. */
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compile';
import { findDay } from '../../../src/core/time';
import { createPlatformRules } from '../../../src/store/rules';
import { allPacks, getPack, wordsOf } from './all-packs';

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

it('has the packs that the product names, each once', () => {
  expect(allPacks.map((pack) => pack.id).sort()).toEqual([
    'doudian-2021',
    'doudian-2026-04',
    'doudian-2026-07',
    'doudian-2026-09',
    'pdd-navigator',
    'pdd-service-experience',
    'taobao-composite-2022',
    'taobao-dsr',
    'taobao-lighthouse-2020',
    'taobao-real-2025-06',
    'taobao-real-2026-03',
  ]);
});

it.each(Object.keys(wordsOf))('the packs of %s can be counted together', (platform) => {
  const packs = allPacks.filter((pack) => pack.platform === platform);
  const words = wordsOf[platform] ?? {};
  const rules = createPlatformRules(
    { id: platform, orderIdPattern: /./, words, packs, duties: [] },
    () => [],
  );
  expect(rules.version).toMatch(/^[0-9a-f]{16}$/);
});

describe.each(allPacks)('$id', (pack) => {
  const measureIds = pack.measures.map((each) => each.id);
  const indicatorIds = pack.indicators.map((each) => each.id);
  const dimensionIds = pack.dimensions.map((each) => each.id);

  it('is called what the platform calls the score', () => {
    expect(pack.name).toMatch(/^[\u4e00-\u9fff]{2,12}$/);
  });

  it('compiles with its platform’s words', () => {
    expect(compilePack(pack, wordsOf[pack.platform] ?? {}).version).toMatch(/^[0-9a-f]{16}$/);
  });

  it('names everything once and refers only to what it defines', () => {
    for (const ids of [measureIds, indicatorIds, dimensionIds, pack.deductions.map((d) => d.id)]) {
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    for (const each of pack.indicators) {
      expect(dimensionIds).toContain(each.dimension);
      if (each.measureId !== undefined) expect(measureIds).toContain(each.measureId);
      if (each.points.how === 'tiers' && each.points.relief?.countMeasureId) {
        expect(measureIds).toContain(each.points.relief.countMeasureId);
      }
    }
    for (const each of pack.evidence) {
      expect(measureIds).toContain(each.measureId);
      expect(indicatorIds).toContain(each.indicator);
    }
    const used = [...pack.indicators, ...pack.evidence].map((each) => each.measureId);
    for (const id of measureIds) expect(used, id).toContain(id);
    for (const id of Object.values(pack.listCounts)) expect(measureIds).toContain(id);
    if (pack.smallShop) expect(measureIds).toContain(pack.smallShop.ordersMeasureId);
    for (const id of dimensionIds) {
      expect(pack.indicators.some((each) => each.dimension === id) || pack.totalFromRank).toBe(
        true,
      );
    }
  });

  it('gives a source for every figure', () => {
    const sources = [
      pack.source,
      pack.gate.source,
      ...pack.dimensions.map((each) => each.source),
      ...pack.indicators.flatMap((each) => [each.source, each.points.source]),
      ...pack.evidence.map((each) => each.source),
      ...pack.measures.map((each) => each.source),
      ...pack.bonuses.map((each) => each.source),
      ...pack.deductions.map((each) => each.source),
      ...pack.exclusions.map((each) => each.source),
      ...[pack.growth, pack.smallShop, pack.recency].flatMap((each) => each?.source ?? []),
    ];
    for (const source of sources) expect(source.length).toBeGreaterThan(2);
    for (const { points, source } of pack.indicators) {
      // Whatever is assumed says so.
      if (points.ladder.length > 0) expect(points.source).toContain('估算');
      if (points.weight !== undefined && points.how !== 'mean-rating' && !points.weightProvenance) {
        expect(points.source + source + JSON.stringify(pack.notes ?? [])).toContain('估算');
      }
    }
    for (const { weightPrior, weightProvenance, source } of pack.dimensions) {
      if (weightPrior !== undefined && !weightProvenance) expect(source).toContain('估算');
    }
  });

  it('has weights for all or for none, summing to one', () => {
    const priors = pack.dimensions.flatMap((each) => each.weightPrior ?? []);
    expect([0, pack.dimensions.length]).toContain(priors.length);
    if (priors.length > 0) expect(sum(priors)).toBeCloseTo(1, 12);
    for (const id of dimensionIds) {
      const inside = pack.indicators.filter((each) => each.dimension === id);
      const shares = inside.flatMap((each) => each.points.weight ?? []);
      expect([0, inside.length]).toContain(shares.length);
      if (shares.length > 0) expect(sum(shares)).toBeCloseTo(1, 12);
    }
  });

  it('counts back over whole windows and is dated', () => {
    for (const each of [...pack.indicators, ...pack.evidence]) {
      expect(each.window[0]).toBeGreaterThanOrEqual(each.window[1]);
      expect(each.window[1]).toBeGreaterThanOrEqual(1);
    }
    expect(findDay(pack.from)).toBeTypeOf('number');
    if (pack.to !== undefined) expect(findDay(pack.to)).toBeGreaterThan(findDay(pack.from) ?? 0);
    expect(pack.scale.max).toBeGreaterThan(pack.scale.min);
  });
});

it('the versions of one rule follow each other without a gap or an overlap', () => {
  for (const line of [
    ['doudian-2026-04', 'doudian-2026-07', 'doudian-2026-09'],
    [
      'taobao-lighthouse-2020',
      'taobao-composite-2022',
      'taobao-real-2025-06',
      'taobao-real-2026-03',
    ],
  ]) {
    line.slice(1).forEach((id, i) => {
      const before = getPack(line[i] ?? '');
      expect((findDay(before.to ?? '') ?? 0) + 1).toBe(findDay(getPack(id).from));
    });
  }
});

it('ships no tier, hour table or step boundary that nobody published', () => {
  for (const pack of allPacks) {
    for (const { points } of pack.indicators) {
      if (points.how === 'tiers') expect(points.tiers).toBeUndefined();
      if (points.how === 'mean-points') expect(points.table).toBeUndefined();
      if (points.how === 'five-step') expect(points.cuts).toBeUndefined();
      if (pack.platform !== 'doudian') expect(points.ladder).toEqual([]);
    }
  }
});
