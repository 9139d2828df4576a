/** 千牛's export files: every sample gives exactly its records, and nobody's name. */
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../src/core/entities';
import type { FilePreview } from '../../../src/files/preview-types';
import type { FileError } from '../../../src/files/problem-types';
import { readFile } from '../../../src/files/read-file';
import { orderRecord, ticketRecord } from '../../../src/messages/record-schemas';
import { fileKinds } from '../../../src/platforms/file-kinds';
import { ORDER_OLD, SHIPPING } from '../../files/taobao/headers.mjs';
import { orderCells } from '../../files/taobao/rows.mjs';
import { findSample, samples } from '../../files/taobao/samples.mjs';
import { EXPORTED_MS, NOW_MS, ORDERS, PERSONAL } from '../../files/taobao/truth.mjs';
import { toDelimited, utf8 } from '../../files/write-csv.mjs';
import { toXlsx } from '../../files/write-xlsx.mjs';

const [first, second] = ORDERS as [(typeof ORDERS)[number], (typeof ORDERS)[number]];

const ask = (bytes: Uint8Array, name: string): Promise<FilePreview | FileError> =>
  readFile(bytes, name, { kinds: fileKinds, nowMs: NOW_MS });

async function read(bytes: Uint8Array, name: string) {
  const preview = await ask(bytes, name);
  if (!preview.ok) throw new Error(JSON.stringify(preview));
  const records: CaseRecord[] = [];
  for await (const batch of preview.batches(3)) records.push(...batch);
  return { preview, records };
}

