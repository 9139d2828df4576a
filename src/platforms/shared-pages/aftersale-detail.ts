/** One after-sale case's own page; of its text only a few labels are public. */
import { dueAtMs, findCountdown } from '../../capture/countdown';
import { parseDateTimeMs } from '../../capture/dates';
import { countMissing } from '../../capture/health';
import { cellText } from '../../capture/leaves';
import { parseCount, parseMoneyFen } from '../../capture/numbers';
import { compact } from '../../capture/record';
import { isNone, isReadable } from '../../capture/text';
import type { OrderRecord, TicketRecord } from '../../core/entities';
import type { PageReader } from '../types';
import { oneIdAfter } from './id-after';
import { findParcels } from './parcels';
import { plainReader } from './plain-page';
import type { Site } from './site';

type Field =
  | 'type'
  | 'reason'
  | 'status'
  | 'applied'
  | 'agreed'
  | 'refunded'
  | 'closed'
  | 'refund'
  | 'paid'
  | 'count';

export interface AftersaleDetailWords {
  /** Path of the address; all of it. `idParams`: its parameter with the ticket's number. */
  path: RegExp;
  idParams: readonly string[];
  ticketLabels: readonly string[];
  orderLabels: readonly string[];
  readLabels(texts: readonly string[]): Partial<Record<Field, string>>;
  type: RegExp;
  isStatus(text: string): boolean;
  /** Does a line with a countdown tell the ticket's own deadline? A person's text may hold times too. */
  isDeadline(line: string, action: string | undefined): boolean;
}

export const aftersaleDetailReader = (site: Site, words: AftersaleDetailWords): PageReader =>
  plainReader(site, {
    kind: 'aftersale-detail',
    path: words.path,
    marker: new RegExp(words.ticketLabels.join('|')),
    hasDrawer: true,
    read: ({ url, nowMs }, root) => {
      const content = cellText(root);
      const { leaves, lines } = content;
      const asked = words.idParams.map((name) => url.searchParams.get(name)).find(Boolean);
      const ticket = oneIdAfter(words.ticketLabels, leaves, site.isTicketId);
      const order = oneIdAfter(words.orderLabels, leaves, site.isOrderId);
      const failure = (why: string) => ({ records: [], seen: 1, parsed: 0, fatal: [why] });
      if (ticket.isConflict || order.isConflict) return failure('id-conflict');
      const { id: ticketId } = ticket;
      const { id: orderId } = order;
      if (!ticketId || !orderId) return failure('id-unreadable');
      if (ticketId !== asked || ticketId === orderId) return failure('id-conflict');

      const [own, byLine] = [words.readLabels(leaves), words.readLabels(lines)];
      const date = (text = ''): number | undefined => parseDateTimeMs(text, nowMs);
      const found = findParcels(root, content, nowMs);
      const back = found.filter(({ isReturn }) => isReturn);
      const parcels = found.filter(({ isReturn }) => !isReturn).map(({ parcel }) => parcel);
      const record: TicketRecord = compact({
        kind: 'ticket',
        ticketId,
        orderId,
        type: own.type && words.type.test(own.type) ? own.type : undefined,
        reason: own.reason && isPlain(own.reason) ? own.reason : undefined,
        status: own.status && words.isStatus(own.status) ? own.status : undefined,
        appliedMs: date(own.applied),
        agreedMs: date(own.agreed),
        refundedMs: date(own.refunded),
        closedMs: date(own.closed),
        refundFen: parseMoneyFen(byLine.refund ?? ''),
        paidFen: parseMoneyFen(byLine.paid ?? ''),
        itemCount: parseCount(own.count ?? ''),
        returnSignedMs: back.length === 1 ? back[0]?.parcel.signedMs : undefined,
        ...dueOf(words, lines, nowMs),
      });
      const missing = countMissing([record], ['appliedMs', 'status', 'type', 'reason']);
      if (missing.appliedMs && missing.status) return { ...failure('labels-unknown'), missing };
      const shipped: OrderRecord = { kind: 'order', orderId, lines: [], parcels };
      return {
        records: parcels.length > 0 ? [record, shipped] : [record],
        seen: 1,
        parsed: 1,
        missing,
        problems: missing.appliedMs || missing.status ? ['fields-missing'] : [],
        alternatives: { id: 'label-text' },
      };
    },
  });

/** Words the platform offers; a long number makes them somebody's own text. */
const isPlain = (text: string): boolean =>
  text.length <= 40 && !isNone(text) && isReadable(text) && !/\d{5}/.test(text);

/** The one deadline; several (a countdown in a drawer too) must agree. */
function dueOf(
  { isDeadline }: AftersaleDetailWords,
  lines: readonly string[],
  nowMs: number,
): Pick<TicketRecord, 'dueMs' | 'dueAction'> | undefined {
  const dues = lines.flatMap((line) => {
    const countdown = findCountdown(line);
    return countdown && isDeadline(line, countdown.action) ? countdown : [];
  });
  const [first] = dues;
  if (!first || dues.some(({ remainingMs }) => remainingMs !== first.remainingMs)) return undefined;
  return compact({ dueMs: dueAtMs(nowMs, first.remainingMs), dueAction: first.action });
}
