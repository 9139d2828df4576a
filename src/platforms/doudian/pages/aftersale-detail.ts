/** One after-sale case's own page, `detail-v3` and `detail-v2` (2026; of its text only a few labels are public). */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import { countMissing } from '../../../capture/health';
import { labelReader } from '../../../capture/labels';
import { cellText } from '../../../capture/leaves';
import { parseCount, parseMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isNone, isReadable } from '../../../capture/text';
import type { OrderRecord, TicketRecord } from '../../../core/entities';
import { oneIdAfter } from '../../shared-pages/id-after';
import { findParcels } from '../../shared-pages/parcels';
import { plainReader } from '../../shared-pages/plain-page';
import { PATHS } from './addresses';
import { isOrderId, isStatus, isTicketId } from './ids';
import { doudianSite } from './shop';

/** Labels of the workbench and of the export; `other` are a person's own words. */
export const readDetailLabels = labelReader({
  type: ['售后类型'],
  reason: ['申请原因', '售后原因', '退款原因'],
  status: ['售后状态'],
  applied: ['申请时间', '售后申请时间'],
  agreed: ['同意售后申请时间', '商家同意时间'],
  refunded: ['商家退款时间', '退款成功时间'],
  closed: ['售后完结时间', '售后关闭时间'],
  refund: ['退款金额', '售后退款', '退款总额'],
  paid: ['应付金额'],
  count: ['申请件数'],
  other: [
    '售后说明',
    '用户售后说明',
    '买家留言',
    '备注',
    '售后备注',
    '订单备注',
    '退货地址',
    '收件人',
  ],
});

const TYPE = /^(?:[已未]发货仅?退款|退货退款|仅退款|换货|补寄|维修|价保)$/;
/** What the platform does when time runs out; a person's text may hold times too. */
const ACTION = /^(?:将?自动|系统|平台|售后|逾期|超时)/;

export const aftersaleDetailReader = plainReader(doudianSite, {
  kind: 'aftersale-detail',
  path: PATHS['aftersale-detail'],
  marker: /售后编号|售后单号/,
  hasDrawer: true,
  read: ({ url, nowMs }, root) => {
    const content = cellText(root);
    const { leaves, lines } = content;
    const asked = url.searchParams.get('aftersale_id') ?? url.searchParams.get('after_sale_id');
    const ticket = oneIdAfter(['售后编号', '售后单号'], leaves, isTicketId);
    const order = oneIdAfter(['订单编号', '主订单编号', '订单号'], leaves, isOrderId);
    const failure = (why: string) => ({ records: [], seen: 1, parsed: 0, fatal: [why] });
    if (ticket.isConflict || order.isConflict) return failure('id-conflict');
    const { id: ticketId } = ticket;
    const { id: orderId } = order;
    if (!ticketId || !orderId) return failure('id-unreadable');
    if (ticketId !== asked || ticketId === orderId) return failure('id-conflict');

    const [own, byLine] = [readDetailLabels(leaves), readDetailLabels(lines)];
    const date = (text = ''): number | undefined => parseDateTimeMs(text, nowMs);
    const found = findParcels(root, content, nowMs);
    const back = found.filter(({ isReturn }) => isReturn);
    const parcels = found.filter(({ isReturn }) => !isReturn).map(({ parcel }) => parcel);
    const record: TicketRecord = compact({
      kind: 'ticket',
      ticketId,
      orderId,
      type: own.type && TYPE.test(own.type) ? own.type : undefined,
      reason: own.reason && isPlain(own.reason) ? own.reason : undefined,
      status: own.status && isStatus(own.status) ? own.status : undefined,
      appliedMs: date(own.applied),
      agreedMs: date(own.agreed),
      refundedMs: date(own.refunded),
      closedMs: date(own.closed),
      refundFen: parseMoneyFen(byLine.refund ?? ''),
      paidFen: parseMoneyFen(byLine.paid ?? ''),
      itemCount: parseCount(own.count ?? ''),
      returnSignedMs: back.length === 1 ? back[0]?.parcel.signedMs : undefined,
      ...dueOf(lines, nowMs),
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

/** The one deadline with a known consequence; several (a countdown in a drawer too) must agree. */
function dueOf(
  lines: readonly string[],
  nowMs: number,
): Pick<TicketRecord, 'dueMs' | 'dueAction'> | undefined {
  const dues = lines
    .map(findCountdown)
    .filter((each) => each?.action !== undefined && ACTION.test(each.action));
  const [first] = dues;
  if (!first || dues.some((each) => each?.remainingMs !== first.remainingMs)) return undefined;
  return { dueMs: dueAtMs(nowMs, first.remainingMs), dueAction: first.action };
}
