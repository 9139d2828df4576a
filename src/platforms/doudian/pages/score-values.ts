/** Values on the score page: a number with its unit, in the unit the rule counts in. */
import type { ScoreUnit } from './score-labels';

const NUMBER = String.raw`\d{1,7}(?:\.\d{1,8})?`;
const PLAIN = new RegExp(`^(${NUMBER}) ?(%|分钟|分|小时|秒|天)?$`);
const PARTS = new RegExp(
  `^(?:(${NUMBER}) ?天 ?)?(?:(${NUMBER}) ?小时 ?)?(?:(${NUMBER}) ?(?:分钟|分) ?)?(?:(${NUMBER}) ?秒)?$`,
);

/** Is the text one value and nothing else? Signed numbers are changes, not values. */
export function isValue(text: string): boolean {
  return PLAIN.test(text) || (/\d/.test(text) && PARTS.test(text));
}

/**
 * The value in `unit`: rates as fractions, times in hours or seconds, points and stars as printed.
 * Undefined when the printed unit does not fit or the number cannot be one of that kind. Times and
 * rates without any unit are not taken: `13.2` may be hours or minutes.
 */
export function valueIn(unit: ScoreUnit, text: string): number | undefined {
  const [, digits, printed] = PLAIN.exec(text) ?? [];
  switch (unit) {
    case 'ratio':
      return printed === '%' ? within(Number(`${digits}e-2`), 0, 1) : undefined;
    case 'stars':
      return digits && (!printed || printed === '分') ? within(Number(digits), 0, 5) : undefined;
    case 'points':
      return digits && (!printed || printed === '分') ? within(Number(digits), 0, 100) : undefined;
    case 'hours':
      return within(round((secondsOf(text) ?? Number.NaN) / 3_600), 0, 24 * 365);
    case 'seconds':
      return within(round(secondsOf(text) ?? Number.NaN), 0, 86_400 * 30);
  }
}

/** `1小时46分`, `13.872 秒`, `106.272分钟`. */
function secondsOf(text: string): number | undefined {
  const match = /\d/.test(text) ? PARTS.exec(text) : null;
  if (!match) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

function within(value: number, min: number, max: number): number | undefined {
  return value >= min && value <= max ? value : undefined;
}

/** Undoes the binary dust of a division: pages print four decimals, eight are kept. */
function round(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
