/** Beijing time. All rule clocks are UTC+8 whatever the machine says; China has no daylight saving since 1991. */

const OFFSET_MS = 8 * 3_600_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Beijing day number (days since 1970-01-01 in UTC+8) of an instant. */
export function beijingDay(ms: number): number {
  return Math.floor((ms + OFFSET_MS) / DAY_MS);
}

/** The instant a Beijing day begins. */
export function dayStartMs(day: number): number {
  return day * DAY_MS - OFFSET_MS;
}

/** The last complete Beijing day at `nowMs`: the day every window ends on (`asOf`). */
export function lastCompleteDay(nowMs: number): number {
  return beijingDay(nowMs) - 1;
}

/** `2026-11-22` for a Beijing day number. */
export function formatDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Day number of `2026-11-22`, or undefined when it is no calendar date. */
export function findDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(ms).toISOString().slice(0, 10) === text ? ms / DAY_MS : undefined;
}

/** Milliseconds since Beijing midnight, 0 … 86 399 999. */
export function msOfDay(ms: number): number {
  return (((ms + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS;
}

/** The instant of a Beijing wall clock; month 1–12. */
export function beijingMs(
  year: number,
  month: number,
  date: number,
  hour = 0,
  minute = 0,
  second = 0,
): number {
  return Date.UTC(year, month - 1, date, hour, minute, second) - OFFSET_MS;
}

/** `2026-11-22 09:40` in Beijing time. */
export function formatMinute(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
