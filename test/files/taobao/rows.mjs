/** Truth → cells by header (without the blanks at their ends), as the platform writes them. */
import { PERSONAL } from './truth.mjs';

const yuan = (fen) => (fen === undefined ? undefined : (fen / 100).toFixed(2));

/** @returns {Record<string, string | undefined>} */
export function orderCells(order) {
  const { lines, parcels } = order;
  return {
    ...PERSONAL,
    订单编号: order.orderId,
    主订单编号: order.orderId,
    支付单号: '2026111922001188881436',
    支付详情: '支付宝',
    总金额: yuan(order.paidFen),
    买家实际支付金额: yuan(order.paidFen),
    买家实付金额: yuan(order.paidFen),
    打款商家金额: `${yuan(order.paidFen)}元`,
    订单状态: order.status,
    订单创建时间: order.placed,
    订单付款时间: order.paid,
    应发货时间: order.shipBy,
    发货时间: order.shipped,
    确认收货时间: order.finished,
    订单关闭原因: order.cancelReason ?? '订单未关闭',
    宝贝标题: lines.map((line) => line.productName).join(','),
    商品标题: lines.map((line) => line.productName).join(','),
    宝贝种类: String(lines.length),
    宝贝总数量: String(lines.reduce((sum, line) => sum + line.quantity, 0)),
    物流单号: parcels?.map(({ parcelId }) => `No:${parcelId}`).join(','),
    物流公司: parcels?.map(({ carrier }) => carrier).join(','),
    店铺名称: '样样家纺旗舰店',
    退款金额: '无退款申请',
  };
}

export function itemCells(order) {
  return order.lines.map((line) => ({
    ...PERSONAL,
    订单编号: order.orderId,
    主订单编号: order.orderId,
    子订单编号: line.lineId,
    标题: line.productName,
    商品标题: line.productName,
    价格: yuan(line.unitPriceFen),
    商品价格: yuan(line.unitPriceFen),
    购买数量: String(line.quantity),
    外部系统编号: line.merchantCode,
    商家编码: line.merchantCode,
    商品属性: line.spec,
    商品ID: line.productId,
    订单状态: line.status,
    退款状态: line.aftersaleText ?? '没有申请退款',
    退款金额: line.aftersaleText ? yuan(line.unitPriceFen) : '无退款申请',
    买家实付金额: yuan(line.unitPriceFen * line.quantity),
    订单创建时间: order.placed,
    订单付款时间: order.paid,
    应发货时间: order.shipBy,
    发货时间: order.shipped,
    物流单号: order.parcels?.map(({ parcelId }) => parcelId).join(','),
    物流公司: order.parcels?.map(({ carrier }) => carrier).join(','),
  }));
}

export const ticketCells = (ticket) => ({
  ...PERSONAL,
  订单编号: ticket.orderId,
  退款编号: ticket.ticketId,
  支付宝交易号: '2026111922001188881436',
  退款完结时间: ticket.finished,
  完结时间: ticket.finished,
  买家实际支付金额: yuan(ticket.paidFen),
  宝贝标题: ticket.productName,
  买家退款金额: yuan(ticket.refundFen),
  退款总额: yuan(ticket.refundFen),
  '手工退款/系统退款': '手工退款',
  是否需要退货: ticket.type === '退货退款' ? '是' : '否',
  售后类型: ticket.type,
  退款的申请时间: ticket.applied,
  退款申请时间: ticket.applied,
  超时时间: ticket.due,
  退款状态: ticket.status,
  货物状态: ticket.shipStatus,
  客服介入状态: ticket.arbitration,
  责任方: ticket.responsibility,
  买家退款原因: ticket.reason,
  退款原因标签: ticket.reasonTag,
});
