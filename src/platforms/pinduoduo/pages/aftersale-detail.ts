/** One after-sale case's own page (2026: label and value in adjacent blocks; of its labels a few are public). */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import { countMissing } from '../../../capture/health';
import { cellText } from '../../../capture/leaves';
import { parseMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isNone, isReadable } from '../../../capture/text';
import type { OrderRecord, TicketRecord } from '../../../core/entities';
import { oneIdAfter } from '../../shared-pages/id-after';
import { findParcels } from '../../shared-pages/parcels';
import { plainReader } from '../../shared-pages/plain-page';
import { PATHS } from './addresses';
import { actionOf, isOrderId, isStatus, isTicketNumber, TICKET_TYPE, ticketIdOf } from './ids';
import { pinduoduoSite } from './shop';
import { ORDER_LABELS, readTicketLabels } from './words';

/** What the platform does when time runs out; a person's text may hold times too. */
const ACTION = /^(?:将?自动|系统|平台|售后|逾期|超时)/;
/** `退货退款待商家处理`: type and state in one text, the state's own label left empty. */
const JOINED = /^(仅退款|退货退款|换货|补寄|维修)(.{2,20})$/;

export const aftersaleDetailReader = plainReader(pinduoduoSite, {
  kind: 'aftersale-detail',
  path: PATHS['aftersale-detail'],
  marker: /售后编号/,
  hasDrawer: true,
  read: ({ url, nowMs }, root) => {
    const content = cellText(root);
    const { leaves, lines } = content;
    const number = oneIdAfter(['售后编号'], leaves, isTicketNumber);
    const order = oneIdAfter(ORDER_LABELS, leaves, isOrderId);
    const failure = (why: string) => ({ records: [], seen: 1, parsed: 0, fatal: [why] });
    if (number.isConflict || order.isConflict) return failure('id-conflict');
    const { id: orderId } = order;
    if (!number.id || !orderId) return failure('id-unreadable');
    // The page before this one may still stand there.
    const { searchParams } = url;
    if (
      number.id !== searchParams.get('id') ||
      orderId !== (searchParams.get('orderSn') ?? orderId)
    ) {
      return failure('id-conflict');
    }
    const [own, byLine] = [readTicketLabels(leaves), readTicketLabels(lines)];
    const date = (text = ''): number | undefined => parseDateTimeMs(text, nowMs);
    const found = findParcels(root, content, nowMs);
    const back = found.filter(({ isReturn }) => isReturn);
    const parcels = found.filter(({ isReturn }) => !isReturn).map(({ parcel }) => parcel);
    const shipped: OrderRecord[] =
      parcels.length > 0 ? [{ kind: 'order', orderId, lines: [], parcels }] : [];
    const appliedMs = date(own.applied);
    if (appliedMs === undefined) {
      // The list's name for this case is made of it: under another name it would count twice.
      return {
        records: shipped,
        seen: 1,
        parsed: 1,
        missing: { appliedMs: 1 },
        problems: ['fields-missing'],
      };
    }
    const joined = [own.type, own.status, ...leaves]
      .map((text = '') => JOINED.exec(text))
      .find(Boolean);
    const type = own.type && TICKET_TYPE.test(own.type) ? own.type : joined?.[1];
    const status =
      own.status && isStatus(own.status) && !JOINED.test(own.status) ? own.status : joined?.[2];
    const record: TicketRecord = compact({
      kind: 'ticket',
      ticketId: ticketIdOf(orderId, appliedMs),
      orderId,
      type,
      status: status && isStatus(status) ? status : undefined,
      reason: own.reason && isPlain(own.reason) ? own.reason : undefined,
      appliedMs,
      agreedMs: date(own.agreed),
      refundedMs: date(own.refunded),
      refundFen: parseMoneyFen(byLine.refund ?? ''),
      paidFen: parseMoneyFen(byLine.paid ?? ''),
      returnSignedMs: back.length === 1 ? back[0]?.parcel.signedMs : undefined,
      ...dueOf(lines, nowMs),
    });
    const missing = countMissing([record], ['status', 'type', 'reason']);
    return {
      records: [record, ...shipped],
      seen: 1,
      parsed: 1,
      missing,
      problems: missing.status ? ['fields-missing'] : [],
      alternatives: { id: 'label-text' },
    };
  },
});

const isPlain = (text: string): boolean =>
  text.length <= 40 && !isNone(text) && isReadable(text) && !/\d{5}/.test(text);

/** The one deadline with a known consequence; several must agree. */
function dueOf(
  lines: readonly string[],
  nowMs: number,
): Pick<TicketRecord, 'dueMs' | 'dueAction'> | undefined {
  const dues = lines
    .map(findCountdown)
    .map((each) => each && { ...each, action: actionOf(each.action) })
    .filter((each) => each?.action !== undefined && ACTION.test(each.action));
  const [first] = dues;
  if (!first || dues.some((each) => each?.remainingMs !== first.remainingMs)) return undefined;
  return { dueMs: dueAtMs(nowMs, first.remainingMs), dueAction: first.action };
}
