/** The indicator over time, and what each day of its window added; a table beside each drawing. */
import { useMemo } from 'preact/hooks';
import type { ScoreModel } from '../../../core/score-model';
import type { LoggedAction } from '../../../core/shop-choices';
import type { ShopSettings } from '../../../core/shop-settings';
import { findDay, formatDay } from '../../../core/time';
import { numberText, shortDay, valueText } from '../../shared/format';
import { GapSteps } from '../../shared/gap-card';
import { actionText } from '../action-text';
import { ChartTable } from '../chart/chart-table';
import { type ChartMark, TrendChart } from '../chart/trend-chart';
import type { SectionProps } from '../section-types';
import { useAdviceTexts } from '../use-advice';
import { actionsOf, indicatorTrend, leftOutDays } from './indicator-model';

interface Props {
  model: ScoreModel;
  id: string;
  actions: LoggedAction[];
  settings?: ShopSettings;
  section: SectionProps;
}

export function IndicatorCharts({ model, id, actions, settings, section }: Props) {
  const { translator, ports, view } = section;
  const { t } = translator;
  const trend = useMemo(() => indicatorTrend(model, id), [model, id]);
  const texts = useAdviceTexts(ports, model.report.shop.platform, actions.length > 0);
  const toCount = view.gaps?.rows.find((each) => each.id === id)?.steps ?? [];
  const report = model.report.indicators.find((each) => each.id === id);
  if (!trend || !report) return null;
  const format = (value: number): string => valueText(value, report.unit, translator);
  const mine = actionsOf(actions, id);
  const marks: ChartMark[] = [
    ...model.report.ruleChanges.flatMap((change): ChartMark[] => {
      const day = findDay(change.day);
      const label = t('chart.rule', { from: change.fromPack, to: change.toPack });
      return day === undefined ? [] : [{ day, kind: 'rule', label }];
    }),
    ...mine.map(({ day, action }): ChartMark => {
      return { day, kind: 'action', label: t('chart.action', { what: actionText(action, texts) }) };
    }),
  ];
  const series = [
    { id: 'official', label: t('chart.official'), kind: 'dots' as const, points: trend.official },
    { id: 'ours', label: t('chart.ours'), kind: 'dashed' as const, points: trend.ours },
  ].filter((each) => each.points.length > 0);
  const leftOut = leftOutDays(model, id, settings, trend.days).map(({ days, span }) => ({
    days,
    label: t('exclusion.mark', { from: span.from, to: span.to, reason: span.reason }),
  }));
  const values = new Map(trend.ours.map((each) => [each.day, each.value]));
  const printed = new Map(trend.official.map((each) => [each.day, each.value]));
  const known = [...new Set([...values.keys(), ...printed.keys()])].sort((a, b) => b - a);
  const cell = (value: number | undefined): string =>
    value === undefined ? t('value.missing') : format(value);
  const isTime = report.unit === 'hours' || report.unit === 'seconds';
  const sumText = (num: number): string =>
    isTime ? format(report.unit === 'hours' ? num / 3600 : num) : numberText(num, 0);
  return (
    <>
      <section data-chart="trend">
        <h2>{t('chart.trend')}</h2>
        {series.length === 0 ? (
          <p class="empty">{t('chart.trend.none')}</p>
        ) : (
          <>
            <TrendChart
              summary={t('chart.trend.summary', {
                label: report.label,
                count: known.length,
                value: cell(printed.get(known[0] ?? 0) ?? values.get(known[0] ?? 0)),
              })}
              series={series}
              days={trend.days}
              band={{ days: trend.window, label: t('chart.window') }}
              marks={marks}
              leftOut={leftOut}
              format={format}
              t={t}
            />
            {leftOut.length > 0 && <p class="quiet">{t('exclusion.help')}</p>}
            <ChartTable
              id="trend-table"
              title={t('chart.trend')}
              header={[t('chart.day'), t('chart.official'), t('chart.ours')]}
              rows={known.map((day) => [
                formatDay(day),
                cell(printed.get(day)),
                cell(values.get(day)),
              ])}
              t={t}
            />
          </>
        )}
      </section>
      <section data-chart="days">
        <h2>{t('chart.days')}</h2>
        {trend.counts.length === 0 ? (
          <div class="empty">
            <p>{t(toCount.length > 0 ? 'chart.days.none' : 'dash.compare.page-only')}</p>
            <GapSteps steps={toCount} open={ports.openTab} />
          </div>
        ) : (
          <>
            <TrendChart
              summary={t('chart.days.summary', {
                label: report.label,
                from: shortDay(formatDay(trend.window[0])),
                to: shortDay(formatDay(trend.window[1])),
              })}
              series={[
                {
                  id: 'num',
                  label: t('chart.num'),
                  kind: 'bars',
                  points: trend.counts.map(({ day, num }) => ({ day, value: num })),
                },
              ]}
              days={trend.window}
              format={sumText}
              t={t}
            />
            <ChartTable
              id="days-table"
              title={t('chart.days')}
              header={[t('chart.day'), t('chart.num'), t('chart.den')]}
              rows={[...trend.counts]
                .reverse()
                .map(({ day, num, den }) => [formatDay(day), sumText(num), numberText(den, 0)])}
              t={t}
            />
          </>
        )}
      </section>
    </>
  );
}
