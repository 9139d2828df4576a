/** How pages are read, in words: every step and field that our page cases ever named has some. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageHealth } from '../../../src/core/entities';
import { platforms } from '../../../src/platforms/registry';
import { healthRows } from '../../../src/ui/dashboard/health-rows';
import { dashboardTranslator } from './dashboard-translator';
import { NOW } from './fixtures';

const zh = dashboardTranslator('zh-CN');
const en = dashboardTranslator('en');
const DAY_MS = 86_400_000;
const labels = new Map(
  platforms.flatMap(({ packs }) =>
    packs.flatMap(({ indicators, dimensions }) => [
      ...indicators.map((each) => [each.id, each.labels[0] ?? ''] as const),
      ...dimensions.map((each) => [each.id, each.labels[0] ?? ''] as const),
    ]),
  ),
);

const health = (more: Partial<PageHealth & { lastGoodMs: number }> = {}) => ({
  kind: 'order-list' as const,
  verdict: 'ok' as const,
  alternatives: {},
  groupsSeen: 20,
  groupsParsed: 20,
  fieldsMissing: {},
  problems: [],
  seenMs: NOW - DAY_MS,
  ...more,
});
const rowOf = (more: Parameters<typeof health>[0], tr = zh) => {
  const one = health(more);
  const [row] = healthRows({ health: { [one.kind]: one } }, labels, NOW, tr);
  if (!row) throw new Error('no row');
  return row;
};

describe('how a page is read', () => {
  it.each([
    [{ shop: 'header-shop-name', groups: 'level-0-rows', id: 'data-row-key' }, '按页面标记读取'],
    [{ id: 'label-text' }, '按文字读取（没有可用的页面标记）'],
    [
      { shop: 'label', groups: 'rich-rows', id: 'label-text' },
      '按页面标记读取；店铺名、编号按文字读取',
    ],
  ])('%j', (alternatives, said) => {
    expect(rowOf({ alternatives }).details).toEqual([said]);
  });

  it('says which rule a score page carries, by its date', () => {
    const { details } = rowOf({
      kind: 'score',
      alternatives: { values: 'card', labels: 'somewhere-2026-07' },
    });
    expect(details).toEqual(['按页面标记读取', '指标名是 2026-07 版规则的']);
  });

  it('claims nothing when nothing matched', () => {
    expect(rowOf({}).details).toEqual([]);
  });
});

describe('what is missing', () => {
  it('has its name and the number of rows in a list', () => {
    const row = rowOf({ verdict: 'degraded', fieldsMissing: { placedMs: 1, paidFen: 3 } });
    expect(row.details).toEqual(['没读到的字段：下单时间（1 行）、支付金额（3 行）']);
    expect(rowOf({ fieldsMissing: { placedMs: 1, paidFen: 3 } }, en).details).toEqual([
      'fields not read: order time (1 row), amount paid (3 rows)',
    ]);
  });

  it('on a score page is an indicator by its own name, without rows', () => {
    const row = rowOf({
      kind: 'score',
      verdict: 'degraded',
      groupsSeen: 9,
      groupsParsed: 8,
      fieldsMissing: { 'quality-return-rate': 1 },
    });
    expect(row.details).toEqual([`没读到的字段：${labels.get('quality-return-rate')}`]);
  });

  it('of a kind without a name shows no code, and several of them are one', () => {
    const row = rowOf({ verdict: 'degraded', fieldsMissing: { fooBar: 2, barFoo: 5 } });
    expect(row.details).toEqual(['没读到的字段：其他字段（5 行）']);
  });
});

it('a broken page says why, and when it was last read well', () => {
  const row = rowOf({
    verdict: 'broken',
    groupsParsed: 0,
    problems: ['no-groups'],
    fieldsMissing: { placedMs: 3 },
    lastGoodMs: NOW - 3 * DAY_MS,
  });
  expect(row.details).toEqual([zh.t('problem.no-groups')]);
  expect(row).toMatchObject({ rows: '0 / 20', lastGood: '3 天前', seen: '1 天前' });
  expect(rowOf({ verdict: 'broken' }).lastGood).toBe('还没有过');
});

describe('every page case', () => {
  const root = path.resolve(import.meta.dirname, '../../pages');
  const cases = platforms
    .filter(({ id }) => readdirSync(root).includes(id))
    .flatMap(({ id }) => readdirSync(path.join(root, id)).map((name) => path.join(root, id, name)));
  const healths = cases.flatMap((folder): PageHealth[] => {
    const text = readFileSync(path.join(folder, 'expected.json'), 'utf8');
    return [JSON.parse(text)].flatMap(healthsIn);
  });
  it('has words for its steps and its missing fields, in both languages', () => {
    expect(healths.length).toBeGreaterThan(20);
    for (const tr of [zh, en]) {
      const unnamed = healths.flatMap(({ alternatives, fieldsMissing }) => [
        ...Object.keys(alternatives).filter(
          (step) => step !== 'labels' && !tr.knows('health.step', step),
        ),
        ...Object.keys(fieldsMissing).filter(
          (field) => !labels.has(field) && !tr.knows('health.field', field),
        ),
      ]);
      expect(unnamed).toEqual([]);
    }
  });
});

/** Every health in a case's expectation, wherever it stands. */
function healthsIn(value: unknown): PageHealth[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'alternatives' in value && 'fieldsMissing' in value ? [value as PageHealth] : [];
  return [...own, ...Object.values(value).flatMap(healthsIn)];
}
