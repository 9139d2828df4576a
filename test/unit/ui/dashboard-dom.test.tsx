// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SPLITS } from '../../../src/core/loss-split';
import { defaultPreferences } from '../../../src/core/preferences';
import { readChoices } from '../../../src/core/shop-choices';
import { DashboardApp } from '../../../src/ui/dashboard/dashboard-app';
import { loadAdviceBook } from '../../../src/ui/dashboard/load-advice';
import type { DashboardPorts, LossesData } from '../../../src/ui/ports';
import type { SectionId } from '../../../src/ui/routes';
import { dashboardTranslator } from './dashboard-translator';
import {
  EMPTY_INDEX,
  makeIndex,
  makeMirror,
  makeReport,
  modelWith,
  NOW,
  PLATFORM,
  SHOP,
} from './fixtures';
import { settle } from './settle';

const tr = dashboardTranslator('zh-CN');
const emptyParts = (): LossesData['parts'] =>
  Object.fromEntries(SPLITS.map((by) => [by, []])) as unknown as LossesData['parts'];
/** A section's code is loaded when it is opened: on a busy machine that takes its time. */
const SECTION_MS = 5_000;
const at = (selector: string) => document.querySelector<HTMLElement>(selector);

/** The fixture's behind: so that the indicator has orders. */
const report = makeReport({
  indicators: makeReport().indicators.map((each) =>
    each.id === 'quality-return-rate'
      ? { ...each, behind: { measureId: 'quality-reason-tickets', badness: 41 } }
      : each.id === 'damage-return-rate'
        ? { ...each, compared: { asOf: '2026-11-21', ours: 0.0011, official: 0.0009 } }
        : each,
  ),
});

async function paint(
  more: Partial<DashboardPorts> = {},
  section: SectionId | '' = '',
): Promise<DashboardPorts> {
  if (section) location.hash = `#/${SHOP.platform}/${SHOP.shopId}/${section}`;
  const bound: DashboardPorts = {
    platforms: [PLATFORM],
    now: () => NOW,
    readMirrorIndex: async () => makeIndex(),
    readMirror: async () => makeMirror(),
    reportOf: () => report,
    modelOf: () => modelWith(report),
    readChoices: async () => readChoices(undefined),
    saveChoices: vi.fn(async () => {}),
    loadAdvice: (platform) => loadAdviceBook(platform, 'zh-CN'),
    build: { version: '0.0.0', sources: 'abcdef012345' },
    activeTabShop: async () => undefined,
    openTab: vi.fn(),
    welcomeUrl: 'chrome-extension://self/welcome.html',
    dataUrl: 'chrome-extension://self/dashboard.html#/-/-/data',
    readStoreState: async () => ({}),
    checkMirror: vi.fn(async () => false),
    copyText: vi.fn(async () => {}),
    subscribe: () => () => {},
    readPreferences: async () => defaultPreferences(),
    savePreferences: vi.fn(async () => {}),
    mayNotify: async () => true,
    askToNotify: async () => true,
    readOffenders: vi.fn(async () => report.offenders),
    splitLosses: vi.fn(async () => ({ parts: emptyParts(), hours: [] })),
    readCases: vi.fn(async () => []),
    findPack: () => undefined,
    saveFile: vi.fn(),
    data: {
      makeBackup: async () => new Blob(['backup']),
      restoreBackup: vi.fn(),
      exportShop: async () => ({ blob: new Blob(['csv']), rows: 1 }),
      readRetention: async () => 400,
      saveRetention: vi.fn(async () => {}),
    },
    print: vi.fn(),
    listBackendTabs: async () => [],
    readSkeleton: async () => '',
    renameShop: vi.fn(async () => {}),
    mergeShops: vi.fn(async () => true),
    splitShop: vi.fn(async () => {}),
    listShoplessHosts: async () => [],
    claimHost: vi.fn(async () => {}),
    deleteShop: vi.fn(async () => {}),
    deleteAll: vi.fn(async () => {}),
    setLocale: vi.fn(async () => {}),
    startImport: () => {
      throw new Error('no file was chosen');
    },
    ...more,
  };
  render(<DashboardApp ports={bound} translator={tr} />, document.body);
  await vi.waitFor(async () => {
    await settle();
    expect(at('[data-loading]')).toBeNull();
    expect(at('main h1')).not.toBeNull();
  }, SECTION_MS);
  return bound;
}

beforeEach(() => {
  location.hash = '';
  document.body.replaceChildren();
});
afterEach(() => render(null, document.body));

