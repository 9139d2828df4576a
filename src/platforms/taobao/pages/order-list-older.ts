/**
 * 已卖出的宝贝 as trade.taobao.com showed it (2017 to about 2022): a block per order, its number in a hidden
 * field, its lines in a table without titles. Several scripts of that time agree on the columns: 宝贝, 单价,
 * 数量, 售后, 买家 (never read), 交易状态, 实收款. That host forwards to 千牛 today and is none of ours, so the
 * markup is read where it stands under 千牛's own names.
 */
import { parseDateTimeMs } from '../../../capture/dates';
import { bodyRows, type GridRow, tableGrid } from '../../../capture/grid';
import { type CellText, cellText } from '../../../capture/leaves';
import { findMoneyFen } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import type { OrderRecord } from '../../../core/entities';
import { idAfter } from '../../shared-pages/id-after';
import { withOlder } from '../../shared-pages/older-orders';
import { readLine } from '../../shared-pages/product-cell';
import type { PageReader } from '../../types';
import { isOrderId, isStatus } from './ids';
import { PRODUCT, readHead } from './order-columns';
import { AFTERSALE_WORD } from './order-list';
import { taobaoSite } from './shop';

/** The one class of the block without a hash. */
const BLOCK = 'trade-order-main';
const HEAD = '[class*="checkbox-label"]';
const AT = { product: 0, price: 1, quantity: 2, aftersale: 3, status: 5, amount: 6 } as const;

/** The order list at its addresses: today's tables, else the blocks of then. */
export const withOlderOrders = (today: PageReader): PageReader =>
  withOlder(today, {
    className: BLOCK,
    shopHooks: taobaoSite.shopHooks,
    findShop: taobaoSite.findShop,
    alternatives: { groups: 'trade-order-blocks' },
    readOrder: readBlock,
  });

function readBlock(block: Element, nowMs: number): OrderRecord | 'id-unreadable' | 'id-conflict' {
  const { leaves } = cellText(block.querySelector(HEAD) ?? undefined);
  const hidden = block.querySelector('input[name="orderid"]')?.getAttribute('value') ?? '';
  const shown = idAfter('订单号', leaves, isOrderId);
  const orderId = isOrderId(hidden) ? hidden : shown;
  if (!orderId) return 'id-unreadable';
  if (shown !== undefined && shown !== orderId) return 'id-conflict';
  const head = readHead(leaves);
  const rows = linesTable(block);
  const text = (row: GridRow | undefined, column: keyof typeof AT): CellText =>
    cellText(row?.[AT[column]]?.el);
  const lines = rows.flatMap((row, at) => {
    const product = row[AT.product]?.el;
    const line =
      product &&
      readLine(
        PRODUCT,
        product,
        cellText(product),
        text(row, 'price'),
        text(row, 'quantity'),
        at + 1,
      );
    if (!line) return [];
    const said = text(row, 'aftersale').leaves.find((word) => AFTERSALE_WORD.test(word));
    return [{ ...line, aftersaleText: said ?? '' }];
  });
  const [status = ''] = text(rows[0], 'status').leaves;
  const record: OrderRecord = {
    kind: 'order',
    orderId,
    placedMs: parseDateTimeMs(head.placed ?? '', nowMs),
    status: isStatus(status) ? status : undefined,
    paidFen: findMoneyFen(text(rows[0], 'amount').lines.find((line) => line.includes('¥')) ?? ''),
    lines,
  };
  return compact(record);
}

/** Rows of the table that has the lines; the other one is the head. Cells of the order span its rows. */
function linesTable(block: Element): GridRow[] {
  const tables = [...block.querySelectorAll('table')].filter((table) => !table.querySelector(HEAD));
  return (
    tables
      .map((table) => tableGrid(bodyRows(table)).filter((row) => row.length > AT.amount))
      .find((rows) => rows.length > 0) ?? []
  );
}
