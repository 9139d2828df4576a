import { describe, expect, it } from 'vitest';
import { fileName, toCsv } from '../../../src/ui/dashboard/csv';
import {
  countOrders,
  EVERYTHING,
  filterRows,
  hasAny,
  reasonCounts,
  sortRows,
  WORST_FIRST,
} from '../../../src/ui/dashboard/orders/orders-model';
import type { OrderRow } from '../../../src/ui/ports';

const row = (orderId: string, more: Partial<OrderRow> = {}): OrderRow => ({
  orderId,
  unitId: '',
  indicator: 'quality-return-rate',
  day: 20_770,
  num: 1,
  shareProvenance: 'missing',
  leavesOn: '2026-12-12',
  ...more,
});
const ids = (rows: OrderRow[]): string[] => rows.map((each) => each.orderId);

const rows = [
  row('a', { share: 0.2, reason: '做工粗糙', carrier: '中通快递' }),
  row('b', { share: 0.9, reason: '质量问题', productName: '四件套' }),
  row('c', { reason: '质量问题', carrier: '申通快递' }),
  row('d', { share: 0.5, province: '广东省' }),
];

describe('sorting', () => {
  it('is worst first to begin with; what is unknown comes last either way', () => {
    const shares = rows.map((each) => ({ ...each, num: each.share === undefined ? -1 : each.num }));
    expect(ids(sortRows(shares, WORST_FIRST))).toEqual(['b', 'd', 'a', 'c']);
    expect(ids(sortRows(rows, { key: 'carrier', descending: false }))).toEqual([
      'a',
      'c',
      'b',
      'd',
    ]);
    expect(ids(sortRows(rows, { key: 'carrier', descending: true }))).toEqual(['c', 'a', 'b', 'd']);
  });

  it('by badness where no share is known: the slowest of a mean stand first', () => {
    const slow = [row('x', { num: 3600 }), row('y', { num: 90_000 }), row('z', { num: 7200 })];
    expect(ids(sortRows(slow, WORST_FIRST))).toEqual(['y', 'z', 'x']);
  });
});

describe('filtering', () => {
  it('finds by any field shown, and by reason exactly', () => {
    expect(ids(filterRows(rows, { ...EVERYTHING, text: '四件' }))).toEqual(['b']);
    expect(ids(filterRows(rows, { ...EVERYTHING, text: ' 快递 ' }))).toEqual(['a', 'c']);
    expect(ids(filterRows(rows, { ...EVERYTHING, text: '广东' }))).toEqual(['d']);
    expect(ids(filterRows(rows, { text: '', reason: '质量问题' }))).toEqual(['b', 'c']);
    expect(ids(filterRows(rows, { text: '申通', reason: '做工粗糙' }))).toEqual([]);
  });

  it('offers reasons by how often they were given', () => {
    expect(reasonCounts(rows)).toEqual([
      { reason: '质量问题', count: 2 },
      { reason: '做工粗糙', count: 1 },
    ]);
  });
});

it('orders are counted once, however many units of theirs are listed', () => {
  expect(countOrders([row('a', { unitId: '1' }), row('a', { unitId: '2' }), row('b')])).toBe(2);
});

it('a column that holds nothing is known', () => {
  expect(hasAny(rows, 'province')).toBe(true);
  expect(hasAny(rows, 'atMs')).toBe(false);
});

describe('CSV', () => {
  it('keeps long numbers as text, runs no formula, quotes what needs it', () => {
    const text = toCsv(
      ['订单编号', '原因'],
      [
        ['6934185502817349921', '=HYPERLINK("https://x","y")'],
        ['42', '很慢,很差'],
        ['43', undefined],
        ['44', '+1'],
        ['45', '@x'],
        ['46', '-2'],
      ],
    );
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.slice(1).split('\r\n')).toEqual([
      '订单编号,原因',
      '6934185502817349921\t,"\'=HYPERLINK(""https://x"",""y"")"',
      '42,"很慢,很差"',
      '43,',
      `44,"'+1"`,
      `45,"'@x"`,
      `46,"'-2"`,
    ]);
  });

  it('has a name that every file system takes', () => {
    expect(fileName('商品/包装破损', 'a:b c', '2026-11-21')).toBe('商品_包装破损-a_b_c-2026-11-21');
  });
});
