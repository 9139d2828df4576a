/** The moment of an export and personal columns, common to both files. Shapes of ids: ../pages/ids.ts. */
import { beijingMs } from '../../../core/time';

/** `260929-111111111111111`: 15 digits, 12 and more in readers of all years. */
export const ORDER_ID = /^\d{6}-\d{12,18}$/;
export const TICKET_NUMBER = /^\d{6,20}$/;
export const PRODUCT_ID = /^\d{5,20}$/;

/** "orders_export2026-06-12-22-01-40.csv": the second of the export, in Beijing. A renamed file tells nothing. */
export function findExportedMs(fileName: string): number | undefined {
  const stamp = /^[a-z_]*export(\d{4})-(\d{2})-(\d{2})-(\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(
    fileName,
  );
  if (!stamp) return undefined;
  const [year, month, day, hour, minute, second] = stamp.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const isTime = hour < 24 && minute < 60 && second < 60;
  return isDate && isTime ? beijingMs(year, month, day, hour, minute, second) : undefined;
}

/**
 * Parts of headers that make a column personal even when the platform adds it tomorrow. 用户 and 消费者 alone
 * are none: 用户实付金额 is the order's.
 */
export const PERSONAL_PARTS = [
  '收货人',
  '收件人',
  '联系',
  '手机',
  '电话',
  '地址',
  '街道',
  '小区',
  '姓名',
  '身份证',
  '昵称',
  '买家',
  '消费者资料',
  '留言',
  '备注',
  '说明',
  '描述',
  '操作人',
  '退款人',
  '账号',
  '充值',
  '旅行',
  '运单',
];

/** Exports of other platforms and of money, which share headers with these. */
export const OTHER_FILES = [
  '主订单编号',
  '子订单编号',
  '订单提交时间',
  '订单创建时间',
  '结算时间',
  '结算金额',
  '入账时间',
  '动账时间',
  '收入金额（+元）',
  '支出金额（-元）',
];
