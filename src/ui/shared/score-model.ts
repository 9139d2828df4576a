/** The score and the drag: the first two things anybody sees. */
import type { GlanceReport } from '../../core/glance-report';
import { pointsDigits } from '../../core/points-text';
import type { Translator } from '../i18n';
import type { ScoreView } from '../popup/popup-view';
import { momentText, numberText, shortDay } from './format';

export function scoreView(report: GlanceReport, nowMs: number, tr: Translator): ScoreView {
  const { t } = tr;
  const { total, official, scoreName: name } = report;
  if (total?.official !== undefined) {
    const seen = official?.updatedMs;
    return {
      value: total.official,
      headline: numberText(total.official),
      unit: t(official?.sheet === undefined ? 'unit.points' : 'unit.beaten'),
      title: t('score.official', { name }),
      provenance: total.provenance,
      caption:
        seen === undefined
          ? t('score.seen', { at: momentText(official?.seenMs ?? nowMs, nowMs) })
          : t('score.updated', { at: momentText(seen, nowMs) }),
      ...changePart(report, tr),
      lines: moreLines(report, tr),
    };
  }
  if (total?.ours !== undefined) {
    return {
      value: total.ours,
      headline: `≈${pointsDigits(total.ours, false)}`,
      unit: t('unit.points'),
      title: t('score.ours', { name }),
      provenance: total.provenance,
      caption: t('score.as-of', { day: shortDay(report.asOf) }),
      lines: [],
    };
  }
  return {
    title: t('score.title', { name }),
    headline: t(`score.none.${report.state}`),
    provenance: 'missing',
    caption: t(`score.none.${report.state}.why`),
    lines: [],
  };
}

/** Arrow, word and colour together: red means *up* in Chinese data tools, so colour alone says nothing. */
function changePart({ change }: GlanceReport, { t }: Translator): Pick<ScoreView, 'change'> {
  if (!change) return {};
  const since = shortDay(change.fromDay);
  const points = numberText(Math.abs(change.points));
  if (points === '0') {
    return { change: { direction: 'flat', arrow: '→', text: t('change.flat', { since }) } };
  }
  const direction = change.points > 0 ? 'up' : 'down';
  const arrow = direction === 'up' ? '↑' : '↓';
  return { change: { direction, arrow, text: t(`change.${direction}`, { points, since }) } };
}

function moreLines(report: GlanceReport, { t }: Translator): string[] {
  const { total, bonus, deduction } = report;
  const lines: string[] = [];
  // Where the score is a rank: in the page's own words.
  if (report.official?.peerText) lines.push(report.official.peerText);
  if (total?.display !== undefined) {
    lines.push(t('score.display', { shown: total.display.toFixed(1) }));
  }
  if (bonus) lines.push(t('score.bonus', { points: numberText(bonus) }));
  if (deduction) lines.push(t('score.deduction', { points: numberText(deduction) }));
  const { official, ours } = total ?? {};
  // A difference that rounding explains would only confuse.
  const differs = report.residuals.some((each) => each.kind === 'unexplained');
  if (official !== undefined && ours !== undefined && differs) {
    lines.push(t('score.recomposed', { score: pointsDigits(ours, false) }));
  }
  return lines;
}
