/** How far each slider goes, and in what steps. Pure. */
import type { ScoreModel } from '../../../core/score-model';
import { findIndicator } from '../../../core/score-model';

export interface SliderRange {
  id: string;
  label: string;
  dimension: string;
  unit: string;
  /** The value now. */
  value: number;
  low: number;
  high: number;
  step: number;
  /** Towards which end things get better. */
  better: 'low' | 'high';
}

/** Indicators whose value is known and whose points follow from it: those that can be supposed. */
export function sliderRanges(model: ScoreModel): SliderRange[] {
  return [...model.report.indicators]
    .sort((a, b) => (b.pointsLost ?? -1) - (a.pointsLost ?? -1))
    .flatMap(({ id, label, dimension, unit, value }): SliderRange[] => {
      const found = findIndicator(model, id);
      if (!found || value === undefined) return [];
      const { rule } = found;
      const lines = (rule.points.how === 'tiers' && rule.points.tiers) || rule.points.ladder;
      const values = [value, ...lines.map((each) => each.value)];
      const most = Math.max(...values);
      const least = Math.min(...values);
      const air = (most - least) * 0.1 || Math.abs(value) * 0.5 || 1;
      const high = limit(unit, rule.best, most + air);
      const low = unit === 'stars' ? Math.max(1, least - air) : 0;
      const step = stepOf(high - low);
      return [
        {
          id,
          label,
          dimension,
          unit,
          value,
          low,
          high: ceil(high, step),
          step,
          better: rule.better,
        },
      ];
    });
}

function limit(unit: string, best: number | undefined, high: number): number {
  if (unit === 'ratio') return Math.min(1, high);
  return unit === 'stars' ? (best ?? 5) : high;
}

/** About two hundred steps, each a round number. */
function stepOf(spread: number): number {
  const raw = spread / 200;
  const unit = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((each) => each * unit).find((each) => each >= raw) ?? raw;
}

const ceil = (value: number, step: number): number => Math.ceil(value / step - 1e-9) * step;

/** The slider's place for a value: on a step, so that the browser rounds nothing behind our back. */
export const onStep = (value: number, { low, step }: SliderRange): number =>
  Number((low + Math.round((value - low) / step) * step).toPrecision(12));
