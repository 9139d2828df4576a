/** Ids beside their labels: 订单编号 6917…, in one element or several. */

/** Digits, with dashes where the platform writes some (260929-111…). */
const ID = /^[\s:]*(\d[\d-]*)/;

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
    const digits = ID.exec(text)?.[1];
    if (digits) return isId(digits) ? digits : undefined;
    // Anything but a colon between label and number: the number is another's.
    if (/[^\s:]/.test(text)) return undefined;
  }
  return undefined;
}

/** The one id that the page prints after any of the labels; `conflict` for two different ones. */
export function oneIdAfter(
  labels: readonly string[],
  texts: readonly string[],
  isId: (text: string) => boolean,
): { id?: string; isConflict: boolean } {
  const ids = new Set<string>();
  texts.forEach((text, at) => {
    const label = labels.find((each) => text.startsWith(each));
    if (label === undefined) return;
    for (const next of [text.slice(label.length), ...texts.slice(at + 1, at + 4)]) {
      const digits = ID.exec(next)?.[1];
      if (digits && isId(digits)) ids.add(digits);
      if (digits || /[^\s:]/.test(next)) return;
    }
  });
  const [id] = ids;
  return ids.size === 1 && id ? { id, isConflict: false } : { isConflict: ids.size > 1 };
}
