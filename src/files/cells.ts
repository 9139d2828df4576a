/** One cell → one value, or why not. A value that can't be read surely is unknown, never a guess. */

import type { Column } from './file-kind';
import { findInstant } from './instants';
import type { ProblemCode } from './problem-types';
import type { Cell } from './row-types';

export type Value = string | number;
export type Reading = { value?: Value; problem?: ProblemCode };

export interface ReadContext {
  nowMs: number;
  since1904: boolean;
  /** Rows are text: each has all its cells, or is not to be trusted. */
  isText: boolean;
}

const UNKNOWN: Reading = {};
/** Written where there is nothing; the words are those of the platforms' exports. */
const BLANKS = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '无',
  '暂无',
  'null',
  'undefined',
  'none',
  'nan',
  '#n/a',
  '无退款申请',
]);
const LONGEST_BLANK = 9;
/** Nothing to take off: most cells, known by one look. */
const SIMPLE = /^[!-&(-<>-~\u3400-\u9fff](?:[ -~\u3400-\u9fff]*[!-~\u3400-\u9fff])?$/;
/** The platform's own cipher text of personal data. */
const CIPHER = /^(##|\$\$)/;
/** Control characters, zero-width and bidi marks: no part of any text. */
const MARKS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const MARK_OR_SPACE = new RegExp(`${MARKS.source}|\\s`);
const MAX_TEXT = 500;
/** Before blanks are folded. */
const MAX_RAW = 5_000;
/** No instant, amount or count is longer. */
const LONGEST_FIGURE = 60;
const TOO_LONG: Partial<Record<Column['type'], ProblemCode>> = {
  time: 'bad-time',
  deadline: 'bad-time',
  money: 'bad-money',
  count: 'bad-count',
};
const MAX_FEN = 10_000_000_000;
const MAX_COUNT = 1_000_000_000;
/** A cell number keeps fifteen digits; what follows is the spreadsheet's rounding. */
const SAFE_DIGITS = 15;

/**
 * Text of a cell without what spreadsheets and exports wrap around it: TAB, `'`, `="…"`, marks. Nothing is
 * taken out of its middle: two halves of a broken number would make another number.
 */
export function plainText(cell: Cell | undefined): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell !== 'string') return cell.n.trim();
  if (SIMPLE.test(cell)) return cell;
  const text = trimMarks(cell);
  const formula = /^="([\s\S]*)"$/.exec(text)?.[1]?.replace(/""/g, '"');
  return (formula ?? (text.startsWith("'") ? text.slice(1) : text)).trim();
}

/** By hand: a pattern for the end of a long text looks at each of its blanks again and again. */
function trimMarks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && MARK_OR_SPACE.test(text[from] as string)) from += 1;
  while (to > from && MARK_OR_SPACE.test(text[to - 1] as string)) to -= 1;
  return text.slice(from, to);
}

export function isBlank(cell: Cell | undefined): boolean {
  return isBlankText(plainText(cell));
}

function isBlankText(text: string): boolean {
  return text === '' || (text.length <= LONGEST_BLANK && BLANKS.has(text.toLowerCase()));
}

/** The value of a cell that is no key. */
export function readCell(cell: Cell | undefined, column: Column, context: ReadContext): Reading {
  const text = plainText(cell);
  if (isBlankText(text) || column.blanks?.includes(text)) return UNKNOWN;
  if (CIPHER.test(text)) return { problem: 'ciphered' };
  const isNumber = typeof cell !== 'string';
  const tooLong = text.length > LONGEST_FIGURE && TOO_LONG[column.type];
  if (tooLong) return { problem: tooLong };
  switch (column.type) {
    case 'time':
    case 'deadline':
      return readInstant(text, isNumber, column, context);
    case 'money':
      return readMoney(text, isNumber);
    case 'count':
      return readCount(text);
    default:
      return readText(text, isNumber, column);
  }
}

function readInstant(
  text: string,
  isNumber: boolean,
  { type, exact }: Column,
  context: ReadContext,
): Reading {
  const reading = findInstant(text, isNumber, type === 'deadline', context);
  return exact && reading.problem === 'no-seconds' ? { problem: 'bad-time' } : reading;
}

function readText(text: string, isNumber: boolean, column: Column): Reading {
  if (
    isNumber ? countDigits(text) > SAFE_DIGITS || /[eE]/.test(text) : isScientificId(text, column)
  ) {
    return { problem: 'damaged-number' };
  }
  if (text.length > MAX_RAW || /[\r\n]/.test(text)) return { problem: 'bad-text' };
  // An id is what it is, to the last character; only words may be tidied.
  const value =
    column.type === 'text'
      ? text.normalize('NFKC').replace(MARKS, '').replace(/\s+/g, ' ').trim()
      : text;
  if (value.length > (column.max ?? MAX_TEXT)) return { problem: 'bad-text' };
  if (column.pattern && !column.pattern.test(value)) return { problem: 'bad-text' };
  if (!column.means) return { value };
  return Object.hasOwn(column.means, value) ? { value: column.means[value] } : UNKNOWN;
}

function isScientificId(text: string, column: Column): boolean {
  return (column.type === 'id' || column.type === 'tracking') && SCIENTIFIC.test(text);
}

/** `1,234.50`, `¥12.3`, `12元` → fen. More than two decimals only if they are zeros (or a cell's rounding). */
function readMoney(text: string, isNumber: boolean): Reading {
  const plain = text.normalize('NFKC').replace(/^[¥￥]\s*|\s*元$/g, '');
  if (isNumber) {
    const fen = Number(plain) * 100;
    const rounded = Math.round(fen);
    if (!(Math.abs(fen - rounded) < 1e-4)) return { problem: 'bad-money' };
    return inRange(rounded, MAX_FEN, 'bad-money');
  }
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2})0*)?$/.exec(plain);
  if (!match) return { problem: 'bad-money' };
  const yuan = Number((match[1] as string).replaceAll(',', ''));
  return inRange(yuan * 100 + Number((match[2] ?? '').padEnd(2, '0')), MAX_FEN, 'bad-money');
}

function readCount(text: string): Reading {
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?$/.exec(text.normalize('NFKC'));
  if (!match) return { problem: 'bad-count' };
  return inRange(Number((match[1] as string).replaceAll(',', '')), MAX_COUNT, 'bad-count');
}

function inRange(value: number, most: number, problem: ProblemCode): Reading {
  return value >= 0 && value <= most ? { value } : { problem };
}

function countDigits(text: string): number {
  return text.replace(/[^\d]/g, '').replace(/^0+/, '').length;
}

const SCIENTIFIC = /^\d(?:\.\d+)?[eE]\+?\d{1,3}$/;

export type IdReading =
  | { id: string }
  | { blank: true }
  | { bad: true }
  | { damaged: 'scientific' | 'rounded' };

/**
 * An id exactly as written, in its platform's shape. Spreadsheets turn long ids into `6.92E+18` or zero
 * their digits after the fifteenth: such ids are damaged, not bad. (Zeroed ones look sound one by one: see
 * `createIdAudit`.)
 */
export function readId(cell: Cell | undefined, pattern: RegExp): IdReading {
  if (isBlank(cell)) return { blank: true };
  const text = plainText(cell);
  if (SCIENTIFIC.test(text)) return { damaged: 'scientific' };
  if (typeof cell !== 'string' && countDigits(text) > SAFE_DIGITS) return { damaged: 'rounded' };
  if (/^\d{16,}\.0*$/.test(text)) return { damaged: 'rounded' };
  if (!pattern.test(text)) return { bad: true };
  return { id: text };
}
