/** Ids as the back-end shows them. Strings always: 19 digits do not survive a Number. */

/** Order and sub-order ids: 18–19 digits on every page and export seen (2022–2026). */
export function isOrderId(text: string): boolean {
  return /^\d{18,19}$/.test(text);
}

/**
 * After-sale ids: all public readers take "digits"; the ones printed are 18–19 long. 16–20 leaves room
 * on both sides and still keeps out counts, dates and phone numbers.
 */
export function isTicketId(text: string): boolean {
  return /^\d{16,20}$/.test(text);
}

/** The id after a label in a row's text, e.g. 订单编号 6917…; undefined for none or a wrong shape. */
export function idAfter(
  label: string,
  texts: readonly string[],
  isId: (text: string) => boolean,
): string | undefined {
  const start = new RegExp(`${label}[\\s:]*(\\d+)?`);
  for (let index = 0; index < texts.length; index += 1) {
    const match = start.exec(texts[index] ?? '');
    if (!match) continue;
    if (match[1]) return isId(match[1]) ? match[1] : undefined;
    // Label and number in elements of their own, perhaps with a colon between.
    for (const text of texts.slice(index + 1, index + 4)) {
      const digits = /^[\s:]*(\d+)/.exec(text)?.[1];
      if (digits) return isId(digits) ? digits : undefined;
    }
  }
  return undefined;
}
