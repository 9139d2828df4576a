/** docs/scoring.md states what each number can reach; this holds the tables to the pack and the engine. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureSides } from '../../../src/core/measure-sides';
import { buildReport } from '../../../src/core/report';
import { pack202609 as pack } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { ingest, inputOf, sightings } from '../hand-shop/shop';

const text = readFileSync(new URL('../../../docs/scoring.md', import.meta.url), 'utf8');

/** Rows of the table whose head begins with `first`, as cells by column name. */
function table(first: string): Record<string, string>[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${first} |`));
  if (start < 0) throw new Error(`no table "${first}" in docs/scoring.md`);
  const cells = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const names = cells(lines[start] ?? '');
  const body = lines.slice(start + 2);
  const end = body.findIndex((line) => !line.startsWith('|'));
  return body
    .slice(0, end)
    .map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i], cell])));
}

const indicators = table('indicator');
const evidence = table('count');
/** The hand-worked shop as the three pages show it, both lists read in full. */
const report = buildReport(inputOf(ingest(sightings('pages'), false)));

describe('docs/scoring.md', () => {
  it('lists every indicator, with the page’s own label', () => {
    expect(indicators.map((row) => row.indicator)).toEqual(pack.indicators.map((each) => each.id));
    expect(indicators.map((row) => row['page label'])).toEqual(
      pack.indicators.map((each) => each.labels[0]),
    );
  });

  it('states the ladders and shares in use', () => {
    for (const [i, each] of pack.indicators.entries()) {
      const ladder = each.points.ladder.map((knot) => `${knot.value}→${knot.points}`).join(' ');
      expect(indicators[i]).toMatchObject({ ladder, share: String(each.points.weight) });
    }
  });

  it('states the provenance that values and own counts reach from the three pages', () => {
    for (const [i, each] of report.indicators.entries()) {
      expect(indicators[i]).toMatchObject({ value: each.provenance, own: each.numProvenance });
      expect(each.denProvenance).toBe(each.numProvenance);
      expect(each.ownValue === undefined).toBe(indicators[i]?.own === 'missing');
      expect(each.pointsProvenance).toBe('estimate');
    }
  });

  it('lists every evidence count, what it explains, and the best it reaches', () => {
    expect(evidence.map((row) => [row.count, row['indicator it explains']])).toEqual(
      pack.evidence.map((each) => [each.id, each.indicator]),
    );
    expect(evidence.map((row) => row.best)).toEqual(report.evidence.map((each) => each.provenance));
    expect(evidence.filter((row) => row.best === 'exact').length).toBeGreaterThanOrEqual(5);
    for (const row of evidence) {
      const measure = pack.measures.find((each) => each.id === row.count);
      expect(measure && measureSides(measure)).toContain(row.list);
    }
  });

  it('states the lags and the priors in use', () => {
    const lags = Object.fromEntries(pack.measures.map((each) => [each.id, each.lagDays]));
    expect(lags).toMatchObject({
      'product-rating': 60,
      'quality-return-rate': 60,
      'pickup-hours': 60,
      'delivery-on-time-rate': 60,
      'damage-return-rate': 2,
      'aftersale-audit-hours': 30,
    });
    const priors = pack.dimensions.map((each) => (each.weightPrior ?? 0) * 100).join(' / ');
    expect(text).toContain(`(${priors} %`);
  });
});
