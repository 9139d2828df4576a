/** Opening-hours clocks: rule clocks that stand still outside certain hours of the Beijing day. */
import type { OpeningHours } from './measure';
import { DAY_MS, MINUTE_MS, msOfDay } from './time';

/**
 * The instant the clock starts for something that happened at `ms`: itself while open, else the next
 * opening. The opening minute is open, the closing minute is not (18:00:00 sharp waits for 06:00).
 */
export function shiftToOpening(ms: number, hours: OpeningHours): number {
  const open = hours.openMinute * MINUTE_MS;
  const close = hours.closeMinute * MINUTE_MS;
  const time = msOfDay(ms);
  if (time < open) return ms + open - time;
  if (time >= close) return ms + DAY_MS + open - time;
  return ms;
}
