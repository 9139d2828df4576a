/** Values on the score page: a number with its unit, in the unit the rule counts in. */
import type { ScoreUnit } from './score-labels';

const PLAIN = /^(\d{1,7}(?:\.\d{1,8})?) ?(%|分钟|分|小时|秒|天)?$/;
const NUMBER = String.raw`(?:(\d{1,7}(?:\.\d{1,8})?) ?`;
const TIME = new RegExp(`^(?=\\d)${NUMBER}天 ?)?${NUMBER}小时 ?)?${NUMBER}分钟? ?)?${NUMBER}秒)?$`);

/** Is the text one value and nothing else? Signed numbers are changes, not values. */
export const isValue = (text: string): boolean => PLAIN.test(text) || TIME.test(text);

/**
 * The value in `unit`: rates as fractions, times in hours or seconds, points and stars as printed.
 * Undefined when the printed unit does not fit or the number cannot be one of that kind. Times and
 * rates without any unit are not taken: `13.2` may be hours or minutes.
 */
export function valueIn(unit: ScoreUnit, text: string): number | undefined {
  const [, digits, printed = '分'] = PLAIN.exec(text) ?? [];
  const [seconds, limit] =
    { days: [86_400, 365], hours: [3_600, 24 * 365], seconds: [1, 86_400 * 30] }[unit as string] ??
    [];
  if (seconds && limit) return within((secondsOf(text) ?? Number.NaN) / seconds, limit);
  if (unit === 'ratio') return printed === '%' ? within(Number(`${digits}e-2`), 1) : undefined;
  if (unit === 'beaten') return printed === '%' ? within(Number(digits), 100) : undefined;
  return printed === '分' ? within(Number(digits), unit === 'stars' ? 5 : 100) : undefined;
}

/** `1小时46分`, `13.872 秒`, `106.272分钟`. A lone `100分` is as well a hundred points: not taken. */
function secondsOf(text: string): number | undefined {
  if (/^[\d.]+ ?分$/.test(text)) return undefined;
  const parts = TIME.exec(text)?.slice(1);
  const sizes = [86_400, 3_600, 60, 1];
  return parts?.reduce((sum, part, i) => sum + Number(part ?? 0) * (sizes[i] ?? 0), 0);
}

/** In [0, max]; eight decimals (pages print four) undo the binary dust of a division. */
function within(value: number, max: number): number | undefined {
  return value >= 0 && value <= max ? Math.round(value * 1e8) / 1e8 : undefined;
}
