/** The sample shop's official exports: what the back-end would let a merchant download. */
import {
  isApplied,
  isPlaced,
  orderStatusAt,
  ticketStepAt,
} from '../../backend/doudian/generator/state.mjs';
import { reasonText } from '../../backend/doudian/generator/words.mjs';
import { AFTERSALE, ORDER_V1 } from '../../files/headers.mjs';
import { toDelimited } from '../../files/write-csv.mjs';
import type { World } from './world';

/** Personal cells that must reach neither page nor store. */
export const PERSONAL = {
  收件人: '欧阳试样',
  收件人手机号: '13800138000',
  详细地址: '文样路1024号',
};

const pad = (text: string): string => text.slice(0, 19).replace('T', ' ');
/** Beijing wall clock, as exports write it. */
const wall = (ms: number): string => pad(new Date(ms + 8 * 3_600_000).toISOString());
const day = (ms: number): string => wall(ms).slice(0, 10);
const yuan = (fen: number): string => (fen / 100).toFixed(2);

export interface Span {
  from: string;
  to: string;
}

/** Both files as of one instant, of everything whose list date lies in the last `days` days. */
export function exportsOf(world: World, days = 100, asOfMs = Date.now()) {
  const nowMs = Math.min(world.backend.clock(), asOfMs);
  const { orders, tickets } = world.backend.shop;
  const fromMs = nowMs - days * 86_400_000;
  const reached = (ms?: number) => (ms !== undefined && ms <= nowMs ? wall(ms) : undefined);
  const span: Span = { from: day(fromMs), to: day(nowMs) };
  const inSpan = (ms: number) => day(ms) >= span.from;
  const placed = orders
    .filter((order: { placedMs: number }) => isPlaced(order, nowMs) && inSpan(order.placedMs))
    .reverse();
  const applied = tickets
    .filter((ticket: { appliedMs: number }) => isApplied(ticket, nowMs) && inSpan(ticket.appliedMs))
    .sort((a: { appliedMs: number }, b: { appliedMs: number }) => b.appliedMs - a.appliedMs);
  const orderRows = placed.flatMap((order: Record<string, any>) =>
    order.lines.map((line: Record<string, any>) => ({
      ...PERSONAL,
      主订单编号: order.orderId,
      子订单编号: line.lineId,
      选购商品: line.productName,
      商品规格: line.spec,
      商品数量: String(line.quantity),
      商品ID: line.productId,
      商品单价: yuan(line.unitPriceFen),
      订单应付金额: yuan(order.paidFen),
      订单提交时间: wall(order.placedMs),
      支付完成时间: reached(order.paidMs),
      发货时间: reached(order.shippedMs),
      订单完成时间: reached(order.finishedMs),
      订单状态: orderStatusAt(order, nowMs),
      支付方式: order.payMethod,
    })),
  );
  const ticketRows = applied.map((ticket: Record<string, any>) => ({
    售后单号: ticket.ticketId,
    订单号: ticket.orderId,
    售后类型: ticket.type,
    售后状态: ticketStepAt(ticket, nowMs).status,
    售后申请时间: wall(ticket.appliedMs),
    售后原因: reasonText(ticket.now.reason, ticket.now.kind),
    同意售后申请时间: reached(ticket.agreedMs),
    商家退款时间: reached(ticket.refundedMs),
    是否极速退款: ticket.tags.includes('极速退款') ? '是' : '否',
  }));
  return {
    span,
    orderIds: placed.map((order: { orderId: string }) => order.orderId) as string[],
    /** Named as the back-end names its files: the moment of the export. */
    fileName: `${Math.floor(nowMs / 1000)}_a1b2c3.csv`,
    // GBK has no "¥" but the full-width one.
    orders: (toDelimited(ORDER_V1, orderRows) as string).replaceAll('¥', '￥'),
    tickets: toDelimited(AFTERSALE, ticketRows) as string,
  };
}

/** A long order export: `count` orders of one line each, spread over the 90 days before `nowMs`. */
export function longOrderExport(count: number, nowMs: number): string {
  const stepMs = (90 * 86_400_000) / count;
  const rows = Array.from({ length: count }, (_, i) => {
    const placedMs = nowMs - 3_600_000 - Math.floor(i * stepMs);
    const id = `692${String(i).padStart(16, '0')}`;
    return {
      ...PERSONAL,
      主订单编号: id,
      子订单编号: id,
      选购商品: '示例商品',
      商品数量: '1',
      商品ID: '3600000000000000001',
      商品单价: '19.90',
      订单应付金额: '19.90',
      订单提交时间: wall(placedMs),
      支付完成时间: wall(placedMs + 60_000),
      订单状态: '待发货',
      支付方式: '微信',
    };
  });
  return toDelimited(ORDER_V1, rows) as string;
}
