import { describe, expect, it } from 'vitest';
import en from '../../../assets/locales/en.json';
import type { PageHealth } from '../../../src/core/entities';
import type { RulePack } from '../../../src/core/pack';
import type { IndicatorReport, Report } from '../../../src/core/report-types';
import { DAY_MS, HOUR_MS } from '../../../src/core/time';
import { createTranslator, zhMessages } from '../../../src/ui/i18n';
import { soonest } from '../../../src/ui/popup/lists-model';
import { glanceView, isGlance } from '../../../src/ui/popup/popup-glance';
import type { PopupInput } from '../../../src/ui/popup/popup-input';
import { popupView } from '../../../src/ui/popup/popup-model';
import { samplePack } from '../../integration/support/sample-platform';
import {
  EMPTY_INDEX,
  makeCalmReport,
  makeIndex,
  makeMirror,
  makeReport,
  NOW,
  ORDER_IDS,
  PLATFORM,
  SHOP,
  TWO_SHOPS,
} from './fixtures';

const zh = createTranslator('zh-CN', zhMessages);
const input = (more: Partial<PopupInput> = {}): PopupInput => ({
  index: makeIndex(),
  platforms: [PLATFORM],
  dataUrl: 'chrome-extension://self/dashboard.html#/-/-/data',
  selected: SHOP,
  mirror: makeMirror(),
  report: makeReport(),
  hasSiteAccess: true,
  seat: 'owner',
  welcomeUrl: 'chrome-extension://self/welcome.html',
  nowMs: NOW,
  ...more,
});
const show = (more?: Partial<PopupInput>) => popupView(input(more), zh);
const showReport = (more: Partial<Report>) => show({ report: makeReport(more) });
const broken = (problem: string): PageHealth & { seenMs: number } => ({
  kind: 'order-list',
  verdict: 'broken',
  alternatives: {},
  groupsSeen: 0,
  groupsParsed: 0,
  fieldsMissing: {},
  problems: [problem],
  seenMs: NOW - 2 * 60_000,
});

describe('the store', () => {
  it('in trouble: says what happened, that nothing is lost and what to do, above everything', () => {
    for (const [code, word, next] of [
      ['upgrade-failed', '旧数据原样', '备份'],
      ['newer', '更新的版本', '更新'],
      ['unreadable', '不会丢', '重启'],
      ['full', '都在', '空间'],
    ] as const) {
      const [first] = show({ store: { trouble: { code, sinceMs: NOW } } }).notices;
      expect(first).toMatchObject({ tone: 'problem', text: expect.stringContaining(word) });
      expect(first?.detail).toContain(next);
    }
    const { notices } = show({ store: { trouble: { code: 'upgrade-failed', sinceMs: NOW } } });
    expect(notices[0]?.link?.url).toContain('/data');
  });

  it('made anew: names what changed, marks its old numbers, and is read aloud in few steps', () => {
    const own = [
      { id: 'pickup-hours', labels: ['揽收时长'], measureId: 'pickup' },
      { id: 'platform-help-rate', labels: ['平台求助率'], measureId: 'help' },
    ] as RulePack['indicators'];
    const platforms = [
      { ...PLATFORM, packs: [{ ...samplePack, id: 'sample-2026-09', indicators: own }] },
    ];
    const at = (percent: number, measures?: string[]) =>
      show({ platforms, store: { rebuilds: { sample: { percent, measures } } } });
    expect(at(63, ['pickup']).rebuild).toMatchObject({
      text: '正在重新计算：揽收时长',
      percentText: '63%',
      spoken: '正在重新计算：揽收时长，完成 50%',
    });
    const marked = (view: ReturnType<typeof at>) =>
      view.indicators.filter((each) => each.recounting).map((each) => each.id);
    expect(marked(at(63, ['pickup']))).toEqual(['pickup-hours']);
    expect(at(5).rebuild?.text).toContain('全部指标');
    expect(marked(at(5))).toHaveLength(makeReport().indicators.length);
    expect(at(5, ['none-of-them']).rebuild?.text).toContain('订单明细');
    expect(show().rebuild).toBeUndefined();
    expect(marked(show())).toEqual([]);
  });
});

