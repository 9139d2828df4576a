/**
 * The part of a report that one glance takes: the score, its change, what drags it. Plain data without texts of
 * the interface, so that whoever writes a mirror can keep it beside, and the popup can paint it before the engine
 * is there. Every `Report` is one.
 */
import type { DimensionReport, IndicatorReport, Report } from './report-types';
import type { ScoreSnapshot } from './snapshot-types';

export type GlanceIndicator = Pick<
  IndicatorReport,
  'id' | 'label' | 'value' | 'unit' | 'offenders' | 'mainly' | 'beaten' | 'met'
>;
export type GlanceDimension = Pick<DimensionReport, 'id' | 'label' | 'pointsLost' | 'provenance'>;

export type GlanceReport = Pick<
  Report,
  | 'state'
  | 'scoreName'
  | 'asOf'
  | 'total'
  | 'change'
  | 'bonus'
  | 'deduction'
  | 'residuals'
  | 'drag'
  | 'notes'
> & {
  official?: Pick<ScoreSnapshot, 'seenMs' | 'updatedMs' | 'sheet' | 'peerText'>;
  indicators: GlanceIndicator[];
  dimensions: GlanceDimension[];
};

/** Nothing but what the glance reads: of lists, the entries that the drag and its sentence speak of. */
export function glanceOf(report: Report): GlanceReport {
  const { state, scoreName, asOf, total, change, bonus, deduction, residuals, drag, notes } =
    report;
  const { official } = report;
  return {
    state,
    scoreName,
    asOf,
    total,
    change,
    bonus,
    deduction,
    residuals,
    drag,
    notes,
    official: official && pick(official, 'seenMs', 'updatedMs', 'sheet', 'peerText'),
    indicators: report.indicators
      .filter(({ id, met }) => id === drag.indicator || met === false)
      .map((each) =>
        pick(each, 'id', 'label', 'value', 'unit', 'offenders', 'mainly', 'beaten', 'met'),
      ),
    dimensions: report.dimensions
      .filter(({ id }) => id === drag.dimension)
      .map((each) => pick(each, 'id', 'label', 'pointsLost', 'provenance')),
  };
}

function pick<T, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
