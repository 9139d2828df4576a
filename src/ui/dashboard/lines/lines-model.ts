/** Eligibility lines in words: where the shop stands, by how much, and when that turns. Pure. */
import type { LineMetric } from '../../../core/advice-types';
import type { Standing } from '../../../core/answers-types';
import type { ScoreModel } from '../../../core/score-model';
import { formatDay } from '../../../core/time';
import type { Translator } from '../../i18n';
import { numberText, valueText } from '../../shared/format';

export type LineState = 'holds' | 'turns' | 'fails' | 'unknown';

export interface LineRow {
  id: string;
  state: LineState;
  stateText: string;
  effect: string;
  /** e.g. 总分 不低于 75. */
  rule: string;
  /** Where the shop stands and how far from the line; or that it is not known. */
  standing: string;
  /** What the projection says, where it says something. */
  later?: string;
  source: string;
  /** The rule's own page. */
  sourceUrl?: string;
}

export function lineRows(
  standings: Standing[],
  model: ScoreModel,
  text: (key: string) => string,
  tr: Translator,
): LineRow[] {
  return standings.map((each) => lineRow(each, model, text, tr));
}

function lineRow(
  standing: Standing,
  model: ScoreModel,
  text: (key: string) => string,
  tr: Translator,
): LineRow {
  const { t } = tr;
  const { line, value, margin, provenance } = standing;
  const state = stateOf(standing);
  const show = (number: number): string => metricText(line.metric, number, model, tr);
  const about = provenance === 'estimate' ? '≈' : '';
  const threshold =
    line.threshold === undefined
      ? t('lines.own-page')
      : line.thresholdTo === undefined
        ? show(line.threshold)
        : t('lines.range', { from: show(line.thresholdTo), to: show(line.threshold) });
  return {
    id: line.id,
    state,
    stateText: t(`lines.state.${state}`),
    effect: text(line.effectKey),
    rule: t('lines.rule', {
      metric: metricName(line.metric, model, tr),
      stat: t(`lines.stat.${line.stat}`),
      direction: t(`lines.direction.${line.direction}`),
      threshold,
    }),
    standing: [
      t('lines.now', {
        value: value === undefined ? t('value.missing') : `${about}${show(value)}`,
      }),
      margin !== undefined &&
        t(margin >= 0 ? 'lines.above' : 'lines.short', { by: show(Math.abs(margin)) }),
    ]
      .filter(Boolean)
      .join(' · '),
    ...laterText(standing, show, tr),
    ...sourceOf(line, tr),
  };
}

/** Sources name the rule's page, a place in it, or both. */
function sourceOf(
  line: Standing['line'],
  { t }: Translator,
): Pick<LineRow, 'source' | 'sourceUrl'> {
  const [sourceUrl] = /^https:\/\/[\w./-]+/.exec(line.source) ?? [];
  const place = line.source.slice(sourceUrl?.length ?? 0).replace(/^[：:\s]+/, '');
  return {
    source: t('lines.source', {
      source: place || t('lines.source.page'),
      date: line.date,
      sure: t(`lines.confidence.${line.confidence}`),
      draft: line.consultation ? t('lines.draft') : '',
    }),
    ...(sourceUrl ? { sourceUrl } : {}),
  };
}

function stateOf({ holds, turnsOn }: Standing): LineState {
  if (holds === undefined) return 'unknown';
  if (!holds) return 'fails';
  return turnsOn === undefined ? 'holds' : 'turns';
}

function laterText(
  { turnsOn, holds, projected, decidingDay }: Standing,
  show: (number: number) => string,
  { t }: Translator,
): Pick<LineRow, 'later'> {
  if (turnsOn !== undefined) {
    return { later: t(holds ? 'lines.lost-on' : 'lines.won-on', { day: formatDay(turnsOn) }) };
  }
  if (projected === undefined || decidingDay === undefined) return {};
  return { later: t('lines.projected', { day: formatDay(decidingDay), value: show(projected) }) };
}

function metricName(metric: LineMetric, { report }: ScoreModel, { t }: Translator): string {
  const [kind, id = ''] = metric.split(':');
  if (kind === 'total') return t('lines.total');
  if (kind === 'dimension') return report.dimensions.find((each) => each.id === id)?.label ?? id;
  if (kind === 'page') return t('lines.page');
  return report.indicators.find((each) => each.id === id)?.label ?? t('lines.page');
}

function metricText(
  metric: LineMetric,
  value: number,
  { report }: ScoreModel,
  tr: Translator,
): string {
  const [kind, id] = metric.split(':');
  const unit = report.indicators.find((each) => each.id === id)?.unit;
  if (kind === 'indicator' && unit) return valueText(value, unit, tr);
  // Numbers of the page alone have no unit here; rates are fractions.
  const isRate = (kind === 'page' || kind === 'indicator') && value <= 1;
  return isRate ? valueText(value, 'ratio', tr) : numberText(value, 2);
}
