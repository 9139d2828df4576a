/**
 * Columns and labels of 已卖出的宝贝, as a text reader of 2026 saw them: 宝贝 / 单价 / 数量 / 履约·售后状态 /
 * 交易状态 / 实收款 / 操作. Words only: what reads them is in scripts of its own.
 */
import type { ColumnRole } from '../../../capture/grid';
import { labelReader } from '../../../capture/labels';
import type { OrderRole } from '../../shared-pages/order-table';
import type { ProductWords } from '../../shared-pages/product-cell';
import { isOrderId } from './ids';

/** Columns with a person in them are no role at all: they are never read. */
const personalOr = (words: string): RegExp =>
  new RegExp(`收货人|收件|买家|旺旺|备注|留言|地址${words && `|${words}`}`);

export const ORDER_COLUMNS: readonly ColumnRole<OrderRole>[] = [
  { role: 'product', words: ['宝贝', '商品'], not: personalOr('总价|金额|单价|数量|编码') },
  { role: 'price', words: ['单价'], not: personalOr('') },
  { role: 'quantity', words: ['数量'], not: personalOr('') },
  { role: 'aftersale', words: ['售后', '履约'], not: personalOr('') },
  { role: 'amount', words: ['实收款', '实付'], not: personalOr('优惠|退款|状态') },
  { role: 'status', words: ['交易状态', '订单状态'], not: personalOr('') },
];

/** Labels in an order's first row. `other` keeps a neighbour's value from being taken for one of ours. */
export const readHead = labelReader({
  placed: ['创建时间', '下单时间', '拍下时间', '成交时间'],
  paid: ['付款时间', '支付时间'],
  shipBy: ['应发货时间', '最晚发货时间', '承诺发货时间'],
  shipped: ['发货时间'],
  finished: ['确认收货时间', '交易成功时间', '成交完成时间'],
  orderType: ['订单类型'],
  other: ['订单号', '订单编号', '买家昵称', '买家', '旺旺', '买家留言', '备注', '商家备注'],
});

/** Labels in the product cell. */
export const readProduct = labelReader({
  lineId: ['子订单编号', '子订单号'],
  productId: ['商品ID', '宝贝ID', 'ID'],
  merchantCode: ['商家编码', '编码'],
  spec: ['规格', '商品属性', '颜色分类'],
  quantity: ['数量'],
});

export const PRODUCT: ProductWords = {
  // Beside the product, never the buyer's words.
  tag: /^(?:(?:全款|定金|新品|现货)?预售订?单?|现货|定制|赠品|补寄单?|换货单?|货到付款|号码保护订单)$/,
  isLineId: isOrderId,
  readLabels: readProduct,
};

/** Before the number on the pages of one order and of one refund. */
export const ORDER_LABELS = ['订单编号', '订单号'];

/** Labels of one order’s page that its list does not have. */
export const readOrderLabels = labelReader({
  status: ['订单状态', '交易状态'],
  paid: ['实收款', '实付款', '买家实付金额'],
  other: ['收货人', '收货地址', '买家留言', '商家备注', '备注', '昵称', '买家昵称', '联系电话'],
});
