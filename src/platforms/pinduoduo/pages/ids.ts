/** Shapes of what the back-end shows: a value of another shape is not taken, whatever column it is in. */
import { beijingDay, beijingMs, formatDay } from '../../../core/time';

/** `260929-111111111111111`: the day of ordering, then 15 digits (12 and more in old readers). */
const ORDER_ID = /^(\d{2})(\d{2})(\d{2})-\d{12,18}$/;

/** Midnight (Beijing) of the day an order number begins with; undefined where that is no day. */
export function dayOfOrderId(text: string): number | undefined {
  const [, year = '', month = '', date = ''] = ORDER_ID.exec(text) ?? [];
  if (year === '') return undefined;
  const ms = beijingMs(2000 + Number(year), Number(month), Number(date), 0, 0, 0);
  return formatDay(beijingDay(ms)) === `20${year}-${month}-${date}` ? ms : undefined;
}

export const isOrderId = (text: string): boolean => dayOfOrderId(text) !== undefined;

/** 售后编号 as addresses and labels show it: digits. */
export const isTicketNumber = (text: string): boolean => /^\d{6,20}$/.test(text);

/**
 * An after-sale case's id of ours: its order and the second it was applied for. The list shows no 售后编号,
 * detail page and export do; under two names one case would count twice.
 */
export function ticketIdOf(orderId: string, appliedMs: number): string {
  const digits = new Date(appliedMs + 8 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, '');
  return `${orderId}-${digits}`;
}

/**
 * What happens when a countdown ends, without the reasons before it: of `物流无退回轨迹,系统将自动退款` the last
 * clause alone is what the platform will do.
 */
export const actionOf = (text: string | undefined): string | undefined => text?.split(',').at(-1);

/** Order states and after-sale states begin or end so (back-end texts and state names, 2021–2026). */
export const isStatus = (text: string): boolean =>
  text.length <= 24 &&
  !/\d/.test(text) &&
  /^(?:待|已|未|等待|部分|无售后|售后|退款|退货|仅退款|换货|补寄|维修|交易|同意|拒绝|驳回|商家|买家|消费者|平台|客服|撤销)|(?:中|成功|失败|关闭|完成|取消|撤销|超时)$/.test(
    text,
  );

export const TICKET_TYPE =
  /^(?:仅?退款|退货退款|换货|补寄|缺货补寄|维修|拦截退货)(?:\((?:未发货|已发货)\))?$/;
