/** Columns and labels of 退款管理; words only: what reads them is in scripts of its own. */
import type { ColumnRole } from '../../../capture/grid';
import { labelReader } from '../../../capture/labels';

export type RefundRole = 'product' | 'paid' | 'refund' | 'type' | 'reason' | 'status' | 'goods';

const PERSON = /买家|消费者|旺旺|备注|留言|说明|地址/;
export const TICKET_COLUMNS: readonly ColumnRole<RefundRole>[] = [
  { role: 'product', words: ['宝贝', '商品'], not: /金额|编码|数量/ },
  { role: 'paid', words: ['交易金额', '实付', '订单金额'], not: PERSON },
  { role: 'refund', words: ['退款金额', '申请金额', '退款总额'], not: PERSON },
  { role: 'type', words: ['售后类型', '退款类型', '类型'], not: PERSON },
  { role: 'reason', words: ['退款原因', '售后原因', '申请原因', '原因'], not: PERSON },
  { role: 'goods', words: ['货物状态', '物流信息', '物流状态', '发货状态'], not: PERSON },
  { role: 'status', words: ['退款状态', '售后状态', '状态'], not: /货物|物流|发货|交易/ },
];

/** Labels of the head row and of cells; `other` are a person's own words. */
export const readTicketLabels = labelReader({
  type: ['售后类型', '退款类型'],
  reason: ['退款原因', '售后原因', '申请原因'],
  status: ['退款状态', '售后状态'],
  applied: ['申请时间', '退款申请时间'],
  agreed: ['同意时间', '商家同意时间', '卖家同意时间'],
  refunded: ['退款成功时间', '退款时间'],
  closed: ['退款完结时间', '完结时间', '退款关闭时间'],
  refund: ['退款金额', '退款总额', '申请金额'],
  paid: ['交易金额', '实付金额', '实付款'],
  count: ['退货数量', '申请件数'],
  other: [
    '订单号',
    '订单编号',
    '退款编号',
    '退款说明',
    '买家退款说明',
    '要求',
    '买家',
    '买家昵称',
    '备注',
    '留言',
    '退货地址',
    '退货物流信息',
  ],
});

export const TYPE = /^(?:(?:未|已)发货)?(?:仅退款|退款|退货退款|极速退款|换货|补寄|维修|价保)$/;

/** 24小时内即将超时 is a filter; a deadline is counted down. */
export const isDeadline = (line: string): boolean =>
  /还剩|剩余|后.{0,4}(?:自动|系统|默认)/.test(line);
