/** The hand-written orders and tickets: `orders.csv` and `tickets.csv`, one line each. */
import { readFileSync } from 'node:fs';
import { beijingMs } from '../../../src/core/time';

/** Instants are UTC ms; an empty cell is undefined. */
export interface HandTicket {
  id: string;
  no: number;
  type: string;
  reason: string;
  /** The reason as first seen, when the buyer changed it later. */
  before: string | undefined;
  status: string;
  appliedMs: number;
  agreedMs: number | undefined;
  refundedMs: number | undefined;
  dueMs: number | undefined;
  arbitration: string;
}

export interface HandOrder {
  no: number;
  placedMs: number;
  paidMs: number | undefined;
  pickedUpMs: number | undefined;
  dueMs: number | undefined;
  signedMs: number | undefined;
  status: string;
  tags: string[];
  aftersaleText: string;
  stars: number | undefined;
}

/** `MM-DD hh:mm[:ss]`, Beijing time in 2026. */
export function at(text: string): number {
  const [month = 0, date = 0, hour = 0, minute = 0, second = 0] = text.split(/[- :]/).map(Number);
  return beijingMs(2026, month, date, hour, minute, second);
}

function rows(file: string): string[][] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

const instant = (cell = ''): number | undefined => (cell === '' ? undefined : at(cell));

export const handOrders: HandOrder[] = rows('./orders.csv').map((cells) => {
  const [no, placed = '', paid, picked, due, signed, status = '', tag, aftersale = '', stars] =
    cells;
  return {
    no: Number(no),
    placedMs: at(placed),
    paidMs: instant(paid),
    pickedUpMs: instant(picked),
    dueMs: instant(due),
    signedMs: instant(signed),
    status,
    tags: tag ? [tag] : [],
    aftersaleText: aftersale,
    stars: stars ? Number(stars) : undefined,
  };
});

export const handTickets: HandTicket[] = rows('./tickets.csv').map((cells) => {
  const [id = '', no, type = '', reason = '', before, status = '', applied = '', ...rest] = cells;
  const [agreed, refunded, due, arbitration = ''] = rest;
  return {
    id,
    no: Number(no),
    type,
    reason,
    before: before || undefined,
    status,
    appliedMs: at(applied),
    agreedMs: instant(agreed),
    refundedMs: instant(refunded),
    dueMs: instant(due),
    arbitration,
  };
});