describe('the glance', () => {
  it('says what the whole says of the same things', () => {
    const { state, shops, shopName, platformName, score, drag } = show();
    expect(glanceView(input(), zh)).toMatchObject({
      state,
      shops,
      shopName,
      platformName,
      score,
      drag,
    });
    expect(glanceView(input({ seat: 'desk' }), zh)).not.toHaveProperty('score');
  });

  it.each([
    ['a score is there', {}, true],
    ['a desk seat sees none', { seat: 'desk' }, false],
    ['the browser keeps us out, which is said first', { hasSiteAccess: false }, false],
    ['there is no score yet', { report: makeReport({ state: 'no-score' }) }, false],
    ['nothing was read', { mirror: undefined, report: undefined }, false],
  ] as const)('is painted alone or not: %s', (_case, more, alone) => {
    expect(isGlance(input(more))).toBe(alone);
  });
});

describe('score', () => {
  it('is the official one with its own time and a change in arrow and words', () => {
    const { score } = show();
    expect(score?.value).toBe(82);
    expect(score?.headline).toBe('82');
    expect(score?.caption).toBe('平台 11-22 11:00 更新');
    expect(score?.change).toEqual({
      direction: 'down',
      arrow: '↓',
      text: '下降 1.2 分（比 11-21）',
    });
    expect(score?.lines).toEqual(['买家看到 4.6', '加分项 +2']);
  });

  it('says up and unchanged as well', () => {
    const day = { fromDay: '2026-11-21', toDay: '2026-11-22' };
    expect(showReport({ change: { points: 0.5, ...day } }).score?.change?.arrow).toBe('↑');
    expect(showReport({ change: { points: 0.001, ...day } }).score?.change?.direction).toBe('flat');
    expect(showReport({ change: undefined }).score?.change).toBeUndefined();
  });

  it('tells of our own sum only when rounding does not explain the difference', () => {
    const residuals = [{ kind: 'unexplained' as const, points: 1.9 }];
    expect(show().score?.lines.join()).not.toContain('合成');
    expect(showReport({ residuals }).score?.lines.join()).toContain('82.3');
  });

  it('marks a score of our own as an estimate', () => {
    const total = { ours: 81.64, provenance: 'estimate' as const };
    const { score } = showReport({ total });
    expect(score?.headline).toBe('≈81.6');
    expect(score?.caption).toBe('截至 11-21');
  });
});

