/** Numbers in cells. Whatever is not surely one number is undefined: never 0, never a guess. */
import { isReadable, JOINT } from './text';

/** A hundred million yuan: beyond any order, within what a message may carry. */
const MAX_FEN = 10_000_000_000;
const MAX_COUNT = 1_000_000_000;

const INTEGER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,12})`;
const MONEY = new RegExp(`^(${INTEGER})(?:\\.(\\d{1,2}))?$`);
const COUNT = new RegExp(`^(?:[x×*]|共|总共)? ?(${INTEGER}) ?(?:件|个|单|条|笔|人)?$`);
// What may not follow an amount: more digits (a fourth decimal, a space for thousands, those of the next
// element), a unit that multiplies, a mask, the other end of a range.
const MONEY_IN_TEXT = new RegExp(
  `¥ ?(${INTEGER}(?:\\.\\d{1,2})?)(?![\\d.,万亿kK*%${JOINT}]| \\d{3}(?!\\d)| ?[-~—–至到] ?[¥\\d])`,
);

/** 59.90(含运费¥8.00): part of the amount, not another one. */
const INCLUDED = / ?\((?:包?含|其中)[^()]*\)$/;

function toFen(amount: string): number | undefined {
  const match = MONEY.exec(amount);
  if (!match?.[1]) return undefined;
  const fen = Number(match[1].replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return fen <= MAX_FEN ? fen : undefined;
}

/**
 * Integer fen of a text that is one amount: `¥1,299.50`, `59元`, `0.00`. Undefined for anything else:
 * ciphered or masked digits, three decimals, `1.2万`, negative or two amounts.
 */
export function parseMoneyFen(text: string): number | undefined {
  if (!isReadable(text)) return undefined;
  return toFen(text.replace(/^¥ ?/, '').replace(INCLUDED, '').replace(/ ?元$/, ''));
}

/**
 * Fen of the first `¥…` in a line such as `微信支付¥118.00x2`; undefined when that one can't be read, is
 * negative or begins a range.
 */
export function findMoneyFen(line: string): number | undefined {
  if (!isReadable(line)) return undefined;
  const start = line.indexOf('¥');
  if (start < 0 || /[-−] ?$/.test(line.slice(0, start))) return undefined;
  const match = MONEY_IN_TEXT.exec(line.slice(start));
  return match?.index === 0 ? toFen(match[1] ?? '') : undefined;
}

/** A whole count: `12`, `1,002`, `3 件`, `共 120 条`. Undefined for decimals, ranges, masks. */
export function parseCount(text: string): number | undefined {
  if (!isReadable(text)) return undefined;
  const match = COUNT.exec(text);
  const count = match?.[1] ? Number(match[1].replaceAll(',', '')) : Number.NaN;
  return count <= MAX_COUNT ? count : undefined;
}
