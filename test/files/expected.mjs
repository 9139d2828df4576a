/** Truth → the records a sample with the given columns must yield. Written apart from the parser. */
import { at } from './truth.mjs';

const prune = (record) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
const ms = (text) => (text === undefined ? undefined : at(text));
const same = (values) => (values.every((value) => value === values[0]) ? values[0] : undefined);

/** `has(header)`: the sample has that column. `joined`: one row an order, values joined by ";". */
export function expectedOrder(order, has, { joined = false, minutes = false } = {}) {
  const time = (text) => {
    const value = ms(text);
    return value !== undefined && minutes ? value - (value % 60_000) : value;
  };
  const keep = (header, value) => (has(header) ? value : undefined);
  const lines = order.lines.map((line, index) =>
    prune({
      lineId: has('子订单编号') ? line.lineId : `#${index + 1}`,
      productName: keep('选购商品', line.productName),
      productId: keep('商品ID', line.productId),
      spec: keep('商品规格', line.spec),
      merchantCode: keep('商家编码', line.merchantCode),
      quantity: keep('商品数量', line.quantity),
      unitPriceFen: keep('商品单价', line.unitPriceFen),
      status: keep('订单状态', line.status),
      aftersaleText: keep('售后状态', line.aftersaleText),
    }),
  );
  const oneRow = joined || order.lines.length === 1;
  const shipped = order.lineShipped ? same(order.lineShipped) : order.shipped;
  return prune({
    kind: 'order',
    orderId: order.orderId,
    placedMs: time(order.placed),
    paidMs: keep('支付完成时间', time(order.paid)),
    shipByMs: keep('承诺发货时间', time(order.shipBy)),
    shippedMs: keep('发货时间', time(shipped)),
    finishedMs: keep('订单完成时间', time(order.finished)),
    status: keep('订单状态', same(order.lines.map((line) => line.status))),
    aftersaleText: keep('售后状态', same(order.lines.map((line) => line.aftersaleText))),
    orderType: keep('订单类型', order.orderType),
    cancelReason: keep('取消原因', order.cancelReason),
    payMethod: keep('支付方式', order.payMethod),
    paidFen: keep('订单应付金额', oneRow ? order.paidFen : undefined),
    province: keep('省', order.province),
    lines: lines.some((line) => Object.keys(line).length > 1) ? lines : [],
    parcels: keep('快递信息', order.parcels),
  });
}

export function expectedTicket(ticket) {
  const { ticketId, orderId, type, status, reason, reasonTag, arbitration, responsibility } =
    ticket;
  const { shipStatus, returnStatus, paidFen, productName } = ticket;
  return prune({
    kind: 'ticket',
    ticketId,
    orderId,
    type,
    status,
    reason,
    reasonTag,
    instantRefund: '否',
    arbitration,
    responsibility,
    shipStatus,
    returnStatus,
    paidFen,
    productName,
    appliedMs: ms(ticket.applied),
    dueMs: ms(ticket.due),
    agreedMs: ms(ticket.agreed),
    refundedMs: ms(ticket.refunded),
    closedMs: ms(ticket.finished ?? ticket.closed),
  });
}
