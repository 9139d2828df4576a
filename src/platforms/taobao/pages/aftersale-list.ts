/**
 * 退款管理 (2026): one table per refund. Of its text a link `订单号：…`, a text `退款编号：…` and the words of
 * the counters are public; column titles are not, so each role has several, and labels inside cells serve
 * where a title says less. The page has a second list body: the one with known titles is meant.
 */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import type { CellText } from '../../../capture/leaves';
import { findMoneyFen, parseMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isNone, isReadable } from '../../../capture/text';
import type { TicketRecord } from '../../../core/entities';
import { idAfter } from '../../shared-pages/id-after';
import { type Group, type GroupReading, listReader } from '../../shared-pages/list-page';
import { PATHS } from './addresses';
import { isOrderId, isStatus, isTicketId } from './ids';
import {
  isDeadline,
  type RefundRole,
  readTicketLabels,
  TICKET_COLUMNS,
  TYPE,
} from './refund-words';
import { taobaoSite } from './shop';

const RETURN = /买家退货/;
const SHIPPING = /(已退回|待取件|已揽收|已签收|运输中|派送中|已发货|未发货|未收到货|已收到货)/;

export const aftersaleListReader = listReader<RefundRole, TicketRecord>(taobaoSite, {
  kind: 'aftersale-list',
  side: 'aftersales',
  path: PATHS['aftersale-list'],
  roles: TICKET_COLUMNS,
  isKnown: (columns) => columns.status !== undefined && Object.keys(columns).length > 1,
  headText: /(?=.*退款编号[\s:]*\d{14,20})(?=.*订单(?:号|编号)[\s:]*\d{15,19})/,
  isRowKey: () => false,
  listDate: ['申请时间', '退款申请时间'],
  dateOf: (ticket) => ticket.appliedMs,
  keyFields: ['appliedMs', 'status'],
  usualFields: ['type', 'reason'],
  otherFields: ['refundFen', 'productName'],
  fieldsOf: (ticket) => ({ ...ticket }),
  idOrder: ['label-text'],
  hookOf: () => '',
  hooks: [],
  isTicking: ({ dueMs }) => dueMs !== undefined,
  readGroup,
});

function readGroup(group: Group<RefundRole>, nowMs: number): GroupReading<TicketRecord> {
  const texts = group.headTexts;
  const ticketId = idAfter('退款编号', texts, isTicketId);
  const orderId = idAfter('订单号', texts, isOrderId) ?? idAfter('订单编号', texts, isOrderId);
  if (!ticketId || !orderId) return { problem: 'id-unreadable' };
  if (ticketId === orderId) return { problem: 'id-conflict' };
  const row = group.grid.find((cells) => cells.filter((cell) => cell?.starts).length > 2);
  const text = (role: RefundRole): CellText | undefined => row && group.text(row, role);
  const first = (role: RefundRole): string => text(role)?.leaves[0] ?? '';
  const head = readTicketLabels(texts);
  const status = text('status');
  const countdown = [...(status?.lines ?? []), ...(status?.leaves ?? []), ...texts]
    .filter(isDeadline)
    .map(findCountdown)
    .find(Boolean);
  const goods = text('goods')?.lines ?? [];
  const word = [first('status'), head.status ?? ''].find(isStatus);
  const type = [first('type'), head.type ?? '', ...texts].find((each) => TYPE.test(each));
  const record: TicketRecord = compact({
    kind: 'ticket',
    ticketId,
    orderId,
    type,
    reason: [first('reason'), head.reason ?? ''].find(isPlain),
    status: word,
    appliedMs: parseDateTimeMs(head.applied ?? '', nowMs),
    dueMs: countdown && dueAtMs(nowMs, countdown.remainingMs),
    dueAction: countdown?.action,
    refundFen: amount(text('refund')) ?? parseMoneyFen(head.refund ?? ''),
    paidFen: amount(text('paid')) ?? parseMoneyFen(head.paid ?? ''),
    productName: [first('product')].find((name) => name !== '' && isReadable(name))?.slice(0, 200),
    // Empty means not loaded, never "none".
    shipStatus: shipping(goods.filter((line) => !RETURN.test(line))),
    returnStatus: shipping(goods.filter((line) => RETURN.test(line))),
  });
  return { record, key: ticketId, idFrom: 'label-text' };
}

/** What was asked for and what was given may stand one under the other: of two amounts neither is it. */
const amount = (cell: CellText | undefined): number | undefined => {
  const lines = cell?.lines ?? [];
  const priced = new Set(lines.filter((line) => line.includes('¥')).map(findMoneyFen));
  if (priced.size > 0) return priced.size === 1 ? [...priced][0] : undefined;
  return parseMoneyFen(lines[0] ?? '');
};

const shipping = (lines: readonly string[]): string | undefined =>
  lines.map((line) => SHIPPING.exec(line)?.[1]).find(Boolean);

/** Words the platform offers; anything with a long number in it is somebody's own text. */
const isPlain = (text: string): boolean =>
  text !== '' && text.length <= 60 && !isNone(text) && isReadable(text) && !/\d{5}/.test(text);
