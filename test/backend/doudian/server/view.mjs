/**
 * What the pages may show of a record. Only fields with evidence (../columns.md) leave the server:
 * payment, pickup and signing times, first reasons and audit times stay behind.
 */
import { slashTime } from '../../shared/beijing.mjs';
import { yuan } from '../../shared/rows.mjs';
import {
  arbitrationAt,
  orderStatusAt,
  parcelsAt,
  shipByAt,
  ticketStepAt,
} from '../generator/state.mjs';
import { reasonText } from '../generator/words.mjs';

/** The last application on a line decides its after-sale cell. */
function aftersaleOf(line, tickets, nowMs) {
  const mine = tickets.filter((t) => t.lineId === line.lineId && t.appliedMs <= nowMs);
  return mine.length ? ticketStepAt(mine.at(-1), nowMs).status : '-';
}

export function orderRow(order, tickets, nowMs) {
  const shipByMs = shipByAt(order, nowMs);
  return {
    orderId: order.orderId,
    placed: slashTime(order.placedMs),
    shipBy: shipByMs === undefined ? '' : slashTime(shipByMs),
    status: orderStatusAt(order, nowMs),
    payMethod: order.paidMs && order.paidMs <= nowMs && order.paidFen ? order.payMethod : '',
    paid: yuan(order.paidFen),
    income: yuan(order.incomeFen),
    receiver: { name: order.buyer, phone: order.phone, place: `${order.province}***********` },
    remark: order.remark,
    lines: order.lines.map((line) => ({
      lineId: line.lineId,
      name: line.productName,
      spec: line.spec,
      code: line.code,
      quantity: line.quantity,
      price: yuan(line.unitPriceFen),
      tags: [...(line.gift ? ['赠品'] : []), ...(order.presale ? ['预售'] : [])],
      aftersale: aftersaleOf(line, tickets, nowMs),
    })),
  };
}

export function ticketRow(ticket, order, nowMs) {
  const line = order.lines.find((l) => l.lineId === ticket.lineId);
  const { status, dueMs, dueAction } = ticketStepAt(ticket, nowMs);
  return {
    ticketId: ticket.ticketId,
    orderId: ticket.orderId,
    type: ticket.type,
    tags: ticket.tags,
    product: { name: line.productName, spec: line.spec },
    paid: yuan(order.paidFen),
    bought: order.lines.reduce((sum, l) => sum + l.quantity, 0),
    refund: yuan(ticket.refundFen),
    quantity: ticket.quantity,
    reason: reasonText(ticket.now.reason, ticket.now.kind),
    applied: slashTime(ticket.appliedMs),
    status,
    dueMs,
    dueAction,
    arbitration: arbitrationAt(ticket, nowMs) ?? '-',
  };
}

/** Lines of the logistics cell, which the page fetches after the row. */
export function logisticsLines(ticket, order, nowMs) {
  const { out, back, intercept } = parcelsAt(order, ticket, nowMs);
  const lines = [];
  if (out) lines.push(`订单发货 1/1 ${out}`);
  if (intercept) lines.push('需商家拦截快递');
  if (back) lines.push(`买家退货 ${back}`);
  return lines.length ? lines : ['-'];
}
