/** Instants in export files: Beijing wall clock, as text or as a spreadsheet's day serial. */
import { beijingMs, DAY_MS, MINUTE_MS } from '../core/time';
import type { ReadContext, Reading } from './cells';

const TEXT =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?)?$/;
const CHINESE = /^(\d{4})(年)(\d{1,2})月(\d{1,2})日(?:\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** 1899-12-30 and 1904-01-01: the day before serial 1, as Beijing wall clock. */
const EPOCH_1900_MS = beijingMs(1899, 12, 30);
const EPOCH_1904_MS = beijingMs(1904, 1, 1);
/** Before the platforms existed: a placeholder such as 1970-01-01. */
export const EARLIEST_MS = beijingMs(2009, 1, 1);
const LATEST_MS = beijingMs(2100, 1, 1);
/** A merchant's clock may be slow. */
const CLOCK_SLACK_MS = 10 * MINUTE_MS;

/**
 * A day without a time of day is unknown: midnight would be invented. Without seconds it is the minute's
 * beginning, with `no-seconds` as a note. A past instant after `nowMs` is unknown.
 */
export function findInstant(
  text: string,
  isNumber: boolean,
  mayBeAhead: boolean,
  context: ReadContext,
): Reading {
  const reading =
    isNumber || SERIAL.test(text) ? fromSerial(text, isNumber, context) : fromText(text);
  const ms = reading.value;
  if (typeof ms !== 'number') return reading;
  if (ms < EARLIEST_MS || ms > LATEST_MS) return { problem: 'bad-time' };
  if (!mayBeAhead && ms > context.nowMs + CLOCK_SLACK_MS) return { problem: 'in-future' };
  return reading;
}

function fromText(text: string): Reading {
  const match = TEXT.exec(text) ?? CHINESE.exec(text);
  if (!match) return { problem: 'bad-time' };
  const [year, month, date, hour, minute, second] = [1, 3, 4, 5, 6, 7].map((group) =>
    match[group] === undefined ? undefined : Number(match[group]),
  ) as [number, number, number, number | undefined, number | undefined, number | undefined];
  if (!isCalendarDate(year, month, date)) return { problem: 'bad-time' };
  if (hour === undefined || minute === undefined) return { problem: 'date-only' };
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return { problem: 'bad-time' };
  const value = beijingMs(year, month, date, hour, minute, second ?? 0);
  return second === undefined ? { value, problem: 'no-seconds' } : { value };
}

function isCalendarDate(year: number, month: number, date: number): boolean {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}

/** A cell's number is exact to the second; a serial shown as text only with five decimals or none. */
function fromSerial(text: string, isNumber: boolean, context: ReadContext): Reading {
  const serial = Number(text);
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  if (!Number.isFinite(serial) || (!isNumber && decimals > 0 && decimals < 5)) {
    return { problem: 'bad-time' };
  }
  const epochMs = context.since1904 ? EPOCH_1904_MS : EPOCH_1900_MS;
  const value = epochMs + Math.round((serial * DAY_MS) / 1000) * 1000;
  // A whole number is a day: midnight would be invented.
  const isDay = Number.isInteger(serial) && value >= EARLIEST_MS && value <= LATEST_MS;
  return isDay ? { problem: 'date-only' } : { value };
}