describe('drag', () => {
  it('is one sentence: what, how much, how sure, which orders', () => {
    const { drag } = show();
    expect(drag?.subject).toBe('商品品质退货率');
    expect(drag?.loss).toBe('≈−8.1 分');
    expect(drag?.pointsLost).toBe(8.14);
    expect(drag?.lines).toEqual([
      '现在 2.2% · 已查到 41 单，最多的原因是“商品质量问题”',
      '商品体验一共失分 ≈−11.2 分；分到这一项上的数是估算',
    ]);
  });

  it('says what most orders have in common, of all or of the worst that are listed', () => {
    const line = (mainly: IndicatorReport['mainly']) => {
      const indicators = makeReport().indicators.map((each) => ({ ...each, mainly }));
      return showReport({ indicators }).drag?.lines[0];
    };
    const weekend = { by: 'weekend' as const, count: 30 };
    expect(line({ ...weekend, of: 41 })).toBe('现在 2.2% · 已查到 41 单，主要是 30 单周末单');
    expect(line({ ...weekend, of: 35 })).toBe(
      '现在 2.2% · 已查到 41 单，最重的 35 单里 30 单是周末单',
    );
    expect(line(undefined)).toBe('现在 2.2% · 已查到 41 单');
  });

  it('says that nothing stands out, without a number', () => {
    const { drag } = show({ report: makeCalmReport() });
    expect(drag?.tone).toBe('calm');
    expect(drag?.subject).toBe('没有哪个指标明显拖分');
    expect(drag?.loss).toBeUndefined();
    expect(drag?.indicator).toBeUndefined();
  });

  it('names a dimension when its inside cannot be told', () => {
    const drag = {
      dimension: 'service',
      pointsLost: 6,
      provenance: 'estimate' as const,
      why: 'unexplained-largest',
    };
    const view = showReport({ drag }).drag;
    expect(view?.subject).toBe('服务体验');
    expect(view?.indicator).toBeUndefined();
    expect(view?.lines[0]).toContain('看不出来');
  });

  it('names the deduction as the page’s own figure, and says what was not read', () => {
    const drag = { pointsLost: 10, provenance: 'page' as const, why: 'deduction-largest' };
    const view = showReport({ drag }).drag;
    expect(view).toMatchObject({ tone: 'drag', subject: '扣分项', pointsLost: 10 });
    expect(view?.lines[0]).toContain('平台直接扣的分');
    const unread = showReport({ drag: { provenance: 'missing', why: 'parts-unknown' } }).drag;
    expect(unread).toMatchObject({ tone: 'unknown' });
    expect(unread?.lines[0]).toContain('没读到');
  });

  it('knows nothing without data, even for a reason it never heard of', () => {
    const view = showReport({ drag: { provenance: 'missing', why: 'new-reason' } }).drag;
    expect(view?.tone).toBe('unknown');
    expect(view?.lines).toHaveLength(1);
  });
});

describe('indicators', () => {
  const rows = show().indicators;
  const row = (id: string) => rows.find((each) => each.id === id);

  it('come costliest first, unknown losses last', () => {
    expect(rows.map((each) => each.id)[0]).toBe('quality-return-rate');
    expect(rows.map((each) => each.id).at(-1)).toBe('platform-help-rate');
  });

  it('show a missing value as missing, never as zero', () => {
    const missing = row('platform-help-rate');
    expect(missing?.value).toBeUndefined();
    expect(missing?.valueText).toBe('没读到');
    expect(missing?.loss).toBe('—');
    expect(missing?.chip.label).toBe('缺数据');
  });

  it('carry counts: a whole rate, a lower bound, an exact count', () => {
    expect(row('damage-return-rate')?.evidence).toBe('2 / 2,210 单');
    expect(row('quality-return-rate')?.evidence).toBe('质量原因的售后：至少 41 单');
    expect(row('aftersale-audit-hours')?.evidence).toBe('等商家审核的售后：3 单');
  });

  it('never show a count of all orders as if they were bad ones', () => {
    const all = { ...makeReport().evidence[0], id: 'orders-placed', indicator: 'pickup-hours' };
    const evidence = [all as Report['evidence'][number]];
    const shown = showReport({ evidence }).indicators.find((each) => each.id === 'pickup-hours');
    expect(shown?.evidence).toBeUndefined();
  });

  it('give every unit its own words', () => {
    expect(row('chat-response-seconds')?.valueText).toBe('52.4 秒');
    expect(row('pickup-hours')?.valueText).toBe('14.2 小时');
    expect(row('product-rating')?.valueText).toBe('4.712 分');
    expect(row('damage-return-rate')?.valueText).toBe('0.09%');
    expect(row('quality-return-rate')?.loss).toBe('≈−8.1 分');
  });
});

