/** What a row badge says (DESIGN §2, §7). Computed once, in the background, from facts and duties. */
import type { OrderCase, Part, Provenance, TicketFields } from './entities';
import type { Expr, WordSets } from './measure';

export type VerdictKind =
  | 'savable' // a dated duty can still be met
  | 'running' // a mean that only grows is ticking
  | 'overdue' // a dated duty was seen open after its date, and no indicator counts that
  | 'will-count'
  | 'counted'
  | 'paused'
  | 'excluded'
  | 'stale'
  | 'clean';

export interface RowVerdict {
  orderId: string;
  /** Set on after-sale rows. */
  ticketId?: string;
  verdict: VerdictKind;
  /** Indicator id it belongs to. */
  indicator?: string;
  /** The platform's words for the indicator. */
  label?: string;
  /** Deadline of a duty (`savable`). */
  dueMs?: number;
  /** The deadline is the order's own: to ship by. Absent: an after-sale ticket's. */
  dueOf?: 'order';
  /** What happens at the deadline, in the platform's words. */
  dueAction?: string;
  /** Start of a running clock (`running`); beside a deadline to ship by, of the clock that runs as well. */
  sinceMs?: number;
  /** The shop's own mean, in hours, to compare a running clock with. */
  meanHours?: number;
  /** Points this order costs (≥ 0); shown with ≈ unless exact. */
  share?: number;
  provenance: Provenance;
  /** Rule clause and date. */
  clause: string;
  /** First Beijing date on which it counts no more (`counted`, `will-count`). */
  leavesOn?: string;
  /** The order or ticket in the back-end. */
  url?: string;
  /** Why it is excluded, in the platform's words. */
  reason?: string;
}

/** An open duty with a date: the toolbar counts those, from states seen recently. */
export interface Duty {
  orderId: string;
  /** Absent: the order itself must be shipped. */
  ticketId?: string;
  dueMs: number;
  /** The date is a public table's, not the page's. */
  fromRule?: true;
  dueAction: string;
  seenMs: number;
  indicator: string;
}

/** An order that waits for the merchant while a mean only grows: a clock without a date. */
export interface WaitRule {
  id: string;
  /** Indicator whose mean grows. */
  indicator: string;
  /** Opening-hours clock of the pack that the mean is measured with. */
  clock: string;
  /** When the waiting began and when it was last seen, ms; undefined when the order does not wait. */
  findWait(
    order: OrderCase,
  ): { sinceMs: number; seenMs: number; provenance: Provenance } | undefined;
  /** Rule clause and date. */
  clause: string;
}

/** A duty with a date: who must act by when (§4 of the rules), page countdown first. */
export type DutyRule = TicketDutyRule | OrderDutyRule;

/** An after-sale ticket that waits for the merchant. */
export interface TicketDutyRule {
  of?: 'ticket';
  id: string;
  /** Indicator that suffers while it waits. */
  indicator: string;
  /** Opening-hours clock of the pack that a mean is measured with; absent: only a date makes it a duty. */
  clock?: string;
  /** True while the ticket waits for the merchant. */
  open(ticket: Part<TicketFields>, order: OrderCase): boolean;
  /** True while both sides negotiate: the merchant's clock stands still. */
  paused?(ticket: Part<TicketFields>, order: OrderCase): boolean;
  /** The deadline by the rule's public table, where the page shows none: an estimate. */
  dueFrom?(ticket: Part<TicketFields>, order: OrderCase): number | undefined;
  /** Rule clause and date. */
  clause: string;
}

/** An order that must be shipped by a moment: data, its expressions are about the order (ship-by.ts). */
export interface OrderDutyRule {
  of: 'order';
  id: string;
  /** Indicator that suffers while it waits. */
  indicator: string;
  /** Of which the expressions name sets. */
  words: WordSets;
  /** Certainly true while the order waits to be shipped. */
  openWhen: Expr;
  /** The moment that a page or a file prints, ms. */
  dueMs: Expr;
  /** The moment by the rule's public table, where none is printed: an estimate. */
  dueByRuleMs?: Expr;
  /** The page says that the moment has passed, whatever it is. */
  overWhen?: Expr;
  /** Rule clause and date. */
  clause: string;
}
