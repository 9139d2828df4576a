/** Dimensions as bars, indicators as rows. */
import type { DimensionReport, IndicatorReport, Report } from '../../core/report-types';
import type { Translator } from '../i18n';
import type { DimensionView, IndicatorView, Standing } from '../popup/popup-view';
import { chipView } from './chip-model';
import { lossClass, lossText, numberText, valueText } from './format';

/** Of the scale: less than half a point in 100 disappears in the platform's own rounding. */
const WORTH_SAYING = 0.005;
/** Of the scale: a dimension that lost less is not called the worst. */
const WORTH_MARKING = 0.01;

export function dimensionViews(report: Report, tr: Translator): DimensionView[] {
  const worst = Math.max(0, ...report.dimensions.map((each) => each.pointsLost ?? 0));
  // One below the other: 4 beside 2.5 is 4.0.
  const digits = Math.max(
    0,
    ...report.dimensions.map(({ score }) => numberText(score ?? 0).split('.')[1]?.length ?? 0),
  );
  return report.dimensions.map((each) => ({
    ...dimensionView(each, worst, report.scale.max, tr),
    ...(each.score === undefined ? {} : { scoreText: each.score.toFixed(digits) }),
  }));
}

function dimensionView(
  each: DimensionReport,
  worst: number,
  full: number,
  tr: Translator,
): DimensionView {
  const { t } = tr;
  const { id, label, score, weight, weightProvenance, pointsLost, provenance, unexplained } = each;
  const about = weightProvenance === 'estimate' ? '≈' : '';
  return {
    id,
    label,
    score,
    scoreText: score === undefined ? t('value.missing') : numberText(score),
    percent: Math.min(100, Math.max(0, ((score ?? 0) / full) * 100)),
    weight:
      weight === undefined
        ? undefined
        : t('dimension.weight', { percent: `${about}${numberText(weight * 100, 0)}%` }),
    loss: lossText(pointsLost, provenance, tr),
    pointsLost,
    provenance,
    unexplained:
      (unexplained ?? 0) < WORTH_SAYING * full
        ? undefined
        : t('dimension.unexplained', { points: numberText(unexplained ?? 0, 1) }),
    isWorst: pointsLost !== undefined && pointsLost >= WORTH_MARKING * full && pointsLost === worst,
    lossClass: lossClass(pointsLost, full),
  };
}

/** Costliest first; those without a known loss last, furthest behind first, else in the rule's own order. */
export const byCost = (a: IndicatorReport, b: IndicatorReport): number =>
  (b.pointsLost ?? -1) - (a.pointsLost ?? -1) || standingOrder(a) - standingOrder(b);

/** A rank among peers gives no points to lose: a column of losses then says what is known. */
export const isRanked = (rows: { standing?: Standing; pointsLost?: number }[]): boolean =>
  rows.some((row) => row.standing) && rows.every((row) => row.pointsLost === undefined);

/** The indicators as a table shows them, by cost. */
export function indicatorViews(report: Report, tr: Translator): IndicatorView[] {
  return [...report.indicators].sort(byCost).map((each) => ({
    id: each.id,
    label: each.label,
    value: each.value,
    valueText: valueText(each.value, each.unit, tr),
    pointsLost: each.pointsLost,
    lossClass: lossClass(each.pointsLost, report.scale.max),
    step: stepText(each, tr),
    loss: lossText(each.pointsLost, each.pointsProvenance, tr) ?? tr.t('value.unknown'),
    provenance: each.provenance,
    chip: chipView(each.provenance, tr),
    standing: standingView(each, tr),
    evidence: evidenceText(each, report, tr),
    isDrag: each.id === report.drag.indicator,
  }));
}

/** The points that an indicator stands at, where its rule gives it points of its own. */
function stepText({ points, pointsProvenance, beaten }: IndicatorReport, tr: Translator) {
  // A share of peers is said as what it is.
  if (beaten !== undefined) return undefined;
  if (points === undefined || pointsProvenance === 'estimate') return undefined;
  return tr.t('indicator.step', { points: numberText(points) });
}

/** Below the page's standard first, and of those the furthest behind its peers. */
function standingOrder({ met, beaten }: IndicatorReport): number {
  return (met === false ? 0 : 2) + (beaten ?? 1);
}

/** The page's own comparison with peers: its mark, and how many of them it beats. */
export function standingView(
  { met, beaten }: IndicatorReport,
  { t }: Translator,
): Standing | undefined {
  if (met === undefined && beaten === undefined) return undefined;
  return {
    isMissed: met === false,
    parts: [
      ...(met === undefined ? [] : [t(met ? 'indicator.met' : 'indicator.missed')]),
      ...(beaten === undefined
        ? []
        : [t('indicator.standing.beats', { percent: `${numberText(beaten * 100, 1)}%` })]),
    ],
  };
}

/** What the orders read say about it: a rate's two counts, else what the lists prove. */
export function evidenceText(
  indicator: IndicatorReport,
  report: Report,
  tr: Translator,
): string | undefined {
  const { t } = tr;
  const { id, num, den, unit, offenders } = indicator;
  if (unit === 'ratio' && num !== undefined && den !== undefined) {
    return t('evidence.rate', { num: numberText(num, 0), den: numberText(den, 0) });
  }
  // Counts without words of their own (all orders, all tickets) would be read as bad ones.
  const proof = report.evidence.find(
    (each) => each.indicator === id && (each.num ?? 0) > 0 && tr.knows('evidence', each.id),
  );
  if (proof?.num !== undefined) {
    const number = numberText(proof.num, 0);
    const count = proof.atLeast ? t('evidence.at-least', { count: number }) : number;
    return tr.code('evidence', proof.id, 'evidence.orders', { count });
  }
  if (unit === 'ratio' && num) return t('evidence.no-den', { num: numberText(num, 0) });
  return offenders > 0 ? t('evidence.orders', { count: numberText(offenders, 0) }) : undefined;
}
