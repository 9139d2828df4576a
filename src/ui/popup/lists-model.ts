/** Orders that drag, and duties that can still be met: each with a link back into the back-end. */
import { countKinds, type DutyCounts, isAlert } from '../../core/duties';
import type { Report } from '../../core/report-types';
import { HOUR_MS } from '../../core/time';
import type { Duty } from '../../core/verdict-types';
import { MAX_DUTIES, type ShopMirror } from '../../store/mirror-types';
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
  const [first] = open;
  if (!first) return undefined;
  const counts = countKinds(open);
  const what = countsText(counts, tr);
  const { orderList, aftersaleList } = platform.links;
  return {
    title: t('duties.title', { what }),
    glance: t('duties.glance', { what, left: leftOf(first, nowMs, tr) }),
    isSoon: first.dueMs - nowMs < SOON_MS,
    note: t('duties.note'),
    rows: soonest(open, shown, (each) => each.ticketId !== undefined).map((each) =>
      dutyRow(each, platform, nowMs, tr),
    ),
    lists: [
      ...(counts.orders > 0 ? [{ label: t('duties.list-orders'), url: orderList }] : []),
      ...(counts.tickets > 0 ? [{ label: t('duties.list'), url: aftersaleList }] : []),
    ],
  };
}

/**
 * The soonest, yet of both kinds: a wave of orders due tonight hides no after-sale that is agreed to by itself
 * tomorrow. As many as half of them may be later than those left out.
 */
export function soonest<T>(all: T[], count: number, isTicket: (each: T) => boolean): T[] {
  const ofKind = (kind: boolean): T[] => all.filter((each) => isTicket(each) === kind);
  const each = Math.floor(Math.min(count, all.length) / 2);
  const picked = new Set([...ofKind(true).slice(0, each), ...ofKind(false).slice(0, each), ...all]);
  const shown = new Set([...picked].slice(0, count));
  return all.filter((one) => shown.has(one));
}

/** By kind. The mirror holds no more than so many of each: then there may be more. */
function countsText({ orders, tickets }: DutyCounts, { t }: Translator): string {
  const count = (n: number): string => numberText(n, 0) + (n >= MAX_DUTIES ? '+' : '');
  if (orders === 0) return t('duties.tickets', { count: count(tickets) });
  const toShip = t('duties.orders', { count: count(orders) });
  if (tickets === 0) return toShip;
  return t('duties.both', {
    orders: toShip,
    tickets: t('duties.tickets', { count: count(tickets) }),
  });
}

function dutyRow(duty: Duty, platform: PlatformInfo, nowMs: number, tr: Translator): DutyView {
  const { t } = tr;
  const { orderId, ticketId, dueMs, dueAction } = duty;
  const url =
    ticketId === undefined
      ? platform.links.order(orderId)
      : platform.links.ticket(ticketId, orderId);
  const name = nameOf(orderId, ticketId, tr);
  const at = momentText(dueMs, nowMs);
  const handled = dueAction
    ? t('duties.then', { at, action: dueAction })
    : t('duties.until', { at });
  return {
    id: ticketId ?? orderId,
    kind: ticketId === undefined ? 'order' : 'ticket',
    name,
    text: ticketId === undefined ? t('duties.ship', { at }) : handled,
    left: leftOf(duty, nowMs, tr),
    isSoon: dueMs - nowMs < SOON_MS,
    link: { label: t('action.open-named', { name }), url },
  };
}

/** A table's date is no page's: ≈. */
const leftOf = ({ dueMs, fromRule }: Duty, nowMs: number, tr: Translator): string =>
  leftText(dueMs - nowMs, tr, { isEstimate: fromRule });

/** As the back-end shows it: a case without a number of its own there is named by its order's. */
function nameOf(orderId: string, ticketId: string | undefined, { t }: Translator): string {
  if (ticketId === undefined) return t('duties.order', { id: orderId });
  return ticketId.startsWith(`${orderId}-`)
    ? t('duties.ticket-of', { id: orderId })
    : t('duties.ticket', { id: ticketId });
}