describe('orders', () => {
  it('are the three worst of the drag with a way back and a way to all', () => {
    const { offenders } = show();
    expect(offenders?.rows.map((each) => each.orderId)).toEqual(ORDER_IDS.slice(0, 3));
    expect(offenders?.rows[0]?.link.url).toBe(`https://backend.example/order?id=${ORDER_IDS[0]}`);
    expect(offenders?.rows[0]?.share).toBe('≈−0.20 分');
    expect(offenders?.more).toEqual({
      label: '去看全部 41 单',
      path: '#/sample/shop-1/orders/quality-return-rate',
    });
  });

  it('are not called the drag’s where nothing drags', () => {
    const calm = showReport({ drag: { provenance: 'estimate', why: 'nothing-stands-out' } });
    expect(calm.offenders?.title).toBe('计入“商品品质退货率”的订单');
    expect(show().offenders?.title).toBe('拖“商品品质退货率”的订单');
  });

  it('say so when the drag cannot be traced to orders', () => {
    const drag = { ...makeReport().drag, indicator: 'pickup-hours' };
    const none = showReport({ drag, offenders: [] }).offenders;
    expect(none?.rows).toEqual([]);
    expect(none?.empty).toContain('平均揽收时长');
    const other = showReport({ drag }).offenders;
    expect(other?.title).toContain('商品品质退货率');
    expect(other?.empty).toContain('还看不出哪些订单拖了“平均揽收时长”');
  });
});

describe('duties in sight', () => {
  const isTicket = (each: string) => each.startsWith('t');
  it('are the soonest, yet of both kinds', () => {
    const wave = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 't1', 't2', 't3'];
    expect(soonest(wave, 5, isTicket)).toEqual(['o1', 'o2', 'o3', 't1', 't2']);
    expect(soonest(wave, 3, isTicket)).toEqual(['o1', 'o2', 't1']);
    expect(soonest(['t1', 'o1', 't2', 't3', 'o2'], 3, isTicket)).toEqual(['t1', 'o1', 't2']);
  });
  it('are all there are, in their order, where they fit', () => {
    expect(soonest(['o1', 't1', 'o2'], 5, isTicket)).toEqual(['o1', 't1', 'o2']);
    expect(soonest(['o1', 'o2', 'o3'], 2, isTicket)).toEqual(['o1', 'o2']);
    expect(soonest([], 3, isTicket)).toEqual([]);
  });
});

describe('duties', () => {
  it('are those with a date ahead, soonest first, seen within the same time as the toolbar counts', () => {
    const { duties } = show();
    expect(duties?.title).toBe('还来得及处理：2 个售后单');
    expect(duties?.rows[0]).toMatchObject({
      left: '剩 3 小时 12 分',
      isSoon: true,
      text: '11-22 15:17 前处理，否则自动同意',
    });
    expect(duties?.rows[1]?.isSoon).toBe(false);
  });

  it('name a case as its back-end does: by its own number, else by its order’s', () => {
    const [first] = makeMirror().duties;
    if (!first) throw new Error('fixture');
    const orderId = '260915-222222222222201';
    const named = (ticketId: string) =>
      show({ mirror: makeMirror({ duties: [{ ...first, orderId, ticketId }] }) }).duties?.rows[0];
    expect(named('142857142857142857')?.name).toBe('售后单 142857142857142857');
    expect(named(`${orderId}-20260929070000`)).toMatchObject({
      id: `${orderId}-20260929070000`,
      name: `订单 ${orderId} 的售后`,
    });
  });

  it('name orders to ship beside tickets, an estimated date with ≈, and more than the mirror holds with +', () => {
    const [first] = makeMirror().duties;
    if (!first) throw new Error('fixture');
    const { ticketId: _, ...own } = first;
    const toShip = { ...own, dueAction: '', fromRule: true as const };
    const both = show({ mirror: makeMirror({ duties: [toShip, first] }) }).duties;
    expect(both?.title).toBe('还来得及处理：1 单待发货、1 个售后单');
    expect(both?.rows.map(({ kind, left }) => [kind, left])).toEqual([
      ['order', '剩 ≈3 小时 12 分'],
      ['ticket', '剩 3 小时 12 分'],
    ]);
    expect(both?.rows[0]?.text).toBe('11-22 15:17 前发货');
    const many = makeMirror({ duties: Array.from({ length: 500 }, () => toShip) });
    expect(show({ mirror: many }).duties?.title).toBe('还来得及处理：500+ 单待发货');
    expect(show({ mirror: many }).duties?.lists).toEqual([
      { label: '去订单列表', url: PLATFORM.links.orderList },
    ]);
  });

  it('are silent when past or not seen lately', () => {
    const [first, second] = makeMirror().duties;
    if (!first || !second) throw new Error('fixture');
    const duties = [
      { ...first, dueMs: NOW - 1 },
      { ...second, seenMs: NOW - 25 * HOUR_MS },
    ];
    expect(show({ mirror: makeMirror({ duties }) }).duties).toBeUndefined();
  });
});

