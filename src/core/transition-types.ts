/** Instants that a change of state tells when no page prints them (transitions.ts). */

/** `Overdue`: the promise to ship by ran out. */
export type OrderInstant = 'Shipped' | 'Finished' | 'Overdue';
export type TicketInstant = 'Agreed' | 'Refunded';

/**
 * `notYet…`: a state before the instant was shown; its latest sighting counts. `already…`: one after it;
 * its earliest counts. Derived by the store; no page and no file says so.
 */
export type TransitionMarks<Instant extends string> = Record<
  `notYet${Instant}` | `already${Instant}`,
  true
>;
