/** The cells of an after-sale case (2026): what the workbench and the older list have in common. */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import type { ColumnRole } from '../../../capture/grid';
import { labelReader } from '../../../capture/labels';
import { type CellText, stemOf } from '../../../capture/leaves';
import { parseCount, parseMoneyFen } from '../../../capture/numbers';
import { isNone, isReadable } from '../../../capture/text';
import type { TicketRecord } from '../../../core/entities';
import { isStatus } from './ids';

export type TicketRole = 'product' | 'order' | 'info' | 'status' | 'arbitration' | 'logistics';

/** Columns of the workbench (2026-09). */
export const TICKET_COLUMNS: readonly ColumnRole<TicketRole>[] = [
  { role: 'product', words: ['商品信息', '商品'] },
  { role: 'order', words: ['订单信息'] },
  { role: 'info', words: ['售后信息'] },
  { role: 'status', words: ['售后状态'] },
  { role: 'arbitration', words: ['仲裁'] },
  { role: 'logistics', words: ['物流'] },
];

/** `other` holds the buyer's own words and neighbours of our labels: recognised so as not to be read. */
export const readTicketLabels = labelReader({
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

export const TICKET_TYPE = /^(?:[已未]发货仅?退款|退货退款|仅退款|换货|补寄|维修|价保)$/;
/** Words of the logistics cell (2026-09), after an optional `1/1`. */
const SHIPPING =
  /^(?:\d+ ?\/ ?\d+ ?)?(已退回|已取消|待取件|待发货|待揽收|已揽收|已签收|运输中|派送中|已发货|未发货)/;

/** One case's cells by role, whichever list they stand in. */
export function readTicketCells(
  text: (role: TicketRole) => CellText,
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
  // 临期 and the like may stand before the state.
  const statusWord = status.leaves.slice(0, 2).find(isStatus);
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
    status: statusWord,
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
  const [byLine, byLeaf] = [readTicketLabels(lines), readTicketLabels(leaves)];
  return <V>(label: keyof typeof byLine, parse: (value: string) => V | undefined): V | undefined =>
    parse(byLine[label] ?? '') ?? parse(byLeaf[label] ?? '');
}

const shippingWord = (value: string): string | undefined => SHIPPING.exec(value)?.[1];

/** Words the platform offers; anything with a long number in it is somebody's own text. */
export function plainWords(text: string): string | undefined {
  const isPlain = text !== '' && !isNone(text) && isReadable(text) && !/\d{5}/.test(text);
  return isPlain ? text.slice(0, 60) : undefined;
}
