/** Dates as back-ends print them, in Beijing time whatever the machine's zone. */
import { beijingDay, beijingMs } from '../core/time';
import { isReadable } from './text';

/** What a stored instant may be; a page that says 1970 or 9999 means "none". */
const MIN_YEAR = 2009;
const MAX_YEAR = 2099;

// Nothing of a longer number or date may stand before it: `2026-` must not leave a yearless `09-21`.
// Between day and clock may stand a weekday, the seam of two elements, the half of the day.
const DATE_TIME =
  /(?<!\d|\d[-/.:年月])(?:(\d{4})[-/.年] ?)?(\d{1,2})[-/.月] ?(\d{1,2})日?(?: ?\(?(?:周|星期)[一二三四五六日天]\)?)?[ T\ufffc]?(?:(凌晨|上午|早上|下午|晚上) ?)?(\d{1,2})[:时](\d{2})(?:[:分](\d{2}))?(?!\d)(?: ?([AP])M)?/g;

/**
 * The one date and time in a text: `2026/09/21 10:00:00`, `2026-09-21 10:00`, `09-21 10:00:00` (the
 * latest such day that is not after tomorrow), `2026-09-21 下午3:05`. 今天 and 昨天 are no dates: a page left
 * open over midnight says them still. Undefined for none, several, or an impossible date.
 */
export function parseDateTimeMs(text: string, nowMs: number): number | undefined {
  // Most texts of a row have no clock: no need for the long pattern.
  if (!/[:时]/.test(text) || !isReadable(text)) return undefined;
  DATE_TIME.lastIndex = 0;
  const match = DATE_TIME.exec(text);
  if (!match || DATE_TIME.exec(text)) return undefined;
  const [, years, months, dates, half, hours, minutes, seconds, meridiem] = match;
  const hour = hourOfDay(Number(hours), /[下晚]|P/.exec(half ?? meridiem ?? '') !== null, meridiem);
  const rest = [Number(months), Number(dates), hour, Number(minutes), Number(seconds ?? 0)];
  const year = Number(years ?? 0);
  if (year) return instant(year, rest);
  const latest = beijingDay(nowMs) + 1;
  const thisYear = new Date(nowMs).getUTCFullYear();
  // Four years back reach a 29 February; lists are never that old otherwise.
  for (let guess = thisYear + 1; guess > thisYear - 4; guess -= 1) {
    const ms = instant(guess, rest);
    if (ms !== undefined && beijingDay(ms) <= latest) return ms;
  }
  return undefined;
}

/** 下午3点 and 3 PM are 15, 12 AM is 0. */
function hourOfDay(hour: number, isLate: boolean, meridiem: string | undefined): number {
  if (isLate) return hour < 12 ? hour + 12 : hour;
  return meridiem && hour === 12 ? 0 : hour;
}

/** Undefined when the calendar or the clock has no such instant. */
function instant(year: number, parts: number[]): number | undefined {
  const [month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts;
  const isClock = hour < 24 && minute < 60 && second < 60;
  const isReal = isClock && month >= 1 && month <= 12 && date >= 1 && date <= days(year, month);
  if (!isReal || year < MIN_YEAR || year > MAX_YEAR) return undefined;
  return beijingMs(year, month, date, hour, minute, second);
}

/** Days of a month (1–12). */
function days(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
