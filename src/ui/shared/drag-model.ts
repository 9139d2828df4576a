/** One sentence: what drags the score most, how sure that is, and which orders did it. */
import type { GlanceDimension, GlanceIndicator, GlanceReport } from '../../core/glance-report';
import type { Translator } from '../i18n';
import type { DragView } from '../popup/popup-view';
import { chipView } from './chip-model';
import { lossText, numberText, valueText } from './format';

export function dragView(report: GlanceReport, tr: Translator): DragView {
  const { t } = tr;
  const { drag } = report;
  const indicator = report.indicators.find((each) => each.id === drag.indicator);
  const dimension = report.dimensions.find((each) => each.id === drag.dimension);
  if (drag.why === 'largest-loss' && indicator) {
    return {
      tone: 'drag',
      title: t('drag.title'),
      subject: indicator.label,
      loss: lossText(drag.pointsLost, drag.provenance, tr),
      indicator: indicator.id,
      pointsLost: drag.pointsLost,
      provenance: drag.provenance,
      chip: chipView(drag.provenance, tr),
      lines: [
        [valueLine(indicator, tr), ordersLine(indicator, tr)]
          .filter((part) => part !== undefined)
          .join(' · '),
        sureLine(report, dimension, tr),
      ].filter((line): line is string => Boolean(line)),
    };
  }
  if (drag.why === 'unexplained-largest' && dimension) {
    return {
      tone: 'drag',
      title: t('drag.title'),
      subject: dimension.label,
      loss: lossText(drag.pointsLost, drag.provenance, tr),
      pointsLost: drag.pointsLost,
      provenance: drag.provenance,
      chip: chipView(drag.provenance, tr),
      lines: [t('drag.unexplained')],
    };
  }
  if (drag.why === 'deduction-largest') {
    return {
      tone: 'drag',
      title: t('drag.title'),
      subject: t('drag.deduction'),
      loss: lossText(drag.pointsLost, drag.provenance, tr),
      pointsLost: drag.pointsLost,
      provenance: drag.provenance,
      chip: chipView(drag.provenance, tr),
      lines: [t('drag.why.deduction-largest')],
    };
  }
  const standing = STANDINGS.includes(drag.why) ? (indicator ?? dimension) : undefined;
  if (standing) return standingView(report, standing, tr);
  const tone = drag.why === 'nothing-stands-out' ? 'calm' : 'unknown';
  return {
    tone,
    subject: tone === 'calm' ? t('drag.nothing') : t('drag.unknown'),
    provenance: drag.provenance,
    // A score that this account may not see is there all the same: waiting brings nothing.
    lines: [
      report.state === 'no-permission'
        ? t('drag.why.no-permission')
        : tr.code('drag.why', drag.why, 'drag.why.no-data'),
    ],
  };
}

const STANDINGS = ['below-standard', 'lowest-rank', 'lowest-part'];

/** Where the score is a rank among peers: which one is furthest behind, and no invented points. */
function standingView(
  report: GlanceReport,
  one: GlanceIndicator | GlanceDimension,
  tr: Translator,
): DragView {
  const { t } = tr;
  const { why, provenance } = report.drag;
  const indicator = 'unit' in one ? one : undefined;
  const missed = report.indicators.filter(({ met }) => met === false).length;
  const beats =
    indicator?.beaten === undefined
      ? undefined
      : t('drag.rank.beats', { percent: `${numberText(indicator.beaten * 100, 1)}%` });
  return {
    tone: 'drag',
    title: t('drag.rank.title'),
    subject: one.label,
    indicator: indicator?.id,
    provenance,
    chip: chipView(provenance, tr),
    lines: [
      [indicator && valueLine(indicator, tr), beats, indicator && ordersLine(indicator, tr)]
        .filter((part) => part !== undefined)
        .join(' · '),
      why === 'below-standard' && missed === 1
        ? t('drag.why.below-standard.one')
        : tr.code('drag.why', why, 'drag.why.no-data'),
      t('drag.rank.no-points'),
    ].filter((line) => line !== ''),
  };
}

/** The dimension's loss is certain, its division is not: say both. */
function sureLine(
  { drag }: GlanceReport,
  dimension: GlanceDimension | undefined,
  tr: Translator,
): string | undefined {
  const { t } = tr;
  if (drag.provenance !== 'estimate') return t(`drag.sure.${drag.provenance}`);
  if (dimension?.pointsLost === undefined) return t('drag.sure.estimate');
  const whole = lossText(dimension.pointsLost, dimension.provenance, tr) ?? '';
  return t('drag.sure.part', { dimension: dimension.label, whole });
}

function valueLine(indicator: GlanceIndicator, tr: Translator): string | undefined {
  if (indicator.value === undefined) return undefined;
  return tr.t('drag.value', { value: valueText(indicator.value, indicator.unit, tr) });
}

function ordersLine({ offenders, mainly }: GlanceIndicator, { t }: Translator): string | undefined {
  if (offenders === 0) return undefined;
  const count = numberText(offenders, 0);
  if (!mainly) return t('drag.orders', { count });
  if (mainly.by === 'reason') return t('drag.orders.reason', { count, reason: mainly.key ?? '' });
  const [part, of] = [numberText(mainly.count, 0), numberText(mainly.of, 0)];
  return mainly.of < offenders
    ? t('drag.orders.weekend.worst', { count, part, of })
    : t('drag.orders.weekend', { count, part });
}
