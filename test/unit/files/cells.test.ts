import { describe, expect, it } from 'vitest';
import { plainText, type Reading, readCell, readId } from '../../../src/files/cells';
import type { Column, ColumnType } from '../../../src/files/file-kind';
import { createIdAudit } from '../../../src/files/id-audit';
import { pieces } from '../../../src/files/joined';
import { findParcels } from '../../../src/files/parcels';
import type { Cell } from '../../../src/files/row-types';
import { at, NOW_MS } from '../../files/truth.mjs';

const context = { nowMs: NOW_MS, since1904: false, isText: true };
const column = (type: ColumnType, rest: Partial<Column> = {}): Column => ({
  names: ['x'],
  type,
  ...rest,
});
const reading = (cell: Cell, type: ColumnType): Reading => readCell(cell, column(type), context);

describe('plainText takes off what is wrapped around a value, nothing more', () => {
  it.each<[Cell, string]>([
    ['\t6917926768823643790', '6917926768823643790'],
    ["'6917926768823643790", '6917926768823643790'],
    ['="6917926768823643790"', '6917926768823643790'],
    ['="say ""hi"""', 'say "hi"'],
    ['\ufeff\u200b 待发货\u00a0\r', '待发货'],
    ['  ', ''],
    ['a\u200bb', 'a\u200bb'],
    ['=1+1', '=1+1'],
    [{ n: '12.50' }, '12.50'],
  ])('%j', (cell, text) => expect(plainText(cell)).toBe(text));

  it('a megabyte of blanks costs no more than its length', () => {
    const cell = `x${' '.repeat(1_000_000)}x`;
    const started = performance.now();
    for (const type of ['text', 'time', 'money', 'count', 'id', 'parcels'] as const) {
      expect(reading(cell, type).value).toBeUndefined();
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('what is no value', () => {
  it.each(['', ' ', '-', '--', '—', '/', '无', 'NULL', '#N/A', '无退款申请', '\t-'])(
    '%j is unknown, without a problem',
    (cell) => {
      for (const type of ['text', 'time', 'money', 'count'] as const)
        expect(reading(cell, type)).toEqual({});
    },
  );
  it.each(['##密文1234==', '$$密文=='])('%s is ciphered', (cell) => {
    expect(reading(cell, 'text')).toEqual({ problem: 'ciphered' });
  });
});

describe('money is integer fen', () => {
  it.each<[Cell, number | undefined]>([
    ['28.90', 2890],
    ['28.9', 2890],
    ['28', 2800],
    ['0.00', 0],
    ['1,234.50', 123450],
    ['¥1,234,567.8', 123456780],
    ['￥12', 1200],
    ['12.30元', 1230],
    ['12.3000', 1230],
    ['１２.３０', 1230],
    [{ n: '28.899999999999999' }, 2890],
    [{ n: '1234.5' }, 123450],
    ['12.345', undefined],
    ['1,23', undefined],
    ['-5.00', undefined],
    ['1.2.3', undefined],
    ['12;13', undefined],
    ['1e3', undefined],
    [{ n: '28.895' }, undefined],
    [{ n: '1e300' }, undefined],
    ['28\u0007.90', undefined],
  ])('%j', (cell, fen) => {
    expect(reading(cell, 'money')).toEqual(
      fen === undefined ? { problem: 'bad-money' } : { value: fen },
    );
  });
});

describe('counts', () => {
  it.each<[Cell, number | undefined]>([
    ['3', 3],
    ['1,000', 1000],
    ['2.0', 2],
    [{ n: '5' }, 5],
    ['0', 0],
    ['2.5', undefined],
    ['-1', undefined],
    ['三', undefined],
    ['3547891234567890123', undefined],
  ])('%j', (cell, count) => {
    expect(reading(cell, 'count')).toEqual(
      count === undefined ? { problem: 'bad-count' } : { value: count },
    );
  });
});

describe('instants are Beijing wall clock', () => {
  const exact = at('2026-11-20 21:14:09');
  it.each<[Cell, Reading]>([
    ['2026-11-20 21:14:09', { value: exact }],
    ['2026/11/20 21:14:09', { value: exact }],
    ['2026-11-20T21:14:09', { value: exact }],
    ['2026-11-20 21:14:09.000', { value: exact }],
    ['2026年11月20日 21:14:09', { value: exact }],
    ['2026/1/2 3:04', { value: at('2026-01-02 03:04:00'), problem: 'no-seconds' }],
    [{ n: String(46_346 + (21 * 3600 + 14 * 60 + 9) / 86_400) }, { value: exact }],
    ['46346.88482639', { value: exact }],
    ['46346.88', { problem: 'bad-time' }],
    ['2026-11-20', { problem: 'date-only' }],
    [{ n: '46346' }, { problem: 'date-only' }],
    ['46346', { problem: 'date-only' }],
    ['2026-11-1  08:31:00', { problem: 'bad-time' }],
    ['2026-02-30 00:00:00', { problem: 'bad-time' }],
    ['2026-11-20 24:00:00', { problem: 'bad-time' }],
    ['2026-11/20 21:14:09', { problem: 'bad-time' }],
    ['1970-01-01 08:00:00', { problem: 'bad-time' }],
    ['0000-00-00 00:00:00', { problem: 'bad-time' }],
    ['11-20 21:14', { problem: 'bad-time' }],
    ['2027-01-01 00:00:00', { problem: 'in-future' }],
    [{ n: '20261120211409' }, { problem: 'bad-time' }],
  ])('%j', (cell, expected) => expect(reading(cell, 'time')).toEqual(expected));

  it('a deadline may lie ahead', () => {
    expect(reading('2026-12-08 23:59:59', 'deadline')).toEqual({
      value: at('2026-12-08 23:59:59'),
    });
  });
  it('old Macs count from 1904', () => {
    const cell = { n: String(46_346 - 1462 + 0.5) };
    expect(readCell(cell, column('time'), { ...context, since1904: true })).toEqual({
      value: at('2026-11-20 12:00:00'),
    });
  });
});

describe('texts', () => {
  it('fold widths and blanks, keep words', () => {
    expect(reading(' 退货退款（已\u00a0 发货）', 'text')).toEqual({ value: '退货退款(已 发货)' });
  });
  it.each<[Cell, Partial<Column>]>([
    ['两\n行', {}],
    ['长'.repeat(501), {}],
    ['长'.repeat(61), { max: 60 }],
    ['12a', { pattern: /^\d+$/ }],
  ])('%j is refused', (cell, rest) => {
    expect(readCell(cell, column('text', rest), context)).toEqual({ problem: 'bad-text' });
  });
  it('a long number of a workbook is not what was typed', () => {
    expect(reading({ n: '3547891234567890432' }, 'text')).toEqual({ problem: 'damaged-number' });
    expect(reading({ n: '3.54789E+18' }, 'id')).toEqual({ problem: 'damaged-number' });
    expect(reading('3.54789E+18', 'id')).toEqual({ problem: 'damaged-number' });
    expect(reading({ n: '300400008' }, 'text')).toEqual({ value: '300400008' });
  });
});

describe('ids', () => {
  const pattern = /^\d{18,19}$/;
  it.each<[Cell | undefined, object]>([
    ['\t6917926768823643790', { id: '6917926768823643790' }],
    ['-', { blank: true }],
    [undefined, { blank: true }],
    ['6.92E+18', { damaged: 'scientific' }],
    ['6.91793E18', { damaged: 'scientific' }],
    ['7E+18', { damaged: 'scientific' }],
    [{ n: '6917926768823643790' }, { damaged: 'rounded' }],
    [{ n: '6.9179267688236442E+18' }, { damaged: 'scientific' }],
    ['6917926768823643790.00', { damaged: 'rounded' }],
    ['691792676882364379', { id: '691792676882364379' }],
    ['69179267688236437', { bad: true }],
    ['６９１７９２６７６８８２３６４３７９０', { bad: true }],
    ['合计', { bad: true }],
    ['261120-123456789012345', { bad: true }],
    ['69179267688\u001923643790', { bad: true }],
  ])('%j', (cell, expected) => expect(readId(cell, pattern)).toEqual(expected));

  const audit = (ids: string[]) => {
    const made = createIdAudit();
    ids.forEach((id, index) => made.add(id, index + 2));
    return made.findDamage();
  };
  const sound = Array.from({ length: 40 }, (_, index) =>
    String(6917926768823640001n + BigInt(index * 37)),
  );
  it('zeros after the fifteenth digit: damage when they are the rule, chance when not', () => {
    const zeroed = sound.map((id) => `${id.slice(0, 15)}0000`);
    expect(audit(zeroed)).toEqual({ line: 2, count: 40 });
    expect(audit(zeroed.slice(0, 1))).toEqual({ line: 2, count: 1 });
    expect(audit([...sound, zeroed[0] as string])).toBeUndefined();
  });
  it('floating point leaves multiples of a power of two', () => {
    const floats = sound.map((id) => BigInt(Number(id)).toString());
    expect(audit(floats)).toEqual({ line: 2, count: 40 });
    expect(audit(floats.slice(0, 5))).toBeUndefined();
    expect(audit(sound)).toBeUndefined();
  });
});

describe('joined cells and parcels', () => {
  it.each<[Cell, Cell[]]>([
    ['a;b', ['a', 'b']],
    ['\ta;\tb;', ['a', '\tb']],
    ['a', ['a']],
    [{ n: '5' }, [{ n: '5' }]],
    ['a；b', ['a；b']],
  ])('%j', (cell, expected) => expect(pieces(cell)).toEqual(expected));

  it.each<[string, [string, string][] | undefined]>([
    ['SF1234567890123-顺丰速运', [['SF1234567890123', '顺丰速运']]],
    ['YT1-2345678-圆通快递', [['YT1-2345678', '圆通快递']]],
    [
      'SF1234567890123-顺丰速运;YT7712345678901-圆通快递',
      [
        ['SF1234567890123', '顺丰速运'],
        ['YT7712345678901', '圆通快递'],
      ],
    ],
    ['SF1234567890123', undefined],
    ['13800138000-欧阳试样', undefined],
    ['顺丰速运-SF1234567890123', undefined],
    ['SF1234567890123-顺丰速运;已签收', undefined],
  ])('%s', (text, expected) => {
    expect(findParcels(text)?.map(({ parcelId, carrier }) => [parcelId, carrier])).toEqual(
      expected,
    );
  });
});
