/** Which kind a file is, and how its rows become orders. */
import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../../src/files/file-kind';
import { readFile } from '../../../src/files/read-file';
import { doudianFileKinds } from '../../../src/platforms/doudian/files';
import { ORDER_V1 } from '../../files/headers.mjs';
import { orderCells } from '../../files/rows.mjs';
import { at, NOW_MS, ORDERS, PERSONAL } from '../../files/truth.mjs';
import { toDelimited, utf8 } from '../../files/write-csv.mjs';
import { readText, refuseText } from './support';

const csv = toDelimited(
  ORDER_V1,
  ORDERS.flatMap((order) => orderCells(order)),
);

describe('which kind of file', () => {
  const [orders] = doudianFileKinds as [FileKind, FileKind];
  const twin: FileKind = {
    ...orders,
    platform: 'twin',
    columns: orders.columns.map((column) =>
      column.key ? { ...column, pattern: /^T\d{6}$/ } : column,
    ),
  };
  const ask = (text: string, kinds: FileKind[]) =>
    readFile(utf8(text), 'a.csv', { kinds, nowMs: NOW_MS });

  it('one header, two platforms: the ids below it decide', async () => {
    const kinds = [twin, ...doudianFileKinds];
    expect(await ask(csv, kinds)).toMatchObject({ ok: true, platform: 'doudian' });
    const text = 'T123456,2026-11-20 10:00:00\n';
    expect(await ask(`主订单编号,订单提交时间\n${text}`, kinds)).toMatchObject({
      ok: true,
      platform: 'twin',
    });
  });
  it('no way to tell: refused, both named', async () => {
    const result = await ask(csv, [orders, { ...orders, platform: 'copy' }]);
    expect(result).toMatchObject({ ok: false, code: 'ambiguous-kind' });
    if (!result.ok)
      expect(result.params.expected?.map(({ platform }) => platform)).toEqual(['doudian', 'copy']);
  });
  it('an unknown file is told what was expected', async () => {
    const error = await refuseText('日期,销量\n2026-11-20,5\n');
    expect(error).toMatchObject({ code: 'unknown-kind', next: 'choose-official-export' });
    expect(error.params.expected?.map(({ headers }) => headers)).toEqual([
      ['主订单编号', '订单提交时间'],
      ['售后单号', '订单号', '售后申请时间'],
    ]);
  });
  it('a file with the columns of two kinds, or of a settlement, passes for neither', async () => {
    const row = '6917926768823643790,2026-11-20 10:00:00,x,2026-11-20 11:00:00';
    for (const header of ['结算时间', '售后单号']) {
      const error = await refuseText(`主订单编号,订单提交时间,${header},售后申请时间\n${row}\n`);
      expect(error.code).toBe('unknown-kind');
    }
  });
  it('a header run together with the first row shows none of its cells', async () => {
    const error = await refuseText(csv.replace('\r\n', ','));
    expect(error.code).toBe('unknown-kind');
    for (const personal of Object.values(PERSONAL)) {
      expect(JSON.stringify(error)).not.toContain(personal);
    }
  });
  it('headers and rows that differ in number, dates that a spreadsheet cut to days', async () => {
    expect(await refuseText(csv.replace('运费', '运,费'))).toMatchObject({
      code: 'shifted-columns',
    });
    expect(await refuseText(csv.replace('运费,', '运费'))).toMatchObject({
      code: 'shifted-columns',
    });
    expect(await refuseText(csv.replace(/(2026-\d\d-\d\d) \d\d:\d\d:\d\d/g, '$1'))).toMatchObject({
      code: 'unreadable-dates',
      header: '订单提交时间',
      next: 'export-csv-unopened',
    });
  });
});

