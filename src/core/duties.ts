/** Open duties: what waits for the merchant, as last seen (DESIGN §5: states carry when they were seen). */
import type { OrderCase, Part, TicketFields } from './entities';
import { isHandledElsewhere } from './handled';
import { type AnyPart, seenOf } from './scope';
import { HOUR_MS } from './time';
import type { Duty, DutyRule } from './verdict-types';

/** A state not seen again for this long proves nothing any more: it was perhaps handled elsewhere. */
export const STALE_AFTER_MS = 48 * HOUR_MS;

/**
 * A number in the toolbar or the popup is believed without a look at the list, so alerts count only
 * states seen within a day.
 */
export const ALERT_WITHIN_MS = 24 * HOUR_MS;

export interface OpenDuty {
  rule: DutyRule;
  ticketId: string;
  ticket: Part<TicketFields>;
  /** When the waiting status was last seen. */
  seenMs: number;
  /** The page's own deadline, if it still belongs to the status seen; else the rule's. */
  dueMs?: number;
  /** `dueMs` is the rule's table's, not the page's. */
  fromRule?: boolean;
}

/** Every duty that was open when last seen and not handled elsewhere since, with or without a date, in the order of ticket ids. */
export function findOpenDuties(orderCase: OrderCase, rules: DutyRule[]): OpenDuty[] {
  const ids = Object.keys(orderCase.tickets);
  if (ids.length === 0) return [];
  return ids.sort().flatMap((ticketId) => {
    const ticket = orderCase.tickets[ticketId];
    if (!ticket || isHandledElsewhere(ticket as AnyPart)) return [];
    const rule = rules.find((each) => each.open(ticket, orderCase));
    if (!rule) return [];
    const seenMs = seenOf(ticket as AnyPart, 'status') ?? ticket.at;
    const dueSeenMs = seenOf(ticket as AnyPart, 'dueMs');
    // A countdown seen before the present status belonged to an earlier step.
    const shownMs = dueSeenMs !== undefined && dueSeenMs >= seenMs ? ticket.f.dueMs : undefined;
    const dueMs = shownMs ?? rule.dueFrom?.(ticket, orderCase);
    return [
      {
        rule,
        ticketId,
        ticket,
        seenMs,
        ...(dueMs === undefined ? {} : { dueMs, fromRule: shownMs === undefined }),
      },
    ];
  });
}

/** Duties with a date, soonest first. Facts about now are left to `isSavable`. */
export function openDuties(orderCase: OrderCase, rules: DutyRule[]): Duty[] {
  const all = findOpenDuties(orderCase, rules);
  // Most orders have none, and every order that is stored is asked.
  if (all.length === 0) return [];
  return all
    .flatMap((open) =>
      open.dueMs === undefined
        ? []
        : [
            {
              orderId: orderCase.orderId,
              ticketId: open.ticketId,
              dueMs: open.dueMs,
              dueAction: open.ticket.f.dueAction ?? '',
              seenMs: open.seenMs,
              indicator: open.rule.indicator,
            },
          ],
    )
    .sort((a, b) => a.dueMs - b.dueMs);
}

/** The duty can still be met: its date lies ahead and its state was seen recently. */
export function isSavable(duty: { dueMs: number; seenMs: number }, nowMs: number): boolean {
  return duty.dueMs > nowMs && nowMs - duty.seenMs <= STALE_AFTER_MS;
}

/** Savable, and seen recently enough to be counted where no list stands beside the number. */
export function isAlert(duty: { dueMs: number; seenMs: number }, nowMs: number): boolean {
  return isSavable(duty, nowMs) && nowMs - duty.seenMs <= ALERT_WITHIN_MS;
}
