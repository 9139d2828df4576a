/** The after-sale workbench (2026): a head row with both ids, then a data row, in a same-origin frame. */
import { compact } from '../../../capture/record';
import type { TicketRecord } from '../../../core/entities';
import { idAfter } from '../../shared-pages/id-after';
import { type Group, type GroupReading, listReader } from '../../shared-pages/list-page';
import { PATHS } from './addresses';
import { readTicketCells, TICKET_COLUMNS, TICKET_TYPE, type TicketRole } from './aftersale-cells';
import { isOrderId, isTicketId } from './ids';
import { doudianSite } from './shop';

export const aftersaleListReader = listReader<TicketRole, TicketRecord>(doudianSite, {
  kind: 'aftersale-list',
  side: 'aftersales',
  // The second is the older address (2022 to 2026), whose own markup only the second script knows.
  path: PATHS['aftersale-list'],
  roles: TICKET_COLUMNS,
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
  hooks: ['data-kora-json'],
  hookOf: (head) =>
    [head, ...head.querySelectorAll('[data-kora-json*="after_sale_id"]')]
      .map((holder) => holder.getAttribute('data-kora-json') ?? '')
      .join('\n'),
  isTicking: ({ dueMs }) => dueMs !== undefined,
  readGroup,
});

function readGroup(group: Group<TicketRole>, nowMs: number): GroupReading<TicketRecord> {
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
  const type = texts.flatMap((text) => text.split(' ')).find((word) => TICKET_TYPE.test(word));
  const instantRefund = texts.find((text) => text === '极速退款');
  // The data row is the first with cells for the columns; helper rows may come between.
  const row = group.grid.find((cells) => cells.filter((cell) => cell?.starts).length > 4);
  const cells = row
    ? readTicketCells((role) => group.text(row, role), nowMs, row && group.cell(row, 'product'))
    : {};
  const record: TicketRecord = compact({
    kind: 'ticket',
    ticketId,
    orderId,
    type,
    instantRefund,
    ...cells,
  });
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
