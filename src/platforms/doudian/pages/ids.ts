/** Ids as the back-end shows them. Strings always: 19 digits do not survive a Number. */

/** Order and sub-order ids: 18–19 digits on every page and export seen (2022–2026). */
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
