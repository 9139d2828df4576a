/** Labels and column titles of this back-end's pages: what readers look for, and all that a page's skeleton keeps. */
import type { ColumnRole } from '../../../capture/grid';
import { labelReader } from '../../../capture/labels';
import type { ChatColumns } from '../../shared-pages/chat-stats';

export const ORDER_LABELS = ['订单编号', '订单号'];

export type OrderRole = 'product' | 'status' | 'aftersale' | 'quantity' | 'paid';

/** Columns with a person in them are no role at all: they are never read. */
const PERSON = /收货|收件|买家|昵称|消费者|备注|留言|地址/;
export const ORDER_COLUMNS: readonly ColumnRole<OrderRole>[] = [
  { role: 'product', words: ['商品信息', '商品名称', '商品'], not: /总价|金额|数量|编码/ },
  { role: 'status', words: ['订单状态', '状态'], not: /售后|物流|支付|收货|买家/ },
  { role: 'aftersale', words: ['售后状态', '售后'], not: PERSON },
  { role: 'quantity', words: ['商品数量', '数量', '件数'], not: PERSON },
  // 实收: what was received for the order; the goods' price before discounts is another column.
  { role: 'paid', words: ['用户实付', '实付', '实收'], not: PERSON },
];

/** The strip over an order in the list. */
export const readStrip = labelReader({
  placed: ['订单成交时间', '成交时间', '下单时间', '拼单成功时间', '成团时间'],
  paid: ['支付时间'],
  shipBy: ['承诺发货时间', '最晚发货时间'],
  shipped: ['发货时间'],
  finished: ['确认收货时间'],
  other: ['订单编号', '订单号', '买家昵称', '昵称', '备注', '买家留言', '商家备注'],
});

/** One order's own page: all labels in one reader, so that where one is left empty the next is no value of it. */
export const readOrderLabels = labelReader({
  placed: ['订单成交时间', '成交时间', '下单时间', '拼单成功时间', '成团时间'],
  paid: ['支付时间', '付款时间'],
  shipBy: ['承诺发货时间', '最晚发货时间'],
  shipped: ['发货时间'],
  finished: ['确认收货时间'],
  status: ['订单状态'],
  amount: ['用户实付', '用户实付金额', '实收金额', '商家实收'],
  other: [
    '收件人',
    '收货人',
    '收货地址',
    '手机号',
    '买家留言',
    '商家备注',
    '备注',
    '昵称',
    '买家昵称',
  ],
});

/** One case's own page, and the export; `other` are a person's own words. */
export const readTicketLabels = labelReader({
  type: ['售后类型'],
  status: ['售后状态'],
  reason: ['售后原因', '退款原因', '申请原因'],
  applied: ['申请时间', '售后申请时间'],
  agreed: ['同意退款时间', '商家同意时间'],
  refunded: ['退款时间', '退款成功时间'],
  refund: ['退款金额'],
  paid: ['实收金额', '实付金额', '订单实收'],
  other: ['问题描述', '售后说明', '买家留言', '备注', '退货地址', '收件人', '收货人', '联系电话'],
});

export const readReviewLabels = labelReader({
  stars: ['用户评价', '商品评分', '描述相符', '评分'],
  service: ['服务态度', '服务评分'],
  logistics: ['物流服务', '物流评分'],
  created: ['评价时间'],
  other: ['评价内容', '追评', '回复', '买家昵称', '昵称'],
});

export const readProductLabels = labelReader({
  productId: ['商品ID', 'ID'],
  merchantCode: ['商家编码', '规格编码'],
  spec: ['规格'],
});

export const CHAT_COLUMNS: NonNullable<ChatColumns['columns']> = [
  { role: 'sessions', words: ['咨询人数', '咨询消费者数', '咨询买家数'], not: /率/ },
  {
    role: 'unanswered',
    words: ['3分钟人工未回复人数', '3分钟未人工回复人数', '3分钟未回复人数', '3分钟人工未回复数'],
    not: /率/,
  },
  { role: 'answered', words: ['3分钟人工回复人数', '3分钟人工回复数'], not: /率|未/ },
];
