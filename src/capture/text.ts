/**
 * Text as a page shows it → text that can be compared. Pages join label and value by U+00A0, write
 * full-width digits and colons, and hide zero-width or direction marks in cells.
 */

/** Longer than any label, status, reason or product name; a cell may hold a megabyte on purpose. */
export const MAX_CHARS = 200;
/** Raw characters looked at per text node: enough to fill MAX_CHARS after white space is collapsed. */
const MAX_RAW = 4 * MAX_CHARS;

/** Nothing to do: printable ASCII and common CJK, no double or outer spaces. Nine cells of ten. */
const PLAIN = /^(?:[\u0021-\u007e\u4e00-\u9fff]| (?! |$))+$/;
/** Zero-width, soft hyphen, direction marks, byte-order mark. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const LONE_SURROGATE = /\p{Cs}/gu;
const PRIVATE_USE = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u;

/**
 * NFKC (nbsp and full-width forms become plain), invisible marks removed, white space collapsed and
 * trimmed, cut at `maxChars`. Note that NFKC turns `：（），￥` into `:(),¥`: compare with those.
 */
export function cleanText(raw: string, maxChars = MAX_CHARS): string {
  const head = raw.length > MAX_RAW ? raw.slice(0, MAX_RAW) : raw;
  const plain = PLAIN.test(head) && head[0] !== ' ' ? head : normalise(head);
  return plain.length > maxChars ? plain.slice(0, maxChars).replace(LONE_SURROGATE, '') : plain;
}

function normalise(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(CONTROL, ' ')
    .replace(LONE_SURROGATE, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** False when a glyph is private-use: back-ends draw digits in ciphered fonts, and icons too. */
export function isReadable(text: string): boolean {
  return !PRIVATE_USE.test(text);
}

/** How pages write "there is none". An empty text is not among them: it may not be loaded yet. */
export function isNone(text: string): boolean {
  return /^(?:[-—–]{1,3}|无|暂无|暂无数据|N\/A)$/.test(text);
}
