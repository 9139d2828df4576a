/** Beijing calendar (UTC+8, no daylight saving). Instants are UTC milliseconds, days 'YYYY-MM-DD'. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

const pad = (n) => String(n).padStart(2, '0');

export function startOfDay(day) {
  const at = Date.parse(`${day}T00:00:00+08:00`);
  if (Number.isNaN(at)) throw new Error(`not a day: ${day}`);
  return at;
}

export const dayOf = (ms) => new Date(ms + OFFSET).toISOString().slice(0, 10);
export const addDays = (day, count) => dayOf(startOfDay(day) + count * DAY);
export const endOfDay = (day) => startOfDay(day) + DAY - 1;

/** Milliseconds since Beijing midnight. */
export const timeOfDay = (ms) => (ms + OFFSET) % DAY;

/** '2026/09/21 10:00:00', as the lists print times. */
export function slashTime(ms) {
  const d = new Date(ms + OFFSET);
  const date = `${d.getUTCFullYear()}/${pad(d.getUTCMonth() + 1)}/${pad(d.getUTCDate())}`;
  return `${date} ${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}:${pad(d.getUTCSeconds())}`;
}

/** '2026-09-21 10:00:00'. */
export const dashTime = (ms) => slashTime(ms).replaceAll('/', '-');

/** Pickup clock of the rule: orders paid 18:00–06:00 start at 06:00. */
export function pickupClockStart(paidMs) {
  const t = timeOfDay(paidMs);
  if (t < 6 * HOUR) return paidMs - t + 6 * HOUR;
  if (t >= 18 * HOUR) return paidMs - t + DAY + 6 * HOUR;
  return paidMs;
}

/** Audit clock of the rule: tickets opened 23:00–08:00 start at 08:00. */
export function auditClockStart(appliedMs) {
  const t = timeOfDay(appliedMs);
  if (t < 8 * HOUR) return appliedMs - t + 8 * HOUR;
  if (t >= 23 * HOUR) return appliedMs - t + DAY + 8 * HOUR;
  return appliedMs;
}

/** Moves an instant of the night (22:00–07:30) to the evening before or the morning after. */
export function toDaytime(ms, early) {
  const t = timeOfDay(ms);
  if (t >= 7.5 * HOUR && t < 22 * HOUR) return ms;
  const midnight = t >= 22 * HOUR ? ms - t + DAY : ms - t;
  return early ? midnight - 2 * HOUR - (t % HOUR) : midnight + 7.5 * HOUR + (t % HOUR);
}

/** Cuts every `…Ms` field of a record (and of the records in it) to whole seconds, as pages print. */
export function toWholeSeconds(record) {
  for (const key in record) {
    const value = record[key];
    if (typeof value === 'number' && key.endsWith('Ms'))
      record[key] = Math.floor(value / SECOND) * SECOND;
    else if (value && typeof value === 'object') toWholeSeconds(value);
  }
  return record;
}
