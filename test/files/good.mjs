/** Samples that can be imported: name, bytes, the records they must yield. */
import { expectedOrder, expectedTicket } from './expected.mjs';
import { AFTERSALE, ORDER_V1, ORDER_V2 } from './headers.mjs';
import { joinedCells, orderCells, ticketCells } from './rows.mjs';
import { ORDERS, TICKETS } from './truth.mjs';
import { gbk, toDelimited, utf8, utf8Bom, utf16le } from './write-csv.mjs';
import { toXlsx } from './write-xlsx.mjs';

export const rowsOf = (options) => ORDERS.flatMap((order) => orderCells(order, options));
const ticketRows = TICKETS.flatMap(ticketCells);
const hasAll = (headers) => (header) => headers.includes(header);
const orders = (headers, options) =>
  ORDERS.map((order) => expectedOrder(order, hasAll(headers), options));
const tickets = TICKETS.map(expectedTicket);

/** A merchant's own choice and order of columns. */
const CUSTOM = [
  '订单状态',
  '详细地址',
  '支付完成时间',
  '子订单编号',
  '收件人',
  '订单提交时间',
  '发货时间',
  '主订单编号',
  '自定义一列',
];
const FEW = ['订单提交时间', '订单编号'];

const isTime = (header) => /时间$/.test(header);
const isAmount = (header) => /金额|单价|运费/.test(header);
/** Day serial of a Beijing wall clock, as a spreadsheet computes it. */
const serial = (text) =>
  (Date.parse(`${text.replace(' ', 'T')}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
export const grid = (headers, rows, cellOf = (_, text) => text) => [
  headers,
  ...rows.map((row) =>
    headers.map((header) => (row[header] === undefined ? undefined : cellOf(header, row[header]))),
  ),
];

/** What a spreadsheet makes of the file when it is opened and saved as CSV. */
const spreadsheetTime = (text) =>
  text.replace(/^(\d+)-0?(\d+)-0?(\d+) 0?(\d+):(\d+):\d+$/, '$1/$2/$3 $4:$5');
const grouped = (text) => text.replace(/\B(?=(\d{3})+\.)/g, ',');
const dirty = (header, text) => {
  if (header === '主订单编号') return `="${text}"`;
  if (/编号$|ID$/.test(header)) return `'${text}`;
  if (isTime(header)) return ` ${text.replaceAll('-', '/')} `;
  if (isAmount(header)) return `¥${grouped(text)}`;
  return undefined;
};

function dirtyText() {
  const text = toDelimited(ORDER_V1, rowsOf(), {
    wrap: dirty,
    newline: '\n',
    blank: '',
    before: ['订单导出（2026-11-01 至 2026-11-20）', ''],
    header: ORDER_V1.map((name) => ` ${name}${name.length % 3 ? ' ' : '\u00a0'}`),
  });
  const lines = text.trimEnd().split('\n');
  const header = lines.findIndex((line) => line.includes('主订单编号'));
  const blankRow = ','.repeat(ORDER_V1.length - 1);
  // Two exports put together, a row by hand, a total below, blank lines: as merchants' own files look.
  lines.splice(header + 3, 0, blankRow, lines[header], '');
  lines.push('线下补单,,手工登记,,1'.padEnd(20, ','));
  lines.push(`合计,,,,${'9,'.repeat(4)}`.padEnd(20, ','), '');
  return `${lines.join('\n')}\n`;
}

/** @type {[string, Uint8Array, {records: object[], problems?: string[]}][]} */
export const good = [
  [
    'order-v1-bom.csv',
    utf8Bom(toDelimited(ORDER_V1, rowsOf({ plainPersonal: false }))),
    { records: orders(ORDER_V1) },
  ],
  ['order-v2-gbk.csv', gbk(toDelimited(ORDER_V2, rowsOf())), { records: orders(ORDER_V2) }],
  [
    'order-custom.tsv',
    utf8(toDelimited(CUSTOM, rowsOf(), { delimiter: '\t', tabs: false, newline: '\n' })),
    { records: orders(CUSTOM) },
  ],
  [
    'order-few.csv',
    gbk(
      toDelimited(
        FEW,
        rowsOf().map((row) => ({ ...row, 订单编号: row.主订单编号 })),
      ),
    ),
    { records: orders(FEW) },
  ],
  [
    'order-joined.csv',
    utf8Bom(toDelimited(ORDER_V1, ORDERS.flatMap(joinedCells))),
    { records: orders(ORDER_V1, { joined: true }).map(withoutJoinedAmount) },
  ],
  ['order-dirty.csv', utf8(dirtyText()), { records: orders(ORDER_V1), problems: ['not-an-id'] }],
  [
    'order-saved-again.csv',
    gbk(
      toDelimited(ORDER_V2, rowsOf(), {
        wrap: (header, text) => (isTime(header) ? spreadsheetTime(text) : undefined),
      }),
    ),
    { records: orders(ORDER_V2, { minutes: true }), problems: ['no-seconds'] },
  ],
  [
    'order-unicode.txt',
    utf16le(toDelimited(ORDER_V1, rowsOf(), { delimiter: '\t' })),
    { records: orders(ORDER_V1) },
  ],
  [
    'order-v1.xlsx',
    toXlsx([{ name: '订单', rows: grid(ORDER_V1, rowsOf()) }]),
    { records: orders(ORDER_V1) },
  ],
  [
    'order-serials.xlsx',
    toXlsx(
      [
        {
          name: 'Sheet1',
          rows: grid(ORDER_V2, rowsOf(), (header, text) =>
            isTime(header)
              ? serial(text)
              : isAmount(header) || header === '商品数量'
                ? Number(text)
                : text,
          ),
        },
      ],
      { strings: 'inline', prefix: 'x' },
    ),
    { records: orders(ORDER_V2) },
  ],
  [
    'order-no-refs.xlsx',
    toXlsx([{ name: 'S', rows: grid(ORDER_V1, rowsOf()) }], { refs: false, stored: true }),
    { records: orders(ORDER_V1) },
  ],
  ['aftersale-bom.csv', utf8Bom(toDelimited(AFTERSALE, ticketRows)), { records: tickets }],
  [
    'aftersale-gbk.csv',
    gbk(
      toDelimited(
        AFTERSALE.map((name) => name),
        ticketRows,
        { header: AFTERSALE.map((name) => name.replace('（', '(').replace('）', ')')) },
      ),
    ),
    { records: tickets },
  ],
  [
    'aftersale.xlsx',
    toXlsx([
      { name: '说明', rows: [['本表由商家后台导出'], []] },
      { name: '售后单', rows: grid(AFTERSALE, ticketRows) },
    ]),
    { records: tickets },
  ],
];

const v1 = toDelimited(ORDER_V1, rowsOf());
// One quote is missing: its row can't be trusted, the others can.
const missingQuote = v1.replace('"\t6917926768823643780"', '"\t6917926768823643780');
good.push([
  'order-quote.csv',
  utf8(missingQuote),
  { records: orders(ORDER_V1).filter((_, index) => index !== 1), problems: ['broken-quotes'] },
]);

/** Joined rows hold one amount a line: no order amount, except where there is one line. */
function withoutJoinedAmount(record) {
  const { paidFen, ...rest } = record;
  return record.lines.length > 1 || paidFen === undefined ? rest : { ...rest, paidFen };
}
