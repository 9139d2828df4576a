/**
 * The after-sale list (2026): a `div` per case with div cells, no table. The head strip holds the order's
 * number, the time of application and the countdown; the 售后编号 is not shown.
 */
import { dueAtMs, findCountdown } from '../../../capture/countdown';
import { parseDateTimeMs } from '../../../capture/dates';
import { inFront } from '../../../capture/hidden';
import { type CellText, cellText, stemOf } from '../../../capture/leaves';
import { findMoneyFen, parseMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isNone, isReadable } from '../../../capture/text';
import type { TicketRecord } from '../../../core/entities';
import { type Blocks, blockReader } from '../../shared-pages/block-page';
import { oneIdAfter } from '../../shared-pages/id-after';
import type { GroupReading } from '../../shared-pages/list-outcome';
import { PATHS } from './addresses';
import { BUSY, beastFilter, beastPaging, blocksAround, OUTSIDE_BLOCK, PAGER } from './beast';
import { actionOf, isOrderId, isStatus, TICKET_TYPE, ticketIdOf } from './ids';
import { pinduoduoSite } from './shop';
import { ORDER_LABELS } from './words';

const CASE = '[class*="after-sales-table_order_item"]';
const HEAD = '[class*="table-item-header_item_header"]';
const CELL = '[class*="after-sales-table_item_cell"]';
/** Messages of the platform stand beside the list and look alike. */
const NOT_OURS = '[class*="MsgItem_"], [class*="ImportantList_"]';
const APPLIED = /申请时间/;
const SHIPPING = /^(?:未发货|已发货|待发货|已签收|已收货|运输中|待揽收|已揽收|已退回)$/;

function findBlocks(scope: ParentNode): Blocks | undefined {
  const cases = inFront([...scope.querySelectorAll(CASE)].filter((el) => !el.closest(NOT_OURS)));
  if (cases.length > 0) return { id: 'order-item-stem', value: cases };
  const all = [...scope.querySelectorAll('span, div, p')].filter(
    (el) =>
      APPLIED.test(el.firstChild?.nodeValue ?? '') &&
      !el.closest(`label, form, th, ${NOT_OURS}`) &&
      // A column title or a filter has no date beside it.
      parseDateTimeMs(cellText(el.parentElement ?? el).leaves.join(' '), 0) !== undefined,
  );
  const marks = inFront(all);
  return marks.length > 0
    ? { id: 'label-text', value: blocksAround(scope, marks, OUTSIDE_BLOCK) }
    : undefined;
}

export const aftersaleListReader = blockReader<TicketRecord>(pinduoduoSite, {
  kind: 'aftersale-list',
  side: 'aftersales',
  path: PATHS['aftersale-list'],
  findBlocks,
  trace: `${PAGER}, [class*="after-sales-table"]`,
  busy: BUSY,
  readPaging: beastPaging,
  readFilter: ({ url, nowMs }, root, [block]) => beastFilter(root, block, url, /申请时间/, nowMs),
  dateOf: (ticket) => ticket.appliedMs,
  keyFields: ['status', 'type'],
  usualFields: ['reason', 'refundFen'],
  otherFields: ['paidFen', 'productName', 'shipStatus'],
  fieldsOf: (ticket) => ({ ...ticket }),
  idOrder: ['label-text'],
  isTicking: ({ dueMs }) => dueMs !== undefined,
  readBlock,
  anchorOf: (block) => headOf(block),
});

/** By its stem; else the smallest element with both the order's number and the time. */
function headOf(block: Element): Element {
  const own = block.querySelector(HEAD);
  if (own) return own;
  const marked = [...block.querySelectorAll('*')].filter(
    (el) => APPLIED.test(el.textContent ?? '') && /\d{6}-\d{12}/.test(el.textContent ?? ''),
  );
  return marked.at(-1) ?? block;
}

