/** The after-sale workbench (2026): a head row with both ids, then a data row, in a same-origin frame. */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import { labelReader } from '../../../capture/labels';
import { type CellText, stemOf } from '../../../capture/leaves';
import { parseCount, parseMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isNone, isReadable } from '../../../capture/text';
import type { TicketRecord } from '../../../core/entities';
import { idAfter } from '../../shared-pages/id-after';
import { type Group, type GroupReading, listReader } from '../../shared-pages/list-page';
import { isOrderId, isStatus, isTicketId } from './ids';
import { doudianSite } from './shop';

type Role = 'product' | 'order' | 'info' | 'status' | 'arbitration' | 'logistics';

/** `other` holds the buyer's own words and neighbours of our labels: recognised so as not to be read. */
const readLabels = labelReader({
  paid: ['应付金额'],
  refund: ['售后退款', '退款金额'],
  count: ['申请件数'],
  reason: ['申请原因', '售后原因'],
  applied: ['申请时间', '售后申请时间'],
  ship: ['订单发货'],
  back: ['买家退货'],
  other: [
    '购买件数',
    '售后说明',
    '用户售后说明',
    '买家留言',
    '备注',
    '售后备注',
    '订单备注',
    '收件人',
    '退货地址',
  ],
});

const TYPES = /^(?:[已未]发货仅?退款|退货退款|仅退款|换货|补寄|维修|价保)$/;
/** Words of the logistics cell (2026-09), after an optional `1/1`. */
const SHIPPING =
  /^(?:\d+ ?\/ ?\d+ ?)?(已退回|已取消|待取件|待发货|待揽收|已揽收|已签收|运输中|派送中|已发货|未发货)/;

export const aftersaleListReader = listReader<Role, TicketRecord>(doudianSite, {
  kind: 'aftersale-list',
  side: 'aftersales',
  path: /^\/ffa\/merchant-aftersale-workbench\/aftersale\/list$/,
  roles: [
    { role: 'product', words: ['商品信息', '商品'] },
    { role: 'order', words: ['订单信息'] },
    { role: 'info', words: ['售后信息'] },
    { role: 'status', words: ['售后状态'] },
    { role: 'arbitration', words: ['仲裁'] },
    { role: 'logistics', words: ['物流'] },
  ],
  isKnown: (columns) => columns.info !== undefined && columns.status !== undefined,
  headText: /(?=.*售后编号[\s:]*\d{16,20})(?=.*订单编号[\s:]*\d{18,19})/,
  isRowKey: isTicketId,
  listDate: ['申请时间', '售后申请时间'],
  dateOf: (ticket) => ticket.appliedMs,
  keyFields: ['appliedMs', 'status'],
  usualFields: ['type', 'reason'],
  otherFields: ['refundFen', 'paidFen', 'itemCount', 'productName', 'shipStatus'],
  fieldsOf: (ticket) => ({ ...ticket }),
  idOrder: ['data-kora-json', 'label-text'],
  hookOf: (head) =>
    [head, ...head.querySelectorAll('[data-kora-json*="after_sale_id"]')]
      .map((holder) => holder.getAttribute('data-kora-json') ?? '')
      .join('\n'),
  isTicking: ({ dueMs }) => dueMs !== undefined,
  readGroup,
});

function readGroup(group: Group<Role>, nowMs: number): GroupReading<TicketRecord> {
  const texts = group.headTexts;
  const kora = koraIds(group.hook);
  const ticketText = idAfter('售后编号', texts, isTicketId);
  const orderText = idAfter('订单编号', texts, isOrderId);
  const ticketId = kora?.ticketId ?? ticketText;
  const orderId = kora?.orderId ?? orderText;
  if (!ticketId || !orderId || ticketId === orderId) return { problem: 'id-unreadable' };
  if ((ticketText ?? ticketId) !== ticketId || (orderText ?? orderId) !== orderId) {
    return { problem: 'id-conflict' };
  }
  const type = texts.flatMap((text) => text.split(' ')).find((word) => TYPES.test(word));
  // The data row is the first with cells for the columns; helper rows may come between.
  const row = group.grid.find((cells) => cells.filter((cell) => cell?.starts).length > 4);
  const cells = row
    ? readCells((role) => group.text(row, role), nowMs, row && group.cell(row, 'product'))
    : {};
  const record: TicketRecord = compact({ kind: 'ticket', ticketId, orderId, type, ...cells });
  return { record, key: ticketId, idFrom: kora ? 'data-kora-json' : 'label-text' };
}

/**
 * Ids from the analytics attribute. Its numbers have 19 digits and no quotes: JSON.parse would round
 * them, so they are taken as text.
 */
function koraIds(hook: string): { orderId: string; ticketId: string } | undefined {
  for (const json of hook.split('\n')) {
    const orderId = /"order_id"\s*:\s*"?(\d{18,19})"?\s*[,}]/.exec(json)?.[1];
    const ticketId = /"after_sale_id"\s*:\s*"?(\d{16,20})"?\s*[,}]/.exec(json)?.[1];
    if (orderId && ticketId) return { orderId, ticketId };
  }
  return undefined;
}

function readCells(
  text: (role: Role) => CellText,
  nowMs: number,
  productCell: Element | undefined,
): Partial<TicketRecord> {
  const product = text('product');
  const named =
    productCell &&
    product.nodes.find((leaf) => /name[_-]|ellipsis/.test(stemOf(leaf, productCell)));
  const productName = named?.text ?? product.leaves[0];
  const order = labelled(text('order'));
  const info = labelled(text('info'));
  const logistics = labelled(text('logistics'));
  const status = text('status');
  const [statusWord = ''] = status.leaves;
  const countdown = [...status.lines, ...status.leaves].map(findCountdown).find(Boolean);
  const [arbitration = ''] = text('arbitration').lines;
  return {
    productName: productName && isReadable(productName) ? productName : undefined,
    paidFen: order('paid', parseMoneyFen) ?? info('paid', parseMoneyFen),
    refundFen: info('refund', parseMoneyFen),
    itemCount: info('count', parseCount),
    appliedMs: info('applied', (value) => parseDateTimeMs(value, nowMs)),
    reason: info('reason', plainWords),
    // First line = status, then a countdown such as `22小时31分12秒后自动同意`.
    status: isStatus(statusWord) ? statusWord : undefined,
    dueMs: countdown && dueAtMs(nowMs, countdown.remainingMs),
    dueAction: countdown?.action,
    arbitration: isNone(arbitration) ? '' : isStatus(arbitration) ? arbitration : undefined,
    // This cell fills in after the row: empty means not loaded, never "none" (so does a dash).
    shipStatus: logistics('ship', shippingWord),
    returnStatus: logistics('back', shippingWord),
  };
}

/** Values of a cell by label. Lines first (amounts come in pieces), then single elements. */
function labelled({ lines, leaves }: CellText) {
  const [byLine, byLeaf] = [readLabels(lines), readLabels(leaves)];
  return <V>(label: keyof typeof byLine, parse: (value: string) => V | undefined): V | undefined =>
    parse(byLine[label] ?? '') ?? parse(byLeaf[label] ?? '');
}

const shippingWord = (value: string): string | undefined => SHIPPING.exec(value)?.[1];

/** Words the platform offers; anything with a long number in it is somebody's own text. */
function plainWords(text: string): string | undefined {
  const isPlain = text !== '' && !isNone(text) && isReadable(text) && !/\d{5}/.test(text);
  return isPlain ? text.slice(0, 60) : undefined;
}
