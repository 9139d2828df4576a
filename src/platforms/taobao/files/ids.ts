/** Shapes of ids, personal columns and the moment of an export, common to all files of this platform. */
import { beijingMs } from '../../../core/time';

/** Orders and sub-orders: 19 digits in 2026, 15–18 in earlier years. */
export const ORDER_ID = /^\d{15,19}$/;
export const TICKET_ID = /^\d{14,20}$/;
export const PRODUCT_ID = /^\d{8,20}$/;

/**
 * CSV files are named "ExportOrderList<yyyyMMddHHmm>.csv", "ExportOrderDetailList…", "ExportItemList…":
 * the minute of the export in Beijing. Names of the new workbooks tell nothing that is known.
 */
export function findExportedMs(fileName: string): number | undefined {
  const stamp = /^Export(?:Order|OrderDetail|Item)List(\d{12})(?!\d)/.exec(fileName)?.[1];
  if (stamp === undefined) return undefined;
  const [year, month, day, hour, minute] = [
    stamp.slice(0, 4),
    stamp.slice(4, 6),
    stamp.slice(6, 8),
    stamp.slice(8, 10),
    stamp.slice(10, 12),
  ].map(Number) as [number, number, number, number, number];
  const isTime = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60;
  return isTime ? beijingMs(year, month, day, hour, minute) : undefined;
}

/**
 * Parts of headers that make a column personal even when the platform adds it tomorrow. 买家 alone is not
 * one: 买家实付金额 and 买家退款原因 are the order's.
 */
export const PERSONAL_PARTS = [
  '会员名',
  '会员昵称',
  '支付宝账号',
  '收货人',
  '收件人',
  '联系',
  '手机',
  '电话',
  '地址',
  '邮编',
  '姓名',
  '身份证',
  '昵称',
  '旺旺',
  '留言',
  '备注',
  '备忘',
  '说明',
  '操作人',
  '操作账号',
  '发票',
  '导购',
  '账号',
];

/** Exports of other platforms and of money, which share ids or headers with these. */
export const OTHER_FILES = [
  '订单提交时间',
  '售后单号',
  '结算时间',
  '入账时间',
  '入帐时间',
  '动账时间',
  '账务流水号',
  '支付流水号',
];
