/**
 * 退款管理 (2026): one table per refund. Of its text a link `订单号：…`, a text `退款编号：…` and the words of
 * the counters are public; column titles are not, so each role has several, and labels inside cells serve
 * where a title says less. The page has a second list body: the one with known titles is meant.
 */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import type { ColumnRole } from '../../../capture/grid';
import { labelReader } from '../../../capture/labels';
import type { CellText } from '../../../capture/leaves';
import { findMoneyFen, parseMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isNone, isReadable } from '../../../capture/text';
import type { TicketRecord } from '../../../core/entities';
import { idAfter } from '../../shared-pages/id-after';
import { type Group, type GroupReading, listReader } from '../../shared-pages/list-page';
import { PATHS } from './addresses';
import { isOrderId, isStatus, isTicketId } from './ids';
import { taobaoSite } from './shop';

type Role = 'product' | 'paid' | 'refund' | 'type' | 'reason' | 'status' | 'goods';

const PERSON = /买家|消费者|旺旺|备注|留言|说明|地址/;
export const TICKET_COLUMNS: readonly ColumnRole<Role>[] = [
  { role: 'product', words: ['宝贝', '商品'], not: /金额|编码|数量/ },
  { role: 'paid', words: ['交易金额', '实付', '订单金额'], not: PERSON },
  { role: 'refund', words: ['退款金额', '申请金额', '退款总额'], not: PERSON },
  { role: 'type', words: ['售后类型', '退款类型', '类型'], not: PERSON },
  { role: 'reason', words: ['退款原因', '售后原因', '申请原因', '原因'], not: PERSON },
  { role: 'goods', words: ['货物状态', '物流信息', '物流状态', '发货状态'], not: PERSON },
  { role: 'status', words: ['退款状态', '售后状态', '状态'], not: /货物|物流|发货|交易/ },
];

/** Labels of the head row and of cells; `other` are a person's own words. */
export const readTicketLabels = labelReader({
  type: ['售后类型', '退款类型'],
  reason: ['退款原因', '售后原因', '申请原因'],
  status: ['退款状态', '售后状态'],
  applied: ['申请时间', '退款申请时间'],
  agreed: ['同意时间', '商家同意时间', '卖家同意时间'],
  refunded: ['退款成功时间', '退款时间'],
  closed: ['退款完结时间', '完结时间', '退款关闭时间'],
  refund: ['退款金额', '退款总额', '申请金额'],
  paid: ['交易金额', '实付金额', '实付款'],
  count: ['退货数量', '申请件数'],
  other: [
    '订单号',
    '订单编号',
    '退款编号',
    '退款说明',
    '买家退款说明',
    '要求',
    '买家',
    '买家昵称',
    '备注',
    '留言',
    '退货地址',
    '退货物流信息',
  ],
});

export const TYPE = /^(?:(?:未|已)发货)?(?:仅退款|退款|退货退款|极速退款|换货|补寄|维修|价保)$/;
const RETURN = /买家退货/;
const SHIPPING = /(已退回|待取件|已揽收|已签收|运输中|派送中|已发货|未发货|未收到货|已收到货)/;
/** 24小时内即将超时 is a filter; a deadline is counted down. */
export const isDeadline = (line: string): boolean =>
  /还剩|剩余|后.{0,4}(?:自动|系统|默认)/.test(line);

export const aftersaleListReader = listReader<Role, TicketRecord>(taobaoSite, {
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

function readGroup(group: Group<Role>, nowMs: number): GroupReading<TicketRecord> {
  const texts = group.headTexts;
  const ticketId = idAfter('退款编号', texts, isTicketId);
  const orderId = idAfter('订单号', texts, isOrderId) ?? idAfter('订单编号', texts, isOrderId);
  if (!ticketId || !orderId) return { problem: 'id-unreadable' };
  if (ticketId === orderId) return { problem: 'id-conflict' };
  const row = group.grid.find((cells) => cells.filter((cell) => cell?.starts).length > 2);
  const text = (role: Role): CellText | undefined => row && group.text(row, role);
  const first = (role: Role): string => text(role)?.leaves[0] ?? '';
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

const amount = (cell: CellText | undefined): number | undefined => {
  const line = cell?.lines[0] ?? '';
  return line.includes('¥') ? findMoneyFen(line) : parseMoneyFen(line);
};

const shipping = (lines: readonly string[]): string | undefined =>
  lines.map((line) => SHIPPING.exec(line)?.[1]).find(Boolean);

/** Words the platform offers; anything with a long number in it is somebody's own text. */
const isPlain = (text: string): boolean =>
  text !== '' && text.length <= 60 && !isNone(text) && isReadable(text) && !/\d{5}/.test(text);