describe('a file that can be imported', () => {
  it.each(samples.map((each) => [each.name, each] as const))('%s', async (name, sample) => {
    const { preview, records } = await read(sample.bytes, name);
    expect(records).toEqual(sample.records);
    expect(preview).toMatchObject({ platform: 'taobao', records: records.length, skipped: 0 });
    expect(preview.sheets).toEqual(sample.sheets);
    expect(preview.problems.filter((each) => each.code !== 'ciphered')).toEqual([]);
    expect(preview.period === undefined).toBe(sample.noDates === true);
    for (const record of records) {
      const schema = record.kind === 'order' ? orderRecord : ticketRecord;
      expect(schema.safeParse(record).error).toBeUndefined();
    }
    const everything = JSON.stringify([records, preview]);
    for (const personal of Object.values(PERSONAL)) {
      expect(everything).not.toContain(personal.replace(/^'/, ''));
    }
    expect(preview.ignored.filter(({ why }) => why === 'unknown')).toEqual([]);
  });

  it('is as old as its name says, and as its newest instant where the name says nothing', async () => {
    const csv = findSample('ExportOrderList202611201558.csv');
    const named = await read(csv.bytes, csv.name);
    expect([named.preview.seenMs, named.preview.seenFrom]).toEqual([EXPORTED_MS, 'file-name']);
    const { preview } = await read(csv.bytes, '老订单.csv');
    expect(preview.seenFrom).toBe('newest-instant');
    expect(preview.seenMs).toBeLessThan(EXPORTED_MS);
    const absurd = await read(csv.bytes, 'ExportOrderList202699991558.csv');
    expect(absurd.preview.seenFrom).toBe('newest-instant');
  });
});

describe('sheets of one workbook', () => {
  const { bytes } = findSample('订单.xlsx');

  it('an empty one beside others is no fault, and alone it is', async () => {
    const order = [ORDER_OLD, ORDER_OLD.map((name: string) => orderCells(first)[name.trim()])];
    const both = toXlsx([
      { name: '订单报表', rows: order },
      { name: '发货报表', rows: [SHIPPING] },
    ]);
    expect((await read(both, 'a.xlsx')).records).toHaveLength(1);
    const none = toXlsx([{ name: '订单报表', rows: [ORDER_OLD] }]);
    expect(await ask(none, 'a.xlsx')).toMatchObject({ ok: false, code: 'no-rows' });
  });

  it('parcels alone are no export: whose they are is written nowhere', async () => {
    const rows = [SHIPPING, [second.orderId, second.shipped, '顺丰速运', 'SF1234567890123']];
    const alone = await ask(toXlsx([{ name: '发货报表', rows }]), 'a.xlsx');
    expect(alone).toMatchObject({ ok: false });
    expect(JSON.stringify(alone)).not.toContain('物流单号');
  });

  it('names each header once, and the sheet of each problem', async () => {
    const { preview } = await read(bytes, 'a.xlsx');
    const headers = preview.columns.map(({ header }) => header);
    expect(new Set(headers).size).toBe(headers.length);
    expect(preview.ignored.some(({ header }) => headers.includes(header))).toBe(false);
    const rows = [SHIPPING, [second.orderId, 'morgen', '顺丰速运', 'SF1234567890123']];
    const order = [ORDER_OLD, ORDER_OLD.map((name: string) => orderCells(second)[name.trim()])];
    const bad = toXlsx([
      { name: '订单报表', rows: order },
      { name: '发货报表', rows },
    ]);
    expect((await read(bad, 'a.xlsx')).preview.problems).toEqual([
      { code: 'bad-time', sheet: '发货报表', column: 2, header: '发货时间', lines: [2], count: 1 },
    ]);
  });
});

describe('parcels in two columns', () => {
  const parcels = async (numbers: string, carriers: string) => {
    const text = `订单编号,订单创建时间,物流单号,物流公司\n${first.orderId},2026-11-19 21:14:09,${numbers},${carriers}\n`;
    const { preview, records } = await read(utf8(text), 'a.csv');
    const [order] = records;
    return [order?.kind === 'order' ? order.parcels : [], preview.problems.map(({ code }) => code)];
  };
  it.each([
    ['SF1234567890123', '顺丰速运', [{ parcelId: 'SF1234567890123', carrier: '顺丰速运' }], []],
    ['No:SF1234567890123', '', [{ parcelId: 'SF1234567890123' }], []],
    // One carrier for both, and two of which it is unclear whose they are.
    [
      '"SF1234567890123,SF1234567890124"',
      '顺丰速运',
      [
        { parcelId: 'SF1234567890123', carrier: '顺丰速运' },
        { parcelId: 'SF1234567890124', carrier: '顺丰速运' },
      ],
      [],
    ],
    ['SF1234567890123', '"顺丰速运,圆通快递"', [{ parcelId: 'SF1234567890123' }], []],
    ['SF1234567890123', '张样样', [{ parcelId: 'SF1234567890123' }], []],
    ['7.73E+14', '顺丰速运', undefined, ['damaged-number']],
    ['样路 8 号', '顺丰速运', undefined, ['bad-parcel']],
    ['', '顺丰速运', undefined, []],
  ])('%s of %s', async (numbers, carriers, expected, problems) => {
    expect(await parcels(numbers, carriers)).toEqual([expected, problems]);
  });
});

describe('a file of another platform', () => {
  it('is not taken for one of 千牛', async () => {
    const doudian = toDelimited(
      ['主订单编号', '子订单编号', '商品名称', '商品数量'],
      [{ 主订单编号: '6917926768823643790', 子订单编号: '6917926768823643790' }],
    );
    const error = await ask(utf8(doudian), 'a.csv');
    expect(error).toMatchObject({ ok: false, code: 'missing-columns' });
    if (!error.ok) expect(error.params.missing).toContain('订单提交时间');
  });

  it('with its headers and other ids is refused by its ids', async () => {
    const text = '订单编号,订单创建时间\n261120-123456789012345,2026-11-19 21:14:09\n';
    expect(await ask(utf8(text), 'a.csv')).toMatchObject({ ok: false, code: 'other-ids' });
  });

  it('a money flow with the same numbers is none', async () => {
    const text = `入帐时间,主订单id,子订单id,订单编号,订单创建时间\n2026-11-19 21:14:09,1,1,${first.orderId},2026-11-19 21:14:09\n`;
    expect(await ask(utf8(text), 'a.csv')).toMatchObject({ ok: false });
  });
});
