/** The order list's words. Header texts of today are not public, so each role has several. */
import type { ColumnRole } from '../../../capture/grid';
import { labelReader } from '../../../capture/labels';
import type { OrderRole } from '../../shared-pages/order-table';

/** Columns with a person in them are no role at all: they are never read. */
const personalOr = (words: string): RegExp =>
  new RegExp(`收货|收件|买家|用户|客户|备注|留言|地址${words && `|${words}`}`);

export const ORDER_COLUMNS: readonly ColumnRole<OrderRole>[] = [
  {
    role: 'product',
    words: ['商品信息', '商品', '宝贝'],
    not: personalOr('总价|金额|商品单价|商品数量|编码'),
  },
  { role: 'price', words: ['单价', '价格'], not: personalOr('') },
  { role: 'quantity', words: ['数量', '件数'], not: personalOr('') },
  { role: 'aftersale', words: ['售后'], not: personalOr('') },
  {
    role: 'amount',
    words: ['实付', '实收', '应付', '支付', '付款', '订单金额', '金额'],
    // What the shop earns is not what the buyer paid.
    not: personalOr('收入|优惠|退款|状态|商家|结算|到账|应收|佣金'),
  },
  { role: 'status', words: ['订单状态', '交易状态', '状态'], not: personalOr('售后|物流|支付') },
];

/** Labels in a group's head row. `other` keeps a neighbour's value from being taken for one of ours. */
export const readHead = labelReader({
  placed: ['下单时间', '订单提交时间', '订单创建时间', '创建时间'],
  paid: ['支付时间', '付款时间', '支付完成时间'],
  shipBy: ['承诺发货时间', '最晚发货时间'],
  shipped: ['发货时间'],
  finished: ['订单完成时间', '完成时间'],
  orderType: ['订单类型'],
  other: ['订单编号', '买家昵称', '昵称', '买家留言', '留言', '备注', '商家备注'],
});

/** Labels in the product cell (商品单ID: row text seen in 2026). */
export const readProduct = labelReader({
  lineId: ['商品单ID', '商品单号', '子订单编号'],
  productId: ['商品ID'],
  merchantCode: ['商家编码'],
  spec: ['规格'],
  quantity: ['数量'],
});

/** Status words (domain notes §5), for tables whose status column has an unknown header. */
export const ORDER_STATUS =
  /^(?:待付款|待支付|备货中|待发货|部分发货|已发货|已完成|已关闭|已取消|交易成功|交易关闭|售后中)$/;

/**
 * Tags that may stand in a head row beside the buyer's nickname, so nothing but these words is taken:
 * presale and made-to-order change the clocks, gifts and lucky bags count nowhere.
 */
export const ORDER_TAG =
  /^(?:(?:全款|定金|阶梯|新品|现货)?预售订?单?|现货|定制|赠品|(?:超级)?福袋|小额单|低价单|极速发货|当日发|次日发|明日达|无需发货|补寄单?|换货单?|货到付款)$/;