describe('coverage', () => {
  it('says how much of each list was read, and never rounds a part to the whole', () => {
    const texts = show().coverage.map((each) => each.text);
    expect(texts).toEqual([
      '订单：近 30 天读了 412 / 1,030 单（40%）',
      '售后单：近 30 天读全了，186 单',
    ]);
    const coverage = [{ side: 'orders' as const, seen: 999, expected: 1000, ratio: 0.9 }];
    expect(showReport({ coverage }).coverage[0]?.text).toContain('99%');
  });

  it('does not invent a total', () => {
    const coverage = [
      { side: 'orders' as const, seen: 20 },
      { side: 'aftersales' as const, seen: 0 },
    ];
    expect(showReport({ coverage }).coverage.map((each) => each.text)).toEqual([
      '订单：近 30 天读到 20 单，还没翻完',
      '售后单：近 30 天还没读到',
    ]);
  });
});

describe('states', () => {
  it('first minute: what to open, in order, with links', () => {
    const view = show({
      index: EMPTY_INDEX,
      selected: undefined,
      mirror: undefined,
      report: undefined,
    });
    expect(view.state).toBe('first-minute');
    expect(view.steps.map((step) => [step.done, step.link.url])).toEqual([
      [false, PLATFORM.links.score],
      [false, PLATFORM.links.orderList],
      [false, PLATFORM.links.aftersaleList],
    ]);
    expect(view.score).toBeUndefined();
    expect(view.indicators).toEqual([]);
  });

  it('broken page of an unknown shop: says so, stores nothing, still tells what to open', () => {
    const view = show({
      index: { shops: [], orphanHealth: { sample: { 'order-list': broken('no-shop') } } },
      selected: undefined,
      mirror: undefined,
      report: undefined,
    });
    expect(view.state).toBe('broken-page');
    expect(view.notices[0]?.text).toBe('订单列表读不出来，2 分钟前打开的那次没有保存任何数据');
    expect(view.notices[0]?.detail).toContain('哪家店');
    expect(view.steps).toHaveLength(3);
  });

  it('broken page of a known shop keeps what was stored before', () => {
    const health = {
      ...makeMirror().health,
      'order-list': { ...broken('headers-unknown'), lastGoodMs: NOW - DAY_MS },
    };
    const view = show({ mirror: makeMirror({ health }) });
    expect(view.state).toBe('broken-page');
    expect(view.notices[0]?.detail).toContain('上一次读得出来：1 天前');
    expect(view.score?.value).toBe(82);
  });

  it('explains a problem it never heard of', () => {
    const health = { 'order-list': broken('martians') };
    expect(show({ mirror: makeMirror({ health }) }).notices[0]?.detail).toContain('martians');
  });

  it('an orphan that was read well later is no problem any more', () => {
    const index = makeIndex({
      orphanHealth: { sample: { 'order-list': { ...broken('no-shop'), seenMs: 1 } } },
    });
    expect(show({ index }).notices).toEqual([]);
  });

  it('a page of another platform that could not be read says nothing of this shop', () => {
    const index = makeIndex({ orphanHealth: { other: { 'order-list': broken('no-shop') } } });
    expect(show({ index })).toMatchObject({ state: 'partial', notices: [] });
  });

  it('no score yet, no permission, no snapshot: words instead of a number', () => {
    for (const state of ['no-score', 'no-permission', 'no-snapshot'] as const) {
      const view = showReport({ state, total: undefined, change: undefined });
      expect(view.state).toBe(state);
      expect(view.score?.value).toBeUndefined();
      expect(view.score?.headline).not.toMatch(/\d/);
    }
    const drag = { provenance: 'missing', why: 'no-score' } as const;
    const why = (state: 'no-score' | 'no-permission') =>
      showReport({ state, total: undefined, drag }).drag?.lines;
    expect(why('no-score')?.[0]).toContain('等平台出分');
    // The score is there, this account may not see it: waiting brings nothing.
    expect(why('no-permission')?.[0]).toContain('能看到体验分以后');
  });

  it('a platform that is switched off: said, and none of its pages is asked for', () => {
    const off = show({ platformsOff: [PLATFORM.id] });
    expect(off.notices.map(({ text }) => text).join()).toContain('已经关掉');
    expect(off.steps).toEqual([]);
    const none = {
      index: { shops: [] },
      selected: undefined,
      mirror: undefined,
      report: undefined,
    };
    const other = { ...PLATFORM, id: 'other', name: { 'zh-CN': '别家', en: 'Other' } };
    const first = show({ ...none, platforms: [PLATFORM, other], platformsOff: [PLATFORM.id] });
    expect(first.stepsTitle).toContain('别家');
    expect(first.notices.map(({ text }) => text).join()).not.toContain('已经关掉');
  });

  it('stale, partial and ready', () => {
    const stale = showReport({ notes: ['snapshot-stale'] });
    expect(stale.state).toBe('stale');
    expect(stale.notices[0]?.link?.url).toBe(PLATFORM.links.score);
    expect(show().state).toBe('partial');
    expect(show({ report: makeCalmReport() }).state).toBe('ready');
  });

  it('no access: first of all', () => {
    expect(show({ hasSiteAccess: false }).state).toBe('no-access');
  });

  it('several shops: a choice with the shown one marked', () => {
    const { shops } = show({ index: TWO_SHOPS });
    expect(shops.map((shop) => shop.isSelected)).toEqual([true, false]);
    expect(shops[1]?.label).toBe('云朵童装专营店（样例平台）');
  });
});

