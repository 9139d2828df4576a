/** Export files of 千牛 as merchants download them: bytes, name, and the records they must give. */
import { gbk, toDelimited } from '../write-csv.mjs';
import { toXlsx } from '../write-xlsx.mjs';
import * as headers from './headers.mjs';
import { itemCells, orderCells, ticketCells } from './rows.mjs';
import { at, EXPORTED, ORDERS, TICKETS } from './truth.mjs';

const trimmed = (row, name) => row[name] ?? row[name.trim()];
const withHeaders = (names, rows) =>
  rows.map((row) => Object.fromEntries(names.map((name) => [name, trimmed(row, name)])));

/** The old way: GBK, nothing for nothing, numbers of orders as `="…"`. */
const csv = (names, rows) =>
  gbk(
    toDelimited(names, withHeaders(names, rows), {
      tabs: false,
      blank: '',
      wrap: (name, text) => (/^(?:订单|主订单|退款)编号$/.test(name) ? `="${text}"` : undefined),
    }),
  );
/** Ids behind a tab, as newer CSV files have them. */
const tabbed = (names, rows) => gbk(toDelimited(names, withHeaders(names, rows), { blank: '' }));
const sheet = (name, names, rows) => ({
  name,
  rows: [names, ...rows.map((row) => names.map((each) => trimmed(row, each)))],
});

/** Texts are stored in one width: "，" is ",". */
const oneWidth = (value) => (typeof value === 'string' ? value.normalize('NFKC') : value);
const prune = (record) =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, oneWidth(value)]),
  );
const ms = (text) => (text === undefined ? undefined : at(text));
const same = (values) => (values.every((value) => value === values[0]) ? values[0] : undefined);

const orderOf = (order, has) =>
  prune({
    kind: 'order',
    orderId: order.orderId,
    placedMs: ms(order.placed),
    paidMs: ms(order.paid),
    shipByMs: has.shipBy ? ms(order.shipBy) : undefined,
    shippedMs: has.shipped ? ms(order.shipped) : undefined,
    finishedMs: has.finished ? ms(order.finished) : undefined,
    status: order.status,
    cancelReason: has.finished ? order.cancelReason : undefined,
    paidFen: order.paidFen,
    lines: has.lines ? order.lines.map(prune) : [],
    parcels: has.parcels ? order.parcels : undefined,
  });
/** What the sub-orders' table alone proves. */
const itemsOf = (order) =>
  prune({
    ...orderOf(order, { shipBy: true, shipped: true, lines: true, parcels: true }),
    status: same(order.lines.map(({ status }) => status)),
    paidFen: undefined,
  });
const oldItemsOf = (order) => ({
  kind: 'order',
  orderId: order.orderId,
  ...prune({ status: same(order.lines.map(({ status }) => status)) }),
  lines: order.lines.map(({ productId: _, aftersaleText: __, ...line }, index) => ({
    ...prune(line),
    lineId: `#${index + 1}`,
  })),
});
const ticketOf = (ticket, without = []) => {
  const { applied, due, finished, ...rest } = ticket;
  const record = prune({
    kind: 'ticket',
    ...rest,
    appliedMs: ms(applied),
    dueMs: ms(due),
    closedMs: ms(finished),
  });
  return Object.fromEntries(Object.entries(record).filter(([name]) => !without.includes(name)));
};

const orders = ORDERS.map(orderCells);
const items = ORDERS.flatMap(itemCells);
const tickets = TICKETS.map(ticketCells);
const shipped = orders.filter((row) => row.发货时间);

/** @type {{name: string, bytes: Uint8Array, records: object[], sheets?: string[], noDates?: true}[]} */
export const samples = [
  {
    name: `ExportOrderList${EXPORTED}.csv`,
    bytes: csv(headers.ORDER_OLD, orders),
    records: ORDERS.map((order) => orderOf(order, { finished: true, parcels: true })),
  },
  {
    name: `ExportOrderList${EXPORTED} (1).csv`,
    bytes: tabbed(headers.ORDER_LATER, orders),
    records: ORDERS.map((order) =>
      orderOf(order, { shipped: true, finished: true, parcels: true }),
    ),
  },
  {
    name: `ExportItemList${EXPORTED}.csv`,
    bytes: csv(headers.ITEM_OLD, items),
    records: ORDERS.map(oldItemsOf),
    noDates: true,
  },
  {
    name: '宝贝报表.xlsx',
    bytes: toXlsx([sheet('Sheet0', headers.ITEM_NEW, items)]),
    records: ORDERS.map(itemsOf),
    sheets: ['Sheet0'],
  },
  {
    name: '订单.xlsx',
    bytes: toXlsx([
      sheet('发货报表', headers.SHIPPING, shipped),
      sheet(
        '销售明细',
        headers.ITEM_NEW.filter((name) => !/^物流|^发货时间$/.test(name)),
        items,
      ),
      sheet('订单报表', headers.ORDER_NEW, orders),
    ]),
    records: ORDERS.map((order) =>
      orderOf(order, { shipBy: true, shipped: true, lines: true, parcels: true }),
    ),
    sheets: ['订单报表', '销售明细', '发货报表'],
  },
  {
    name: '退款.csv',
    bytes: csv(headers.REFUND_OLD, tickets),
    records: TICKETS.map((ticket) => ticketOf(ticket, ['reasonTag'])),
  },
  {
    name: '3_1700000000_1.xlsx',
    bytes: toXlsx([sheet('退款', headers.REFUND_LONG, tickets)]),
    records: TICKETS.map((ticket) => ticketOf(ticket)),
    sheets: ['退款'],
  },
  {
    name: '退款-短.xlsx',
    bytes: toXlsx([sheet('退款', headers.REFUND_NEW, tickets)]),
    records: TICKETS.map((ticket) =>
      ticketOf(ticket, [
        'dueMs',
        'reason',
        'reasonTag',
        'arbitration',
        'responsibility',
        'paidFen',
        'productName',
      ]),
    ),
    sheets: ['退款'],
  },
];

export const findSample = (name) => {
  const found = samples.find((each) => each.name === name);
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};
