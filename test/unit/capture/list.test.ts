// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type HealthInput, listHealth } from '../../../src/capture/health';
import { readFilter } from '../../../src/capture/list-filter';
import { expectedRows, readPaging } from '../../../src/capture/list-state';
import { contentRoot, findBarrier, isLoading, surroundings } from '../../../src/capture/page-state';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const around = (html: string) => {
  const doc = parse(
    `<main>${html}<section><table id="t"><tr><td><input value="x"><i class="spin-spinning"></i></td></tr></table></section></main>`,
  );
  const table = doc.querySelector('#t') as Element;
  return { table, where: surroundings(doc.querySelector('main') as Element, table) };
};
const now = Date.UTC(2026, 8, 22);
const filter = (html: string) => readFilter(around(html).where, ['下单时间'], now);

describe('paging', () => {
  const pager = (total: string, page: string, size: string): string =>
    `<ul class="zz-pagination"><li>${total}</li><li class="zz-item">4</li><li class="zz-pagination-item-active"><a>${page}</a></li><li><span>${size}</span></li></ul>`;

  it.each([
    [pager('共 1,234 条', '5', '10 条/页'), { total: 1234, pageIndex: 5, pageSize: 10 }],
    [pager('共<b>25</b>条', '1', '100条/页'), { total: 25, pageIndex: 1, pageSize: 100 }],
    [pager('Total 25 items', '1', '20 / page'), { total: 25, pageIndex: 1, pageSize: 20 }],
    [pager('第 1-10 条/总共 25 条', '1', '10 条/页'), { total: 25, pageIndex: 1, pageSize: 10 }],
    [pager('总计 25 条', '1', '10 条/页'), { total: 25, pageIndex: 1, pageSize: 10 }],
    [
      `<div hidden>${pager('共 99 条', '9', '10 条/页')}</div>${pager('共 25 条', '1', '10 条/页')}`,
      { total: 25, pageIndex: 1, pageSize: 10 },
    ],
    [pager('', '', ''), {}],
    ['<div><p>共 7 条</p></div>', { total: 7 }],
    ['<div>没有分页</div>', {}],
  ])('%s', (html, paging) => {
    expect(readPaging(around(html).where)).toEqual(paging);
  });

  it('knows how many rows a page should hold', () => {
    expect(expectedRows({ total: 25, pageIndex: 3, pageSize: 10 })).toBe(5);
    expect(expectedRows({ total: 25, pageIndex: 1, pageSize: 10 })).toBe(10);
    expect(expectedRows({ total: 25, pageIndex: 9, pageSize: 10 })).toBe(0);
    expect(expectedRows({ total: 25 })).toBeUndefined();
  });
});

describe('filters', () => {
  it.each([
    ['', ''],
    ['<div role="tab" aria-selected="true">全部 (12)</div><div role="tab">待发货</div>', ''],
    ['<div role="tab">全部</div><div role="tab" aria-selected="true">待发货 3</div>', 'tab=待发货'],
    ['<div role="tab">全部</div><div role="tab">待发货</div>', 'tab=?'],
    [
      '<div class="groupItems-1"><div class="c isSelected-2"><b class="label-3">待退货</b><b>9</b></div></div>',
      'card=待退货',
    ],
    [
      '<div class="groupItems-1"><div class="c selected">全部待收货/发货 4</div></div>',
      'card=全部待收货/发货',
    ],
    ['<span class="a-select-selection-item">全部类型</span>', ''],
    ['<span class="a-select-content-value">退款中</span>', 'select=退款中'],
    ['<span class="a-select-content-value">下单时间 由近到远</span>', ''],
    ['<label>手机号</label><input value="13800138000">', 'input=手机号'],
    ['<input placeholder="订单编号" value="69">', 'input=订单编号'],
    ['<input value=" ">', ''],
    ['<label><input type="checkbox" checked>仅看加急</label>', 'check=仅看加急'],
    ['<label><input type="checkbox" checked>全选</label>', ''],
    ['<label><input type="checkbox">仅看加急</label>', ''],
    [
      '<ul class="a-pagination"><span class="a-select-selection-item">50 条/页</span><input value="3"></ul>',
      '',
    ],
  ])('%s → %s', (html, key) => {
    expect(filter(html)).toEqual({ filterKey: key });
  });

  it.each([
    [
      '下单时间',
      '2026-09-01',
      '2026-09-20',
      { filterKey: '', from: '2026-09-01 00:00:00', to: '2026-09-20 23:59:59' },
    ],
    ['完成时间', '2026-09-01', '2026-09-20', { filterKey: 'range=完成时间' }],
    ['下单时间', '2026-09-01', '', { filterKey: 'range=下单时间' }],
    ['下单时间', '', '', { filterKey: '' }],
  ])('range on %s from %s to %s', (name, from, to, { filterKey, ...ends }) => {
    const found = filter(
      `<div class="form-item"><span class="select-selection-item">${name}</span><div class="picker-range"><input value="${from}"><input value="${to}"></div></div>`,
    );
    const ms = (text: string | undefined): number | undefined =>
      text ? Date.parse(`${text.replace(' ', 'T')}+08:00`) : undefined;
    expect(found.filterKey).toBe(filterKey);
    expect(found.rangeFromMs).toBe(ms('from' in ends ? ends.from : undefined));
    expect(found.rangeToMs).toBe(ms('to' in ends ? ends.to : undefined));
  });
});

