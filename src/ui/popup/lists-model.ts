/** Orders that drag, and duties that can still be met: each with a link back into the back-end. */
import { isAlert } from '../../core/duties';
import type { Report } from '../../core/report-types';
import { HOUR_MS } from '../../core/time';
import type { ShopMirror } from '../../store/mirror-types';
import type { Translator } from '../i18n';
import type { PlatformInfo } from '../ports';
import { dashboardPath } from '../routes';
import { leftText, lossText, momentText, numberText, shortDay } from '../shared/format';
import type { DutyView, OffenderView, PopupView } from './popup-view';

const OFFENDERS_SHOWN = 3;
const DUTIES_SHOWN = 3;
const SOON_MS = 6 * HOUR_MS;

/** Orders behind the drag; behind the costliest indicator that has some when the drag has none. */
export function offenderSection(
  report: Report,
  platform: PlatformInfo,
  tr: Translator,
): PopupView['offenders'] {
  const { t } = tr;
  const dragId = report.drag.indicator;
  const found =
    report.offenders.find((each) => each.indicator === dragId)?.indicator ??
    report.offenders[0]?.indicator;
  const indicator = report.indicators.find((each) => each.id === (found ?? dragId));
  if (!indicator || (report.drag.why === 'no-data' && !found)) return undefined;
  const more = {
    label: t('offenders.more', { count: numberText(indicator.offenders, 0) }),
    path: dashboardPath({ shop: report.shop, indicator: indicator.id }),
  };
  if (!found) {
    const empty = t('offenders.unknown', { label: indicator.label });
    return { title: t('offenders.title', { label: indicator.label }), rows: [], empty };
  }
  const dragLabel = report.indicators.find((each) => each.id === dragId)?.label;
  const rows = report.offenders
    .filter((each) => each.indicator === found)
    .slice(0, OFFENDERS_SHOWN)
    .map((each): OffenderView => {
      const { orderId, share, shareProvenance, reason, productName, leavesOn } = each;
      return {
        orderId,
        link: {
          label: t('action.open-order', { id: orderId }),
          url: platform.links.order(orderId),
        },
        text: [reason, productName].filter(Boolean).join(' · '),
        share: lossText(share, shareProvenance, tr),
        leaves: t('offenders.leaves', { day: shortDay(leavesOn) }),
      };
    });
  return {
    // Where nothing drags, nobody is accused of it.
    title: t(dragId ? 'offenders.title' : 'offenders.counted', { label: indicator.label }),
    rows,
    ...(dragLabel && found !== dragId
      ? { empty: t('offenders.other', { drag: dragLabel, label: indicator.label }) }
      : {}),
    more,
  };
}

/** Duties with a date ahead, from states seen within a day; `shown` of them as rows, soonest first. */
export function dutySection(
  mirror: ShopMirror,
  platform: PlatformInfo,
  nowMs: number,
  tr: Translator,
  shown = DUTIES_SHOWN,
): PopupView['duties'] {
  const { t } = tr;
  const open = mirror.duties.filter((each) => isAlert(each, nowMs));
  if (open.length === 0) return undefined;
  return {
    title: t('duties.title', { count: open.length }),
    glance: t('duties.glance', {
      count: open.length,
      left: leftText((open[0]?.dueMs ?? nowMs) - nowMs, tr),
    }),
    isSoon: (open[0]?.dueMs ?? Infinity) - nowMs < SOON_MS,
    note: t('duties.note'),
    rows: open.slice(0, shown).map((each): DutyView => {
      const { orderId, ticketId, dueMs, dueAction } = each;
      const url =
        ticketId === undefined
          ? platform.links.order(orderId)
          : platform.links.ticket(ticketId, orderId);
      const name = nameOf(orderId, ticketId, tr);
      const at = momentText(dueMs, nowMs);
      return {
        id: ticketId ?? orderId,
        name,
        text: dueAction ? t('duties.then', { at, action: dueAction }) : t('duties.until', { at }),
        left: leftText(dueMs - nowMs, tr),
        isSoon: dueMs - nowMs < SOON_MS,
        link: { label: t('action.open-named', { name }), url },
      };
    }),
    more: { label: t('duties.list'), url: platform.links.aftersaleList },
  };
}

/** As the back-end shows it: a case without a number of its own there is named by its order's. */
function nameOf(orderId: string, ticketId: string | undefined, { t }: Translator): string {
  if (ticketId === undefined) return t('duties.order', { id: orderId });
  return ticketId.startsWith(`${orderId}-`)
    ? t('duties.ticket-of', { id: orderId })
    : t('duties.ticket', { id: ticketId });
}
