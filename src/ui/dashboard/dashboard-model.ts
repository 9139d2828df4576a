/** The dashboard's view-model: the popup's, and behind each number what it is made of. Pure. */
import type { IndicatorReport, Report } from '../../core/report-types';
import type { ScoreModel } from '../../core/score-model';
import type { Translator } from '../i18n';
import { dutySection } from '../popup/lists-model';
import type { PopupInput } from '../popup/popup-input';
import { popupView } from '../popup/popup-model';
import { chipView } from '../shared/chip-model';
import { lossClass, lossText, numberText, shortDay, valueText } from '../shared/format';
import { byCost, evidenceText, standingView } from '../shared/indicator-model';
import { comparisonRows } from './compare/compare-model';
import type { DashboardView, IndicatorRow } from './dashboard-view';
import { type FieldLabels, healthRows } from './health-rows';

export type DashboardInput = Omit<PopupInput, 'hasSiteAccess'> & {
  model?: ScoreModel;
  /** Indicator whose orders are asked for; else the drag's, else the costliest that has some. */
  indicator?: string;
};

export function dashboardView(input: DashboardInput, tr: Translator): DashboardView {
  const { mirror, nowMs, seat } = input;
  const popup = popupView({ ...input, hasSiteAccess: true }, tr);
  // A desk seat sees what is to be done; no number of the score leaves this function for it.
  const report = seat === 'desk' ? undefined : input.report;
  const platform = input.platforms.find((each) => each.id === input.selected?.platform);
  const shown = report && findShown(report, input.indicator);
  return {
    seat,
    shops: popup.shops,
    shop: input.selected,
    shopName: popup.shopName,
    platformName: popup.platformName,
    notices: popup.notices,
    steps: popup.steps,
    report,
    duties:
      mirror && platform && dutySection(mirror, platform, nowMs, tr, Number.POSITIVE_INFINITY),
    score: popup.score,
    drag: popup.drag,
    dimensions: popup.dimensions,
    indicators: report
      ? indicatorRows(report, shown?.id, tr).map((row) => ({
          ...row,
          recounting: popup.indicators.find(({ id }) => id === row.id)?.recounting,
        }))
      : [],
    shown: shown && {
      id: shown.id,
      label: shown.label,
      title: tr.t('dash.orders-of', { label: shown.label }),
      hasOrders: shown.behind !== undefined,
    },
    comparison: report ? comparisonRows(report, popup.gaps, tr) : [],
    coverage: popup.coverage,
    gaps: popup.gaps,
    asOf: popup.asOf,
    pack: report && tr.t('dash.pack', { name: report.scoreName, pack: report.packId }),
    health: mirror ? healthRows(mirror, fieldLabels(input), nowMs, tr) : [],
    legend: popup.legend,
    rebuild: popup.rebuild,
  };
}

function findShown(report: Report, wanted: string | undefined): IndicatorReport | undefined {
  const byId = (id: string | undefined): IndicatorReport | undefined =>
    report.indicators.find((each) => each.id === id);
  return (
    byId(wanted) ??
    byId(report.drag.indicator) ??
    byId(report.offenders[0]?.indicator) ??
    report.indicators[0]
  );
}

function indicatorRows(report: Report, shown: string | undefined, tr: Translator): IndicatorRow[] {
  return [...report.indicators].sort(byCost).map((each) => ({
    id: each.id,
    label: each.label,
    dimension: report.dimensions.find((one) => one.id === each.dimension)?.label ?? '',
    value: each.value,
    valueText: valueText(each.value, each.unit, tr),
    provenance: each.provenance,
    chip: chipView(each.provenance, tr),
    pointsLost: each.pointsLost,
    lossClass: lossClass(each.pointsLost, report.scale.max),
    loss: lossText(each.pointsLost, each.pointsProvenance, tr) ?? tr.t('value.unknown'),
    standing: standingView(each, tr),
    counts: countsText(each, tr),
    countsChip: saysNothing(each) ? undefined : chipView(each.denProvenance, tr),
    window: tr.t('dash.window', {
      from: shortDay(each.windowFrom),
      to: shortDay(each.windowTo),
    }),
    weight: weightText(each, report, tr),
    offenders: each.offenders,
    // Where both counts stand already, the evidence would only repeat them.
    evidence: each.den === undefined ? evidenceText(each, report, tr) : undefined,
    isDrag: each.id === report.drag.indicator,
    isShown: each.id === shown,
  }));
}

/**
 * Num and den as counted; an unknown den is said, not guessed. Nothing counted of nobody knows how many says
 * nothing. Times are counted in seconds.
 */
function countsText({ num, den, unit }: IndicatorReport, tr: Translator): string {
  const { t } = tr;
  if (num === undefined || saysNothing({ num, den })) return t('value.unknown');
  const isTime = unit === 'hours' || unit === 'seconds';
  const numText = isTime
    ? valueText(unit === 'hours' ? num / 3600 : num, unit, tr)
    : numberText(num, 0);
  const denText = den === undefined ? t('dash.counts.missing') : numberText(den, 0);
  return t('dash.counts', { num: numText, den: denText });
}

/** None were counted, of nobody knows how many. */
const saysNothing = ({ num, den }: Pick<IndicatorReport, 'num' | 'den'>): boolean =>
  num === undefined || (num === 0 && den === undefined);

function weightText(each: IndicatorReport, report: Report, { t }: Translator): string {
  if (each.weight === undefined) return t('value.unknown');
  // Weights inside an opaque dimension are never published.
  const sure = each.pointsProvenance === 'page' && !report.notes.includes('weights-estimated');
  return `${sure ? '' : '≈'}${numberText(each.weight * 100, 0)}%`;
}

/** What the numbers of a score page are called, by any rule: the page may be of an earlier one. */
function fieldLabels({ report, platforms, selected }: DashboardInput): FieldLabels {
  const platform = platforms.find((each) => each.id === selected?.platform);
  const known = (platform?.packs ?? []).flatMap((pack) => pack.indicators);
  return new Map([
    ...known.map(({ id, labels: [label] }) => [id, label ?? id] as const),
    ...[...(report?.dimensions ?? []), ...(report?.indicators ?? [])].map(
      ({ id, label }) => [id, label] as const,
    ),
  ]);
}