function readBlock(block: Element, nowMs: number): GroupReading<TicketRecord> {
  const head = headOf(block);
  const { leaves, lines } = cellText(head);
  const { id: orderId, isConflict } = oneIdAfter(ORDER_LABELS, leaves, isOrderId);
  if (isConflict) return { problem: 'id-conflict' };
  const bare = new Set(leaves.flatMap((text) => text.split(/[\s:]+/)).filter(isOrderId));
  const order = orderId ?? (bare.size === 1 ? [...bare][0] : undefined);
  if (!order) return { problem: 'id-unreadable' };
  const appliedMs = appliedAt(leaves, nowMs);
  if (appliedMs === undefined) return { problem: 'time-unreadable' };

  const ticketId = ticketIdOf(order, appliedMs);
  const countdown = [...lines, ...leaves].map(findCountdown).find(Boolean);
  const cells = cellsOf(block, head);
  const record: TicketRecord = compact({
    kind: 'ticket',
    ticketId,
    orderId: order,
    appliedMs,
    dueMs: countdown && dueAtMs(nowMs, countdown.remainingMs),
    dueAction: actionOf(countdown?.action),
    ...readCells(cells),
  });
  return { record, key: ticketId, idFrom: 'label-text' };
}

/** The date that follows the label, in its element or the next. */
function appliedAt(leaves: readonly string[], nowMs: number): number | undefined {
  const at = leaves.findIndex((text) => APPLIED.test(text));
  const split = leaves.slice(at + 1, at + 3).join(' ');
  const dated = [leaves[at], leaves[at + 1], split].map((text = '') =>
    parseDateTimeMs(text, nowMs),
  );
  return dated.find((ms) => ms !== undefined);
}

/** By stem; else the children of the element beside the head that has the most of them. */
function cellsOf(block: Element, head: Element): Element[] {
  const own = [...block.querySelectorAll(CELL)].filter((el) => !el.parentElement?.closest(CELL));
  if (own.length > 0) return own;
  const rows = [...block.querySelectorAll('*')].filter(
    (el) => !head.contains(el) && !el.contains(head),
  );
  const widest = rows.sort((a, b) => b.childElementCount - a.childElementCount)[0];
  return [...(widest?.children ?? [])];
}

/**
 * Cells stand in one order (2026): product, amounts, shipping, type, state, negotiation, reason, actions.
 * The type is known by its words; the others are counted from it and must look like what they are.
 */
function readCells(cells: readonly Element[]): Partial<TicketRecord> {
  const texts = cells.map((cell) => cellText(cell));
  const at = texts.findIndex(({ leaves }) => TICKET_TYPE.test(leaves[0] ?? ''));
  if (at < 0) return {};
  const first = (offset: number): string => texts[at + offset]?.leaves[0] ?? '';
  const money = texts.findIndex(({ lines }) => lines.some((line) => /退款[\s:]*¥/.test(line)));
  const state = first(1);
  const negotiation = first(2);
  const reason = first(3);
  const shipping = first(-1);
  return {
    ...(money < 0 ? {} : amounts(texts[money] as CellText)),
    productName: nameIn(texts.slice(0, at), cells),
    shipStatus: SHIPPING.test(shipping) ? shipping : undefined,
    type: first(0),
    status: isStatus(state) ? state : undefined,
    arbitration: isNone(negotiation) ? '' : isStatus(negotiation) ? negotiation : undefined,
    // Words the platform offers; anything with a long number in it is somebody's own text.
    reason:
      reason !== '' &&
      !isNone(reason) &&
      isReadable(reason) &&
      reason.length <= 40 &&
      !/\d{5}/.test(reason)
        ? reason
        : undefined,
  };
}

function amounts({ lines }: CellText): Pick<TicketRecord, 'paidFen' | 'refundFen'> {
  const of = (label: RegExp): number | undefined => {
    const line = lines.find((text) => label.test(text)) ?? '';
    return findMoneyFen(line) ?? parseMoneyFen(line.replace(label, '').replace(/^[\s:]+/, ''));
  };
  return { paidFen: of(/^实收/), refundFen: of(/^退款/) };
}

function nameIn(texts: readonly CellText[], cells: readonly Element[]): string | undefined {
  const named = texts.flatMap(({ nodes }, at) =>
    nodes.filter((leaf) => /order-info_main/.test(`${stemOf(leaf, cells[at] as Element)}`)),
  )[0]?.text;
  const name = named ?? texts.find(({ leaves }) => leaves.length > 0)?.leaves[0];
  return name && isReadable(name) && !/[¥:]/.test(name) ? name.slice(0, 200) : undefined;
}
