/** Prints what time arithmetic says: run in several machine zones by machine-zone.test.ts. */
import { monthEndDay } from '../../../src/core/advice-stats';
import { shiftToOpening } from '../../../src/core/clock';
import { beijingMs, findDay, formatDay, formatMinute } from '../../../src/core/time';
import { windowDays } from '../../../src/core/window';

const told: Record<string, string> = {};
const moments: [string, number][] = [
  ['2026-03-01 23:59:59', beijingMs(2026, 3, 1, 23, 59, 59)],
  ['2026-03-02 00:00:00', beijingMs(2026, 3, 2)],
  ['2028-03-01 00:00:00', beijingMs(2028, 3, 1)],
  ['2028-03-31 00:00:00', beijingMs(2028, 3, 31)],
  ['2027-01-01 00:00:00', beijingMs(2027, 1, 1)],
  // The nights on which clocks change elsewhere.
  ['2026-03-08 17:59:59', beijingMs(2026, 3, 8, 17, 59, 59)],
  ['2026-11-01 00:00:00', beijingMs(2026, 11, 1)],
];
for (const [name, ms] of moments) {
  const { dayFrom, dayTo } = windowDays([30, 1], ms);
  told[name] = `${formatDay(dayFrom)}..${formatDay(dayTo)}`;
}
told['month-end of 2028-02-10'] = formatDay(monthEndDay(findDay('2028-02-10') ?? 0));
told['pickup clock of 2028-02-28 18:00:00'] = formatMinute(
  shiftToOpening(beijingMs(2028, 2, 28, 18), { openMinute: 360, closeMinute: 1080 }),
);
console.log(JSON.stringify(told));
