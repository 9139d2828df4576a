/** Dates as back-ends print them, in Beijing time whatever the machine's zone. */
import { beijingDay, beijingMs, DAY_MS, dayStartMs, findDay, formatDay } from '../core/time';
import { isReadable } from './text';

/** What a stored instant may be; a page that says 1970 or 9999 means "none". */
const MIN_MS = beijingMs(2009, 1, 1);
const MAX_MS = beijingMs(2100, 1, 1);

const CLOCK = String.raw`(?: |T)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?!\d)`;
// Nothing of a longer number or date may stand before it: `2026-` must not leave a yearless `09-21`.
const DATE_TIME = new RegExp(
  String.raw`(?<!\d|\d[-/.:年月])(?:(\d{4})(?:[-/.]|年) ?)?(\d{1,2})(?:[-/.]|月) ?(\d{1,2})(?:日)?${CLOCK}`,
  'g',
);
const DATE = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/;

/**
 * The one date and time in a text: `2026/09/21 10:00:00`, `2026-09-21 10:00`, `09-21 10:00:00` (the
 * latest such day that is not after tomorrow). Undefined for none, several, or an impossible date.
 */
export function parseDateTimeMs(text: string, nowMs: number): number | undefined {
  if (!isReadable(text)) return undefined;
  const matches = [...text.matchAll(DATE_TIME)];
  if (matches.length !== 1) return undefined;
  const [, year, month, date, hour, minute, second] = matches[0] ?? [];
  const clock = clockMs(Number(hour), Number(minute), Number(second ?? 0));
  if (clock === undefined) return undefined;
  const day = year
    ? dayOf(Number(year), Number(month), Number(date))
    : yearlessDay(Number(month), Number(date), nowMs);
  return day === undefined ? undefined : inRange(dayStartMs(day) + clock);
}

/** Beijing midnight of a text that is one date without a clock: `2026-09-21`. */
export function parseDateMs(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === undefined ? undefined : inRange(dayStartMs(day));
}

function yearlessDay(month: number, date: number, nowMs: number): number | undefined {
  const today = beijingDay(nowMs);
  const thisYear = Number(formatDay(today).slice(0, 4));
  // Four years back reach a 29 February; lists are never that old otherwise.
  for (const year of [thisYear + 1, thisYear, thisYear - 1, thisYear - 2, thisYear - 3]) {
    const day = dayOf(year, month, date);
    if (day !== undefined && day <= today + 1) return day;
  }
  return undefined;
}

function dayOf(year: number, month: number, date: number): number | undefined {
  const two = (part: number): string => String(part).padStart(2, '0');
  return findDay(`${year}-${two(month)}-${two(date)}`);
}

function clockMs(hour: number, minute: number, second: number): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return ((hour * 60 + minute) * 60 + second) * 1_000;
}

function inRange(ms: number): number | undefined {
  return ms >= MIN_MS && ms < MAX_MS - DAY_MS ? ms : undefined;
}
