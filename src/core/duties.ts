/** Open duties: what waits for the merchant, as last seen (DESIGN §5: states carry when they were seen). */
import type { OrderCase, Part, TicketFields } from './entities';
import { isHandledElsewhere } from './handled';
import { type AnyPart, seenOf } from './scope';
import { findShipBy } from './ship-by';
import { HOUR_MS } from './time';
import type { Duty, DutyRule, TicketDutyRule } from './verdict-types';

/** A state not seen again for this long proves nothing any more: it was perhaps handled elsewhere. */
export const STALE_AFTER_MS = 48 * HOUR_MS;

/**
 * A number in the toolbar or the popup is believed without a look at the list, so alerts count only
 * states seen within a day.
 */
export const ALERT_WITHIN_MS = 24 * HOUR_MS;

/**
 * An order to be shipped is in the toolbar's number only when it is due so soon: every order begins as one,
 * and a number that always says 99+ says nothing. A back-end's own counter of those about to be late has 12 h.
 */
export const SHIP_SOON_MS = 12 * HOUR_MS;

export interface OpenDuty {
  rule: DutyRule;
  /** Absent: the order's own. */
  ticketId?: string;
  ticket?: Part<TicketFields>;
  /** When the waiting status was last seen. */
  seenMs: number;
  /** The page's own deadline, if it still belongs to the status seen; else the rule's. */
  dueMs?: number;
  /** `dueMs` is the rule's table's, not the page's. */
  fromRule?: boolean;
  /** Seen open after its date: late, not only perhaps (orders only: a ticket is then dealt with by the platform). */
  isOver?: boolean;
}

export const isTicketRule = (rule: DutyRule): rule is TicketDutyRule => rule.of !== 'order';

/** Every duty that was open when last seen and not handled elsewhere since, with or without a date: the order's, then by ticket id. */
export function findOpenDuties(orderCase: OrderCase, rules: DutyRule[]): OpenDuty[] {
  const open = orderDuties(orderCase, rules);
  const ids = Object.keys(orderCase.tickets);
  if (ids.length === 0) return open;
  return [...open, ...ids.sort().flatMap((id) => ticketDuty(orderCase, id, rules))];
}

function ticketDuty(orderCase: OrderCase, ticketId: string, rules: DutyRule[]): OpenDuty[] {
  const ticket = orderCase.tickets[ticketId];
  if (!ticket || isHandledElsewhere(ticket as AnyPart)) return [];
  const rule = rules.find(
    (each): each is TicketDutyRule => isTicketRule(each) && each.open(ticket, orderCase),
  );
  if (!rule) return [];
  const seenMs = seenOf(ticket as AnyPart, 'status') ?? ticket.at;
  const dueSeenMs = seenOf(ticket as AnyPart, 'dueMs');
  // A countdown seen before the present status belonged to an earlier step.
  const shownMs = dueSeenMs !== undefined && dueSeenMs >= seenMs ? ticket.f.dueMs : undefined;
  const dueMs = shownMs ?? rule.dueFrom?.(ticket, orderCase);
  const dated = dueMs === undefined ? {} : { dueMs, fromRule: shownMs === undefined };
  return [{ rule, ticketId, ticket, seenMs, ...dated }];
}

/** A rule without a date says nothing: there is no clock of its own behind it. */
function orderDuties(orderCase: OrderCase, rules: DutyRule[]): OpenDuty[] {
  const open: OpenDuty[] = [];
  for (const rule of rules) {
    if (isTicketRule(rule)) continue;
    const found = findShipBy(orderCase, rule);
    if (!found || (found.dueMs === undefined && !found.isOver)) continue;
    if (!isPaused(orderCase, rules, found.seenMs)) open.push({ rule, ...found });
  }
  return open;
}

/** Negotiated about when the order was last seen waiting, as far as anybody saw. */
function isPaused(orderCase: OrderCase, rules: DutyRule[], orderSeenMs: number): boolean {
  return Object.values(orderCase.tickets).some((ticket) => {
    const seenMs = seenOf(ticket as AnyPart, 'status') ?? ticket.at;
    return (
      orderSeenMs - seenMs <= STALE_AFTER_MS &&
      !isHandledElsewhere(ticket as AnyPart) &&
      rules.some((rule) => isTicketRule(rule) && rule.paused?.(ticket, orderCase))
    );
  });
}

/** Duties with a date, soonest first. Facts about now are left to `isSavable`. */
export function openDuties(orderCase: OrderCase, rules: DutyRule[]): Duty[] {
  const all = findOpenDuties(orderCase, rules);
  // Most orders have none, and every order that is stored is asked.
  if (all.length === 0) return [];
  return all
    .flatMap(({ rule, ticketId, ticket, dueMs, fromRule, isOver, seenMs }): Duty[] =>
      dueMs === undefined || isOver
        ? []
        : [
            {
              orderId: orderCase.orderId,
              ...(ticketId === undefined ? {} : { ticketId }),
              dueMs,
              ...(fromRule ? { fromRule } : {}),
              dueAction: ticket?.f.dueAction ?? '',
              seenMs,
              indicator: rule.indicator,
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

/** An alert that the toolbar's number counts. */
export function isPressing(duty: Pick<Duty, 'ticketId' | 'dueMs' | 'seenMs'>, nowMs: number) {
  return (
    isAlert(duty, nowMs) && (duty.ticketId !== undefined || duty.dueMs - nowMs <= SHIP_SOON_MS)
  );
}

/** How many of each kind. */
export interface DutyCounts {
  orders: number;
  tickets: number;
}
export function countKinds(duties: Pick<Duty, 'ticketId'>[]): DutyCounts {
  const tickets = duties.filter(({ ticketId }) => ticketId !== undefined).length;
  return { orders: duties.length - tickets, tickets };
}
