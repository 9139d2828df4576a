/** Shapes of what the back-end shows: a value of another shape is not taken, whatever column it is in. */

/**
 * Status words of orders and refunds as pages and exports write them (2026): 买家已付款, 卖家已发货, 交易成功,
 * 退款成功, 待商家处理. A column that has shifted must not put a name where a status belongs.
 */
export const isStatus = (text: string): boolean =>
  text.length <= 24 &&
  !/\d/.test(text) &&
  /^(?:等待|待(?:商家|卖家|买家|消费者|平台|小二|发货|付款|收货|举证)|(?:买家|卖家|商家)(?:已|部分|拒绝)|交易(?:成功|关闭)|退款(?:成功|关闭|中)|退货|换货|补寄|维修|售后|部分发货|发货(?:未超时|已超时|即将超时)|小二|平台|已)/.test(
    text,
  );

/** Orders and sub-orders: 19 digits on every page of 2026, 15–18 in earlier years. Strings always. */
export const isOrderId = (text: string): boolean => /^\d{15,19}$/.test(text);

/** 退款编号: "digits" for all public readers; as long as an order's, or a little shorter. */
export const isTicketId = (text: string): boolean => /^\d{14,20}$/.test(text);
