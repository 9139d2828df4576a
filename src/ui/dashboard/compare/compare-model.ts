/** Official and ours, side by side: the total, then every indicator, or why ours is missing. Pure. */
import type { IndicatorReport, Report } from '../../../core/report-types';
import type { Translator } from '../../i18n';
import { differenceText, numberText, shortDay, valueText } from '../../shared/format';
import type { GapView } from '../../shared/gap-model';
import type { ComparisonRow } from '../dashboard-view';

export function comparisonRows(
  report: Report,
  gaps: GapView | undefined,
  tr: Translator,
): ComparisonRow[] {
  return [
    ...totalRow(report, tr),
    ...report.indicators.map((each) => {
      const step = gaps?.rows.find(({ id }) => id === each.id)?.steps[0]?.text;
      return indicatorRow(each, step, tr);
    }),
  ];
}

/** What the page's own dimension scores and weights add up to, beside the total it prints. */
function totalRow({ total, asOf }: Report, tr: Translator): ComparisonRow[] {
  const { t } = tr;
  if (total?.official === undefined || total.ours === undefined) return [];
  const show = (value: number): string => numberText(value, 2);
  return [
    {
      id: 'total',
      label: t('dash.compare.total'),
      official: show(total.official),
      ours: show(total.ours),
      said: apartText(total.ours - total.official, show, tr),
      asOf: shortDay(asOf),
    },
  ];
}

function indicatorRow(
  { id, label, unit, value, provenance, compared }: IndicatorReport,
  step: string | undefined,
  tr: Translator,
): ComparisonRow {
  const { t } = tr;
  const show = (number: number): string => valueText(number, unit, tr);
  if (compared) {
    return {
      id,
      label,
      official: show(compared.official),
      ours: show(compared.ours),
      said: apartText(compared.ours - compared.official, (by) => differenceText(by, unit, tr), tr),
      asOf: shortDay(compared.asOf),
    };
  }
  const isOwn = value !== undefined && provenance !== 'page';
  return {
    id,
    label,
    official: value === undefined || isOwn ? t('value.missing') : show(value),
    ours: isOwn ? show(value) : t('value.unknown'),
    said: isOwn ? t('dash.compare.ours-only') : (step ?? t('dash.compare.page-only')),
    asOf: t('value.unknown'),
  };
}

/** Smaller than what is printed is the same. */
function apartText(by: number, show: (value: number) => string, { t }: Translator): string {
  const text = show(Math.abs(by));
  if (text === show(0)) return t('dash.compare.same');
  return t(by > 0 ? 'dash.compare.higher' : 'dash.compare.lower', { by: text });
}