describe('loading', () => {
  it('counts a spinner over the table, none in a cell, button or elsewhere', () => {
    const loading = (html: string, hasRows = true): boolean => {
      const { table, where } = around(html);
      return isLoading(where, table, hasRows);
    };
    expect(loading('')).toBe(false);
    expect(loading('<i class="spin-spinning"></i>')).toBe(false);
    expect(loading('<i class="spin-spinning"></i>', false)).toBe(true);
    expect(loading('<button><i class="spin-spinning"></i></button>', false)).toBe(false);
    expect(
      loading('<div class="spin-nested-loading"><i class="spin-spinning"></i></div>', false),
    ).toBe(false);
    const doc = parse(
      '<main><div class="spin-nested-loading"><div><i class="x-spin-spinning"></i></div><table id="t"><tr><td>1</td></tr></table></div></main>',
    );
    const table = doc.querySelector('#t') as Element;
    expect(isLoading(surroundings(doc.querySelector('main') as Element, table), table, true)).toBe(
      true,
    );
  });
});

it('tells a login page and a slider from a page that mentions them', () => {
  expect(findBarrier(parse('<p>扫码登录</p>'))).toBe('login');
  expect(findBarrier(parse('<input type="password">'))).toBe('login');
  expect(findBarrier(parse('<div id="captcha_container">请完成下列验证后继续</div>'))).toBe(
    'captcha',
  );
  expect(findBarrier(parse('<div class="captcha"></div><p>订单</p>'))).toBeUndefined();
  expect(
    findBarrier(parse(`<p>重新登录</p>${'<p>订单列表里的许多文字</p>'.repeat(400)}`)),
  ).toBeUndefined();
});

it('takes the widest content below the top bar', () => {
  const doc = parse(
    '<div id="a"><header><b class="shop"></b></header><div id="b"><div id="c"><p></p></div></div></div>',
  );
  const p = doc.querySelector('p') as Element;
  expect(contentRoot(p, '.shop').id).toBe('b');
  expect(contentRoot(p, '.none').id).toBe('a');
});

describe('health', () => {
  const base: HealthInput = {
    kind: 'order-list',
    alternatives: {},
    groupsSeen: 10,
    groupsParsed: 10,
    fieldsMissing: {},
    problems: [],
    keyFields: ['placedMs'],
    usualFields: ['paidFen'],
    total: 10,
    expected: 10,
    isEmpty: false,
    fatal: [],
  };
  const none = { groupsSeen: 0, groupsParsed: 0, expected: undefined };

  it.each<[Partial<HealthInput>, string, string[]]>([
    [{}, 'ok', []],
    [{ groupsParsed: 9 }, 'degraded', ['rows-unparsed', 'fewer-rows']],
    [{ groupsParsed: 4 }, 'broken', ['few-groups', 'rows-unparsed', 'fewer-rows']],
    [{ groupsParsed: 0 }, 'broken', ['total-but-empty']],
    [{ ...none, total: 120 }, 'broken', ['total-but-empty']],
    [{ ...none, total: 0 }, 'ok', []],
    [{ ...none, total: undefined, isEmpty: true }, 'ok', []],
    [{ ...none, total: undefined }, 'broken', ['no-groups']],
    [{ fieldsMissing: { placedMs: 1 } }, 'degraded', ['fields-missing']],
    [{ fieldsMissing: { placedMs: 6 } }, 'broken', ['labels-unknown', 'fields-missing']],
    [{ fieldsMissing: { paidFen: 9 } }, 'ok', []],
    [{ fieldsMissing: { paidFen: 10 } }, 'degraded', ['fields-missing']],
    [{ total: undefined, expected: undefined }, 'degraded', ['no-total']],
    [{ expected: 12 }, 'degraded', ['fewer-rows']],
    [{ fatal: ['no-shop'], groupsParsed: 0 }, 'broken', ['no-shop']],
  ])('%j', (change, verdict, problems) => {
    const health = listHealth({ ...base, ...change });
    expect([health.verdict, health.problems]).toEqual([verdict, problems]);
  });
});
