/** Which days' counts leave the window when, and what the rate becomes if nothing new is added (出窗日历). */
import type { TallyRow } from './measure';
import { createTallySums, type TallySums } from './tally-sums';
import { windowEndingOn } from './window';

export interface RollOffDay {
  /** The last complete day then. */
  asOf: number;
  /** What leaves on that day. */
  num: number;
  den: number;
  /** What is left in the window; the rate is undefined when nothing is. */
  leftNum: number;
  leftDen: number;
  rate?: number;
}

/** @param days how many days ahead, 30 by default */
export function rollOffCalendar(
  tallies: TallyRow[] | TallySums,
  measureId: string,
  window: [number, number],
  asOf: number,
  days = 30,
): RollOffDay[] {
  const sums = Array.isArray(tallies) ? createTallySums(tallies) : tallies;
  return Array.from({ length: days }, (_, i): RollOffDay => {
    const at = asOf + i + 1;
    const { dayFrom, dayTo } = windowEndingOn(window, at);
    const [num, den] = sums.sum(measureId, dayFrom - 1, dayFrom - 1);
    const [leftNum, leftDen] = sums.sum(measureId, dayFrom, dayTo);
    return {
      asOf: at,
      num,
      den,
      leftNum,
      leftDen,
      ...(leftDen > 0 ? { rate: leftNum / leftDen } : {}),
    };
  });
}
