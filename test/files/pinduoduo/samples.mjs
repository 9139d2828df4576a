/** Export files of 拼多多 as merchants download them: bytes, name, and the records they must give. */
import { gbk, toDelimited, utf8Bom } from '../write-csv.mjs';
import { toXlsx } from '../write-xlsx.mjs';
import { AFTERSALE, AFTERSALE_OTHER, ORDER_ALL, ORDER_SHORT } from './headers.mjs';
import { at, EXPORTED, ORDERS, PERSONAL, TICKETS } from './truth.mjs';

const yuan = (fen) => (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');

/** @returns {Record<string, string | undefined>} cells by header, as the platform writes them */
export const orderCells = (order) => ({
  ...PERSONAL,
  商品: order.productName,
  订单号: order.orderId,
  订单状态: order.status,
  '商品数量(件)': String(order.quantity),
  支付时间: order.paid,
  承诺发货时间: order.shipBy,
  发货时间: order.shipped,
  确认收货时间: order.finished,
  商品id: order.productId,
  商品规格: order.spec,
  样式ID: '900817258179',
  '商家编码-规格维度': order.merchantCode,
  售后状态: order.aftersaleText,
  订单成交时间: order.placed,
  '商品总价(元)': yuan(order.paidFen + 300),
  '用户实付金额(元)': yuan(order.paidFen),
  '商家实收金额(元)': yuan(order.paidFen + 200),
  快递单号: order.parcels?.[0].parcelId,
  快递公司: order.parcels?.[0].carrier,
  省: order.province,
  支付方式: order.payMethod,
});

export const ticketCells = (ticket) => ({
  ...PERSONAL,
  售后编号: ticket.number,
  订单编号: ticket.orderId,
  售后状态: ticket.status,
  订单状态: '已收货',
  商品名称: ticket.productName,
  '退款金额(元)': yuan(ticket.refundFen),
  售后类型: ticket.type,
  退款类型: ticket.type,
  售后原因: ticket.reason,
  退款原因: ticket.reason,
  申请时间: ticket.applied,
  售后申请时间: ticket.applied,
  同意退款时间: ticket.agreed,
  退货物流状态: ticket.returnStatus,
});

/** A tab behind each id, nothing for nothing. */
export const tailed = (name, text) => (/号$|ID$|id$|编号$/.test(name) ? `${text}\t` : undefined);
const plain = { tabs: false, blank: '' };
const rows = ORDERS.map(orderCells);
const tickets = TICKETS.map(ticketCells);
const sheet = (name, headers, cells) => ({
  name,
  rows: [headers, ...cells.map((row) => headers.map((each) => row[each]))],
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

const orderOf = (order, isShort) =>
  prune({
    kind: 'order',
    orderId: order.orderId,
    placedDayMs: at(order.day),
    placedMs: ms(order.placed),
    paidMs: isShort ? undefined : ms(order.paid),
    shipByMs: isShort ? undefined : ms(order.shipBy),
    shippedMs: ms(order.shipped),
    finishedMs: ms(order.finished),
    status: order.status,
    aftersaleText: order.aftersaleText,
    payMethod: isShort ? undefined : order.payMethod,
    paidFen: order.paidFen,
    province: isShort ? undefined : order.province,
    lines: [
      prune({
        lineId: '#1',
        productName: order.productName,
        productId: order.productId,
        spec: order.spec,
        merchantCode: order.merchantCode,
        quantity: order.quantity,
      }),
    ],
    parcels: order.parcels,
  });

const ticketOf = (ticket, isOther) =>
  prune({
    kind: 'ticket',
    ticketId: ticket.name,
    orderId: ticket.orderId,
    appliedMs: ms(ticket.applied),
    agreedMs: isOther ? undefined : ms(ticket.agreed),
    type: ticket.type,
    status: ticket.status,
    reason: ticket.reason,
    refundFen: isOther ? undefined : ticket.refundFen,
    returnStatus: isOther ? undefined : ticket.returnStatus,
    productName: isOther ? undefined : ticket.productName,
  });

/** @type {{name: string, bytes: Uint8Array, records: object[]}[]} */
export const samples = [
  {
    name: `orders_export${EXPORTED}.csv`,
    bytes: utf8Bom(toDelimited(ORDER_SHORT, rows, { ...plain, wrap: tailed })),
    records: ORDERS.map((order) => orderOf(order, true)),
  },
  {
    name: `orders_export${EXPORTED} (1).csv`,
    bytes: gbk(toDelimited(ORDER_ALL, rows, { blank: '' })),
    records: ORDERS.map((order) => orderOf(order, false)),
  },
  {
    name: '订单.xlsx',
    bytes: toXlsx([sheet('Sheet1', ORDER_ALL, rows)]),
    records: ORDERS.map((order) => orderOf(order, false)),
  },
  {
    name: '售后.csv',
    bytes: gbk(toDelimited(AFTERSALE, tickets, { ...plain, wrap: tailed })),
    records: TICKETS.map((ticket) => ticketOf(ticket, false)),
  },
  {
    name: '售后-短.xlsx',
    bytes: toXlsx([sheet('售后', AFTERSALE_OTHER, tickets)]),
    records: TICKETS.map((ticket) => ticketOf(ticket, true)),
  },
];

export const findSample = (name) => {
  const found = samples.find((each) => each.name === name);
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};
