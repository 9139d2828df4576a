// @vitest-environment happy-dom
/** The same numbers in layouts nobody has promised us, and layouts in which they must not be guessed. */
import { describe, expect, it } from 'vitest';
import type { ScoreSnapshot } from '../../../../src/core/entities';
import { currentScoreReader as scoreReader } from '../../../../src/platforms/doudian/pages/score';
import { valueIn } from '../../../../src/platforms/shared-pages/score-values';

const LABELS = [
  ['我的总分', '92.35', '分'],
  ['商品体验', '95.1', '分'],
  ['商品综合评分', '4.8702', '分'],
  ['商品品质退货率', '0.1956', '%'],
  ['物流体验', '91', '分'],
  ['平均揽收时长', '13.2045', '小时'],
  ['运单配送时效达成率', '95.7891', '%'],
  ['服务体验', '88.75', '分'],
  ['飞鸽人工会话平响时长', '13.872', '秒'],
  ['售后平均审核时长', '1.7712', '小时'],
  ['飞鸽人工会话不满意率', '11.1111', '%'],
  ['平台求助率', '0.3937', '%'],
] as const;
type Row = (typeof LABELS)[number];

function read(body: string): { snapshot?: ScoreSnapshot; problems: string[]; verdict: string } {
  const html = `<header><div class="headerShopName">店</div></header><main>${body}</main>`;
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const url = new URL('https://fxg.jinritemai.com/ffa/eco/experience-score');
  const page = { doc, topDoc: doc, url, nowMs: Date.UTC(2026, 8, 9, 4) };
  const root = scoreReader.findRoot(page);
  if (!root) return { problems: ['no-root'], verdict: 'broken' };
  const { records, health } = scoreReader.read(page, root);
  const [snapshot] = records as ScoreSnapshot[];
  return { ...(snapshot ? { snapshot } : {}), problems: health.problems, verdict: health.verdict };
}

const WANTED = {
  'product-rating': 4.8702,
  'quality-return-rate': 0.001956,
  'pickup-hours': 13.2045,
  'delivery-on-time-rate': 0.957891,
  'chat-response-seconds': 13.872,
  'aftersale-audit-hours': 1.7712,
  'chat-unsatisfied-rate': 0.111111,
  'platform-help-rate': 0.003937,
};

