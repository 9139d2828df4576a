/** Workbooks as different programs write them, and texts cut at any place by their chunks. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countNewlines } from '../../../src/files/decode';
import { readDelimited, sniffNewline } from '../../../src/files/delimited';
import type { Row } from '../../../src/files/row-types';
import { sniffEncoding } from '../../../src/files/sniff';
import { ORDER_V1 } from '../../files/headers.mjs';
import { orderCells } from '../../files/rows.mjs';
import { at, ORDERS } from '../../files/truth.mjs';
import { gbk, toDelimited, utf8, utf8Bom } from '../../files/write-csv.mjs';
import { toXlsx, toZip } from '../../files/write-xlsx.mjs';
import { read, recordsOf } from './support';

const ID = '6917926768823643790';
const WORKBOOK =
  '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>';
const relations = (target: string): string =>
  `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="${target}"/></Relationships>`;

/** A workbook of given parts around a sheet. */
const parts = (sheet: string, more: Record<string, string> = {}): Uint8Array =>
  toZip({
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': relations('worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
const text = (ref: string, value: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEAD = `<row r="1">${text('A1', '主订单编号')}${text('B1', '订单提交时间')}${text('C1', '订单状态')}</row>`;
const sheet = (rows: string): string =>
  `<worksheet><sheetData>${HEAD}${rows}</sheetData></worksheet>`;

async function orders(bytes: Uint8Array) {
  const result = await read(bytes, 'a.xlsx');
  if (!result.ok) throw new Error(JSON.stringify(result));
  return { result, records: await recordsOf(result) };
}

describe('workbooks', () => {
  const plain = [
    { kind: 'order', orderId: ID, placedMs: at('2026-11-20 10:00:00'), status: '待发货' },
  ];
  const row = `<row r="2">${text('A2', ID)}${text('B2', '2026-11-20 10:00:00')}${text('C2', '待发货')}</row>`;

  it.each<[string, Uint8Array]>([
    ['inline texts', parts(sheet(row))],
    [
      'rich texts with reading aids',
      parts(
        sheet(
          `<row r="2"><c r="A2" t="s"><v>0</v></c>${text('B2', '2026-11-20 10:00:00')}<c r="C2" t="s"><v>1</v></c></row>`,
        ),
        {
          'xl/sharedStrings.xml': `<sst><si><t>${ID}</t></si><si><r><t>待</t></r><r><t>发货</t></r><rPh><t>ダイ</t></rPh></si></sst>`,
        },
      ),
    ],
    [
      'texts of formulas',
      parts(
        sheet(
          row.replace('t="inlineStr"><is><t>', 't="str"><f>A9</f><v>').replace('</t></is>', '</v>'),
        ),
      ),
    ],
    ['escaped characters', parts(sheet(row.replace('待发货', '待发&#36135;_x000D_')))],
    [
      'missing cells and rows',
      parts(sheet(row.replace('r="2"', 'r="9"').replaceAll(/r="([ABC])2"/g, 'r="$19"'))),
    ],
    [
      'an error in a cell',
      parts(sheet(row.replace('</row>', '<c r="F2" t="e"><v>#REF!</v></c></row>'))),
    ],
    [
      'absolute targets',
      toZip({
        'xl/workbook.xml': WORKBOOK,
        'xl/_rels/workbook.xml.rels': relations('/xl/other/s.xml'),
        'xl/other/s.xml': sheet(row),
      }),
    ],
    ['comments and declarations', parts(`<?xml version="1.0"?><!-- c -->${sheet(row)}`)],
  ])('%s', async (_, bytes) => {
    expect((await orders(bytes)).records).toMatchObject(plain);
  });

  it('tells the row of a problem as the spreadsheet numbers it', async () => {
    const bad = row
      .replace('r="2"', 'r="7"')
      .replaceAll(/r="([ABC])2"/g, 'r="$17"')
      .replace('10:00:00', '99:00:00');
    const good = row.replaceAll('2"', '5"').replace(ID, '6917926768823643780');
    const more = row.replaceAll('2"', '6"').replace(ID, '6917926768823643770');
    const { result } = await orders(parts(sheet(good + more + bad)));
    expect(result.problems).toEqual([
      { code: 'bad-time', lines: [7], count: 1, column: 2, header: '订单提交时间' },
    ]);
  });

  it('sheets without a known header are passed over', async () => {
    const { result } = await orders(
      toXlsx([
        { name: '说明', rows: [['导出说明', '仅供参考']] },
        {
          name: '数据',
          rows: [['标题'], [], ['主订单编号', '订单提交时间'], [ID, '2026-11-20 10:00:00']],
        },
      ]),
    );
    expect([result.sheets, result.headerLine]).toEqual([['数据'], 3]);
  });

  it.each<[string, Uint8Array, string]>([
    [
      'a shared text that is not there',
      parts(sheet(row.replace(/<c r="C2".*?<\/c>/, '<c r="C2" t="s"><v>4</v></c>'))),
      'damaged-archive',
    ],
    ['a sheet that is no XML', parts('<worksheet><sheetData><row'), 'damaged-archive'],
    ['a sheet that ends early', parts(sheet(row).slice(0, -60)), 'damaged-archive'],
    ['no sheet at all', toZip({ 'xl/workbook.xml': '<workbook/>' }), 'damaged-archive'],
    [
      'a column beyond any sheet',
      parts(sheet(`<row r="2"><c r="ZZZZ2"><v>1</v></c></row>`)),
      'damaged-archive',
    ],
    ['another archive', toZip({ 'a.txt': 'x' }), 'zip-without-workbook'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await read(bytes, 'a.xlsx')).toMatchObject({ ok: false, code });
  });

  it('an archive with a password, and one that claims fewer bytes than it inflates to', async () => {
    const locked = toZip({ 'xl/workbook.xml': WORKBOOK });
    for (const [sign, offset] of [
      [0x04034b50, 6],
      [0x02014b50, 8],
    ] as const) {
      const view = new DataView(locked.buffer);
      for (let index = 0; index < locked.length - 4; index += 1) {
        if (view.getUint32(index, true) === sign)
          locked[index + offset] = (locked[index + offset] ?? 0) | 1;
      }
    }
    expect(await read(locked, 'a.xlsx')).toMatchObject({ ok: false, code: 'zip-encrypted' });
    const bomb = parts(sheet(row + ' '.repeat(5_000_000)));
    expect(deflateRawSync(' '.repeat(5_000_000)).length).toBeLessThan(10_000);
    const view = new DataView(bomb.buffer);
    for (let index = 0; index < bomb.length - 46; index += 1) {
      if (
        view.getUint32(index, true) === 0x02014b50 &&
        view.getUint32(index + 24, true) > 1_000_000
      ) {
        view.setUint32(index + 24, 1_000, true);
      }
    }
    expect(await read(bomb, 'a.xlsx')).toMatchObject({ ok: false, code: 'damaged-archive' });
  });
});

describe('texts in chunks', () => {
  const csv = toDelimited(
    ORDER_V1,
    ORDERS.flatMap((order) => orderCells(order)),
  );
  const rowsOf = async (chunks: string[], newline: '\n' | '\r' = '\n'): Promise<Row[]> => {
    const rows: Row[] = [];
    async function* feed() {
      yield* chunks;
    }
    for await (const batch of readDelimited(feed(), ',', newline)) rows.push(...batch);
    return rows;
  };

  it('are the same rows wherever the text is cut', async () => {
    const whole = await rowsOf([csv]);
    expect(whole).toHaveLength(9);
    for (let cut = 1; cut < csv.length; cut += 1) {
      const rows = await rowsOf([csv.slice(0, cut), csv.slice(cut)]);
      if (JSON.stringify(rows) !== JSON.stringify(whole)) expect([cut, rows]).toEqual([cut, whole]);
    }
    expect(await rowsOf([...csv])).toEqual(whole);
  });

  it('old line ends', async () => {
    const mac = csv.replaceAll('\r\n', '\r');
    expect(sniffNewline(mac)).toBe('\r');
    expect((await rowsOf([mac], '\r')).map(({ line }) => line)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  it('a file of megabytes in GBK and UTF-8 reads alike, whatever falls on a chunk border', async () => {
    const rows = Array.from({ length: 4_000 }, (_, index) => ({
      主订单编号: String(6917926768823640001n + BigInt(index * 37)),
      订单提交时间: '2026-11-20 10:00:00',
      选购商品: `坚果礼盒${'大'.repeat(index % 61)}`,
      商家备注: index % 7 === 0 ? '第一行\n"第二行"' : undefined,
    }));
    const made = toDelimited(['主订单编号', '商家备注', '选购商品', '订单提交时间'], rows);
    const results = await Promise.all(
      [gbk(made), utf8(made), utf8Bom(made)].map((bytes) => orders(bytes)),
    );
    for (const { records } of results) expect(records).toEqual(results[0]?.records);
    expect(results[0]?.records).toHaveLength(4_000);
    expect(results.map(({ result }) => result.encoding)).toEqual(['gb18030', 'utf-8', 'utf-8']);
    expect(countNewlines(made)).toBeGreaterThan(4_000);
  });

  it('an encoding is told by the bytes', () => {
    expect(sniffEncoding(gbk('主订单编号'))).toBe('gb18030');
    expect(sniffEncoding(utf8('主订单编号'))).toBe('utf-8');
    expect(sniffEncoding(Uint8Array.of(0xff, 0xfe, 0x3b, 0x4e))).toBe('utf-16le');
    const damaged = utf8('主订单编号,子订单编号,选购商品');
    damaged[4] = 0xff;
    expect(sniffEncoding(damaged)).toBe('utf-8');
  });
});
