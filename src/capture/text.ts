/**
 * Text as a page shows it → text that can be compared. Pages join label and value by U+00A0, write
 * full-width digits and colons, and hide zero-width or direction marks in cells.
 */

/** Longer than any label, status, reason or product name; a cell may hold a megabyte on purpose. */
export const MAX_CHARS = 200;
/** Raw characters looked at per text: enough to fill MAX_CHARS after white space is collapsed. */
const MAX_RAW = 4 * MAX_CHARS;

/** Anything that NFKC or the rules below could change. Most cells have nothing of it. */
const ODD = /[^ -~¥、。\u3008-\u3011\u4e00-\u9fff]/;
/** Zero-width, soft hyphen, direction marks, byte-order mark. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const BLANK = /[\s\u0000-\u001f\u007f-\u009f]+/g;
const LONE_SURROGATE = /\p{Cs}/gu;
/** The block, and the surrogates of both planes: without the slower property escape. */
const PRIVATE_USE = /[\ue000-\uf8ff\udb80-\udbff]/;
/** Nothing odd and no space but single ones between words: most texts of a page, as they stand. */
const PLAIN = /^[!-~¥、。\u3008-\u3011\u4e00-\u9fff]+(?: [!-~¥、。\u3008-\u3011\u4e00-\u9fff]+)*$/;

/**
 * NFKC (nbsp and full-width forms become plain), invisible marks removed, white space collapsed and
 * trimmed, cut at `maxChars`. Note that NFKC turns `：（），￥` into `:(),¥`: compare with those.
 */
export function cleanText(raw: string, maxChars = MAX_CHARS): string {
  if (raw.length <= maxChars && PLAIN.test(raw)) return raw;
  let text = raw.length > MAX_RAW ? raw.slice(0, MAX_RAW) : raw;
  // The commonest oddity, without the full treatment.
  if (text.includes('\u00a0')) text = text.replaceAll('\u00a0', ' ');
  const isOdd = ODD.test(text) || text.includes('  ');
  if (isOdd) text = text.replace(INVISIBLE, '').normalize('NFKC').replace(BLANK, ' ');
  text = text.trim();
  if (text.length > maxChars) text = text.slice(0, maxChars);
  return isOdd ? text.replace(LONE_SURROGATE, '') : text;
}

/**
 * Stands in a line where two elements meet digit to digit: `¥59` `2件` is not `¥592件`, and whether
 * `59` `90` is one number the texts do not tell.
 */
export const JOINT = '\ufffc';

/** False when a glyph is private-use: back-ends draw digits in ciphered fonts, and icons too. */
export function isReadable(text: string): boolean {
  return !PRIVATE_USE.test(text);
}

/** How pages write "there is none". An empty text is not among them: it may not be loaded yet. */
export function isNone(text: string): boolean {
  return /^(?:[-—–]{1,3}|(?:暂?无|暂无数据|N\/A))$/.test(text);
}
