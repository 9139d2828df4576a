/** From days and values to places on a drawing of 100 × 100. Pure. */

export interface ChartPoint {
  /** Beijing day number. */
  day: number;
  value: number;
}

export interface ChartSeries {
  id: string;
  label: string;
  points: ChartPoint[];
  /** `dots`: single readings, joined by a thin line; `dashed`: our own or projected values. */
  kind: 'dots' | 'dashed' | 'bars';
}

export interface Scale {
  low: number;
  high: number;
}

/** Round bounds with some air, so that a line never lies on the frame; bars begin at 0. */
export function scaleOf(series: readonly ChartSeries[], extra: readonly number[] = []): Scale {
  const values = [...series.flatMap((each) => each.points.map(({ value }) => value)), ...extra];
  if (values.length === 0) return { low: 0, high: 1 };
  const bars = series.some((each) => each.kind === 'bars');
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most - least || Math.abs(most) || 1;
  const step = 10 ** Math.floor(Math.log10(spread));
  const air = spread * 0.1;
  const low = bars || (least >= 0 && least < spread) ? 0 : Math.floor((least - air) / step) * step;
  return { low, high: Math.ceil((most + air) / step) * step };
}

/** Along, left to right; a day is as wide as any other. */
export const xOf = (day: number, [from, to]: readonly [number, number]): number =>
  ((day - from + 0.5) / (to - from + 1)) * 100;

export const yOf = (value: number, { low, high }: Scale): number =>
  100 - ((value - low) / (high - low)) * 100;

/** A line through the points, in the order of days. */
export function linePath(
  points: readonly ChartPoint[],
  days: readonly [number, number],
  scale: Scale,
): string {
  return [...points]
    .sort((a, b) => a.day - b.day)
    .map(
      ({ day, value }, i) =>
        `${i === 0 ? 'M' : 'L'}${round(xOf(day, days))} ${round(yOf(value, scale))}`,
    )
    .join(' ');
}

/** A dot each: lines of no length, which round caps make visible and no stretching distorts. */
export const dotsPath = (
  points: readonly ChartPoint[],
  days: readonly [number, number],
  scale: Scale,
): string =>
  points
    .map(({ day, value }) => `M${round(xOf(day, days))} ${round(yOf(value, scale))}h0`)
    .join('');

const round = (value: number): number => Math.round(value * 100) / 100;