it('speaks English when asked, leaving the platform its own words', () => {
  const view = popupView(input(), createTranslator('en', en));
  expect(view.score?.change?.text).toBe('down 1.2 pts (since 11-21)');
  expect(view.drag?.subject).toBe('商品品质退货率');
  expect(view.duties?.rows[0]?.left).toBe('3 h 12 min left');
});

describe('a desk seat', () => {
  it('sees what is to be done, and no score, points or share anywhere', () => {
    const view = show({ seat: 'desk' });
    expect(view.duties?.rows.length).toBeGreaterThan(0);
    expect(view).not.toHaveProperty('score');
    expect(view).not.toHaveProperty('drag');
    expect(view).not.toHaveProperty('offenders');
    expect(view.dimensions).toEqual([]);
    expect(view.indicators).toEqual([]);
    expect(view.summary).not.toMatch(/体验分|失分|≈/);
  });
});

describe('today’s summary', () => {
  it('says score, drag and duties in a few lines, with no order number in it', () => {
    const { summary = '' } = show();
    expect(summary.split('\n')[0]).toBe('【云朵家居旗舰店】11-22 小结');
    expect(summary).toContain('82分 ↓');
    expect(summary).toContain('最拖分');
    expect(summary).toMatch(/\d+ 个售后单还来得及处理/);
    expect(summary).not.toMatch(/\d{10,}/);
  });

  it('is not there before anything was read', () => {
    expect(show({ mirror: undefined, report: undefined })).not.toHaveProperty('summary');
  });
});