describe('the day of a score', () => {
  const all = LABELS.map(([l, v, u]) => `<div><p>${l}</p><p>${v}${u}</p></div>`).join('');
  const dayOf = (text: string): string => {
    const { snapshot } = read(`<p>${text}</p>${all}`);
    return new Date((snapshot?.day ?? 0) * 86_400_000).toISOString().slice(0, 10);
  };

  it.each([
    ['更新时间：2026-09-08 11:00:36', '2026-09-08'],
    ['更新时间：2026-09-08', '2026-09-08'],
    ['更新于 昨天 11:00', '2026-09-08'],
    ['体验分概览', '2026-09-09'],
    // After tomorrow: misread, or one of the clocks is wrong.
    ['更新时间：2026-09-25 11:00:36', '2026-09-09'],
  ])('%s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });
});

describe('layouts', () => {
  const each = (row: (row: Row) => string): string => LABELS.map(row).join('');
  it.each([
    ['cards, label first', each(([l, v, u]) => `<div><p>${l}</p><p>${v}${u}</p></div>`)],
    ['cards, value first', each(([l, v, u]) => `<div><p>${v}<i>${u}</i></p><p>${l}</p></div>`)],
    ['one text', each(([l, v, u]) => `<p>${l}：${v} ${u}</p>`)],
    [
      'nbsp and full width',
      each(([l, v, u]) => `<p>${l}\u00a0${v.replace('.', '．')}${u === '%' ? '％' : u}</p>`),
    ],
    ['flat, label first', each(([l, v, u]) => `<span>${l}</span><b>${v}${u}</b>`)],
    ['flat, value first', each(([l, v, u]) => `<b>${v}${u}</b><span>${l}</span>`)],
    ['description list', `<dl>${each(([l, v, u]) => `<dt>${l}</dt><dd>${v}${u}</dd>`)}</dl>`],
    [
      'table rows',
      `<table>${each(([l, v, u]) => `<tr><td>${l}</td><td>${v}${u}</td></tr>`)}</table>`,
    ],
    [
      'table columns',
      `<table><tr>${each(([l]) => `<th>${l}</th>`)}</tr><tr>${each(([, v, u]) => `<td>${v}${u}</td>`)}</tr></table>`,
    ],
    [
      'help icons and filler',
      each(([l, v, u]) => `<div><p>${l} ⓘ</p><a>查看详情</a><p>${v}${u}</p></div>`),
    ],
    [
      'reversed order',
      [...LABELS]
        .reverse()
        .map(([l, v, u]) => `<div><p>${l}</p><p>${v}${u}</p></div>`)
        .join(''),
    ],
  ])('%s', (_name, body) => {
    const { snapshot, verdict, problems } = read(body);
    expect([verdict, problems]).toEqual(['ok', []]);
    expect(snapshot?.total).toBe(92.35);
    expect(snapshot?.dimensions).toEqual({
      product: { score: 95.1 },
      logistics: { score: 91 },
      service: { score: 88.75 },
    });
    const values = Object.entries(snapshot?.indicators ?? {}).map(([id, { value }]) => [id, value]);
    expect(Object.fromEntries(values)).toEqual(WANTED);
    expect(snapshot?.packId).toBe('doudian-2026-09');
  });
});

describe('no guessing', () => {
  const card = (inner: string): string =>
    LABELS.map(([l, v, u]) =>
      l === '平台求助率' ? `<div>${inner}</div>` : `<div><p>${l}</p><p>${v}${u}</p></div>`,
    ).join('');
  const help = (inner: string): unknown =>
    read(card(inner)).snapshot?.indicators['platform-help-rate'];

  it.each([
    ['<p>平台求助率</p><p>行业均值 0.5%</p>', undefined],
    ['<p>平台求助率</p><p>目标值</p><p>0.5%</p>', undefined],
    ['<p>平台求助率</p><p>超过85%同行</p>', undefined],
    ['<p>平台求助率</p><p>较前1日 +0.5%</p>', undefined],
    ['<p>平台求助率</p><p>+0.5%</p>', undefined],
    ['<p>平台求助率</p><p>0.5</p>', undefined],
    ['<p>平台求助率</p><p>0.5小时</p>', undefined],
    ['<p>平台求助率</p><p>150%</p>', undefined],
    ['<p>平台求助率</p><p>-0.5%</p>', undefined],
    ['<p>0.4%</p><p>平台求助率</p><p>0.5%</p>', undefined],
    ['<p>平台求助率</p><p>某个别的名字</p><p>0.5%</p>', undefined],
    ['<p>平台求助率</p><p>\ue3a1.5%</p>', undefined],
    ['<p>平台求助率</p><p>0.4%</p><p>行业均值</p><p>0.5%</p>', 0.004],
    ['<p>平台求助率</p><p>行业均值</p><p>0.5%</p><p>0.4%</p>', undefined],
    ['<p>0.4%</p><p>平台求助率</p><p>0.5%</p><p>行业均值</p>', 0.004],
    ['<p>平台求助率</p><p>0.4%</p><p>↑ 0.1%</p>', 0.004],
    ['<p>平台求助率（近30天）</p><p>0.4%</p>', 0.004],
    ['<p>平台求助率</p><p>0%</p>', 0],
  ])('%s', (inner, value) => {
    expect((help(inner) as { value?: number } | undefined)?.value).toBe(value);
  });

  it('a value missing in a flat list makes every neighbour unsure, and none is shifted', () => {
    const flat = LABELS.map(
      ([l, v, u]) => `<span>${l}</span>${l === '商品综合评分' ? '' : `<b>${v}${u}</b>`}`,
    ).join('');
    expect(read(flat).snapshot).toBeUndefined();
  });

  it('two places that disagree give no value', () => {
    const { snapshot, problems } = read(
      `${card('<p>平台求助率</p><p>0.4%</p>')}<div><p>平台求助率</p><p>0.5%</p></div>`,
    );
    expect(snapshot?.indicators['platform-help-rate']).toBeUndefined();
    expect(problems).toContain('conflicting-values');
  });

  it('a menu with the same words does not matter', () => {
    const { snapshot } = read(
      `<aside><a>商品体验</a><a>服务体验</a></aside>${card('<p>平台求助率</p><p>0.4%</p>')}`,
    );
    expect(snapshot?.dimensions.service?.score).toBe(88.75);
  });

  it('labels of an older version are no match for the pack', () => {
    const { snapshot, verdict } = read(
      `${card('<p>平台求助率</p><p>0.4%</p>')}<div><p>揽收时长平均得分</p><p>90分</p></div>`,
    );
    expect(snapshot?.packId).toBeUndefined();
    expect(snapshot?.unknownLabels).toEqual(['揽收时长平均得分']);
    expect(verdict).toBe('degraded');
  });

  it('a sentence about a score is not a score', () => {
    expect(read('<p>我的总分 92 分以上的店铺可以报名</p><p>商品体验</p>').snapshot).toBeUndefined();
  });
});

describe('valueIn', () => {
  it.each([
    ['hours', '1小时46分', 1.76666667],
    ['hours', '106.272分钟', 1.7712],
    ['hours', '2天', 48],
    ['seconds', '1分30秒', 90],
    ['seconds', '13.872 秒', 13.872],
    ['ratio', '0.1956%', 0.001956],
    ['stars', '4.8702 分', 4.8702],
    ['stars', '5.1', undefined],
    ['points', '100', 100],
    ['points', '101分', undefined],
    ['hours', '13.2', undefined],
    // Points as well as minutes.
    ['hours', '100分', undefined],
    ['seconds', '4.5 分', undefined],
    ['seconds', '13.2%', undefined],
    ['ratio', '0.5', undefined],
    ['ratio', '', undefined],
    ['hours', '', undefined],
  ] as const)('%s of %s', (unit, text, value) => {
    expect(valueIn(unit, text)).toBe(value);
  });
});
