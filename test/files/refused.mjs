/** Files that must be refused: name, bytes, why. */
import { grid, rowsOf } from './good.mjs';
import { ORDER_V1, OTHER_PLATFORM, SETTLEMENT } from './headers.mjs';
import { ORDERS } from './truth.mjs';
import { gbk, toDelimited, utf8, utf8Bom } from './write-csv.mjs';
import { toXlsx, toZip } from './write-xlsx.mjs';

const v1 = toDelimited(ORDER_V1, rowsOf());
const half = (bytes) => bytes.slice(0, Math.floor(bytes.length / 2));
const xlsx = toXlsx([{ name: '订单', rows: grid(ORDER_V1, rowsOf()) }]);
const badByte = utf8Bom(v1);
badByte[badByte.length - 200] = 0xff;
const noPlaced = ORDER_V1.filter((name) => name !== '订单提交时间');
const foreign = [
  {
    订单号: '261120-123456789012345',
    订单成交时间: '2026-11-20 10:00:00',
    商品id: '1',
    订单状态: '待发货',
  },
];
const numeric = (header, text) => (/编号$/.test(header) ? { n: text } : text);

/** @type {[string, Uint8Array, {code: string | string[], line?: number, header?: string, missing?: string[]}][]} */
export const refused = [
  [
    'bad-scientific.csv',
    gbk(
      toDelimited(ORDER_V1, rowsOf(), {
        wrap: (header, text) =>
          /编号$|ID$/.test(header) ? Number(text).toExponential(2).replace('e', 'E') : undefined,
      }),
    ),
    { code: 'damaged-ids', line: 2, header: '主订单编号' },
  ],
  [
    'bad-zeroed.csv',
    gbk(
      toDelimited(ORDER_V1, rowsOf(), {
        wrap: (header, text) =>
          /编号$/.test(header) ? `${text.slice(0, 15)}${'0'.repeat(text.length - 15)}` : undefined,
      }),
    ),
    { code: 'damaged-ids', line: 2 },
  ],
  [
    'bad-numbers.xlsx',
    toXlsx([{ name: 'S', rows: grid(ORDER_V1, rowsOf(), numeric) }]),
    { code: 'damaged-ids', line: 2 },
  ],
  [
    'bad-lines-only.csv',
    utf8(
      toDelimited(ORDER_V1, rowsOf(), {
        wrap: (header) => (header === '子订单编号' ? '6.92E+18' : undefined),
      }),
    ),
    { code: 'damaged-ids', line: 2, header: '子订单编号' },
  ],
  [
    'bad-cut.csv',
    utf8Bom(v1).slice(0, utf8Bom(v1).length - 250),
    { code: ['truncated', 'unclosed-quote'] },
  ],
  ['bad-cut.xlsx', half(xlsx), { code: 'damaged-archive' }],
  ['bad-byte.csv', badByte, { code: 'damaged-text', line: 9 }],
  [
    'settlement.csv',
    utf8Bom(
      toDelimited(SETTLEMENT, [{ 结算时间: '2026-11-20 10:00:00', 订单号: ORDERS[0].orderId }]),
    ),
    { code: 'unknown-kind' },
  ],
  [
    'other-platform.csv',
    gbk(toDelimited(OTHER_PLATFORM, foreign, { tabs: false })),
    { code: ['unknown-kind', 'missing-columns'] },
  ],
  [
    'other-ids.csv',
    utf8(
      toDelimited(
        ['订单号', '订单提交时间'],
        [{ 订单号: '261120-123456789012345', 订单提交时间: '2026-11-20 10:00:00' }],
      ),
    ),
    { code: 'other-ids' },
  ],
  [
    'no-placed.csv',
    utf8(toDelimited(noPlaced, rowsOf())),
    { code: 'missing-columns', line: 1, missing: ['订单提交时间'] },
  ],
  ['header-only.csv', utf8Bom(toDelimited(ORDER_V1, [])), { code: 'no-rows' }],
  ['empty.csv', new Uint8Array(0), { code: 'empty' }],
  [
    'page.xls',
    utf8('<html><body><table><tr><td>主订单编号</td></tr></table></body></html>'),
    { code: 'web-page' },
  ],
  [
    'old.xls',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    { code: 'old-excel' },
  ],
  ['packed.zip', toZip({ '订单.csv': v1 }), { code: 'zip-without-workbook' }],
  [
    'picture.png',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    { code: 'unknown-format' },
  ],
];
