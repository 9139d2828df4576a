/**
 * The eligibility line nearest to failing. Loaded after the popup was painted: lines and their texts are
 * more code than the glance needs.
 */
import { linesFor, nearestLine } from '../../core/advice-lines';
import type { LineStanding } from '../../core/advice-types';
import type { Report } from '../../core/report-types';
import type { ScoreModel } from '../../core/score-model';
import { scorePath } from '../../core/score-path';
import { metricHistories } from '../../core/standings';
import { formatDay } from '../../core/time';
import { loadAdviceBook } from '../dashboard/load-advice';
import type { Translator } from '../i18n';
import { differenceText, numberText, shortDay, valueText } from '../shared/format';

export interface NearestLineView {
  /** What is at stake, in the platform's words. */
  text: string;
  /** Where the shop stands, and where it is heading. */
  standing: string;
  holds: boolean;
}

/** Undefined where no line has a threshold and a value. */
export async function findNearestLine(
  model: ScoreModel,
  tr: Translator,
): Promise<NearestLineView | undefined> {
  const { report } = model;
  const { advice, text } = await loadAdviceBook(report.shop.platform, tr.locale);
  // A page read today shows the score as of yesterday: lines are judged by the day it is shown.
  const today = model.asOf + 1;
  const categories = model.context.settings?.categories ?? [];
  const lines = linesFor(advice.lines, { day: today, categories });
  const nearest = nearestLine(lines, metricHistories(model, scorePath(model)), today);
  if (nearest?.value === undefined || nearest.margin === undefined) return undefined;
  return {
    text: text(nearest.line.effectKey),
    standing: standingText(nearest, report, tr),
    holds: nearest.holds === true,
  };
}

/** 现在 84 分，高出 14 分；按最近情况推算，12-03 会掉到线下（估算） */
export function standingText(
  { line, value = 0, margin = 0, holds, turnsOn }: LineStanding,
  report: Report,
  tr: Translator,
): string {
  const { t } = tr;
  const show = (number: number): string => amountText(line.metric, number, report, tr);
  const unit = unitOf(line.metric, report);
  const gap = Math.abs(margin);
  const name = subjectOf(line.metric, report);
  const standing = t(holds ? 'line.above' : 'line.below', {
    value: show(value),
    margin: unit === 'ratio' ? differenceText(gap, unit, tr) : show(gap),
  });
  const now = name === undefined ? standing : t('line.subject', { name, standing });
  if (turnsOn === undefined) return now;
  const day = shortDay(formatDay(turnsOn));
  return `${now} · ${t(holds ? 'line.turns-down' : 'line.turns-up', { day })}`;
}

/** Which number the line is about; the total needs no name. */
function subjectOf(metric: string, { dimensions, indicators }: Report): string | undefined {
  const [kind, id] = metric.split(':');
  const named = kind === 'dimension' ? dimensions : kind === 'indicator' ? indicators : [];
  return named.find((each) => each.id === id)?.label;
}

function unitOf(metric: string, report: Report): string | undefined {
  const [kind, id] = metric.split(':');
  return kind === 'indicator' ? report.indicators.find((each) => each.id === id)?.unit : 'points';
}

function amountText(metric: string, value: number, report: Report, tr: Translator): string {
  const unit = unitOf(metric, report);
  return unit === undefined ? numberText(value) : valueText(value, unit, tr);
}