describe('rows of one order', () => {
  const read1 = async (text: string) => (await readText(text)).records;
  const head = '主订单编号,子订单编号,订单提交时间,订单状态,商品数量,订单应付金额';
  const [a, b] = ['6917926768823643790', '6917926768823643791'];
  const day = '2026-11-20 10:00:00';

  it('apart in the file, still one order', async () => {
    const text = `${head}\n${a},${a},${day},已发货,1,5.00\n6917926768823643780,,${day},待发货,1,\n${a},${b},${day},已发货,2,6.00\n`;
    const [order] = await read1(text);
    expect(order).toEqual({
      kind: 'order',
      orderId: a,
      placedMs: at(day),
      status: '已发货',
      lines: [
        { lineId: a, quantity: 1, status: '已发货' },
        { lineId: b, quantity: 2, status: '已发货' },
      ],
    });
  });
  it('an equal amount on two rows may be the order’s or the line’s: unknown', async () => {
    const text = `${head}\n${a},${a},${day},已发货,1,5.00\n${a},${b},${day},已发货,1,5.00\n`;
    expect((await read1(text))[0]).not.toHaveProperty('paidFen');
    const one = await read1(`${head}\n${a},${a},${day},已发货,1,5.00\n`);
    expect(one[0]).toHaveProperty('paidFen', 500);
    const noLines = '主订单编号,订单提交时间,订单应付金额';
    const bare = await read1(`${noLines}\n${a},${day},5.00\n${a},${day},5.00\n`);
    expect(bare).toEqual([{ kind: 'order', orderId: a, placedMs: at(day), lines: [] }]);
  });
  it('the same row twice counts once; a contradiction makes the field unknown', async () => {
    const row = `${a},${a},${day},已发货,1,5.00\n`;
    const { preview: again, records } = await readText(`${head}\n${row}${row}`);
    expect(again.problems.map(({ code }) => code)).toEqual(['repeated-row']);
    expect(records).toEqual(await read1(`${head}\n${row}`));
    const { preview: other, records: unsure } = await readText(
      `${head}\n${row}${row.replace('已发货,1', '已发货,2')}`,
    );
    expect(other.problems.map(({ code }) => code)).toEqual(['rows-disagree']);
    expect(unsure[0]).toMatchObject({ lines: [{ lineId: a, status: '已发货' }] });
    expect(JSON.stringify(unsure)).not.toContain('quantity');
  });
  it('joined lines: totals are nobody’s, pieces that do not pair up are unknown', async () => {
    const joined = await readText(
      `${head},选购商品\n${a},${a};${b},${day},已发货;已发货,5,108.90,甲;乙;丙\n`,
    );
    expect(joined.records).toEqual([
      {
        kind: 'order',
        orderId: a,
        placedMs: at(day),
        status: '已发货',
        paidFen: 10890,
        lines: [
          { lineId: a, status: '已发货' },
          { lineId: b, status: '已发货' },
        ],
      },
    ]);
    expect(joined.preview.problems.map(({ code }) => code)).toEqual(['joined-counts-differ']);
    const halves = await readText(`${head}\n${a},6;${a.slice(1)},${day},已发货,5,1.00\n`);
    expect(halves.records).toMatchObject([{ lines: [] }]);
  });
  it('a ticket that names two orders is left out', async () => {
    const text = `售后单号,订单号,售后申请时间\n142857142857142851,${a},${day}\n142857142857142851,${b},${day}\n142857142857142852,${b},${day}\n`;
    expect(
      (await read1(text)).map((record) => record.kind === 'ticket' && record.ticketId),
    ).toEqual(['142857142857142852']);
  });
});

describe('below and above the table', () => {
  const HEAD = '主订单编号,订单提交时间,商品数量,订单应付金额（元）';
  const ROW = '6917926768823643780,2026-11-02 10:00:00,1,59.90';

  it.each(['合计,,2,119.80', '总计：,,2,119.80', '合计,2', '注：以上数据仅供参考'])(
    '%s is no row that was lost',
    async (last) => {
      for (const end of ['\r\n', '']) {
        const { preview, records } = await readText(`${HEAD}\r\n${ROW}\r\n${last}${end}`);
        expect(preview).toMatchObject({ rows: 1, skipped: 0, problems: [] });
        expect(records).toMatchObject([{ orderId: '6917926768823643780', paidFen: 5_990 }]);
      }
    },
  );

  it('a row with an instant is a record’s, whatever stands for its id', async () => {
    const { preview } = await readText(`${HEAD}\r\n${ROW}\r\n合计,2026-11-02 10:00:00,1,59.90\r\n`);
    expect(preview).toMatchObject({ rows: 2, skipped: 1 });
  });
});
