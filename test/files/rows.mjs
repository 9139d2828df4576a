/** Truth → cells by header, as the platform writes them: times, "-" for nothing, ciphered personal columns. */
import { PERSONAL } from './truth.mjs';

const yuan = (fen) => (fen === undefined ? undefined : (fen / 100).toFixed(2));
const CIPHERED = { 收件人: '##密文1234==', 收件人手机号: '$$密文5678==', 详细地址: '##密文9abc==' };

/** One object of header → text (undefined = nothing) for each line of the order. */
export function orderCells(order, { plainPersonal = true } = {}) {
  return order.lines.map((line, index) => ({
    ...PERSONAL,
    ...(plainPersonal ? {} : CIPHERED),
    主订单编号: order.orderId,
    子订单编号: line.lineId,
    选购商品: line.productName,
    商品规格: line.spec,
    商品数量: String(line.quantity),
    商品ID: line.productId,
    商家编码: line.merchantCode,
    商品单价: yuan(line.unitPriceFen),
    商品金额: yuan(line.unitPriceFen),
    订单应付金额: yuan(order.paidFen ?? line.unitPriceFen * line.quantity),
    运费: '0.00',
    支付方式: order.payMethod,
    省: order.province,
    订单提交时间: order.placed,
    订单完成时间: order.finished,
    支付完成时间: order.paid,
    承诺发货时间: order.shipBy,
    发货时间: order.lineShipped ? order.lineShipped[index] : order.shipped,
    订单状态: line.status,
    订单类型: order.orderType,
    售后状态: line.aftersaleText,
    取消原因: order.cancelReason,
    快递信息: order.parcels?.map((parcel) => `${parcel.parcelId}-${parcel.carrier}`).join(';'),
    旗帜颜色: '灰',
  }));
}

/** The order dimension: one object an order, values of the lines joined by ";". */
export function joinedCells(order) {
  const lines = orderCells(order);
  const [first] = lines;
  if (lines.length === 1) return [first];
  const joined = { ...first };
  const perLine = [
    '子订单编号',
    '选购商品',
    '商品规格',
    '商品数量',
    '商品ID',
    '商家编码',
    '商品单价',
    '订单状态',
    '售后状态',
    '发货时间',
  ];
  for (const header of perLine) joined[header] = lines.map((line) => line[header] ?? '-').join(';');
  joined.订单应付金额 = lines.map((line) => line.订单应付金额).join(';');
  return [joined];
}

export function ticketCells(ticket) {
  return [
    {
      ...PERSONAL,
      售后单号: ticket.ticketId,
      订单号: ticket.orderId,
      商品单号: ticket.orderId,
      商品名称: ticket.productName,
      商品ID: '3547891234567890789',
      '应付金额（元）': yuan(ticket.paidFen),
      '退商品金额（元）': yuan(ticket.paidFen),
      商品发货状态: ticket.shipStatus,
      售后类型: ticket.type,
      售后状态: ticket.status,
      售后申请时间: ticket.applied,
      售后原因: ticket.reason,
      售后原因标签: ticket.reasonTag,
      自动处理截止时间: ticket.due,
      同意售后申请时间: ticket.agreed,
      商家退款时间: ticket.refunded,
      售后关闭时间: ticket.closed,
      售后完结时间: ticket.finished,
      仲裁状态: ticket.arbitration,
      纠纷责任方: ticket.responsibility,
      退货物流状态: ticket.returnStatus,
      是否极速退款: '否',
    },
  ];
}
