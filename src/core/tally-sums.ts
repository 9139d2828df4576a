/**
 * Sums over any stretch of days. A report asks a few windows of each measure: they are added up. A path asks
 * hundreds: then running totals answer, made once per measure.
 */
import type { TallyCell, TallyRow } from './measure';

export interface TallySums {
  /** Sum of one measure's cells over the days [dayFrom, dayTo], both included. */
  sum(measureId: string, dayFrom: number, dayTo: number): TallyCell;
  /** Rows of these days, oldest first. */
  rows(dayFrom: number, dayTo: number): TallyRow[];
}

const WIDTH = 6;
/** Asked more often than this, a measure gets running totals. */
const FEW = 8;

interface Asked {
  times: number;
  totals?: number[];
}

/** The rows must not change while the sums are used. Several rows of one day are added up. */
export function createTallySums(tallies: readonly TallyRow[]): TallySums {
  const isSorted = tallies.every((row, i) => i === 0 || (tallies[i - 1]?.day ?? 0) <= row.day);
  const rows = isSorted ? tallies : [...tallies].sort((a, b) => a.day - b.day);
  const asked = new Map<string, Asked>();

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

  return {
    sum(measureId, dayFrom, dayTo) {
      const sum: TallyCell = [0, 0, 0, 0, 0, 0];
      if (dayTo < dayFrom || rows.length === 0) return sum;
      const known = asked.get(measureId) ?? { times: 0 };
      known.times += 1;
      asked.set(measureId, known);
      if (known.times > FEW) known.totals ??= runningTotals(rows, measureId);
      const { totals } = known;
      const from = firstAt(dayFrom);
      if (totals) {
        const to = firstAt(dayTo + 1);
        // Integers: differences of running totals are exact.
        for (let k = 0; k < WIDTH; k++) {
          sum[k] = (totals[to * WIDTH + k] ?? 0) - (totals[from * WIDTH + k] ?? 0);
        }
        return sum;
      }
      for (let i = from; i < rows.length && (rows[i]?.day ?? 0) <= dayTo; i++) {
        const cell = rows[i]?.cells[measureId];
        if (cell) for (let k = 0; k < WIDTH; k++) sum[k] = (sum[k] ?? 0) + (cell[k] ?? 0);
      }
      return sum;
    },
    rows: (dayFrom, dayTo) => rows.slice(firstAt(dayFrom), firstAt(dayTo + 1)),
  };
}

/** Row i holds the sums of all rows before the ith. */
function runningTotals(rows: readonly TallyRow[], measureId: string): number[] {
  const totals = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const cell = rows[i]?.cells[measureId];
    for (let k = 0; k < WIDTH; k++) {
      totals.push((totals[i * WIDTH + k] ?? 0) + (cell?.[k] ?? 0));
    }
  }
  return totals;
}