describe('indicators', () => {
  it('show what each number is made of, and an unknown denominator as unknown', async () => {
    await paint();
    const quality = at('[data-indicator="quality-return-rate"]');
    expect(quality?.dataset).toMatchObject({ provenance: 'page', pointsLost: '8.14' });
    expect(quality?.textContent).toContain('41 / 分母未知');
    expect(quality?.textContent).toContain('10-23 至 11-21');
    expect(at('[data-indicator="damage-return-rate"]')?.textContent).toContain('2 / 2,210');
    expect(at('[data-indicator="platform-help-rate"]')?.dataset.value).toBeUndefined();
  });

  it('lead to their orders', async () => {
    await paint();
    at('[data-indicator="quality-return-rate"] button')?.click();
    await settle();
    expect(location.hash).toBe(`#/sample/${SHOP.shopId}/orders/quality-return-rate`);
  });

  it('show their place among peers where a rank gives no points to lose, furthest behind first', async () => {
    const { indicators } = makeReport();
    const [first, second, ...rest] = indicators.map(
      ({ pointsLost: _lost, points: _points, ...each }) => each,
    );
    const ranked = makeReport({
      indicators: [
        { ...first, beaten: 0.7, met: true },
        { ...second, beaten: 0.081, met: false },
        ...rest,
      ] as typeof indicators,
    });
    await paint({ reportOf: () => ranked, modelOf: () => modelWith(ranked) });
    const table = at('[aria-labelledby="indicators"] table') ?? at('table');
    const heads = [...(table?.querySelectorAll('thead th') ?? [])].map((th) => th.textContent);
    expect(heads).toContain('同行比较');
    expect(heads).not.toContain('失分');
    const [worst] = table?.querySelectorAll('tbody tr') ?? [];
    expect(worst?.getAttribute('data-indicator')).toBe(second?.id);
    expect(worst?.textContent).toContain('未达标 超过 8.1% 同行');
  });

  it('are chosen by the address', async () => {
    location.hash = `#/sample/${SHOP.shopId}/aftersale-audit-hours`;
    const bound = await paint();
    expect(vi.mocked(bound.readOffenders).mock.lastCall?.[1]).toBe('aftersale-audit-hours');
    expect(at('main')?.dataset.shownSection).toBe('orders');
  });
});

it('copies the report as it is documented', async () => {
  const bound = await paint();
  at('[data-action=copy-report]')?.click();
  await settle();
  const text = vi.mocked(bound.copyText).mock.lastCall?.[0] ?? '';
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
  expect(document.body.textContent).toContain('已复制');
});

it('sets official and ours side by side', async () => {
  await paint({}, 'compare');
  const rows = [...document.querySelectorAll('tr[data-compared]')];
  expect(rows.length).toBeGreaterThanOrEqual(report.indicators.length);
  expect(at('[data-compared="damage-return-rate"]')?.textContent).toBe(
    '商品/包装破损退货订单率0.09%0.11%我们的高 0.02 个百分点11-21',
  );
  // Where we have no number of our own it says what would give one.
  expect(at('[data-compared="pickup-hours"]')?.textContent).toMatch(/—.*(导出|翻|平台)/);
});

it('tells how each page is read', async () => {
  const health = {
    'order-list': {
      ...makeMirror().health['order-list'],
      kind: 'order-list' as const,
      verdict: 'degraded' as const,
      fieldsMissing: { paidFen: 3 },
      problems: ['fields-missing'],
      alternatives: {},
      groupsSeen: 20,
      groupsParsed: 17,
      seenMs: NOW,
    },
  };
  await paint({ readMirror: async () => makeMirror({ health }) }, 'data');
  const row = at('[data-page-kind="order-list"]');
  expect(row?.dataset.verdict).toBe('degraded');
  expect(row?.textContent).toContain('17 / 20');
  expect(row?.textContent).toContain('支付金额（3 行）');
  expect(row?.textContent).not.toContain('paidFen');
});

describe('deleting', () => {
  it('asks first, and can be left', async () => {
    const bound = await paint({}, 'data');
    at('[data-delete=shop]')?.click();
    await settle();
    expect(at('[role=alertdialog]')?.textContent).toContain(SHOP.name);
    [...document.querySelectorAll<HTMLButtonElement>('[role=alertdialog] button')][1]?.click();
    await settle();
    expect(bound.deleteShop).not.toHaveBeenCalled();
    at('[data-delete=shop]')?.click();
    await settle();
    at('[data-confirm]')?.click();
    await settle();
    expect(bound.deleteShop).toHaveBeenCalledWith({ platform: 'sample', shopId: SHOP.shopId });
    expect(bound.deleteAll).not.toHaveBeenCalled();
  });

  it('says when it failed', async () => {
    await paint(
      {
        deleteAll: async () => {
          throw new Error('locked');
        },
      },
      'data',
    );
    at('[data-delete=all]')?.click();
    await settle();
    at('[data-confirm]')?.click();
    await settle();
    expect(at('#data')?.textContent).toContain('没删成');
  });
});

it('tells what to open while there is nothing', async () => {
  await paint({ readMirrorIndex: async () => EMPTY_INDEX, modelOf: () => undefined });
  expect(document.querySelectorAll('.steps li')).toHaveLength(3);
  expect(at('[data-delete=shop]')).toBeNull();
  expect(at('[data-action=copy-report]')).toBeNull();
});

it('changes the language', async () => {
  const bound = await paint();
  const select = at('#language') as HTMLSelectElement;
  expect([...select.options].map((each) => each.textContent)).toHaveLength(2);
  select.selectedIndex = 1;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(bound.setLocale).toHaveBeenCalledWith('en');
});
