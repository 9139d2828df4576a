/**
 * Sums over any stretch of days in constant time: one running total per measure, made when first asked
 * for. A report asks for dozens of windows, a path for a thousand.
 */
import type { TallyCell, TallyRow } from './measure';

export interface TallySums {
  /** Sum of one measure's cells over the days [dayFrom, dayTo], both included. */
  sum(measureId: string, dayFrom: number, dayTo: number): TallyCell;
  /** Rows of these days, oldest first. */
  rows(dayFrom: number, dayTo: number): TallyRow[];
}

const WIDTH = 6;

/** The rows must not change while the sums are used. Several rows of one day are added up. */
export function createTallySums(tallies: readonly TallyRow[]): TallySums {
  const isSorted = tallies.every((row, i) => i === 0 || (tallies[i - 1]?.day ?? 0) <= row.day);
  const rows = isSorted ? tallies : [...tallies].sort((a, b) => a.day - b.day);
  const running = new Map<string, Float64Array>();

  /** Index of the first row on or after this day. */
  function firstAt(day: number): number {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.day ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function totalsOf(measureId: string): Float64Array {
    const known = running.get(measureId);
    if (known) return known;
    const totals = new Float64Array((rows.length + 1) * WIDTH);
    for (let i = 0; i < rows.length; i++) {
      const cell = rows[i]?.cells[measureId];
      const from = i * WIDTH;
      for (let k = 0; k < WIDTH; k++) {
        totals[from + WIDTH + k] = (totals[from + k] ?? 0) + (cell?.[k] ?? 0);
      }
    }
    running.set(measureId, totals);
    return totals;
  }

  return {
    sum(measureId, dayFrom, dayTo) {
      const sum: TallyCell = [0, 0, 0, 0, 0, 0];
      if (dayTo < dayFrom || rows.length === 0) return sum;
      const totals = totalsOf(measureId);
      const from = firstAt(dayFrom) * WIDTH;
      const to = firstAt(dayTo + 1) * WIDTH;
      // Integers: differences of running totals are exact.
      for (let k = 0; k < WIDTH; k++) sum[k] = (totals[to + k] ?? 0) - (totals[from + k] ?? 0);
      return sum;
    },
    rows: (dayFrom, dayTo) => rows.slice(firstAt(dayFrom), firstAt(dayTo + 1)),
  };
}
