/** What a row badge says (DESIGN §2, §7). Computed once, in the background, from facts and duties. */
import type { Provenance } from './entities';

export type VerdictKind =
  | 'savable' // a dated duty can still be met
  | 'running' // a mean that only grows is ticking
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
  /** What happens at the deadline, in the platform's words. */
  dueAction?: string;
  /** Start of a running clock (`running`). */
  sinceMs?: number;
  /** The shop's own mean, in hours, to compare a running clock with. */
  meanHours?: number;
  /** Points this order costs (≥ 0); shown with ≈ unless exact. */
  share?: number;
  provenance: Provenance;
  /** Rule clause and date. */
  clause: string;
  /** Why it is excluded, in the platform's words. */
  reason?: string;
}

/** An open duty with a date: the toolbar counts those, from states seen recently. */
export interface Duty {
  orderId: string;
  ticketId?: string;
  dueMs: number;
  dueAction: string;
  seenMs: number;
  indicator: string;
}
