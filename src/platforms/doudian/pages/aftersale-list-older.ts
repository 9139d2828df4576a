/**
 * The after-sale list under its older address too (2022 to 2026, beside the workbench). Of its markup only
 * the row is public: one wide level-0 row per case, ids and cells side by side, no head row. What it
 * shares with the workbench is read as there; else by column titles (unverified), and both ids must stand
 * beside their own labels or in columns of their own: two bare numbers could be either.
 */
import { parseDateTimeMs } from '../../../capture/dates';
import type { ColumnRole } from '../../../capture/grid';
import { countMissing, listHealth } from '../../../capture/health';
import { readPaging } from '../../../capture/list-state';
import { parseMoneyFen } from '../../../capture/numbers';
import { surroundings } from '../../../capture/page-state';
import { compact } from '../../../capture/record';
import type { TicketRecord } from '../../../core/entities';
import { type FlatRow, readFlatTable } from '../../shared-pages/flat-table';
import { oneIdAfter } from '../../shared-pages/id-after';
import type { PageContext, PageReader, PageReading } from '../../types';
import { plainWords, readTicketCells, TICKET_TYPE, type TicketRole } from './aftersale-cells';
import { isOrderId, isTicketId, ORDER_ID_LABELS, TICKET_ID_LABELS } from './ids';
import { findShopRef } from './shop';

/** The workbench's reader found rows or a header it does not know, not a page that is no list. */
const UNKNOWN = /^(?:headers-unknown|labels-unknown|no-groups|few-groups|total-but-empty)$/;

type Role = TicketRole | 'ticket' | 'type' | 'applied' | 'refund' | 'reason';

const PERSON = /买家|用户|收货|收件|地址|备注|留言|说明/;
const ROLES: readonly ColumnRole<Role>[] = [
  { role: 'ticket', words: ['售后编号', '售后单号'], not: PERSON },
  { role: 'order', words: ['订单信息', '订单编号', '订单号'], not: PERSON },
  { role: 'product', words: ['商品信息', '商品'], not: /编号|数量|金额/ },
  { role: 'info', words: ['售后信息', '售后单信息'], not: PERSON },
  { role: 'type', words: ['售后类型'] },
  { role: 'status', words: ['售后状态'] },
  { role: 'applied', words: ['申请时间'] },
  { role: 'refund', words: ['退款金额', '售后金额'] },
  { role: 'reason', words: ['申请原因', '售后原因'], not: PERSON },
  { role: 'arbitration', words: ['仲裁'] },
  { role: 'logistics', words: ['物流'], not: PERSON },
];
const KEY_FIELDS = ['appliedMs', 'status'] as const;
const USUAL_FIELDS = ['type', 'reason'] as const;

/** The after-sale list of today, then the rows of then. */
export const withWideRows = (today: PageReader): PageReader => ({
  ...today,
  read: (page, root) => {
    const base = today.read(page, root);
    const isUnknown = base.health.problems.some((why) => UNKNOWN.test(why));
    return base.health.verdict === 'broken' && isUnknown
      ? (readWideRows(page, root) ?? base)
      : base;
  },
});

/** Undefined when no row is one wide case. No coverage is told (`list`): its filters are not known. */
function readWideRows(page: PageContext, root: Element): PageReading | undefined {
  const table = readFlatTable(root, ROLES, ['status']);
  const tickets = new Map<string, { record: TicketRecord; anchor: Element }>();
  const problems = new Set<string>();
  for (const row of table.rows ?? []) {
    const record = readRow(row, page.nowMs);
    if (record && !tickets.has(record.ticketId)) {
      const anchor = row.cellOf('order') ?? row.el;
      tickets.set(record.ticketId, { record, anchor });
    } else problems.add(record ? 'id-conflict' : 'id-unreadable');
  }
  const found = [...tickets.values()];
  if (found.length === 0) return undefined;
  const records = found.map(({ record }) => record);
  const shop = findShopRef(page);
  const grid = root.querySelector('table') ?? root;
  const health = listHealth({
    kind: 'aftersale-list',
    alternatives: { ...(shop ? { shop: shop.id } : {}), groups: 'wide-rows', id: 'label-text' },
    groupsSeen: table.seen,
    groupsParsed: records.length,
    fieldsMissing: countMissing(records, [...KEY_FIELDS, ...USUAL_FIELDS]),
    problems: [...problems],
    keyFields: KEY_FIELDS,
    usualFields: USUAL_FIELDS,
    total: readPaging(surroundings(root, grid)).total,
    isEmpty: false,
    fatal: shop ? [] : ['no-shop'],
  });
  const isBroken = health.verdict === 'broken';
  const reading: PageReading = {
    kind: 'aftersale-list',
    shop: shop?.value,
    records: isBroken ? [] : records,
    rows: isBroken
      ? []
      : found.map(({ record: { orderId, ticketId }, anchor }) => ({ orderId, ticketId, anchor })),
    health,
  };
  return compact(reading);
}

function readRow({ cell }: FlatRow<Role>, nowMs: number): TicketRecord | undefined {
  // A product's name may hold any number: its cell is no place for an id.
  const texts = (['ticket', 'order', 'info', 'type'] as const).flatMap((role) => cell(role).leaves);
  const ticketId = idOf(TICKET_ID_LABELS, texts, cell('ticket').leaves, isTicketId);
  const orderId = idOf(ORDER_ID_LABELS, texts, cell('order').leaves, isOrderId);
  if (!ticketId || !orderId || ticketId === orderId) return undefined;
  const words = [...cell('type').leaves, ...cell('info').leaves];
  const date = parseDateTimeMs(cell('applied').leaves.join(' '), nowMs);
  const [reason = ''] = cell('reason').leaves;
  const cells = readTicketCells((role) => cell(role), nowMs, undefined);
  const record: TicketRecord = {
    kind: 'ticket',
    ticketId,
    orderId,
    type: words.find((word) => TICKET_TYPE.test(word)),
    ...cells,
    appliedMs: cells.appliedMs ?? date,
    refundFen: cells.refundFen ?? parseMoneyFen(cell('refund').lines[0] ?? ''),
    reason: cells.reason ?? plainWords(reason),
  };
  return compact(record);
}

/** After its label anywhere in the row, else alone in the column of its name. */
function idOf(
  labels: readonly string[],
  texts: readonly string[],
  column: readonly string[],
  isId: (text: string) => boolean,
): string | undefined {
  const { id, isConflict } = oneIdAfter(labels, texts, isId);
  if (id !== undefined || isConflict) return id;
  const bare = column.filter(isId);
  return bare.length === 1 ? bare[0] : undefined;
}
