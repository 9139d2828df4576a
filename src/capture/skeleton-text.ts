/** Texts and names of a page with everything blanked that could be somebody's. */

/** Raw characters looked at per text: a cell may hold a megabyte on purpose. */
const MAX_RAW = 600;
const MAX_RUN = 20;
/** Punctuation that shows how a value is written (¥##.##, ####/##/##) and says nothing by itself. */
const PLAIN = /[ ¥:/.,%()+*-]/;
const DIGIT = /\p{N}/u;
/** How developers write names; anything else is no name but content. */
const NAME = /^[A-Za-z_][\w-]{0,39}$/;

/**
 * A digit becomes `#` (runs up to 20), plain punctuation stays, every run of anything else is one `…`:
 * lengths of names and addresses are not told.
 */
export function blankText(raw: string): string {
  let shaped = '';
  let run = 0;
  for (const char of raw.slice(0, MAX_RAW).normalize('NFKC')) {
    const isDigit = DIGIT.test(char);
    run = isDigit ? run + 1 : 0;
    if (isDigit) shaped += run <= MAX_RUN ? '#' : '';
    else if (/\s/.test(char)) shaped += shaped.endsWith(' ') ? '' : ' ';
    else if (PLAIN.test(char)) shaped += char;
    else if (!shaped.endsWith('…')) shaped += '…';
  }
  return shaped.trim();
}

/** Blanks a text but for the labels in `known`. */
export function textShaper(known: readonly string[]): (raw: string) => string {
  const words = [...new Set(known)]
    .filter((word) => word.length > 1 && !DIGIT.test(word))
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return blankText;
  const labels = new RegExp(`(${words.join('|')})`);
  return (raw) => {
    const text = raw.slice(0, MAX_RAW).normalize('NFKC');
    // Every second part is a label.
    const parts = text.split(labels).map((part, at) => (at % 2 ? part : blankText(part)));
    return parts.filter(Boolean).join(' ');
  };
}

/** A name of an element, class or attribute: letters stay, digits only one alone in the name. */
export function nameShape(name: string): string {
  if (!NAME.test(name)) return '…';
  const digits = name.match(/\d/g)?.length ?? 0;
  return digits > 1 ? name.replace(/\d/g, '#') : name;
}
