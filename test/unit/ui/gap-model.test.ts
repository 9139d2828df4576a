/** The gap card on the real packs: which page or export, how far to turn, and nothing where all is known. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/core/report-types';
import { doudianFileKinds } from '../../../src/platforms/doudian/files';
import { doudianPages } from '../../../src/platforms/doudian/pages';
import { doudianMore } from '../../../src/platforms/doudian/pages/more';
import { getPlatform } from '../../../src/platforms/registry';
import { createTranslator, zhMessages } from '../../../src/ui/i18n';
import type { PlatformInfo } from '../../../src/ui/ports';
import { gapView } from '../../../src/ui/shared/gap-model';
import { makeReport } from './fixtures';

const tr = createTranslator('zh-CN', zhMessages);
const platform: PlatformInfo = {
  ...getPlatform('doudian'),
  sources: getPlatform('doudian').sources,
};

function gapsOf(more: Partial<Report>) {
  return gapView(makeReport({ packId: 'doudian-2026-09', ...more }), platform, tr);
}
const rowOf = (view: ReturnType<typeof gapsOf>, id: string) => {
  const row = view.rows.find((each) => each.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};
const texts = (view: ReturnType<typeof gapsOf>, id: string) =>
  rowOf(view, id).steps.map((each) => each.text);

describe('the gap card', () => {
  it('counts the page turns that are left from what the list says it holds', () => {
    const steps = texts(gapsOf({}), 'damage-return-rate');
    expect(steps).toContain('订单列表：选“全部”，每页 100 条，从第 1 页翻到第 11 页');
    expect(steps).toContain('或者：在明细页导入订单导出文件，日期选全');
    expect(steps.join()).not.toContain('售后列表：选');
  });

  it('says no number of rows a page where none is known', () => {
    const [any] = makeReport().indicators;
    if (!any) throw new Error('no indicator');
    const view = gapView(
      makeReport({
        packId: 'taobao-real-2026-03',
        indicators: [{ ...any, id: 'negative-feedback-rate', windowFrom: '2026-10-23' }],
      }),
      getPlatform('taobao'),
      tr,
    );
    const steps = view.rows.flatMap((row) => row.steps.map(({ text }) => text));
    expect(steps).toContain('订单列表：选“全部订单”，从第 1 页一页页翻到 10-23 以前');
    expect(steps).toContain('或者：在明细页导入订单导出文件，日期选全');
    expect(steps.join()).not.toContain('0 条');
  });

  it('says no number of turns where the list’s total is not known', () => {
    const coverage = [
      { side: 'orders' as const, seen: 20 },
      { side: 'aftersales' as const, seen: 0, from: '2026-08-24' },
    ];
    const view = gapsOf({ coverage });
    expect(texts(view, 'damage-return-rate').join()).toContain('翻到 08-24 以前');
    expect(rowOf(view, 'damage-return-rate').have).toContain('订单：近 30 天读到 20 单，还没翻完');
  });

  it('asks for nothing where our own count is exact', () => {
    const indicators = makeReport().indicators.map((each) =>
      each.id === 'damage-return-rate'
        ? {
            ...each,
            ownValue: 0.001,
            numProvenance: 'exact' as const,
            denProvenance: 'exact' as const,
          }
        : each,
    );
    const row = rowOf(gapsOf({ indicators }), 'damage-return-rate');
    expect(row).toMatchObject({ state: 'exact', steps: [] });
  });

  it('leads to the score page where there is no number, and only there when no record can give one', () => {
    const row = rowOf(gapsOf({}), 'platform-help-rate');
    expect(row.state).toBe('missing');
    expect(row.steps.map((each) => each.link?.url)).toEqual([platform.links.score]);
  });

  it('leads chat indicators to the chat statistics', () => {
    const indicators = makeReport().indicators.map((each, i) =>
      i === 0 ? { ...each, id: 'chat-response-seconds', provenance: 'page' as const } : each,
    );
    const [step] = rowOf(gapsOf({ indicators }), 'chat-response-seconds').steps;
    expect(step?.link?.url).toContain('im.jinritemai.com');
  });
});

describe('the sources', () => {
  it('name only pages that have a reader and files that can be read', () => {
    const pages: string[] = doudianMore(doudianPages.readers).map((each) => each.kind);
    const files: string[] = doudianFileKinds.map((each) => each.source);
    for (const { page, file } of getPlatform('doudian').sources) {
      expect(pages).toContain(page);
      if (file) expect(files).toContain(file);
    }
  });
});
