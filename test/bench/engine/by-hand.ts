/**
 * Three measures as somebody would write them without an engine: the same facts, in plain loops. It is
 * compared with the compiled ones fact by fact before anything is timed.
 */
import { shiftToOpening } from '../../../src/core/clock';
import type { OrderCase, TicketFields } from '../../../src/core/entities';
import type { Fact } from '../../../src/core/measure';
import { beijingDay } from '../../../src/core/time';
import { compileWordSet } from '../../../src/core/words';
import { doudianClocks } from '../../../src/platforms/doudian/rules/parts';
import { doudianWords } from '../../../src/platforms/doudian/rules/words';

export const BY_HAND = ['quality-return-rate', 'pickup-hours', 'damage-return-rate'];

const is = (set: string) => compileWordSet(doudianWords[set] ?? {});
const unpaid = is('order-unpaid');
const closed = is('order-closed');
const gift = is('gift');
const instant = is('instant-refund');
const refundText = is('refund-text');
const beforeShipping = is('type-before-shipping');
const waits = is('order-waits-shipping');
const marked = is('reason-quality-marked');
const qualityWords = is('reason-quality-words');
const other = is('reason-other');
const damage = is('reason-damage-words');
const damageNamed = is('reason-damage-named');
const presale = is('presale');
const clock = doudianClocks.pickup ?? { openMinute: 0, closeMinute: 1440 };

/** For orders whose status, payment, lines and reasons are known, as a finished order's are. */
export function factsByHand(orderCase: OrderCase): Fact[] {
  const { order } = orderCase;
  const facts: Fact[] = [];
  if (!order) return facts;
  const { f } = order;
  const status = f.status ?? '';
  const tickets = Object.keys(orderCase.tickets)
    .sort()
    .map((id) => orderCase.tickets[id]?.f ?? {});
  const lines = Object.values(orderCase.lines).map((line) => line.f);
  if (isOut(orderCase, status, tickets)) return facts;
  const paidOrPlaced = f.paidMs ?? f.placedMs;
  if (paidOrPlaced === undefined) return facts;
  let pickedUp: number | undefined;
  let signed: number | undefined;
  for (const parcel of Object.values(orderCase.parcels)) {
    const { pickedUpMs, signedMs } = parcel.f;
    if (pickedUpMs !== undefined) pickedUp = Math.min(pickedUp ?? pickedUpMs, pickedUpMs);
    if (signedMs !== undefined) signed = Math.max(signed ?? signedMs, signedMs);
  }
  const isLowPrice = (f.paidFen ?? 0) <= 200;
  const reason = firstReason(tickets);
  const never = closed(status) && tickets.some((each) => beforeShipping(each.type ?? ''));
  const seenMs = order.was?.status ?? order.at;
  const signedAt = signed ?? f.finishedMs;
  const fact = (
    measureId: string,
    day: number,
    num: number,
    unknown: boolean,
    quality: Fact['quality'],
    offends: boolean,
  ): void => {
    facts.push({
      measureId,
      unitId: '',
      day,
      num: unknown ? 0 : num,
      den: unknown ? 0 : 1,
      unknown,
      quality: unknown ? 'exact' : quality,
      offends: !unknown && offends,
    });
  };
  if (!never && lines) {
    const isQuality =
      reason !== undefined &&
      (marked(reason) || (qualityWords(reason) && !other(reason) && !damage(reason)));
    const isDecided =
      reason === undefined || marked(reason) || other(reason) || damageNamed(reason);
    fact(
      'quality-return-rate',
      beijingDay(signedAt ?? (waits(status) ? seenMs : (f.placedMs ?? paidOrPlaced))),
      Number(isQuality),
      signedAt === undefined,
      isLowPrice || !isDecided ? 'estimate' : signed === undefined ? 'proxy' : 'exact',
      isQuality,
    );
    const start = shiftToOpening(paidOrPlaced, clock);
    const seconds = Math.max(0, Math.floor(((pickedUp ?? 0) - start) / 1_000));
    const isPresale = (f.tags ?? []).some(presale) || presale(f.orderType ?? '');
    fact(
      'pickup-hours',
      beijingDay(pickedUp ?? (waits(status) ? seenMs : (f.placedMs ?? paidOrPlaced))),
      seconds,
      pickedUp === undefined || pickedUp < paidOrPlaced,
      isLowPrice || isPresale ? 'estimate' : f.paidMs === undefined ? 'proxy' : 'exact',
      seconds > 86_400,
    );
  }
  const isDamage = reason !== undefined && damage(reason);
  const isDamageDecided = reason === undefined || damageNamed(reason) || !damage(reason);
  fact(
    'damage-return-rate',
    beijingDay(paidOrPlaced),
    Number(isDamage),
    false,
    isLowPrice || !isDamageDecided ? 'estimate' : f.paidMs === undefined ? 'proxy' : 'exact',
    isDamage,
  );
  return facts;
}

/** Gifts, free, instantly refunded, unpaid and closed unpaid orders count nowhere. */
function isOut(
  { order, lines }: OrderCase,
  status: string,
  tickets: Partial<TicketFields>[],
): boolean {
  if (!order) return true;
  const { f } = order;
  const ofLines = Object.values(lines).map((line) => line.f);
  const text = f.aftersaleText ?? '';
  if (unpaid(status)) return true;
  const neverPaid =
    f.paidMs === undefined &&
    f.shippedMs === undefined &&
    tickets.length === 0 &&
    !refundText(text) &&
    !ofLines.some((line) => refundText(line.aftersaleText ?? ''));
  if (closed(status) && neverPaid) return true;
  if ((f.tags ?? []).some(gift) || gift(f.orderType ?? '')) return true;
  if (ofLines.length > 0 && ofLines.every((line) => (line.tags ?? []).some(gift))) return true;
  if ((f.paidFen ?? 1) <= 0 || instant(text)) return true;
  if (ofLines.some((line) => instant(line.aftersaleText ?? ''))) return true;
  return tickets.some((ticket) => instant(ticket.status ?? ''));
}

function firstReason(tickets: Partial<TicketFields>[]): string | undefined {
  let first: Partial<TicketFields> | undefined;
  for (const ticket of tickets) {
    if (!first || (ticket.appliedMs ?? Infinity) < (first.appliedMs ?? Infinity)) first = ticket;
  }
  return first?.firstReason ?? first?.reason;
}
