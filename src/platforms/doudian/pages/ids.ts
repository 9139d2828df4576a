/** Shapes of what the back-end shows: a value of another shape is not taken, whatever column it is in. */

/**
 * Status words of orders and tickets begin or end like one of these (domain notes §5). A column that
 * has shifted must not put a name or an address where a status belongs.
 */
export const isStatus = (text: string): boolean =>
  text.length <= 20 &&
  !/\d/.test(text) &&
  /^(?:待|已|未|等待|备货|部分|售后|退款|退货|换货|补寄|维修|交易|同意|拒绝|仲裁|平台|客服|支持)|待.{0,4}(?:处理|确认|审核|收货|发货|退货|举证)$|(?:中|成功|失败|关闭|完成|取消|超时)$/.test(
    text,
  );

/** What pages and exports print before an id. */
export const ORDER_ID_LABELS = ['订单编号', '主订单编号', '订单号'] as const;
export const TICKET_ID_LABELS = ['售后编号', '售后单号'] as const;

/** Order and sub-order ids; strings always, 19 digits do not survive a Number: 18–19 digits on every page and export seen (2022–2026). */
export const isOrderId = (text: string): boolean => /^\d{18,19}$/.test(text);

/**
 * After-sale ids: all public readers take "digits"; the ones printed are 18–19 long. 16–20 leaves room
 * on both sides and still keeps out counts, dates and phone numbers.
 */
export const isTicketId = (text: string): boolean => /^\d{16,20}$/.test(text);
