/** Shapes of what the back-end shows: a value of another shape is not taken, whatever column it is in. */

/**
 * Status words of orders and tickets begin or end like one of these (domain notes §5). A column that
 * has shifted must not put a name or an address where a status belongs.
 */
export const isStatus = (text: string): boolean =>
  text.length <= 20 &&
  !/\d/.test(text) &&
  /^(?:待|已|未|等待|备货|部分|售后|退款|退货|换货|补寄|维修|交易|同意|拒绝|仲裁|平台|客服|支持)|(?:中|成功|失败|关闭|完成|取消|超时)$/.test(
    text,
  );

/** Order and sub-order ids; strings always, 19 digits do not survive a Number: 18–19 digits on every page and export seen (2022–2026). */
export const isOrderId = (text: string): boolean => /^\d{18,19}$/.test(text);

/**
 * After-sale ids: all public readers take "digits"; the ones printed are 18–19 long. 16–20 leaves room
 * on both sides and still keeps out counts, dates and phone numbers.
 */
export const isTicketId = (text: string): boolean => /^\d{16,20}$/.test(text);

/**
 * The id after a label in a row's texts: 订单编号 6917…, in one element or several. Undefined for none
 * or a wrong shape. Elements are not glued together: the next one may begin with a digit of its own.
 */
export function idAfter(
  label: string,
  texts: readonly string[],
  isId: (text: string) => boolean,
): string | undefined {
  const at = texts.findIndex((text) => text.includes(label));
  if (at < 0) return undefined;
  const own = texts[at]?.split(label)[1] ?? '';
  for (const text of [own, ...texts.slice(at + 1, at + 4)]) {
    const digits = /^[\s:]*(\d+)/.exec(text)?.[1];
    if (digits) return isId(digits) ? digits : undefined;
    // Anything but a colon between label and number: the number is another's.
    if (/[^\s:]/.test(text)) return undefined;
  }
  return undefined;
}
